/** Taking people in from a file or a paste: choose, see what would happen, mend, take. Nothing is written before the last step. */

import { importStaff, previewStaffImport, type StaffPreview } from '../../app/staff/import-staff.ts';
import { listStaff } from '../../app/staff/list-staff.ts';
import {
  readStaffTable,
  resumeStaffTable,
  type StaffTable,
  type StaffTableRead,
} from '../../app/staff/staff-table.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { typedPreview } from '../kit/preview-table.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { staffImportPath, staffPath, staffSamplePath } from '../paths/staff.ts';
import { previewModel } from './preview-model.ts';

export async function showStaffImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  return choosePage(visit, deps, []);
}

/** One address for every step: a first table is read, one that was shown already is looked over again or taken. */
export async function runStaffImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  if (visit.form.has('table'))
    return visit.form.get('do') === 'take' ? take(visit, deps) : check(visit, deps);
  const read = await readGiven(visit, deps);
  if (read.ok) return preview(visit, deps, read);
  return choosePage(visit, deps, placedFaults(visit, read.faults));
}

function readGiven(visit: Visit, deps: WebDeps): Promise<StaffTableRead> {
  const file = visit.files.get('file');
  const paste = { name: visit.say('staff.import.pasted'), paste: visit.form.get('paste') ?? '' };
  return readStaffTable(deps.app, file ?? paste, askerOf(visit, deps));
}

async function choosePage(visit: Visit, { app }: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const unitId = visit.param('unit');
  const { unit } = await listStaff(app, unitId);
  const form = formOf(visit, visit.form, faults);
  return {
    kind: 'page',
    view: 'staff/import',
    title: visit.say('staff.import.title'),
    unitName: unit.name,
    ...refusedIf(faults.length > 0),
    model: {
      title: visit.say('staff.import.title'),
      to: staffImportPath(unitId),
      back: staffPath(unitId),
      backWords: visit.say('staff.title'),
      lead: visit.say('staff.import.lead'),
      samplePath: staffSamplePath(unitId),
      whole: form.whole.map((each) => each.trim()),
      paste: form.area('paste', 'staff.import.paste', { rows: 9, hintKey: 'staff.import.paste-hint' }),
    },
  };
}

async function preview(visit: Visit, { app }: WebDeps, given: StaffTable): Promise<Reply> {
  const shown = await previewStaffImport(app, { unitId: visit.param('unit'), ...given });
  return previewPage(visit, { given, shown });
}

async function check(visit: Visit, deps: WebDeps): Promise<Reply> {
  return preview(visit, deps, givenAgain(visit));
}

async function take(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const given = givenAgain(visit);
  const taken = await importStaff(app, {
    unitId,
    ...given,
    stamp: visit.form.get('stamp') ?? '',
    removeMissing: visit.form.get('removeMissing') === TICKED,
    join: visit.form.getAll('join'),
    actor: visit.actor,
  });
  if (!taken.taken) return previewPage(visit, { given, shown: taken.preview, refused: taken.reason });
  const { added, changed, removed } = taken;
  const counts = { added: String(added), changed: String(changed), removed: String(removed) };
  return redirect(staffPath(unitId, { done: 'imported', ...counts }));
}

/** Throws `invalid` for what no form of ours sends. */
function givenAgain(visit: Visit): StaffTable {
  const given = resumeStaffTable(typedPreview(visit));
  if (!given) throw new AppError('invalid', 'staff.import.broken');
  return given;
}

interface Previewed {
  readonly given: StaffTable;
  readonly shown: StaffPreview;
  readonly refused?: 'faults' | 'moved-on';
}

function previewPage(visit: Visit, { given, shown, refused }: Previewed): Reply {
  return {
    kind: 'page',
    view: 'staff/preview',
    title: visit.say('staff.import.title'),
    unitName: shown.unit.name,
    ...refusedIf(Boolean(refused)),
    model: {
      title: visit.say('staff.import.title'),
      to: staffImportPath(visit.param('unit')),
      refused: refused ? visit.say(`staff.import.refused.${refused}`) : '',
      ...previewModel(visit, given, shown),
    },
  };
}
