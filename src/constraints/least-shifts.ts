/**
 * Everybody stands at least so many shifts in the period: a newcomer's share, a night for each driver. Nobody owes more than
 * the days on which they could stand one; with `most-shifts` beside it the number is exact.
 */

import { z } from 'zod';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import type { StaffMember } from '../domain/staff.ts';
import { defineConstraint } from './constraint.ts';
import { shiftsDuringLeave } from './leave.ts';
import { missingSkills } from './qualified.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  leastShifts: z.int().min(1).max(1000).default(1),
  scope: shiftScope,
  who: staffScope,
});

interface Owed {
  readonly staffId: string;
  readonly shifts: readonly Shift[];
  /** Those of them that the person has the skills for and is not on leave at. */
  readonly able: readonly Shift[];
  readonly least: number;
}

function owedOf(plan: Plan, { leastShifts, scope }: z.infer<typeof params>): Owed[] {
  const shifts = shiftsInScope(plan, scope);
  const leave = shiftsDuringLeave(plan);
  return plan.staff.map((member) => {
    const away = new Set(leave.get(member.id));
    const able = shifts.filter((shift) => isSkilled(plan, member, shift) && !away.has(shift));
    const days = new Set(able.map(({ day }) => day)).size;
    return { staffId: member.id, shifts, able, least: Math.min(leastShifts, days) };
  });
}

function isSkilled({ posts }: Plan, member: StaffMember, { postId }: Shift): boolean {
  const post = posts.find(({ id }) => id === postId);
  return post !== undefined && missingSkills(member, post).length === 0;
}

export const leastShifts = defineConstraint({
  code: 'least-shifts',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 20 }, params: params.parse({}) },

  violations(plan, roster, asked) {
    return owedOf(plan, asked).flatMap(({ staffId, shifts, least }) => {
      const stood = shifts.filter(({ id }) => roster.stands(staffId, id));
      if (stood.length >= least) return [];
      const params = { count: stood.length, least };
      const shiftIds = stood.map(({ id }) => id);
      return [{ amount: least - stood.length, staffIds: [staffId], shiftIds, params }];
    });
  },

  terms(plan, asked, sink) {
    for (const { staffId, shifts, least } of owedOf(plan, asked)) {
      const columns = Int32Array.from(shifts, ({ id }) => sink.shift(id));
      sink.counter({
        blocks: [
          {
            people: Int32Array.of(sink.person(staffId)),
            shifts: columns,
            coefficients: columns.map(() => 1),
          },
        ],
        price: { kind: 'range', below: least },
      });
    }
  },
});
