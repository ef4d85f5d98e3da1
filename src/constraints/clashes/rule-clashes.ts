/** Everything in a plan's hard rules, pins and teams that contradicts itself. It solves nothing, and does not find all there is. */

import { CASE_FILES } from '../../domain/case-files.ts';
import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Fault } from '../../kernel/fault.ts';
import { constraintOf } from '../catalogue.ts';
import { check } from '../check.ts';
import { newcomerAccompanied } from '../newcomer-accompanied.ts';
import { missingSkills } from '../qualified.ts';
import { shiftsInScope } from '../shift-scope.ts';
import { clash, hardRules } from './clash.ts';
import { limitClashes } from './limits.ts';
import { runClashes } from './runs.ts';
import { teamClashes } from './teams.ts';
import { togetherApart } from './together-apart.ts';

export function ruleClashes(plan: Plan): Fault[] {
  return [
    ...togetherApart(plan),
    ...limitClashes(plan),
    ...teamClashes(plan),
    ...runClashes(plan),
    ...newcomersAlone(plan),
    ...pinClashes(plan),
  ];
}

/** Posts whose people are all new, where newcomers need company. */
function newcomersAlone(plan: Plan): Fault[] {
  return hardRules(plan, newcomerAccompanied).flatMap(({ rule, asked }) => {
    const meant = new Set(shiftsInScope(plan, asked.scope).map(({ postId }) => postId));
    return plan.posts
      .filter(({ id }) => meant.has(id))
      .map((post) => ({
        post,
        able: plan.staff.filter((member) => missingSkills(member, post).length === 0),
      }))
      .filter(({ able }) => able.length > 0 && able.every(({ newcomer }) => newcomer))
      .map(({ post }) =>
        clash('newcomers-alone', { constraint: rule.constraint, rule: rule.id, post: post.name }, rule),
      );
  });
}

/**
 * Pins that break a hard rule whatever stands beside them. A pair of which one is pinned may still be made whole; skills and
 * leave are told elsewhere.
 */
function pinClashes(plan: Plan): Fault[] {
  if (plan.pins.length === 0) return [];
  const assignments = plan.pins.map(({ shiftId, staffId }, place) => ({ shiftId, staffId, place }));
  const rules = plan.ruleSet.rules.filter(
    ({ constraint, strength }) => strength.kind === 'hard' && constraintOf(constraint).worsens === true,
  );
  const { violations } = check(
    { ...plan, ruleSet: { ...plan.ruleSet, rules } },
    { periodId: plan.period.id, assignments },
  );
  return violations.map(({ rule, constraint, staffIds, shiftIds }) => ({
    ...clash('pins', {
      name: staffIds.map((id) => staffName(plan.staff, id)).join(', '),
      day: plan.shifts.find(({ id }) => id === shiftIds[0])?.day ?? '',
      constraint,
      rule,
    }),
    file: CASE_FILES.period,
  }));
}
