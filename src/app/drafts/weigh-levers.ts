/**
 * Which hard rule keeps most seats empty: each is lifted by itself and the whole roster solved again without what is soft, a
 * bounded number of steps in the solver's own thread. What stood first in the way of a person need not be it.
 */

import { priceOfRule } from '../../constraints/catalogue.ts';
import { check } from '../../constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../constraints/compile.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Rule } from '../../domain/rule-set.ts';
import type { StartSearch } from '../runs/solve-runs.ts';

export interface Lever {
  readonly rule: string;
  readonly constraint: string;
  /** Seats still empty in the whole period when the rule is lifted. */
  readonly gaps: number;
}

/** What no unit can lift: nobody stands two places, unskilled, or on leave. */
const FIXED: readonly string[] = ['no-overlap', 'qualified', 'available'];
const MOST_LEVERS = 8;
/** A tenth of a second or so for each. */
const STEPS = { kind: 'steps', moves: 60_000, nodes: 0 } as const;

/** The hard rules that may be lifted; more are not tried. */
export function leversOf({ ruleSet }: Plan): Rule[] {
  return ruleSet.rules
    .filter((rule) => priceOfRule(rule).level === 'hard' && !FIXED.includes(rule.constraint))
    .slice(0, MOST_LEVERS);
}

/** Without the rule and without everything soft: what is left asks only whether seats can be filled. */
export function liftedPlan(plan: Plan, ruleId?: string): Plan {
  const rules = plan.ruleSet.rules.filter((rule) => rule.id !== ruleId && priceOfRule(rule).level !== 'soft');
  return { ...plan, ruleSet: { ...plan.ruleSet, rules } };
}

/** Seats below the minimum that nobody holds. */
export function gapsOf(plan: Plan, roster: Roster): number {
  return check(plan, roster)
    .violations.filter(({ constraint }) => constraint === 'cover-minimum')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Those that help, the one that leaves fewest seats empty first; of equal ones as the rule set has them. */
export async function weighLevers(search: StartSearch, plan: Plan, roster: Roster): Promise<Lever[]> {
  const now = gapsOf(plan, roster);
  const found: Lever[] = [];
  for (const { id, constraint } of leversOf(plan)) {
    const lifted = liftedPlan(plan, id);
    const { cells } = await search(compile(lifted), {
      seed: 1,
      budget: STEPS,
      start: cellsOf(lifted, roster),
      onProgress: () => undefined,
    }).outcome;
    const shown = rosterOf(lifted, cells);
    const gaps = gapsOf(lifted, shown);
    const breaks = check(lifted, shown).score.hard > check(lifted, roster).score.hard;
    if (gaps < now && !breaks) found.push({ rule: id, constraint, gaps });
  }
  return found.toSorted((a, b) => a.gaps - b.gaps);
}
