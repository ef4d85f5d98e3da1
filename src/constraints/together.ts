/**
 * People stand together: two, or a whole team (kíp, tua). At each shift – or, where each has a post of their own, at all shifts of the
 * same hours, or of the same day – every two of them count by how many more shifts one stands than the other: 1 for each that
 * one stands alone. Where a member on leave is replaced, the others stand on without asking for that member.
 */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { shiftsDuringLeave } from './leave.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { pairsOf, staffGroup } from './staff-group.ts';

/** What becomes of the others while one is on leave: they are off too, or stand with whoever takes the seat. */
export const ON_LEAVE = ['all-off', 'replaced'] as const;

/** On one shift of one post; at the same hours, each at any post; on the same day, each at any post and hour. */
export const BONDS = ['shift', 'hours', 'day'] as const;

const params = z.strictObject({
  staffIds: staffGroup,
  bond: z.enum(BONDS).default('shift'),
  onLeave: z.enum(ON_LEAVE).default('all-off'),
  scope: shiftScope,
});

type Params = z.infer<typeof params>;

/** Shifts that are one as far as the team goes, and who of it is bound there. */
interface Occasion {
  readonly shifts: readonly Shift[];
  readonly bound: readonly string[];
}

export function occasionsOf(plan: Plan, { staffIds, bond, onLeave, scope }: Params): Occasion[] {
  const nameOf = ({ id, day, span }: Shift): string =>
    bond === 'shift' ? id : bond === 'hours' ? `${span.start} ${span.end}` : day;
  const leave = shiftsDuringLeave(plan);
  const away = new Map(staffIds.map((id) => [id, new Set(leave.get(id))]));
  const isAway = (id: string, shifts: readonly Shift[]): boolean =>
    shifts.every((shift) => away.get(id)?.has(shift));
  return [...groupedBy(shiftsInScope(plan, scope), nameOf).values()].map((shifts) => ({
    shifts,
    bound: onLeave === 'all-off' ? staffIds : staffIds.filter((id) => !isAway(id, shifts)),
  }));
}

export const together = defineConstraint({
  code: 'together',
  kind: 'rule',
  params,
  defaults: {
    strength: { kind: 'soft', weight: 50 },
    params: { staffIds: [], bond: 'shift', onLeave: 'all-off', scope: {} },
  },
  variant: ({ onLeave }) => onLeave,

  violations(plan, roster, asked) {
    return occasionsOf(plan, asked).flatMap(({ shifts, bound }) => {
      const stood = new Map(bound.map((id) => [id, shifts.filter((shift) => roster.stands(id, shift.id))]));
      const countOf = (id: string): number => stood.get(id)?.length ?? 0;
      const amount = pairsOf(bound).reduce((sum, [a, b]) => sum + Math.abs(countOf(a) - countOf(b)), 0);
      if (amount === 0) return [];
      const standing = new Set([...stood.values()].flat());
      const shiftIds = shifts.filter((shift) => standing.has(shift)).map(({ id }) => id);
      return [{ amount, staffIds: bound.filter((id) => countOf(id) > 0), shiftIds, params: {} }];
    });
  },

  terms(plan, asked, sink) {
    for (const { shifts: meant, bound } of occasionsOf(plan, asked)) {
      const shifts = Int32Array.from(meant, ({ id }) => sink.shift(id));
      const each = (coefficient: number): Int32Array => shifts.map(() => coefficient);
      for (const [a, b] of pairsOf(bound)) {
        sink.counter({
          blocks: [
            { people: Int32Array.of(sink.person(a)), shifts, coefficients: each(1) },
            { people: Int32Array.of(sink.person(b)), shifts, coefficients: each(-1) },
          ],
          price: { kind: 'range', below: 0, above: 0 },
        });
      }
    }
  },
});
