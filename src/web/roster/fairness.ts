/**
 * Burden person by person: points of earlier years, points of this period, and the mean of the team. Loads of
 * part-timers are counted as if full-time, as the fairness rules do, so that bars can be compared.
 */

import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Post } from '../../domain/unit.ts';
import type { Rostered } from './seats.ts';

export interface Burden {
  readonly member: StaffMember;
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

/** Teams in the order of posts; people in the order of the plan. Whoever can stand no post is left out. */
export function teamsOf({ plan, roster }: Rostered): Team[] {
  const index = new RosterIndex(plan, roster);
  const before = ledgerPoints(plan);
  const members = new Map<string, Burden[]>(plan.posts.map(({ id }) => [id, []]));
  for (const member of plan.staff) {
    const shifts = index.shiftsOf(member.id);
    const now = shifts.reduce((sum, { points }) => sum + points, 0) / member.share;
    const past = (before.get(member.id) ?? 0) / member.share;
    const home = homePost(plan, member, (postId) => shifts.filter((shift) => shift.postId === postId).length);
    const isNew = before.size > 0 && !before.has(member.id);
    members.get(home)?.push({ member, before: past, now, total: past + now, isNew });
  }
  return plan.posts.flatMap((post) => {
    const burdens = members.get(post.id) ?? [];
    if (burdens.length === 0) return [];
    return [{ post, burdens, mean: meanOf(burdens) }];
  });
}

function meanOf(burdens: readonly Burden[]): number {
  const known = burdens.filter(({ isNew }) => !isNew);
  const counted = known.length > 0 ? known : burdens;
  return counted.reduce((sum, { total }) => sum + total, 0) / counted.length;
}

function ledgerPoints(plan: Plan): Map<string, number> {
  const points = new Map<string, number>();
  for (const { staffId, kind, amount } of plan.ledger) {
    if (kind === 'points') points.set(staffId, (points.get(staffId) ?? 0) + amount);
  }
  return points;
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
