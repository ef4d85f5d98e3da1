/** A glance at whether a period can be covered: hours asked for and there, by skill; and days that are short of people. */

import { barred } from '../../constraints/barred.ts';
import { dayShortage } from '../../domain/day-shortage.ts';
import { type SkillDemand, summariseDemand, summariseWhole } from '../../domain/demand-summary.ts';
import type { Plan } from '../../domain/plan.ts';
import { formatNumber } from '../../i18n/translate.ts';
import { dayHead } from '../../output/roster/day-head.ts';
import type { Visit } from '../kit/visit.ts';

/** With as much rest as duty, people give at most this share of the time they are there. */
const SHARE_OF_TIME = 0.5;

export function needOf(visit: Visit, plan: Plan) {
  const { language, say } = visit;
  const isBarred = barred(plan);
  const days = plan.days.map((day) => {
    const { missing, postId } = dayShortage(plan, day, isBarred);
    const post = plan.posts.find(({ id }) => id === postId)?.shortName ?? '';
    return {
      head: dayHead(language, day),
      short: missing > 0,
      words:
        missing > 0 ? say('editor.need.day-short', { count: missing, post }) : say('editor.need.day-enough'),
    };
  });
  const skills = summariseDemand(plan).map((demand) => rowOf(visit, demand.skill, demand));
  return {
    skills: [...skills, rowOf(visit, say('editor.need.everyone'), summariseWhole(plan))],
    days,
    shortDays: days.filter(({ short }) => short).length,
  };
}

function rowOf(
  { language, say }: Visit,
  skill: string,
  { people, neededHours, availableHours }: Omit<SkillDemand, 'skill'>,
) {
  const given = availableHours * SHARE_OF_TIME;
  const used = given === 0 ? (neededHours > 0 ? Infinity : 0) : neededHours / given;
  const share = Number.isFinite(used) ? Math.round(used * 100) : 0;
  return {
    skill,
    people: formatNumber(language, people),
    needed: formatNumber(language, Math.round(neededHours)),
    available: formatNumber(language, Math.round(given)),
    // Percent of what can be given with as much rest as duty, at most 100.
    used: Math.min(100, used === Infinity ? 100 : share),
    short: used > 1,
    words:
      used === Infinity
        ? say('editor.need.nobody')
        : say(used > 1 ? 'editor.need.skill-short' : 'editor.need.skill-enough', { share }),
  };
}
