/**
 * Which hard rule keeps most seats empty: each is lifted by itself and the whole roster solved again without what is soft, a
 * bounded number of steps in the solver's own thread. What stood first in the way of a person need not be it. Where none helps
 * by itself, two are lifted together, and where no two help as many as it takes.
 */

import { priceOfRule } from '../../constraints/catalogue.ts';
import { check, type Report } from '../../constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../constraints/compile.ts';
import { pairsOf } from '../../constraints/staff-group.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Rule } from '../../domain/rule-set.ts';
import { explainShortages } from '../../solver/explain.ts';
import type { StartSearch } from '../runs/solve-runs.ts';

export interface Lever {
  /** One, or several that help only when all of them are lifted. */
  readonly rules: readonly Rule[];
  /** Seats still empty in the whole period when they are lifted. */
  readonly gaps: number;
}

/** What no unit can lift: nobody stands two places, unskilled, or on leave. */
const FIXED: readonly string[] = ['no-overlap', 'qualified', 'available'];
const MOST_LEVERS = 8;
/** A tenth of a second or so for each rule, in a few attempts: one alone may end beside the best. */
const STEPS = { kind: 'steps', moves: 20_000, nodes: 0 } as const;
/** Up to so many cells a proof takes no longer than the attempts it spares, and what is told is the least there is. */
const MOST_PROVEN_CELLS = 1000;
const PROOF = { ...STEPS, nodes: 50 } as const;
const SEEDS = [1, 2, 3];

/** The hard rules that may be lifted; of more than are tried, those that somebody meets at an empty seat. */
export function leversOf(plan: Plan, roster: Roster): Rule[] {
  const { rules } = plan.ruleSet;
  const hard = rules.filter((rule) => priceOfRule(rule).level === 'hard' && !FIXED.includes(rule.constraint));
  if (hard.length <= MOST_LEVERS) return hard;
  const met = new Set(
    explainShortages(compile(plan), cellsOf(plan, roster)).flatMap(({ reasons }) =>
      reasons.flatMap(({ rule }) => rules[rule ?? -1] ?? []),
    ),
  );
  const first = [...hard.filter((rule) => met.has(rule)), ...hard.filter((rule) => !met.has(rule))];
  const tried = new Set(first.slice(0, MOST_LEVERS));
  return hard.filter((rule) => tried.has(rule));
}

/** Without the rules and without everything soft: what is left asks only whether seats can be filled. */
export function liftedPlan(plan: Plan, ...lifted: readonly Rule[]): Plan {
  const ids = new Set(lifted.map(({ id }) => id));
  const rules = plan.ruleSet.rules.filter((rule) => !ids.has(rule.id) && priceOfRule(rule).level !== 'soft');
  return { ...plan, ruleSet: { ...plan.ruleSet, rules } };
}

/** Seats below the minimum that nobody holds. */
export function gapsOf(plan: Plan, roster: Roster): number {
  return gapsIn(check(plan, roster));
}

function gapsIn({ violations }: Report): number {
  return violations
    .filter(({ constraint }) => constraint === 'cover-minimum')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Those that help, the one that leaves fewest seats empty first; of equal ones as the rule set has them. */
export async function weighLevers(search: StartSearch, plan: Plan, roster: Roster): Promise<Lever[]> {
  const now = gapsOf(plan, roster);
  const levers = leversOf(plan, roster);
  const gapsWithout = (rules: readonly Rule[]): Promise<number> =>
    lifting(search, { plan, roster, now, rules });
  const alone: Lever[] = [];
  for (const rule of levers) {
    const gaps = await gapsWithout([rule]);
    if (gaps < now) alone.push({ rules: [rule], gaps });
  }
  if (alone.length > 0 || levers.length < 2) return alone.toSorted((a, b) => a.gaps - b.gaps);
  const least = await gapsWithout(levers);
  if (least >= now) return [];
  const pair = levers.length === 2 ? undefined : await bestPair(levers, { now, gapsWithout });
  return [pair ?? (await fewestNeeded(levers, { now, least, gapsWithout }))];
}

interface Weighing {
  readonly now: number;
  /** With every rule lifted. */
  readonly least: number;
  readonly gapsWithout: (rules: readonly Rule[]) => Promise<number>;
}

/** Undefined where no two help. */
async function bestPair(
  levers: readonly Rule[],
  { now, gapsWithout }: Pick<Weighing, 'now' | 'gapsWithout'>,
): Promise<Lever | undefined> {
  let best: Lever | undefined;
  for (const rules of pairsOf(levers)) {
    const gaps = await gapsWithout(rules);
    if (gaps < (best?.gaps ?? now)) best = { rules, gaps };
    if (gaps === 0) break;
  }
  return best;
}

/** From all of them, each put back that is not needed. */
async function fewestNeeded(levers: readonly Rule[], { now, least, gapsWithout }: Weighing): Promise<Lever> {
  let found: Lever = { rules: levers, gaps: least };
  for (const rule of levers) {
    const rules = found.rules.filter((each) => each !== rule);
    const gaps = rules.length < 2 ? now : await gapsWithout(rules);
    if (gaps < now) found = { rules, gaps };
  }
  return found;
}

interface Lifting {
  readonly plan: Plan;
  readonly roster: Roster;
  /** Seats empty in it. */
  readonly now: number;
  readonly rules: readonly Rule[];
}

/** Seats still empty when the rules are lifted, as a bounded search finds; as many as now where it would break another rule. */
async function lifting(search: StartSearch, { plan, roster, now, rules }: Lifting): Promise<number> {
  const lifted = liftedPlan(plan, ...rules);
  const problem = compile(lifted);
  const start = cellsOf(lifted, roster);
  const broken = check(lifted, roster).score.hard;
  const budget = problem.people * problem.shifts <= MOST_PROVEN_CELLS ? PROOF : STEPS;
  let least = now;
  for (const seed of SEEDS) {
    const options = { seed, budget, start, onProgress: () => undefined };
    const { cells, proven } = await search(problem, options).outcome;
    const shown = rosterOf(lifted, cells);
    const found = check(lifted, shown);
    if (found.score.hard <= broken) least = Math.min(least, gapsIn(found));
    if (least === 0 || proven) break;
  }
  return least;
}
