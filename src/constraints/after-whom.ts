/**
 * Who takes over from whom: the second always stands the next shift of the post after the first, or never does. Each shift that
 * one of the two stands without the other next to it, or that both stand one after the other, counts 1. It looks at the shifts
 * of the plan alone: nobody takes over from the period before.
 */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffGroup } from './staff-group.ts';

export const TAKE_OVERS = ['always', 'never'] as const;

const params = z.strictObject({
  /** Whom, and who comes after. */
  staffIds: staffGroup.max(2).meta({ field: 'people' }),
  takeOver: z.enum(TAKE_OVERS).default('always'),
  scope: shiftScope,
});

type Params = z.infer<typeof params>;

/** Each shift with the next of its post that begins when it is over, or later. */
function successions(plan: Plan, { scope }: Params): [Shift, Shift][] {
  return [...groupedBy(shiftsInScope(plan, scope), ({ postId }) => postId).values()].flatMap((shifts) =>
    shifts.flatMap((shift, i): [Shift, Shift][] => {
      const next = shifts.slice(i + 1).find(({ span }) => span.start >= shift.span.end);
      return next ? [[shift, next]] : [];
    }),
  );
}

export const afterWhom = defineConstraint({
  code: 'after-whom',
  kind: 'rule',
  params,
  defaults: {
    strength: { kind: 'soft', weight: 50 },
    params: { staffIds: [], takeOver: 'always', scope: {} },
  },
  variant: ({ takeOver }) => takeOver,

  violations(plan, roster, asked) {
    const [first = '', second = ''] = asked.staffIds;
    return successions(plan, asked).flatMap(([before, next]) => {
      const stands = [roster.stands(first, before.id), roster.stands(second, next.id)] as const;
      const isBroken = asked.takeOver === 'always' ? stands[0] !== stands[1] : stands[0] && stands[1];
      if (!isBroken) return [];
      const staffIds = [first, second].filter((_, i) => stands[i]);
      return [{ amount: 1, staffIds, shiftIds: [before.id, next.id], params: {} }];
    });
  },

  terms(plan, asked, sink) {
    const [first = '', second = ''] = asked.staffIds;
    const isAlways = asked.takeOver === 'always';
    for (const [before, next] of successions(plan, asked)) {
      const cell = (staffId: string, shift: Shift, coefficient: number) => ({
        people: Int32Array.of(sink.person(staffId)),
        shifts: Int32Array.of(sink.shift(shift.id)),
        coefficients: Int32Array.of(coefficient),
      });
      sink.counter({
        blocks: [cell(first, before, 1), cell(second, next, isAlways ? -1 : 1)],
        price: isAlways ? { kind: 'range', below: 0, above: 0 } : { kind: 'range', above: 1 },
      });
    }
  },
});
