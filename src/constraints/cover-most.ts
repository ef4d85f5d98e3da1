/** No shift is stood by more people than it wants. */

import { z } from 'zod';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';

const params = z.strictObject({});

const mostOn = ({ cover }: Shift): number => Math.max(cover.minimum, cover.target);

export const coverMost = defineConstraint({
  code: 'cover-most',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: {} },

  violations(plan, roster) {
    return plan.shifts.flatMap((shift) => {
      const standing = roster.staffOf(shift.id);
      const extra = standing.length - mostOn(shift);
      if (extra <= 0) return [];
      const params = { extra, standing: standing.length, most: mostOn(shift) };
      return [{ amount: extra, staffIds: standing, shiftIds: [shift.id], params }];
    });
  },

  terms(plan, _params, sink) {
    const one = Int32Array.of(1);
    for (const shift of plan.shifts) {
      sink.counter({
        blocks: [{ people: sink.everyone, shifts: Int32Array.of(sink.shift(shift.id)), coefficients: one }],
        price: { kind: 'range', above: mostOn(shift) },
      });
    }
  },
});
