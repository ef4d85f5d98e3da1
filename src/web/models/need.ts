/** A glance at whether a period can be covered: hours asked for and there, by skill; and days that are short of people. */

import { overlaps } from '../../calendar/interval.ts';
import { summariseDemand } from '../../domain/demand-summary.ts';
import type { Plan } from '../../domain/plan.ts';
import { hasSkills } from '../../domain/plan-warnings.ts';
import { formatNumber } from '../../i18n/translate.ts';
import type { Visit } from '../visit.ts';
import { type DayHead, dayHead } from './day-head.ts';

export interface Need {
  readonly skills: readonly {
    readonly skill: string;
    readonly people: string;
    readonly needed: string;
    readonly available: string;
    /** Percent of what can be given with as much rest as duty, at most 100. */
    readonly used: number;
    readonly short: boolean;
    readonly words: string;
  }[];
  readonly days: readonly { readonly head: DayHead; readonly words: string; readonly short: boolean }[];
  readonly shortDays: number;
}

/** With as much rest as duty, people give at most this share of the time they are there. */
const SHARE_OF_TIME = 0.5;

export function needOf({ language, say }: Visit, plan: Plan): Need {
  const days = plan.days.map((day) => {
    const worst = plan.posts
      .map((post) => shortOf(plan, post.id, day))
      .reduce((a, b) => (b.missing > a.missing ? b : a), { missing: 0, name: '' });
    return {
      head: dayHead(language, day),
      short: worst.missing > 0,
      words:
        worst.missing > 0
          ? say('editor.need.day-short', { count: worst.missing, post: worst.name })
          : say('editor.need.day-enough'),
    };
  });
  return {
    skills: summariseDemand(plan).map(({ skill, people, neededHours, availableHours }) => {
      const given = availableHours * SHARE_OF_TIME;
      const used = given === 0 ? 1 : neededHours / given;
      return {
        skill,
        people: formatNumber(language, people),
        needed: formatNumber(language, Math.round(neededHours)),
        available: formatNumber(language, Math.round(given)),
        used: Math.min(100, Math.round(used * 100)),
        short: used > 1,
        words: say(used > 1 ? 'editor.need.skill-short' : 'editor.need.skill-enough', {
          share: Math.round(used * 100),
        }),
      };
    }),
    days,
    shortDays: days.filter(({ short }) => short).length,
  };
}

/** Seats of the post on the day against people who may stand there and are not away from all of its shifts. */
function shortOf(plan: Plan, postId: string, day: string): { missing: number; name: string } {
  const post = plan.posts.find(({ id }) => id === postId);
  const shifts = plan.shifts.filter((shift) => shift.postId === postId && shift.day === day);
  if (!post || shifts.length === 0) return { missing: 0, name: '' };
  const seats = shifts.reduce((sum, { cover }) => sum + cover.minimum, 0);
  const there = plan.staff.filter(
    (member) =>
      hasSkills(member, post) &&
      shifts.some(
        ({ span }) => !plan.leave.some((leave) => leave.staffId === member.id && overlaps(leave.span, span)),
      ),
  ).length;
  return { missing: Math.max(0, seats - there), name: post.shortName };
}
