/**
 * Shifts that want more than their minimum are stood by as many as they want. Shifts whose target is their minimum are
 * `cover-minimum`'s alone, so that one gap is not told twice.
 */

import { z } from 'zod';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';

const params = z.strictObject({});

const wantsMore = ({ cover }: Shift): boolean => cover.target > cover.minimum;

export const coverTarget = defineConstraint({
  code: 'cover-target',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 500 }, params: {} },

  violations(plan, roster) {
    return plan.shifts.filter(wantsMore).flatMap((shift) => {
      const standing = roster.staffOf(shift.id).length;
      const missing = shift.cover.target - standing;
      if (missing <= 0) return [];
      const params = { missing, standing, target: shift.cover.target };
      return [{ amount: missing, staffIds: [], shiftIds: [shift.id], params }];
    });
  },

  terms(plan, _params, sink) {
    const one = Int32Array.of(1);
    for (const shift of plan.shifts.filter(wantsMore)) {
      sink.counter({
        blocks: [{ people: sink.everyone, shifts: Int32Array.of(sink.shift(shift.id)), coefficients: one }],
        price: { kind: 'range', below: shift.cover.target },
      });
    }
  },
});
