/**
 * People are kept apart, each from each: not on the same shift, not on duty at the same time (parents of small children), or
 * not on the same day. Each pair of shifts of two of them that breaks this counts 1. Where time or day is meant, one of the
 * two may be a duty of another period.
 */

import { z } from 'zod';
import { overlaps } from '../calendar/interval.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { fixedInScope, type ShiftScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { pairsOf, staffGroup } from './staff-group.ts';

const APART = ['shift', 'time', 'day'] as const;

const params = z.strictObject({
  staffIds: staffGroup,
  within: z.enum(APART).default('shift'),
  scope: shiftScope,
});

type Within = (typeof APART)[number];

type Duty = Pick<Shift, 'day' | 'span'>;

function areTooClose(within: Within, a: Duty, b: Duty): boolean {
  return within === 'day' ? a.day === b.day : overlaps(a.span, b.span);
}

/** Ordered pairs: the first person's shift, the second's. */
function pairsTooClose(within: Within, first: readonly Shift[], second: readonly Shift[]): [Shift, Shift][] {
  return first.flatMap((a) =>
    second
      .filter((b) => (within === 'shift' ? a.id === b.id : areTooClose(within, a, b)))
      .map((b): [Shift, Shift] => [a, b]),
  );
}

/** Shifts of one of the two beside duties that the other stands in other periods. */
function besideOther(
  plan: Plan,
  shifts: readonly Shift[],
  { within, other, scope }: { readonly within: Within; readonly other: string; readonly scope: ShiftScope },
): [FixedDuty, Shift][] {
  if (within === 'shift') return [];
  return fixedInScope(plan, scope, other).flatMap((duty) =>
    shifts
      .filter((shift) => areTooClose(within, shift, duty))
      .map((shift): [FixedDuty, Shift] => [duty, shift]),
  );
}

export const apart = defineConstraint({
  code: 'apart',
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: { staffIds: [], within: 'shift', scope: {} } },
  variant: ({ within }) => within,

  violations(plan, roster, { staffIds, within, scope }) {
    const inside = new Set(shiftsInScope(plan, scope));
    const shiftsOf = (id: string): Shift[] => roster.shiftsOf(id).filter((shift) => inside.has(shift));
    return pairsOf(staffIds).flatMap(([a, b]) => {
      const about = { amount: 1, staffIds: [a, b], params: {} };
      const beside = (own: string, other: string): Finding[] =>
        besideOther(plan, shiftsOf(own), { within, other, scope }).map(([duty, shift]) => ({
          ...about,
          shiftIds: [shift.id],
          fixed: [duty],
        }));
      const pairs = pairsTooClose(within, shiftsOf(a), shiftsOf(b));
      return [
        ...pairs.map(([first, second]) => ({ ...about, shiftIds: [...new Set([first.id, second.id])] })),
        ...beside(a, b),
        ...beside(b, a),
      ];
    });
  },

  terms(plan, { staffIds, within, scope }, sink) {
    const inside = shiftsInScope(plan, scope);
    for (const own of staffIds) {
      for (const other of staffIds.filter((id) => id !== own)) {
        for (const [, shift] of besideOther(plan, inside, { within, other, scope })) {
          sink.mask([sink.person(own)], [sink.shift(shift.id)]);
        }
      }
    }
    const tooClose = pairsTooClose(within, inside, inside);
    const coefficients = Int32Array.of(1);
    for (const [one, other] of pairsOf(staffIds)) {
      for (const [first, second] of tooClose) {
        sink.counter({
          blocks: [
            {
              people: Int32Array.of(sink.person(one)),
              shifts: Int32Array.of(sink.shift(first.id)),
              coefficients,
            },
            {
              people: Int32Array.of(sink.person(other)),
              shifts: Int32Array.of(sink.shift(second.id)),
              coefficients,
            },
          ],
          price: { kind: 'range', above: 1 },
        });
      }
    }
  },
});
