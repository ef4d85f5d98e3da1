/** What hard rules ask that no roster can give: told before solving, each by the rules that disagree. */

import { CASE_FILES } from '../../domain/case-files.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Rule } from '../../domain/rule-set.ts';
import { givenStaffName } from '../../domain/staff-names.ts';
import type { Params } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Constraint } from '../constraint.ts';
import { planForRule } from '../staff-scope.ts';

export interface HardRule<P> {
  readonly rule: Rule;
  readonly asked: P;
  /** The plan as the rule sees it. */
  readonly own: Plan;
}

/** The hard rules of a constraint, in the order of the rule set. */
export function hardRules<P>(plan: Plan, constraint: Constraint<P>): HardRule<P>[] {
  return plan.ruleSet.rules
    .filter((rule) => rule.constraint === constraint.code && rule.strength.kind === 'hard')
    .map((rule) => ({ rule, asked: constraint.params.parse(rule.params), own: planForRule(plan, rule) }));
}

/**
 * `constraint` and `other` among the figures are codes: who writes the sentence for people says their names.
 * @param rule what is blamed, where there is one.
 */
export function clash(kind: string, params: Params, rule?: Rule): Fault {
  return {
    key: `fault.clash.${kind}`,
    params,
    file: CASE_FILES.rules,
    ...(rule === undefined ? {} : { value: rule.id }),
  };
}

/** `An, Hà, Hùng`. */
export function teamName({ staff }: Plan, staffIds: readonly string[]): string {
  return staffIds.map((id) => givenStaffName(staff, id)).join(', ');
}
