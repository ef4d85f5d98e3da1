/**
 * A newcomer does not stand a shift without someone experienced on it: each newcomer on such a shift counts 1. Where the rule
 * holds for some people, the newcomers among them ask for company, of whoever is experienced.
 */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope, wholePlan } from './staff-scope.ts';

const params = z.strictObject({ scope: shiftScope, who: staffScope });

export const newcomerAccompanied = defineConstraint({
  code: 'newcomer-accompanied',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },

  violations(plan, roster, { scope }) {
    return shiftsInScope(plan, scope).flatMap(({ id }) => {
      const isNew = (staffId: string): boolean => roster.whole.staffById.get(staffId)?.newcomer === true;
      const newcomers = roster.staffOf(id).filter(isNew);
      if (newcomers.length === 0 || !roster.whole.staffOf(id).every(isNew)) return [];
      return [{ amount: newcomers.length, staffIds: newcomers, shiftIds: [id], params: {} }];
    });
  },

  /** v = newcomers − all newcomers meant × experienced: above 0 only where nobody is experienced. */
  terms(plan, { scope }, sink) {
    const indices = ({ staff }: Plan, newcomer: boolean): Int32Array =>
      Int32Array.from(
        staff.filter((member) => member.newcomer === newcomer),
        ({ id }) => sink.person(id),
      );
    const newcomers = indices(plan, true);
    const experienced = indices(wholePlan(plan), false);
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
