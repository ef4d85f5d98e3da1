/**
 * The referee: every violation of a roster, rule by rule, from the plain definitions. It shares nothing with the solver
 * but the catalogue, so each keeps the other honest.
 */

import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import { RosterIndex } from '../domain/roster-index.ts';
import { constraintOf, priceOfRule } from './catalogue.ts';
import type { ConstraintKind, Finding } from './constraint.ts';
import { LEVELS, type Level, type Score } from './shapes.ts';
import { planForRule } from './staff-scope.ts';

export interface Violation extends Finding {
  readonly rule: string;
  readonly constraint: string;
  readonly kind: ConstraintKind;
  readonly level: Level;
  /** amount × the rule's weight. */
  readonly cost: number;
}

export interface RuleResult {
  readonly rule: string;
  readonly constraint: string;
  readonly kind: ConstraintKind;
  readonly level: Level;
  /** How many findings, their amounts added, and what they cost. */
  readonly findings: number;
  readonly amount: number;
  readonly cost: number;
}

export interface Report {
  readonly score: Score;
  /** Hard, then cover, then soft; within a level by the start of the first shift concerned, then by rule. */
  readonly violations: readonly Violation[];
  /** One entry a rule, in the order of the rule set, silent ones included. */
  readonly byRule: readonly RuleResult[];
}

/** Judges any roster, legal or not; entries that name nobody or nothing in the plan are passed over. */
export function check(plan: Plan, roster: Roster): Report {
  const index = new RosterIndex(plan, roster);
  const score: Record<Level, number> = { hard: 0, cover: 0, soft: 0 };
  const violations: Violation[] = [];
  const byRule = plan.ruleSet.rules.map((rule): RuleResult => {
    const constraint = constraintOf(rule.constraint);
    const { level, weight } = priceOfRule(rule);
    const about = { rule: rule.id, constraint: rule.constraint, kind: constraint.kind, level };
    const own = planForRule(plan, rule);
    const stood = own === plan ? index : new RosterIndex(own, roster, index);
    const findings = constraint.violations(own, stood, rule.params);
    for (const finding of findings) violations.push({ ...finding, ...about, cost: finding.amount * weight });
    const amount = findings.reduce((sum, finding) => sum + finding.amount, 0);
    score[level] += amount * weight;
    return { ...about, findings: findings.length, amount, cost: amount * weight };
  });
  return { score, violations: inOrder(violations, index), byRule };
}

function inOrder(violations: readonly Violation[], index: RosterIndex): Violation[] {
  const startOf = ({ shiftIds }: Violation): number =>
    Math.min(...shiftIds.map((id) => index.shiftById.get(id)?.span.start ?? Infinity));
  return violations
    .map((violation) => ({ violation, level: LEVELS.indexOf(violation.level), start: startOf(violation) }))
    .sort((a, b) => a.level - b.level || (a.start === b.start ? 0 : a.start - b.start))
    .map(({ violation }) => violation);
}
