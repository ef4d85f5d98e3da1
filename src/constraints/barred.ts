/** Whom hard rules keep from a shift, whatever else they stand: by days off they have already earned, or by a limit of nought. */

import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import type { StaffMember } from '../domain/staff.ts';
import { compile } from './compile.ts';
import { ruledOut } from './ruled-out.ts';

export function barred(plan: Plan): (member: StaffMember, shift: Shift) => boolean {
  const { masks, rules } = compile({ ...plan, pins: [] });
  const closed = new Set<string>();
  for (const { blocks } of masks.filter(({ rule }) => rules[rule]?.level === 'hard')) {
    for (const { people, shifts } of blocks) {
      for (const p of people) for (const s of shifts) closed.add(`${p} ${s}`);
    }
  }
  const isOut = ruledOut(plan);
  const personAt = new Map(plan.staff.map((member, p) => [member, p]));
  const shiftAt = new Map(plan.shifts.map((shift, s) => [shift, s]));
  return (member, shift) =>
    isOut(member, shift) || closed.has(`${personAt.get(member)} ${shiftAt.get(shift)}`);
}
