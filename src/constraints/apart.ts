/**
 * Two people are kept apart: not on the same shift, not on duty at the same time (parents of small children), or not on
 * the same day. Each pair of shifts, one of each person, that breaks this counts 1.
 */

import { z } from 'zod';
import { overlaps } from '../calendar/interval.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';
import { pairOf, staffPair } from './staff-pair.ts';

const APART = ['shift', 'time', 'day'] as const;

const params = z.strictObject({ staffIds: staffPair, within: z.enum(APART).default('shift') });

type Within = (typeof APART)[number];

function tooClose(within: Within, a: Shift, b: Shift): boolean {
  if (within === 'shift') return a.id === b.id;
  return within === 'day' ? a.day === b.day : overlaps(a.span, b.span);
}

/** Ordered pairs: the first person's shift, the second's. */
function pairsTooClose(within: Within, first: readonly Shift[], second: readonly Shift[]): [Shift, Shift][] {
  return first.flatMap((a) =>
    second.filter((b) => tooClose(within, a, b)).map((b): [Shift, Shift] => [a, b]),
  );
}

export const apart = defineConstraint({
  code: 'apart',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: { staffIds: [], within: 'shift' } },
  variant: ({ within }) => within,

  violations(_plan, roster, { staffIds, within }) {
    const [a, b] = pairOf(staffIds);
    return pairsTooClose(within, roster.shiftsOf(a), roster.shiftsOf(b)).map(([first, second]) => ({
      amount: 1,
      staffIds: [a, b],
      shiftIds: [...new Set([first.id, second.id])],
      params: {},
    }));
  },

  terms(plan, { staffIds, within }, sink) {
    const [a, b] = pairOf(staffIds).map((id) => Int32Array.of(sink.person(id)));
    if (!a || !b) return;
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
