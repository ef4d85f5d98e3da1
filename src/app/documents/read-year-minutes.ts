/** Minutes on site of everyone in the year a period ends in, over all periods the unit has published. */

import type { Day } from '../../calendar/day.ts';
import { sharedMinutes } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { Plan } from '../../domain/plan.ts';
import { listDuties } from '../../store/duty-stream-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';

export interface YearMinutes {
  readonly year: number;
  readonly of: ReadonlyMap<string, number>;
}

/** Shifts cut at the year's ends. Throws `forbidden`. */
export async function readYearMinutes(app: App, { unit, period }: Plan): Promise<YearMinutes> {
  allow(app, 'roster.view', { unitId: unit.id });
  const year = Number(dayOf(period.span.end, unit.zone).slice(0, 4));
  const span = {
    start: startOfDay(`${year}-01-01` as Day, unit.zone),
    end: startOfDay(`${year + 1}-01-01` as Day, unit.zone),
  };
  const of = new Map<string, number>();
  for (const { staffId, span: duty, seat } of await listDuties(app.db, {
    unitId: unit.id,
    span,
  })) {
    if (seat?.post.presence === 'standby') continue;
    of.set(staffId, (of.get(staffId) ?? 0) + sharedMinutes(duty, span));
  }
  return { year, of };
}
