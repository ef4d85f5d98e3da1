/** Two people stand the same shifts: each shift that one of them stands without the other counts 1. */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { pairOf, staffPair } from './staff-pair.ts';

const params = z.strictObject({ staffIds: staffPair, scope: shiftScope });

export const together = defineConstraint({
  code: 'together',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: { staffIds: [], scope: {} } },

  violations(plan, roster, { staffIds, scope }) {
    const [a, b] = pairOf(staffIds);
    return shiftsInScope(plan, scope)
      .filter(({ id }) => roster.stands(a, id) !== roster.stands(b, id))
      .map(({ id }) => ({ amount: 1, staffIds: [roster.stands(a, id) ? a : b], shiftIds: [id], params: {} }));
  },

  terms(plan, { staffIds, scope }, sink) {
    const [a, b] = pairOf(staffIds).map((id) => Int32Array.of(sink.person(id)));
    if (!a || !b) return;
    for (const { id } of shiftsInScope(plan, scope)) {
      const shifts = Int32Array.of(sink.shift(id));
      sink.counter({
        blocks: [
          { people: a, shifts, coefficients: Int32Array.of(1) },
          { people: b, shifts, coefficients: Int32Array.of(-1) },
        ],
        price: { kind: 'range', below: 0, above: 0 },
      });
    }
  },
});
