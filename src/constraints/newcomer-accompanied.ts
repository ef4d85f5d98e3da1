/** A newcomer does not stand a shift without someone experienced on it: each newcomer on such a shift counts 1. */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';

const params = z.strictObject({ scope: shiftScope });

export const newcomerAccompanied = defineConstraint({
  code: 'newcomer-accompanied',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },

  violations(plan, roster, { scope }) {
    return shiftsInScope(plan, scope).flatMap(({ id }) => {
      const standing = roster.staffOf(id);
      const newcomers = standing.filter((staffId) => roster.staffById.get(staffId)?.newcomer);
      if (newcomers.length === 0 || newcomers.length < standing.length) return [];
      return [{ amount: newcomers.length, staffIds: newcomers, shiftIds: [id], params: {} }];
    });
  },

  /** v = newcomers − all newcomers there are × experienced: above 0 only where nobody is experienced. */
  terms(plan, { scope }, sink) {
    const indices = (newcomer: boolean): Int32Array =>
      Int32Array.from(
        plan.staff.filter((member) => member.newcomer === newcomer),
        ({ id }) => sink.person(id),
      );
    const newcomers = indices(true);
    const experienced = indices(false);
    if (newcomers.length === 0) return;
    for (const { id } of shiftsInScope(plan, scope)) {
      const shifts = Int32Array.of(sink.shift(id));
      sink.counter({
        blocks: [
          { people: newcomers, shifts, coefficients: Int32Array.of(1) },
          { people: experienced, shifts, coefficients: Int32Array.of(-newcomers.length) },
        ],
        price: { kind: 'range', above: 0 },
      });
    }
  },
});
