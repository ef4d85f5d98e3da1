/**
 * One kind of shift does not follow another so many days later: no day shift on the day after a night, for one. Several
 * such pairs are several rules.
 */

import { z } from 'zod';
import { daysBetween } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint, type Finding } from './constraint.ts';

/** `any`, `night`, `day` (what is not night), or one pattern of one post as `post/pattern`. */
const shiftKind = z
  .string()
  .regex(/^(any|night|day|[^/]+\/[^/]+)$/)
  .meta({ field: 'shift-kind' });

const params = z.strictObject({
  from: shiftKind.default('night'),
  to: shiftKind.default('day'),
  /** Civil days between the two beginnings; 1 is the next day. */
  daysLater: z.int().min(1).max(30).default(1),
});

type Params = z.infer<typeof params>;

function isOfKind(kind: string, { night, postId, patternId }: Shift): boolean {
  if (kind === 'any') return true;
  if (kind === 'night') return night;
  if (kind === 'day') return !night;
  return kind === `${postId}/${patternId}`;
}

/** Shifts of `shifts` that may not follow a duty of that day: `followers` of the kind, exactly so many days later. */
function followers(shifts: readonly Shift[], day: Shift['day'], { to, daysLater }: Params): Shift[] {
  return shifts.filter((shift) => isOfKind(to, shift) && daysBetween(day, shift.day) === daysLater);
}

/** Duties before the period that count as the first of a pair. They name no post, so a pattern never fits them. */
function firstBefore(plan: Plan, { from }: Params): Plan['past'] {
  return plan.past.filter(({ night }) => from === 'any' || from === (night ? 'night' : 'day'));
}

export const forbiddenSuccession = defineConstraint({
  code: 'forbidden-succession',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },

  violations(plan, roster, pair) {
    const found: Finding[] = [];
    for (const { id } of plan.staff) {
      const shifts = roster.shiftsOf(id);
      for (const { staffId, day } of firstBefore(plan, pair)) {
        if (staffId !== id) continue;
        for (const next of followers(shifts, day, pair)) {
          found.push({
            amount: 1,
            staffIds: [id],
            shiftIds: [next.id],
            params: { daysLater: pair.daysLater },
          });
        }
      }
      for (const first of shifts.filter((shift) => isOfKind(pair.from, shift))) {
        for (const next of followers(shifts, first.day, pair)) {
          const shiftIds = [first.id, next.id];
          found.push({ amount: 1, staffIds: [id], shiftIds, params: { daysLater: pair.daysLater } });
        }
      }
    }
    return found;
  },

  terms(plan, pair, sink) {
    for (const first of plan.shifts.filter((shift) => isOfKind(pair.from, shift))) {
      for (const next of followers(plan.shifts, first.day, pair)) {
        sink.conflict(sink.shift(first.id), sink.shift(next.id));
      }
    }
    for (const duty of firstBefore(plan, pair)) {
      sink.mask(
        [sink.person(duty.staffId)],
        followers(plan.shifts, duty.day, pair).map(({ id }) => sink.shift(id)),
      );
    }
  },
});
