/** Nobody stands a shift that overlaps their leave, not even by a minute. */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { shiftsDuringLeave } from './leave.ts';

const params = z.strictObject({});

export const available = defineConstraint({
  code: 'available',
  personal: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: {} },

  violations(plan, roster) {
    return [...shiftsDuringLeave(plan)].flatMap(([staffId, shifts]) =>
      shifts
        .filter((shift) => roster.stands(staffId, shift.id))
        .map((shift) => ({ amount: 1, staffIds: [staffId], shiftIds: [shift.id], params: {} })),
    );
  },

  terms(plan, _params, sink) {
    for (const [staffId, shifts] of shiftsDuringLeave(plan)) {
      sink.mask(
        [sink.person(staffId)],
        shifts.map((shift) => sink.shift(shift.id)),
      );
    }
  },
});
