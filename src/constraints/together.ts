/**
 * People stand the same shifts: two, or a whole team (kíp, tua). At each shift every two of them of whom one stands without
 * the other count 1. Where a member on leave is replaced, the others stand on without asking for that member.
 */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import { defineConstraint } from './constraint.ts';
import { shiftsDuringLeave } from './leave.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { pairsOf, staffGroup } from './staff-group.ts';

/** What becomes of the others while one is on leave: they are off too, or stand with whoever takes the seat. */
export const ON_LEAVE = ['all-off', 'replaced'] as const;

const params = z.strictObject({
  staffIds: staffGroup,
  onLeave: z.enum(ON_LEAVE).default('all-off'),
  scope: shiftScope,
});

type Params = z.infer<typeof params>;

/** Who of the team is bound at a shift. */
function teamAt(plan: Plan, { staffIds, onLeave }: Params): (shiftId: string) => readonly string[] {
  if (onLeave === 'all-off') return () => staffIds;
  const leave = shiftsDuringLeave(plan);
  const away = new Map(staffIds.map((id) => [id, new Set((leave.get(id) ?? []).map((shift) => shift.id))]));
  return (shiftId) => staffIds.filter((id) => !away.get(id)?.has(shiftId));
}

export const together = defineConstraint({
  code: 'together',
  kind: 'rule',
  params,
  defaults: {
    strength: { kind: 'soft', weight: 50 },
    params: { staffIds: [], onLeave: 'all-off', scope: {} },
  },
  variant: ({ onLeave }) => onLeave,

  violations(plan, roster, asked) {
    const team = teamAt(plan, asked);
    return shiftsInScope(plan, asked.scope).flatMap(({ id }) => {
      const bound = team(id);
      const standing = bound.filter((staffId) => roster.stands(staffId, id));
      const amount = standing.length * (bound.length - standing.length);
      return amount === 0 ? [] : [{ amount, staffIds: standing, shiftIds: [id], params: {} }];
    });
  },

  terms(plan, asked, sink) {
    const team = teamAt(plan, asked);
    for (const { id } of shiftsInScope(plan, asked.scope)) {
      const shifts = Int32Array.of(sink.shift(id));
      for (const [a, b] of pairsOf(team(id))) {
        sink.counter({
          blocks: [
            { people: Int32Array.of(sink.person(a)), shifts, coefficients: Int32Array.of(1) },
            { people: Int32Array.of(sink.person(b)), shifts, coefficients: Int32Array.of(-1) },
          ],
          price: { kind: 'range', below: 0, above: 0 },
        });
      }
    }
  },
});
