/**
 * The same leader – or whoever stands the posts in scope – stays for a whole day, or a block of days: whoever comes on to a post
 * within a block, not having stood the shift before, counts 1, be it of the period before. Weeks begin on the day the unit
 * changes on, whenever the period does.
 */

import { z } from 'zod';
import { type Day, dayNumber, daysBetween, weekday } from '../calendar/day.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope, WEEKDAYS } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  /** Days in a block; 1: the same leader all day. */
  blockDays: z.int().min(1).max(60).default(1),
  /** On which day a block of whole weeks begins; blocks of other lengths are counted from the plan's first day. */
  changeDay: z.enum([...WEEKDAYS, 'period']).default('mon'),
  scope: shiftScope.default({ tiers: ['leader'] }),
  who: staffScope,
});

type Params = z.infer<typeof params>;

/** Which block of the plan a day is in. */
function blockOf({ blockDays, changeDay }: Params, first: Day, day: Day): number {
  if (changeDay === 'period' || blockDays % 7 !== 0) return Math.floor(daysBetween(first, day) / blockDays);
  // Counted from one and the same week for every period, so that a fortnight goes on over the seam.
  const back = (weekday(day) - 1 - WEEKDAYS.indexOf(changeDay) + 7) % 7;
  return Math.floor(Math.floor((dayNumber(day) - back) / 7) / (blockDays / 7));
}

/** Shifts of one post that follow each other within a block. */
export function handovers(plan: Plan, asked: Params): [Shift, Shift][] {
  const first = plan.days[0];
  if (first === undefined) return [];
  return [...groupedBy(shiftsInScope(plan, asked.scope), ({ postId }) => postId).values()]
    .flatMap((shifts) => shifts.slice(1).map((next, i): [Shift, Shift] => [shifts[i] ?? next, next]))
    .filter(([before, next]) => blockOf(asked, first, before.day) === blockOf(asked, first, next.day));
}

interface Seam {
  readonly shift: Shift;
  /** Who stood the post's last shift of the period before, in the same block, and with what duties. */
  readonly staffIds: ReadonlySet<string>;
  readonly duties: readonly FixedDuty[];
}

/** The first shift of each post whose block began in a period before. */
function seams(plan: Plan, asked: Params): Seam[] {
  const first = plan.days[0];
  if (first === undefined) return [];
  const people = [...new Set(plan.fixed.map(({ staffId }) => staffId))];
  const duties = people.flatMap((id) => fixedInScope(plan, asked.scope, id));
  const known = new Set(plan.staff.map(({ id }) => id));
  const posts = groupedBy(shiftsInScope(plan, asked.scope), ({ postId }) => postId);
  return [...posts].flatMap(([postId, [shift]]): Seam[] => {
    if (!shift) return [];
    const before = duties.filter(
      ({ seat, span }) => seat?.post.id === postId && span.start < shift.span.start,
    );
    const last = Math.max(...before.map(({ span }) => span.start));
    const stood = before.filter(
      ({ span, day }) =>
        span.start === last && blockOf(asked, first, day) === blockOf(asked, first, shift.day),
    );
    const staffIds = new Set(stood.map(({ staffId }) => staffId).filter((id) => known.has(id)));
    return staffIds.size > 0 ? [{ shift, staffIds, duties: stood }] : [];
  });
}

export const leaderContinuity = defineConstraint({
  code: 'leader-continuity',
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },

  reachDays: ({ blockDays, changeDay }) => (changeDay === 'period' || blockDays % 7 !== 0 ? 1 : blockDays),

  violations(plan, roster, asked) {
    const within = handovers(plan, asked).flatMap(([before, next]) =>
      roster
        .staffOf(next.id)
        .filter((staffId) => !roster.stands(staffId, before.id))
        .map((staffId) => ({ amount: 1, staffIds: [staffId], shiftIds: [before.id, next.id], params: {} })),
    );
    const beside = seams(plan, asked).flatMap(({ shift, staffIds, duties }) =>
      roster
        .staffOf(shift.id)
        .filter((staffId) => !staffIds.has(staffId))
        .map((staffId) => ({
          amount: 1,
          staffIds: [staffId],
          shiftIds: [shift.id],
          params: {},
          fixed: duties,
        })),
    );
    return [...within, ...beside];
  },

  terms(plan, asked, sink) {
    const coefficients = Int32Array.of(-1, 1);
    for (const [before, next] of handovers(plan, asked)) {
      const shifts = Int32Array.of(sink.shift(before.id), sink.shift(next.id));
      for (const person of sink.everyone) {
        const people = Int32Array.of(person);
        sink.counter({ blocks: [{ people, shifts, coefficients }], price: { kind: 'range', above: 0 } });
      }
    }
    for (const { shift, staffIds } of seams(plan, asked)) {
      const others = plan.staff.filter(({ id }) => !staffIds.has(id));
      if (others.length > 0)
        sink.mask(
          others.map(({ id }) => sink.person(id)),
          [sink.shift(shift.id)],
        );
    }
  },
});
