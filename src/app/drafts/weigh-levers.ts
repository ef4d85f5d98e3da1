/**
 * Which hard rule keeps most seats empty: each is lifted by itself and the whole roster solved again without what is soft, a
 * bounded number of steps in the solver's own thread. What stood first in the way of a person need not be it. Where none helps
 * by itself, two are lifted together, and where no two help as many as it takes. The same search with every rule kept comes
 * first, so that no rule is blamed for what a better roster fills.
 */

import { priceOfRule } from '../../constraints/catalogue.ts';
import { check, type Violation } from '../../constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../constraints/compile.ts';
import { pairsOf } from '../../constraints/staff-group.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Rule } from '../../domain/rule-set.ts';
import { explainShortages } from '../../solver/explain.ts';
import type { Outcome } from '../../solver/outcome.ts';
import type { SearchHandle, StartSearch } from '../runs/solve-runs.ts';

/** What a roster leaves empty. */
export interface Left {
  /** Seats in the whole period. */
  readonly gaps: number;
  /** Proven: no roster leaves fewer. Otherwise it is only what was found. */
  readonly isLeast: boolean;
}

export interface Lever extends Left {
  /** One, or several that help only when all of them are lifted. */
  readonly rules: readonly Rule[];
}

export interface Weighed {
  /** With every rule kept. */
  readonly kept: Left;
  /** Those that fill more, the one that leaves fewest seats empty first; of equal ones as the rule set has them. */
  readonly levers: readonly Lever[];
}

/** What no unit can lift: nobody stands two places, unskilled, or on leave. Nor does a seat too many fill one. */
const FIXED: readonly string[] = ['no-overlap', 'qualified', 'available', 'cover-most'];
const MOST_LEVERS = 8;
/** A proof takes some tenths of a second mostly. */
const STEPS = { kind: 'steps', moves: 20_000, nodes: 50 } as const;
/** For each lifting: some are hard to prove, and what was found by then is told. Later ones have less where earlier ones took long. */
const PATIENCE_MS = { most: 3000, least: 600, inAll: 10_000 };
/** One attempt may end beside the best. */
const SEEDS = [1, 2, 3];

/** The hard rules that may be lifted and ask something of this plan; of more than are tried, those met at an empty seat. */
export function leversOf(plan: Plan, roster: Roster): Rule[] {
  const { rules } = plan.ruleSet;
  const problem = compile(plan);
  const { masks, conflicts, counters, runs, groups = [] } = problem;
  const asking = new Set([masks, conflicts, counters, runs, groups].flat().map(({ rule }) => rules[rule]));
  const hard = rules.filter(
    (rule) => asking.has(rule) && priceOfRule(rule).level === 'hard' && !FIXED.includes(rule.constraint),
  );
  if (hard.length <= MOST_LEVERS) return hard;
  const met = new Set(
    explainShortages(problem, cellsOf(plan, roster)).flatMap(({ reasons }) =>
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
  return gapsIn(check(plan, roster).violations);
}

function gapsIn(violations: readonly Violation[]): number {
  return violations
    .filter(({ constraint }) => constraint === 'cover-minimum')
    .reduce((sum, { amount }) => sum + amount, 0);
}

export function weighLevers(search: StartSearch, plan: Plan, roster: Roster): Promise<Weighed> {
  return new Weighing(search, plan, roster).run();
}

class Weighing {
  readonly #search: StartSearch;
  readonly #plan: Plan;
  /** The best with every rule kept, as far as found. */
  #roster: Roster;
  #kept: Left;
  #spentMs = 0;

  constructor(search: StartSearch, plan: Plan, roster: Roster) {
    this.#search = search;
    this.#plan = plan;
    this.#roster = roster;
    this.#kept = { gaps: gapsOf(plan, roster), isLeast: false };
  }

  async run(): Promise<Weighed> {
    const kept = await this.#lift([]);
    this.#kept = kept;
    this.#roster = kept.roster;
    return { kept, levers: kept.gaps === 0 ? [] : await this.#levers() };
  }

  async #levers(): Promise<Lever[]> {
    const levers = leversOf(this.#plan, this.#roster);
    const alone: Lever[] = [];
    for (const rule of levers) alone.push(await this.#lift([rule]));
    const helping = alone.filter((each) => this.#helps(each));
    if (helping.length > 0 || levers.length < 2) return helping.toSorted((a, b) => a.gaps - b.gaps);
    const all = await this.#lift(levers);
    if (!this.#helps(all)) return [];
    const pair = levers.length === 2 ? undefined : await this.#bestPair(levers);
    return [pair ?? (await this.#fewestNeeded(all))];
  }

  #helps({ gaps }: Left): boolean {
    return gaps < this.#kept.gaps;
  }

  /** Undefined where no two help. */
  async #bestPair(levers: readonly Rule[]): Promise<Lever | undefined> {
    let best: Lever | undefined;
    for (const rules of pairsOf(levers)) {
      const pair = await this.#lift(rules);
      if (pair.gaps < (best ?? this.#kept).gaps) best = pair;
      if (pair.gaps === 0) break;
    }
    return best;
  }

  /** From all of them, each put back that is not needed. */
  async #fewestNeeded(all: Lever): Promise<Lever> {
    let found = all;
    for (const rule of all.rules) {
      const rules = found.rules.filter((each) => each !== rule);
      const fewer = rules.length < 2 ? undefined : await this.#lift(rules);
      if (fewer && this.#helps(fewer)) found = fewer;
    }
    return found;
  }

  /** The best roster found with the rules lifted; the one there is where others would break another rule. */
  async #lift(rules: readonly Rule[]): Promise<Lever & { readonly roster: Roster }> {
    const lifted = liftedPlan(this.#plan, ...rules);
    const problem = compile(lifted);
    const start = cellsOf(lifted, this.#roster);
    const broken = check(lifted, this.#roster).score.hard;
    let best = { rules, roster: this.#roster, gaps: this.#kept.gaps, isLeast: false };
    const { most, least, inAll } = PATIENCE_MS;
    let patience = Math.max(least, Math.min(most, inAll - this.#spentMs));
    for (const seed of SEEDS) {
      const options = { seed, budget: STEPS, start, onProgress: () => undefined };
      const { cells, ended, elapsedMs } = await within(patience, this.#search(problem, options));
      this.#spentMs += elapsedMs;
      patience -= elapsedMs;
      const roster = rosterOf(lifted, cells);
      const { score, violations } = check(lifted, roster);
      const gaps = gapsIn(violations);
      const isLeast = ended === 'proven' && score.hard === broken;
      if (isLeast || (score.hard <= broken && gaps < best.gaps)) best = { rules, roster, gaps, isLeast };
      if (best.gaps === 0 || ended !== 'limit' || patience <= 0) break;
    }
    return { ...best, isLeast: best.isLeast || best.gaps === 0 };
  }
}

async function within(patienceMs: number, { outcome, stop }: SearchHandle): Promise<Outcome> {
  const timer = setTimeout(stop, patienceMs);
  try {
    return await outcome;
  } finally {
    clearTimeout(timer);
  }
}
