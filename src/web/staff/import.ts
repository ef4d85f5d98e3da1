/** Taking people in from a file or a paste: choose, see what would happen, mend, take. Nothing is written before the last step. */

import { type AskedTable, readGivenTable } from '../../app/staff/given-table.ts';
import { importStaff, previewStaffImport, type StaffPreview } from '../../app/staff/import-staff.ts';
import { listStaff } from '../../app/staff/list-staff.ts';
import { isListedUnit, proposeFromDirectory } from '../../app/staff/propose-from-directory.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { askedAgain, givenFile, takes } from '../kit/given-table.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { newPeriodPath } from '../paths/setup.ts';
import { staffImportPath, staffPath, staffSamplePath } from '../paths/staff.ts';
import { previewModel } from './preview-model.ts';

export async function showStaffImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  return choosePage(visit, deps, []);
}

/** One address for every step: a first table is read, one that was shown already is looked over again or taken. */
export async function runStaffImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  if (visit.form.has('table')) {
    const given = askedAgain(visit);
    return takes(visit) ? take(visit, deps, given) : preview(visit, deps, given);
  }
  const given =
    visit.form.get('from') === 'directory'
      ? await proposeFromDirectory(deps.app, { unitId: visit.param('unit'), directory: deps.directory })
      : givenFile(visit);
  const read = await readGivenTable(deps.app, given, askerOf(visit, deps));
  if (read.ok) return preview(visit, deps, { book: read.book, asked: {} });
  return choosePage(visit, deps, placedFaults(visit, read.faults));
}

async function choosePage(
  visit: Visit,
  { app, directory }: WebDeps,
  faults: readonly FormFault[],
): Promise<Reply> {
  const unitId = visit.param('unit');
  const { unit } = await listStaff(app, unitId);
  const form = formOf(visit, visit.form, faults);
  return {
    kind: 'page',
    view: 'staff/import',
    title: visit.say('staff.import.title'),
    unitName: unit.name,
    script: 'import.js',
    ...refusedIf(faults.length > 0),
    model: {
      title: visit.say('staff.import.title'),
      to: staffImportPath(unitId),
      back: staffPath(unitId),
      backWords: visit.say('staff.title'),
      lead: visit.say('staff.import.lead'),
      samplePath: staffSamplePath(unitId),
      otherPath: '',
      directory:
        directory && isListedUnit(directory, unitId)
          ? visit.say('directory.staff.title', { directory: directory.name })
          : '',
      whole: form.whole.map((each) => each.trim()),
      paste: form.area('paste', 'staff.import.paste', { rows: 9, hintKey: 'staff.import.paste-hint' }),
    },
  };
}

async function preview(visit: Visit, { app }: WebDeps, given: AskedTable): Promise<Reply> {
  const shown = await previewStaffImport(app, { unitId: visit.param('unit'), ...given });
  return previewPage(visit, { given, shown });
}

async function take(visit: Visit, { app }: WebDeps, given: AskedTable): Promise<Reply> {
  const unitId = visit.param('unit');
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
  // The first list of a unit leads straight on to its first period.
  const { periods } = await openUnit(app, unitId);
  const query = { done: 'imported', ...counts };
  if (periods.length > 0 || added === 0) return redirect(staffPath(unitId, query));
  return redirect(newPeriodPath(new URLSearchParams({ unit: unitId, ...query })));
}

interface Previewed {
  readonly given: AskedTable;
  readonly shown: StaffPreview;
  readonly refused?: 'faults' | 'moved-on';
}

function previewPage(visit: Visit, { given, shown, refused }: Previewed): Reply {
  return {
    kind: 'page',
    view: 'staff/preview',
    title: visit.say('staff.import.title'),
    unitName: shown.unit.name,
    script: 'import.js',
    ...refusedIf(Boolean(refused)),
    model: {
      title: visit.say('staff.import.title'),
      to: staffImportPath(visit.param('unit')),
      refused: refused ? visit.say(`staff.import.refused.${refused}`) : '',
      ...previewModel(visit, given, shown),
    },
  };
}
