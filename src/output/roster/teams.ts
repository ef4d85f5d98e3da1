/**
 * Who stands what post most, and how heavy each person's load is. Loads of part-timers are reckoned as if full-time, as
 * the fairness rules do, so that they can be compared; the points themselves stand in `totals.ts`.
 */

import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { Post } from '../../domain/unit.ts';
import type { Rostered } from './seats.ts';
import { ledgerPoints, type Totals, totalsByPerson } from './totals.ts';

export interface Burden {
  readonly member: StaffMember;
  readonly totals: Totals;
  /** Points of earlier years, of this roster and of both, by share of full time. */
  readonly before: number;
  readonly now: number;
  readonly total: number;
  /** Others have points of earlier years and this person has none: just joined, neither owing nor owed. */
  readonly isNew: boolean;
}

export interface Team {
  readonly post: Post;
  readonly burdens: readonly Burden[];
  /** Of those who did not just join, as the rule of balance reckons. */
  readonly mean: number;
}

/** Teams in the order of posts; people in the order of the unit's lists. Whoever can stand no post is left out. */
export function teamsOf(rostered: Rostered): Team[] {
  const { plan, roster } = rostered;
  const index = new RosterIndex(plan, roster);
  const totalsOf = totalsByPerson(rostered);
  const known = ledgerPoints(plan);
  const members = new Map<string, Burden[]>(plan.posts.map(({ id }) => [id, []]));
  for (const member of inListOrder(plan.staff, plan.unit.listOrder)) {
    const shifts = index.shiftsOf(member.id);
    const totals = totalsOf(member.id);
    const before = totals.pointsBefore / member.share;
    const now = totals.points / member.share;
    const isNew = known.size > 0 && !known.has(member.id);
    const home = homePost(plan, member, (postId) => shifts.filter((shift) => shift.postId === postId).length);
    members.get(home)?.push({ member, totals, before, now, total: before + now, isNew });
  }
  return plan.posts.flatMap((post) => {
    const burdens = members.get(post.id) ?? [];
    return burdens.length === 0 ? [] : [{ post, burdens, mean: meanOf(burdens) }];
  });
}

function meanOf(burdens: readonly Burden[]): number {
  const known = burdens.filter(({ isNew }) => !isNew);
  const counted = known.length > 0 ? known : burdens;
  return counted.reduce((sum, { total }) => sum + total, 0) / counted.length;
}

/** Where the person stands most; without a shift, the first post the person is fit for. */
function homePost(plan: Plan, member: StaffMember, stands: (postId: string) => number): string {
  let home = plan.posts.find((post) => post.skills.every((skill) => member.skills.includes(skill)))?.id ?? '';
  let most = 0;
  for (const { id } of plan.posts) {
    if (stands(id) > most) {
      most = stands(id);
      home = id;
    }
  }
  return home;
}
