/**
 * Two people are kept apart: not on the same shift, not on duty at the same time (parents of small children), or not on
 * the same day. Each pair of shifts, one of each person, that breaks this counts 1. Where time or day is meant, one of the
 * two may be a duty of another period.
 */

import { z } from 'zod';
import { overlaps } from '../calendar/interval.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { pairOf, staffPair } from './staff-pair.ts';

const APART = ['shift', 'time', 'day'] as const;

const params = z.strictObject({ staffIds: staffPair, within: z.enum(APART).default('shift') });

type Within = (typeof APART)[number];

type Duty = Pick<Shift, 'day' | 'span'>;

function tooClose(within: Within, a: Duty, b: Duty): boolean {
  return within === 'day' ? a.day === b.day : overlaps(a.span, b.span);
}

/** Ordered pairs: the first person's shift, the second's. */
function pairsTooClose(within: Within, first: readonly Shift[], second: readonly Shift[]): [Shift, Shift][] {
  return first.flatMap((a) =>
    second
      .filter((b) => (within === 'shift' ? a.id === b.id : tooClose(within, a, b)))
      .map((b): [Shift, Shift] => [a, b]),
  );
}

/** Shifts of one of the two beside duties that the other stands in other periods. */
function besideOther(
  plan: Plan,
  shifts: readonly Shift[],
  { within, other }: { readonly within: Within; readonly other: string },
): [FixedDuty, Shift][] {
  if (within === 'shift') return [];
  return streamOf(plan.fixed)
    .of(other)
    .flatMap((duty) =>
      shifts
        .filter((shift) => tooClose(within, shift, duty))
        .map((shift): [FixedDuty, Shift] => [duty, shift]),
    );
}

export const apart = defineConstraint({
  code: 'apart',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: { staffIds: [], within: 'shift' } },
  variant: ({ within }) => within,

  violations(plan, roster, { staffIds, within }) {
    const [a, b] = pairOf(staffIds);
    const about = { amount: 1, staffIds: [a, b], params: {} };
    const beside = (own: string, other: string): Finding[] =>
      besideOther(plan, roster.shiftsOf(own), { within, other }).map(([duty, shift]) => ({
        ...about,
        shiftIds: [shift.id],
        fixed: [duty],
      }));
    const pairs = pairsTooClose(within, roster.shiftsOf(a), roster.shiftsOf(b));
    return [
      ...pairs.map(([first, second]) => ({ ...about, shiftIds: [...new Set([first.id, second.id])] })),
      ...beside(a, b),
      ...beside(b, a),
    ];
  },

  terms(plan, { staffIds, within }, sink) {
    const [one, two] = pairOf(staffIds);
    for (const [own, other] of [
      [one, two],
      [two, one],
    ] as const) {
      for (const [, shift] of besideOther(plan, plan.shifts, { within, other })) {
        sink.mask([sink.person(own)], [sink.shift(shift.id)]);
      }
    }
    const a = Int32Array.of(sink.person(one));
    const b = Int32Array.of(sink.person(two));
    const coefficients = Int32Array.of(1);
    for (const [first, second] of pairsTooClose(within, plan.shifts, plan.shifts)) {
      sink.counter({
        blocks: [
          { people: a, shifts: Int32Array.of(sink.shift(first.id)), coefficients },
          { people: b, shifts: Int32Array.of(sink.shift(second.id)), coefficients },
        ],
        price: { kind: 'range', above: 1 },
      });
    }
  },
});
