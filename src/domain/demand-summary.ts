/** A glance at whether a plan can be covered at all: hours asked for and hours people could be there, by skill. */

import { type Instant, type Interval, minutesBetween, sharedMinutes } from '../calendar/interval.ts';
import type { Plan } from './plan.ts';
import { hasSkills } from './plan-warnings.ts';
import type { StaffMember } from './staff.ts';

export interface SkillDemand {
  readonly skill: string;
  /** People who have it. One with two skills counts under both. */
  readonly people: number;
  /** Seats × hours of the shifts that ask for it, at minimum cover. */
  readonly neededHours: number;
  /** Hours of the period in which those people are not on leave, by share of full time. */
  readonly availableHours: number;
}

/**
 * By skill, in the order in which the posts name them. Rest halves what people can truly give: with as much rest as
 * duty, `neededHours` over half of `availableHours` cannot be covered, and under it may still fail.
 */
export function summariseDemand(plan: Plan): SkillDemand[] {
  const skills = [...new Set(plan.posts.flatMap((post) => post.skills))];
  return skills.map((skill) => {
    const people = plan.staff.filter((member) => member.skills.includes(skill));
    const minutes = people.reduce((sum, member) => sum + availableMinutes(member, plan), 0);
    return {
      skill,
      people: people.length,
      neededHours: neededMinutes(skill, plan) / 60,
      availableHours: Math.round(minutes / 60),
    };
  });
}

/** All shifts against everyone who may stand at least one of them: people of two skills are counted once. */
export function summariseWhole(plan: Plan): Omit<SkillDemand, 'skill'> {
  const able = plan.staff.filter((member) => plan.posts.some((post) => hasSkills(member, post)));
  const minutes = able.reduce((sum, member) => sum + availableMinutes(member, plan), 0);
  const needed = plan.shifts.reduce((sum, shift) => sum + shift.minutes * shift.cover.minimum, 0);
  return { people: able.length, neededHours: needed / 60, availableHours: Math.round(minutes / 60) };
}

function neededMinutes(skill: string, { posts, shifts }: Plan): number {
  const asking = new Set(posts.filter((post) => post.skills.includes(skill)).map((post) => post.id));
  return shifts
    .filter((shift) => asking.has(shift.postId))
    .reduce((sum, shift) => sum + shift.minutes * shift.cover.minimum, 0);
}

function availableMinutes(member: StaffMember, { period: { span, parts = [span] }, leave }: Plan): number {
  const away = leave.filter((each) => each.staffId === member.id).map((each) => each.span);
  const free = (part: Interval): number => minutesBetween(part.start, part.end) - unionMinutes(away, part);
  return member.share * parts.reduce((sum, part) => sum + free(part), 0);
}

/** Minutes of `within` that at least one of the spans takes. */
function unionMinutes(spans: readonly Interval[], within: Interval): number {
  let reached: Instant = within.start;
  let sum = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end <= reached) continue;
    const fresh = { start: span.start > reached ? span.start : reached, end: span.end };
    sum += sharedMinutes(fresh, within);
    reached = span.end;
  }
  return sum;
}
