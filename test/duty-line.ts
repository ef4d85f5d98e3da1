/** Parts of one line of days as periods of their own, with each other's duties fixed: for tests that cut and join. */

import type { FixedDuty } from '../src/domain/duty-stream.ts';
import { byStart } from '../src/domain/duty-stream.ts';
import type { Plan } from '../src/domain/plan.ts';
import type { Roster } from '../src/domain/roster.ts';
import { RosterIndex } from '../src/domain/roster-index.ts';
import type { Shift } from '../src/domain/shift.ts';

export interface Part {
  readonly id: string;
  /** Indices of the line's days, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly posts: readonly string[];
}

export function isPart({ from, to, posts }: Part, { days }: Plan, { day, postId }: Shift): boolean {
  const at = days.indexOf(day);
  return from <= at && at <= to && posts.includes(postId);
}

/** The part as a period; hand-typed duties stay with it, duties of others are given. */
export function partPlan(line: Plan, part: Part, beside: readonly FixedDuty[]): Plan {
  const shifts = line.shifts.filter((shift) => isPart(part, line, shift));
  const start = shifts[0]?.span.start ?? line.period.span.start;
  const end = shifts.at(-1)?.span.end ?? line.period.span.end;
  return {
    ...line,
    period: { ...line.period, id: part.id, name: part.id, span: { start, end } },
    days: line.days.slice(part.from, part.to + 1),
    shifts,
    pins: [],
    fixed: byStart([...line.fixed, ...beside]),
  };
}

/** The roster's seats as the stream has them once they are published. */
export function publishedDuties(plan: Plan, roster: Roster): FixedDuty[] {
  const index = new RosterIndex(plan, roster);
  const { id, name } = plan.period;
  return plan.staff.flatMap(({ id: staffId }) =>
    index.shiftsOf(staffId).flatMap((shift): FixedDuty[] => {
      const post = index.postById.get(shift.postId);
      if (!post) return [];
      const { day, span, night, label, patternId, namedDay } = shift;
      const named = namedDay === undefined ? {} : { namedDay };
      const seat = { period: { id, name }, post, shiftId: shift.id, label, patternId, ...named };
      return [{ staffId, day, span, night, seat }];
    }),
  );
}
