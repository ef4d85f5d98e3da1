/** Which shifts a rule looks at, for rules that need not look at all of them: standby at home is not counted as hours. */

import { z } from 'zod';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { type Post, PRESENCES, TIERS } from '../domain/unit.ts';

/** Every part given must hold; an empty scope is every shift. */
export const shiftScope = z
  .strictObject({
    presence: z.enum(PRESENCES).optional(),
    tiers: z.array(z.enum(TIERS)).min(1).optional(),
    /** Post ids. */
    posts: z.array(z.string().min(1)).min(1).optional(),
  })
  .meta({ field: 'scope' })
  .default({});

export type ShiftScope = z.infer<typeof shiftScope>;

export function inScope(scope: ShiftScope, post: Pick<Post, 'id' | 'tier' | 'presence'>): boolean {
  return (
    (scope.presence === undefined || scope.presence === post.presence) &&
    (scope.tiers === undefined || scope.tiers.includes(post.tier)) &&
    (scope.posts === undefined || scope.posts.includes(post.id))
  );
}

/** Shifts of the posts in scope, in the plan's order. */
export function shiftsInScope(plan: Plan, scope: ShiftScope): Shift[] {
  const posts = new Set(plan.posts.filter((post) => inScope(scope, post)).map(({ id }) => id));
  return plan.shifts.filter((shift) => posts.has(shift.postId));
}

/** The person's fixed duties in scope, by start; a hand-typed one names no post, so it always counts. */
export function fixedInScope(plan: Plan, scope: ShiftScope, staffId: string): FixedDuty[] {
  return streamOf(plan.fixed)
    .of(staffId)
    .filter(({ seat }) => seat === undefined || inScope(scope, seat.post));
}
