/** Days that one rule wants in a row and another one forbids in a row; and lists of turns that disagree. */

import { daysBetween } from '../../calendar/day.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Rule } from '../../domain/rule-set.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Fault } from '../../kernel/fault.ts';
import { compile } from '../compile.ts';
import { handovers, leaderContinuity } from '../leader-continuity.ts';
import { leastConsecutiveDays } from '../least-consecutive-days.ts';
import { mostConsecutiveDays } from '../most-consecutive-days.ts';
import { missingSkills } from '../qualified.ts';
import { shiftsInScope } from '../shift-scope.ts';
import { turnOrder, turnsOf } from '../turn-order.ts';
import { clash, hardRules } from './clash.ts';

export function runClashes(plan: Plan): Fault[] {
  return [...leastOverMost(plan), ...forbiddenRuns(plan), ...turnsDisagree(plan), ...turnsOfNobody(plan)];
}

function leastOverMost(plan: Plan): Fault[] {
  const mosts = hardRules(plan, mostConsecutiveDays);
  return hardRules(plan, leastConsecutiveDays).flatMap(({ rule, asked, own }) =>
    mosts.flatMap((most): Fault[] => {
      const counted = new Set(shiftsInScope(plan, most.asked.scope));
      const isWithin = shiftsInScope(plan, asked.scope).every((shift) => counted.has(shift));
      const isShared = own.staff.some((member) => most.own.staff.some(({ id }) => id === member.id));
      if (!isWithin || !isShared || asked.leastDays <= most.asked.mostDays) return [];
      const codes = {
        constraint: rule.constraint,
        rule: rule.id,
        other: most.rule.constraint,
        otherRule: most.rule.id,
      };
      return [clash('runs', { ...codes, least: asked.leastDays, most: most.asked.mostDays }, rule)];
    }),
  );
}

/** Rules that forbid one person two shifts, whoever it is. */
const FORBIDDING: readonly string[] = ['minimum-rest', 'lieu-days', 'forbidden-succession', 'spacing'];

/** Where days in a row are asked for, every pair of shifts on two such days is forbidden by one and the same rule. */
function forbiddenRuns(plan: Plan): Fault[] {
  const wanted = [
    ...hardRules(plan, leastConsecutiveDays)
      .filter(({ asked }) => asked.leastDays > 1)
      .map(({ rule, asked }) => ({ rule, pairs: nextDayPairs(shiftsInScope(plan, asked.scope)) })),
    ...hardRules(plan, leaderContinuity).map(({ rule, asked }) => ({ rule, pairs: handovers(plan, asked) })),
  ].filter(({ pairs }) => pairs.length > 0);
  if (wanted.length === 0) return [];
  const forbidding = plan.ruleSet.rules.filter(
    ({ constraint, strength }) => strength.kind === 'hard' && FORBIDDING.includes(constraint),
  );
  return forbidding.flatMap((other) => {
    const forbids = forbiddenBy(plan, other);
    return wanted
      .filter(({ pairs }) => pairs.every(([a, b]) => forbids.has(`${a.id} ${b.id}`)))
      .map(({ rule }) => {
        const codes = {
          constraint: rule.constraint,
          rule: rule.id,
          other: other.constraint,
          otherRule: other.id,
        };
        return clash('forbidden-runs', codes, rule);
      });
  });
}

function nextDayPairs(shifts: readonly Shift[]): [Shift, Shift][] {
  return shifts.flatMap((a) =>
    shifts.filter((b) => daysBetween(a.day, b.day) === 1).map((b): [Shift, Shift] => [a, b]),
  );
}

function forbiddenBy(plan: Plan, rule: Rule): Set<string> {
  const { conflicts } = compile({ ...plan, pins: [], ruleSet: { ...plan.ruleSet, rules: [rule] } });
  const idOf = (at: number | undefined): string => plan.shifts[at ?? -1]?.id ?? '';
  return new Set(
    conflicts.flatMap(({ first, second }) => [...first].map((a, i) => `${idOf(a)} ${idOf(second[i])}`)),
  );
}

/** Two lists give one seat to two people. */
function turnsDisagree(plan: Plan): Fault[] {
  const lists = hardRules(plan, turnOrder).map(({ rule, asked }) => ({ rule, turns: turnsOf(plan, asked) }));
  return lists.flatMap(({ rule, turns }, i) =>
    lists.slice(i + 1).flatMap((later): Fault[] => {
      const shared = [...turns].find(([shift, turn]) => {
        const other = later.turns.get(shift);
        return (
          other !== undefined && turn.size > 0 && other.size > 0 && ![...turn].some((id) => other.has(id))
        );
      });
      if (!shared) return [];
      const codes = { constraint: rule.constraint, rule: rule.id, otherRule: later.rule.id };
      return [clash('turns', { ...codes, day: shared[0].day, label: shared[0].label }, rule)];
    }),
  );
}

/** A list for a post of which nobody on it has the skills. */
function turnsOfNobody(plan: Plan): Fault[] {
  return hardRules(plan, turnOrder).flatMap(({ rule, asked }) => {
    const posts = new Set(shiftsInScope(plan, asked.scope).map(({ postId }) => postId));
    const listed = plan.staff.filter(({ id }) => asked.staffIds.includes(id));
    return plan.posts
      .filter(
        (post) => posts.has(post.id) && listed.every((member) => missingSkills(member, post).length > 0),
      )
      .map(({ name }) =>
        clash('turn-nobody', { constraint: rule.constraint, rule: rule.id, post: name }, rule),
      );
  });
}
