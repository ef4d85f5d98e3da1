/** A unit is made: the first thing to do after the first account, and whenever another unit joins. */

import { hasUnits } from '../../app/units/choose-unit.ts';
import { saveUnit } from '../../app/units/save-unit.ts';
import { VIETNAM } from '../../calendar/zone.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { NEW_UNIT_PATH, unitSettingsPath } from '../paths/units.ts';
import { typedUnit, unitFields, unitValues } from './unit-form.ts';

export function showNewUnit(visit: Visit, deps: WebDeps): Promise<Reply> {
  return unitPage(visit, deps, unitValues({ zone: VIETNAM }));
}

/** The first unit goes on to the home page, which tells what to do next; a further one to its settings. */
export async function createUnit(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const isFirst = !(await hasUnits(app));
  const saved = await saveUnit(app, { form: typedUnit(visit), actor: visit.actor });
  if (!saved.saved) return unitPage(visit, deps, visit.form, saved.faults);
  return redirect(isFirst ? '/' : unitSettingsPath(saved.unitId, { done: 'made' }));
}

async function unitPage(
  visit: Visit,
  { app }: WebDeps,
  values: URLSearchParams,
  faults: readonly FormFault[] = [],
): Promise<Reply> {
  const isFirst = !(await hasUnits(app));
  const form = formOf(visit, values, faults);
  const title = visit.say(isFirst ? 'unit.new.first' : 'unit.new.title');
  return {
    kind: 'page',
    view: 'units/new',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      text: visit.say(isFirst ? 'unit.new.first-text' : 'unit.new.text'),
      to: NEW_UNIT_PATH,
      whole: form.whole,
      fields: unitFields(form),
    },
  };
}
