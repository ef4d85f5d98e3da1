/** A period that goes on until lifted: lifted at a moment, or moved on by a week. */

import type { App } from '../../app/app.ts';
import { extendPeriod } from '../../app/periods/extend-open-periods.ts';
import { liftPeriod } from '../../app/periods/lift-period.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import type { Instant } from '../../calendar/interval.ts';
import { parseInstant } from '../../calendar/zone.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { settingsPath } from '../paths/setup.ts';

export async function endPeriod(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'), visit.unit?.id);
  const at = await typedMoment(visit, app, key.unitId);
  await liftPeriod(app, { key, at, note: visit.say('cli.period.lift-note'), by: visit });
  return redirect(settingsPath(key.periodId, 'saved'));
}

export async function extendByWeek(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'), visit.unit?.id);
  await extendPeriod(app, { key, by: visit });
  return redirect(settingsPath(key.periodId, 'extended'));
}

/** The moment of the field `at` on the unit's clock; now where nothing was typed. Throws `invalid`. */
export async function typedMoment(visit: Visit, app: App, unitId: string): Promise<Instant> {
  const { unit } = await openUnit(app, unitId);
  const text = (visit.form.get('at') ?? '').trim();
  const at = text === '' ? visit.now : text.includes('T') ? parseInstant(text, unit.zone) : undefined;
  if (at === undefined) throw new AppError('invalid', 'period.fault.moment', { value: text });
  return at;
}
