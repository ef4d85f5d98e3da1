/**
 * From a problem to a roster: construct, anneal, where shifts are alike solve by their classes, where hard rules ask for much
 * over months price everyone by multipliers, where it is large go on by windows, then prove, by columns and where those do not
 * finish by the compact model. It never comes back without a roster; what it could not do is in the score.
 * Pure: time, chance and the stop come with the options.
 */

import type { Problem } from '../constraints/shapes.ts';
import { alikeEngine } from './alike/alike-engine.ts';
import { type AlikeShifts, mergeAlikeShifts } from './alike/alike-shifts.ts';
import {
  type AnnealingBudget,
  coolingEngine,
  QUICK,
  reheatingEngine,
  roundsEngine,
  SLOW,
} from './annealing-engine.ts';
import { asksForMuch, hasWindows, horizonOf, LEAST_LONG_DAYS, LEAST_ROLLING_DAYS } from './asks-for-much.ts';
import { boundEngine } from './bound.ts';
import { bindTogether } from './bound-together.ts';
import { columnsEngine } from './columns/columns-engine.ts';
import { exactEngine } from './exact/exact-engine.ts';
import { type LagrangianPlan, lagrangianEngine } from './lagrangian/lagrangian-engine.ts';
import type { Budget, Outcome, Role, SolveOptions } from './outcome.ts';
import { type Engine, Search } from './search.ts';
import { wholeView } from './whole-view.ts';
import { rollingEngine } from './windows/rolling-engine.ts';
import { windowsEngine } from './windows/windows-engine.ts';

/** Up to so many cells the compact model is worth branching on where columns do not finish. */
const MOST_EXACT_CELLS = 4000;
/** Of the shifts, how many may be left when alike ones are drawn together for that to be worth solving first. */
const MOST_SHARE_ALIKE = 0.7;
/** Where it is, a rough roster is enough to begin with: of all seconds. */
const MOST_SHARE_BEFORE_ALIKE = 0.05;
/** Of the seconds that remain, for classes of alike shifts: columns over all shifts follow, or are too many to. */
const ALIKE_SHARE = 0.7;
const ALIKE_SHARE_WHEN_LARGE = 0.9;
/** Of all seconds, for annealing from where the classes ended, before windows, where columns do not follow. */
const SHARE_AFTER_ALIKE = 0.05;
/** Beyond so many cells pricing everyone once takes longer than annealing needs, and more memory than all else. */
const MOST_COLUMN_CELLS = 120_000;
/** The same for classes of alike shifts, cells behind walls counted in. */
const MOST_ALIKE_CELLS = 400_000;
const SECONDS_BEFORE_ROLLING = 1;
/**
 * Before the engines that prove, annealing gets a third of a second and one more for so many cells, within a share. Over
 * many weeks it gets more: what is even in every week and month takes slow cooling, and often leaves nothing to prove.
 */
const CELLS_A_SECOND = 2000;
const MOST_SHARE_BEFORE_PROOF = 0.25;
const MOST_SHARE_WHEN_LONG = 0.5;
/** Where many people over many weeks are priced by multipliers: of two threads one raises the bound longer, one is sooner at rosters. */
const MULTIPLIERS: Record<NonNullable<SolveOptions['role']>, LagrangianPlan> = {
  alone: { share: 0.95, ascent: 0.5 },
  columns: { share: 0.95, ascent: 0.5 },
  companion: { share: 0.95, ascent: 0.35 },
};
/** Of the seconds that remain when one thread tries everything: the compact model has the rest. */
const COLUMNS_SHARE_WHEN_SMALL = 0.6;
/** Of the seconds that remain when columns are to come after. */
const WINDOWS_SHARE_WHEN_ALONE = 0.4;
/** Beside columns over a month, how much longer a round of annealing takes than what comes before the engines that prove. */
const SETTLES_A_ROUND = 2;
/** Of all seconds, before columns over everything that would take long. */
const SHARE_OF_REHEATING = 0.3;
/** Of the seconds that remain, beside a thread that proves by columns. */
const EXACT_SHARE_OF_COMPANION = 0.2;

/** Beyond so many cells, walls counted in, a second search takes memory and gives little: classes of alike shifts decide. */
const MOST_TEAM_CELLS = 1_000_000;

/** The roles of searches that serve best side by side, where there are threads for them. */
export function teamFor({ people, shifts, days }: Problem): readonly Role[] {
  const isTooLarge = people * shifts > MOST_TEAM_CELLS && days < LEAST_LONG_DAYS;
  return isTooLarge ? ['alone'] : ['columns', 'companion'];
}

/**
 * People who always stand together are solved as one. Where that leaves something open though nothing is left to try, as
 * when no roster keeps every hard rule and parting a team might break fewer, everyone is tried singly in what is left.
 */
export async function solve(problem: Problem, options: SolveOptions): Promise<Outcome> {
  const bound = bindTogether(problem);
  if (!bound) return solveWhole(problem, options);
  const view = wholeView(problem, bound, options);
  const inner = await solveWhole(bound.problem, view.options);
  const outcome = view.outcome(inner);
  const left = budgetLeft(options.budget, inner.elapsedMs);
  if (inner.ended !== 'proven' || outcome.proven || !left) return outcome;
  const { onProgress } = options;
  const single = await solveWhole(problem, {
    ...options,
    budget: left,
    start: outcome.cells,
    ...(onProgress
      ? { onProgress: (each) => onProgress({ ...each, elapsedMs: each.elapsedMs + inner.elapsedMs }) }
      : {}),
  });
  return {
    ...single,
    moves: single.moves + inner.moves,
    elapsedMs: single.elapsedMs + inner.elapsedMs,
  };
}

/** Undefined when nothing is left. */
function budgetLeft(budget: Budget, elapsedMs: number): Budget | undefined {
  if (budget.kind === 'steps') return budget;
  const seconds = budget.seconds - elapsedMs / 1000;
  return seconds > 0 ? { kind: 'seconds', seconds } : undefined;
}

async function solveWhole(problem: Problem, options: SolveOptions): Promise<Outcome> {
  const search = new Search(problem, options);
  search.report(true);
  for (const engine of enginesFor(search)) {
    if (search.isOver()) break;
    search.phase = engine.phase;
    await engine.run(search);
  }
  search.phase = 'done';
  search.report(false);
  return search.outcome();
}

/** Undefined where few are alike, or what is left is too large as well. */
function alikeShifts(problem: Problem): AlikeShifts | undefined {
  const alike = mergeAlikeShifts(problem);
  if (!alike || alike.problem.shifts > MOST_SHARE_ALIKE * problem.shifts) return undefined;
  return alike.problem.people * alike.problem.shifts > MOST_ALIKE_CELLS ? undefined : alike;
}

/** The engine, where no roster yet keeps every hard rule. */
function unlessKept(engine: Engine): Engine {
  const run = async (search: Search): Promise<void> => {
    if (search.best.score.hard > 0) await engine.run(search);
  };
  return { phase: engine.phase, run };
}

function byMultipliers({ options }: Search): Engine {
  return lagrangianEngine(MULTIPLIERS[options.role ?? 'alone']);
}

/**
 * Multipliers give a first roster over many weeks sooner than annealing is laid out where people's own rules ask for much;
 * what they can't walk is rolled.
 */
function firstOfLong(search: Search, annealing: readonly Engine[]): Engine[] {
  const { problem, options } = search;
  if (problem.days < LEAST_LONG_DAYS) return [...annealing, rollingEngine];
  if (options.start) return [...annealing, byMultipliers(search)];
  return [byMultipliers(search), ...annealing.map(unlessKept), unlessKept(rollingEngine)];
}

/** After slow annealing of weeks or months. */
function ifBroken(search: Search): Engine[] {
  if (search.problem.days < LEAST_LONG_DAYS) return [unlessKept(rollingEngine)];
  return asksForMuch(search.problem) ? [unlessKept(byMultipliers(search))] : [];
}

/** Engines in the order they run; each ends by itself or when the search is over. */
function enginesFor(search: Search): Engine[] {
  const { budget } = search.options;
  const seconds = budget.kind === 'seconds' ? budget.seconds : Infinity;
  const moves = budget.kind === 'steps' ? budget.moves : Infinity;
  const share = (part: number, most = Infinity): AnnealingBudget => ({
    seconds: Math.min(most, seconds) * part,
    moves: moves * part,
  });
  const nodes = budget.kind === 'steps' ? budget.nodes : Infinity;
  const { cells } = search.model;
  const { days } = search.problem;
  const usesWindows = nodes > 0 && hasWindows(search.problem, cells.count);
  const horizon = horizonOf(search.problem, cells.count);
  const isLong = horizon === 'asked';
  const isSeason = horizon === 'weighed';
  const isSmall = cells.count <= MOST_EXACT_CELLS;
  const isLarge = cells.count > MOST_COLUMN_CELLS;
  const months = isSeason ? days / LEAST_ROLLING_DAYS : 1;
  const isCompanion = search.options.role === 'companion';
  // Smaller problems are proven over all shifts as soon.
  const alike = usesWindows && horizon === 'short' ? alikeShifts(search.problem) : undefined;
  const shareBefore = isSeason ? MOST_SHARE_WHEN_LONG : MOST_SHARE_BEFORE_PROOF;
  const settle = Math.min(
    seconds * (alike && !isCompanion ? MOST_SHARE_BEFORE_ALIKE : shareBefore),
    isLong ? SECONDS_BEFORE_ROLLING : 0.3 + (months * cells.count) / CELLS_A_SECOND,
  );
  const heats = isSeason ? SLOW : QUICK;
  const annealing = [coolingEngine(share(0.6, settle), heats), reheatingEngine(share(0.4, settle), 2, heats)];
  if (nodes === 0) return annealing;
  const settling = isLong
    ? firstOfLong(search, annealing)
    : [...annealing, ...(isSeason ? ifBroken(search) : [])];
  const around = (part: number): Engine => (isSmall ? exactEngine(nodes, part) : boundEngine);
  const byColumns = (part: number, tree: boolean): Engine[] =>
    isLarge ? [] : [columnsEngine(nodes, part, tree)];
  const after = isLarge ? [reheatingEngine(share(SHARE_AFTER_ALIKE), 2, heats)] : [];
  const alikeShare = isLarge ? ALIKE_SHARE_WHEN_LARGE : ALIKE_SHARE;
  const byAlike = alike ? [alikeEngine(alike, nodes, alikeShare), ...after] : [];
  const byWindows = (part: number): Engine[] => (usesWindows ? [windowsEngine(nodes, part)] : []);
  // Over a month many people can be priced one by one, and beside that annealing does best.
  const isMonth = isSeason && days < LEAST_LONG_DAYS && !isSmall && !isLarge;
  const again = isSeason && !isMonth ? [reheatingEngine(share(SHARE_OF_REHEATING), 2, heats)] : [];
  const rounds = Math.max(1, Math.round(seconds / (SETTLES_A_ROUND * settle)));
  const rest = budget.kind === 'seconds' ? [reheatingEngine(share(1), 2, heats)] : [];
  switch (search.options.role ?? 'alone') {
    case 'columns':
      return [...settling, ...again, ...byAlike, ...byColumns(1, true), ...byWindows(1), ...rest];
    case 'companion': {
      const start = isSmall || isLong || isSeason ? settling : [coolingEngine(share(0.2, settle), heats)];
      if (isMonth) return [...start, roundsEngine(share(1), rounds, heats)];
      const bound = around(EXACT_SHARE_OF_COMPANION);
      // Whoever draws alike shifts together bounds the whole as well.
      const next = isLong || alike ? [...byWindows(1), bound] : [bound, ...byWindows(1)];
      return [...start, ...next, ...byColumns(1, false), around(1), ...rest];
    }
    case 'alone': {
      const columns = byColumns(isSmall ? COLUMNS_SHARE_WHEN_SMALL : 1, true);
      const windows = byWindows(columns.length > 0 ? WINDOWS_SHARE_WHEN_ALONE : 1);
      return [...settling, ...byAlike, ...windows, ...columns, around(1), ...rest];
    }
  }
}
