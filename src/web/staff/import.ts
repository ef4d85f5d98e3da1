/** Taking people in from a file or a paste: choose, see what would happen, mend, take. Nothing is written before the last step. */

import type { AskedTable } from '../../app/staff/given-table.ts';
import { importStaff, previewStaffImport, type StaffPreview } from '../../app/staff/import-staff.ts';
import { listStaff } from '../../app/staff/list-staff.ts';
import { isListedUnit, proposeFromDirectory } from '../../app/staff/propose-from-directory.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import { redirect } from '../kit/allowed.ts';
import { chooseTablePage, tableStep } from '../kit/choose-table.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, TICKED } from '../kit/fields.ts';
import { givenFile } from '../kit/given-table.ts';
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
  const { app, directory } = deps;
  const fromDirectory = visit.form.get('from') === 'directory';
  const step = await tableStep(visit, deps, () =>
    fromDirectory ? proposeFromDirectory(app, { unitId: visit.param('unit'), directory }) : givenFile(visit),
  );
  if ('faults' in step) return choosePage(visit, deps, step.faults);
  return step.taking ? take(visit, deps, step.given) : preview(visit, deps, step.given);
}

async function choosePage(
  visit: Visit,
  { app, directory }: WebDeps,
  faults: readonly FormFault[],
): Promise<Reply> {
  const unitId = visit.param('unit');
  const { unit } = await listStaff(app, unitId);
  const choice = {
    unitName: unit.name,
    title: visit.say('staff.import.title'),
    lead: visit.say('staff.import.lead'),
    to: staffImportPath(unitId),
    back: staffPath(unitId),
    backWords: visit.say('staff.title'),
    samplePath: staffSamplePath(unitId),
    ...(directory && isListedUnit(directory, unitId)
      ? { directory: visit.say('directory.staff.title', { directory: directory.name }) }
      : {}),
  };
  return chooseTablePage(visit, choice, faults);
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
