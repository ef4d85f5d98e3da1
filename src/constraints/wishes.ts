/**
 * People are spared the shifts they asked not to stand, and given one in the time they asked for. A wish against counts its
 * weight for each shift that overlaps it; a wish for counts its weight once, when no shift begins in it. A wish for a time
 * in which the plan has no shift cannot be granted and counts nothing.
 */

import { z } from 'zod';
import { contains, overlaps } from '../calendar/interval.ts';
import type { Wish } from '../domain/availability.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

/** With `who` and a rule for each, the wishes of those long in service weigh more. */
const params = z.strictObject({ scope: shiftScope, who: staffScope });

/** The shifts that a wish is about, in the plan's order. */
function shiftsOfWish(shifts: readonly Shift[], { direction, span, postId }: Wish): Shift[] {
  return shifts
    .filter((shift) => postId === undefined || shift.postId === postId)
    .filter((shift) =>
      direction === 'against' ? overlaps(span, shift.span) : contains(span, shift.span.start),
    );
}

export const wishes = defineConstraint({
  code: 'wishes',
  personal: true,
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 10 }, params: { scope: {} } },

  violations(plan, roster, { scope }) {
    const inside = shiftsInScope(plan, scope);
    return plan.wishes.flatMap((wish) => {
      const { staffId, direction, weight } = wish;
      const about = shiftsOfWish(inside, wish);
      const stood = about.filter((shift) => roster.stands(staffId, shift.id));
      const finding = { amount: weight, staffIds: [staffId], params: { weight } };
      if (direction === 'against') return stood.map(({ id }) => ({ ...finding, shiftIds: [id] }));
      return about.length === 0 || stood.length > 0
        ? []
        : [{ ...finding, shiftIds: about.map(({ id }) => id) }];
    });
  },

  terms(plan, { scope }, sink) {
    const inside = shiftsInScope(plan, scope);
    for (const wish of plan.wishes) {
      const person = sink.person(wish.staffId);
      const shifts = shiftsOfWish(inside, wish).map(({ id }) => sink.shift(id));
      if (wish.direction === 'against') sink.mask([person], shifts, wish.weight);
      else if (shifts.length > 0) {
        const granted = { people: Int32Array.of(person), shifts: Int32Array.from(shifts) };
        const coefficients = Int32Array.from(shifts, () => wish.weight);
        sink.counter({
          blocks: [{ ...granted, coefficients }],
          price: { kind: 'range', below: wish.weight },
        });
      }
    }
  },
});
