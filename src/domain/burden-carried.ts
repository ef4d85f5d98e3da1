/** What a published roster adds to the ledger: each person's points, nights, weekends, holidays and named days. */

import { type Day, yearOf } from '../calendar/day.ts';
import { isHoliday, isWeekend } from '../calendar/holidays.ts';
import type { LedgerEntry, LedgerKind } from './ledger.ts';
import type { Plan } from './plan.ts';
import { RosterIndex } from './roster-index.ts';
import type { RosterVersion } from './version.ts';

/** By person in the plan's order, points first; who stood nothing has no entry, a withdrawn version carries nothing. */
export function burdenCarried({ plan, roster }: Pick<RosterVersion, 'plan' | 'roster'>): LedgerEntry[] {
  const index = new RosterIndex(plan, roster);
  const year = yearOfPlan(plan);
  if (year === undefined) return [];
  return plan.staff.flatMap(({ id: staffId }) => {
    const amounts = new Map<LedgerKind, number>();
    const add = (kind: LedgerKind, amount: number): void => {
      if (amount > 0) amounts.set(kind, (amounts.get(kind) ?? 0) + amount);
    };
    for (const shift of index.shiftsOf(staffId)) {
      add('points', shift.points);
      if (shift.night) add('nights', 1);
      if (isWeekend(shift.day)) add('weekends', 1);
      if (isHoliday(shift.day, plan.breaks)) add('holidays', 1);
      if (shift.namedDay) add(shift.namedDay, 1);
    }
    return [...amounts].map(([kind, amount]) => ({ staffId, year, kind, amount }));
  });
}

/** A break may begin in the last days of the year before its own, so the last day tells: Tết 2026 is 2026. */
function yearOfPlan({ days }: Plan): number | undefined {
  const last: Day | undefined = days.at(-1);
  return last === undefined ? undefined : yearOf(last);
}
