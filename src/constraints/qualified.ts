/** Whoever stands a shift has every skill its post needs. */

import { z } from 'zod';
import type { StaffMember } from '../domain/staff.ts';
import type { Post } from '../domain/unit.ts';
import { defineConstraint } from './constraint.ts';

const params = z.strictObject({});

/** The skills of the post that the person lacks, in the post's order. */
export function missingSkills(member: StaffMember, post: Post): string[] {
  return post.skills.filter((skill) => !member.skills.includes(skill));
}

export const qualified = defineConstraint({
  code: 'qualified',
  personal: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: {} },

  violations(plan, roster) {
    return plan.shifts.flatMap((shift) =>
      roster.staffOf(shift.id).flatMap((staffId) => {
        const member = roster.staffById.get(staffId);
        const post = roster.postById.get(shift.postId);
        const missing = member && post ? missingSkills(member, post) : [];
        if (missing.length === 0) return [];
        const params = { skills: missing.join(', ') };
        return [{ amount: 1, staffIds: [staffId], shiftIds: [shift.id], params }];
      }),
    );
  },

  terms(plan, _params, sink) {
    for (const post of plan.posts) {
      const unqualified = plan.staff.filter((member) => missingSkills(member, post).length > 0);
      const shifts = plan.shifts.filter((shift) => shift.postId === post.id);
      sink.mask(
        unqualified.map((member) => sink.person(member.id)),
        shifts.map((shift) => sink.shift(shift.id)),
      );
    }
  },
});
