/** The days off in lieu that people earned by the duties of a roster, as the plan's own rule has them. */

import type { Day } from '../calendar/day.ts';
import { streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import { type RosterIndex, versionIndex } from '../domain/roster-index.ts';
import type { RosterVersion } from '../domain/version.ts';
import { onceFor } from '../kernel/once-for.ts';
import { earnedIn, lieuDays } from './lieu-days.ts';
import { type LieuSum, lieuSums } from './lieu-sums.ts';
import { planForRule } from './staff-scope.ts';

export interface LieuDay {
  readonly day: Day;
  /** When the duty it is for begins. */
  readonly dutyDay: Day;
  /** The shift of the plan it is for; absent where a duty beside the plan earned it. */
  readonly shiftId?: string;
}

/** By person; ascending. Nobody where no rule of the plan is about days off in lieu. */
export function lieuDaysStood(plan: Plan, index: RosterIndex): ReadonlyMap<string, readonly LieuDay[]> {
  const found = new Map<string, LieuDay[]>();
  for (const rule of plan.ruleSet.rules) {
    if (rule.constraint !== lieuDays.code) continue;
    const meant = planForRule(plan, rule);
    const table = lieuDays.params.parse(rule.params);
    const earned = earnedIn(meant, table);
    const sums = lieuSums(meant, table);
    for (const { id } of meant.staff) {
      const known = found.get(id) ?? [];
      const more = [
        ...index
          .shiftsOf(id)
          .flatMap((shift) =>
            earned.shift(shift).map((day) => ({ day, dutyDay: shift.day, shiftId: shift.id })),
          ),
        ...streamOf(plan.fixed)
          .of(id)
          .flatMap((duty) => earned.fixed(duty).map((day) => ({ day, dutyDay: duty.day }))),
        ...sums.flatMap((sum) => addedUp(sum, index, id)),
      ].filter(({ day, dutyDay }) => !known.some((each) => each.day === day && each.dutyDay === dutyDay));
      if (more.length > 0)
        found.set(
          id,
          [...known, ...more].sort((a, b) => (a.day < b.day ? -1 : 1)),
        );
    }
  }
  return found;
}

/** Days of one holiday's duties, those of the first duty first. */
function addedUp(sum: LieuSum, index: RosterIndex, staffId: string): LieuDay[] {
  const duties = [
    ...index.shiftsOf(staffId).map((shift) => ({
      start: shift.span.start,
      dutyDay: shift.day,
      shiftId: shift.id,
      days: sum.worth.get(shift) ?? 0,
    })),
    ...sum.fixed(staffId).map(({ duty, days }) => ({ start: duty.span.start, dutyDay: duty.day, days })),
  ].sort((a, b) => a.start - b.start);
  const owed = duties.flatMap(({ days, start: _, ...about }) => Array.from({ length: days }, () => about));
  return owed.flatMap((about, i) => {
    const day = sum.days[i];
    return day === undefined ? [] : [{ ...about, day }];
  });
}

/** Of a published version, found once. */
export const versionLieuDays = onceFor((version: RosterVersion) =>
  lieuDaysStood(version.plan, versionIndex(version)),
);
