/**
 * One kind of shift does not follow another so many days later: no day shift on the day after a night, for one. Several
 * such pairs are several rules.
 */

import { z } from 'zod';
import { daysBetween } from '../calendar/day.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { staffScope } from './staff-scope.ts';

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
  who: staffScope,
});

type Params = z.infer<typeof params>;

/** A duty of this period or another one; hand-typed ones name no post, so a pattern never fits them. */
interface Duty {
  readonly day: Shift['day'];
  readonly night: boolean;
  readonly pattern?: string;
}

function isOfKind(kind: string, { night, pattern }: Duty): boolean {
  if (kind === 'any') return true;
  if (kind === 'night') return night;
  if (kind === 'day') return !night;
  return kind === pattern;
}

const ofShift = ({ day, night, postId, patternId }: Shift): Duty => ({
  day,
  night,
  pattern: `${postId}/${patternId}`,
});

const ofFixed = ({ day, night, seat }: FixedDuty): Duty => ({
  day,
  night,
  ...(seat ? { pattern: `${seat.post.id}/${seat.patternId}` } : {}),
});

/** Whether `next` follows `first` as it may not. */
function isForbidden({ from, to, daysLater }: Params, first: Duty, next: Duty): boolean {
  return isOfKind(from, first) && isOfKind(to, next) && daysBetween(first.day, next.day) === daysLater;
}

/** Pairs of shifts of which the second may not follow the first. */
function forbiddenPairs(shifts: readonly Shift[], pair: Params): [Shift, Shift][] {
  return shifts
    .filter((shift) => isOfKind(pair.from, ofShift(shift)))
    .flatMap((first) =>
      shifts
        .filter((next) => isForbidden(pair, ofShift(first), ofShift(next)))
        .map((next): [Shift, Shift] => [first, next]),
    );
}

/** The person's fixed duties with the shifts that may not come before or after them. */
function forbiddenBeside(
  plan: Plan,
  shifts: readonly Shift[],
  { staffId, pair }: { readonly staffId: string; readonly pair: Params },
): [FixedDuty, Shift][] {
  return streamOf(plan.fixed)
    .of(staffId)
    .flatMap((duty) =>
      shifts
        .filter(
          (shift) =>
            isForbidden(pair, ofFixed(duty), ofShift(shift)) ||
            isForbidden(pair, ofShift(shift), ofFixed(duty)),
        )
        .map((shift): [FixedDuty, Shift] => [duty, shift]),
    );
}

export const forbiddenSuccession = defineConstraint({
  code: 'forbidden-succession',
  personal: true,
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },
  reachDays: ({ daysLater }) => daysLater + 1,

  violations(plan, roster, pair) {
    const params = { daysLater: pair.daysLater };
    return plan.staff.flatMap(({ id }): Finding[] => {
      const shifts = roster.shiftsOf(id);
      const beside = forbiddenBeside(plan, shifts, { staffId: id, pair });
      return [
        ...beside.map(([duty, shift]) => ({
          amount: 1,
          staffIds: [id],
          shiftIds: [shift.id],
          params,
          fixed: [duty],
        })),
        ...forbiddenPairs(shifts, pair).map(([first, next]) => ({
          amount: 1,
          staffIds: [id],
          shiftIds: [first.id, next.id],
          params,
        })),
      ];
    });
  },

  terms(plan, pair, sink) {
    for (const [first, next] of forbiddenPairs(plan.shifts, pair)) {
      sink.conflict(sink.shift(first.id), sink.shift(next.id));
    }
    for (const { id } of plan.staff) {
      for (const [, shift] of forbiddenBeside(plan, plan.shifts, { staffId: id, pair })) {
        sink.mask([sink.person(id)], [sink.shift(shift.id)]);
      }
    }
  },
});
