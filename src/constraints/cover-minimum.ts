/** Every shift is stood by at least its minimum: each person missing is an uncovered seat. */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';

const params = z.strictObject({});

export const coverMinimum = defineConstraint({
  code: 'cover-minimum',
  kind: 'rule',
  level: 'cover',
  params,
  defaults: { strength: { kind: 'soft', weight: 1 }, params: {} },

  violations(plan, roster) {
    return plan.shifts.flatMap((shift) => {
      const standing = roster.staffOf(shift.id).length;
      const missing = shift.cover.minimum - standing;
      if (missing <= 0) return [];
      const params = { missing, standing, minimum: shift.cover.minimum };
      return [{ amount: missing, staffIds: [], shiftIds: [shift.id], params }];
    });
  },

  terms(plan, _params, sink) {
    const one = Int32Array.of(1);
    for (const shift of plan.shifts) {
      if (shift.cover.minimum <= 0) continue;
      sink.counter({
        blocks: [{ people: sink.everyone, shifts: Int32Array.of(sink.shift(shift.id)), coefficients: one }],
        price: { kind: 'range', below: shift.cover.minimum },
      });
    }
  },
});
