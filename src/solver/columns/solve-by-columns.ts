/**
 * The column-generation engine: root relaxation and its bound, dives, polish, neighbourhoods, until the bound is met or
 * the budget ends. It takes any problem of the shapes and says so when one is not for it.
 */

import type { Highs } from 'highs';
import type { Cells, CounterTerm, Problem, Score } from '../../constraints/shapes.ts';
import { createRandom } from '../../kernel/random.ts';
import { openHighs } from '../highs-adapter.ts';
import type { ColumnsOptions } from './columns-options.ts';
import { costScale } from './cost-scale.ts';
import { Run } from './run.ts';
import { NoRoster, Search, SLACK, TooLarge } from './search.ts';
import { type SplitOptions, splitProblem, withCounters } from './split.ts';
import type { LevelWeights, SplitProblem } from './split-problem.ts';

export type ColumnsOutcome =
  | {
      readonly kind: 'solved';
      readonly cells: Cells | undefined;
      readonly bound: Score | undefined;
      readonly proven: boolean;
      readonly steps: number;
    }
  /** Outside what pricing carries exactly: `negative-coefficient`, `too-many-states` or `no-roster`. */
  | { readonly kind: 'declined'; readonly reason: string };

export async function solveByColumns(problem: Problem, options: ColumnsOptions): Promise<ColumnsOutcome> {
  const scale = costScale(problem);
  const highs = await openHighs();
  const asRows = new Set<CounterTerm>();
  const yielding = new Set<number>();
  const splitting = { asRows, yielding };
  const kept: Kept = { cuts: [] };
  for (;;) {
    const result = splitProblem(problem, scale, splitting);
    if (!result.ok) return { kind: 'declined', reason: result.reason };
    if (problem.pins.some((cell) => isForbidden(result.split, cell)))
      return { kind: 'declined', reason: 'pin' };
    try {
      const leastHard = leastHardOf(problem, highs, splitting);
      const missingCost = scale.missing + 2 * scale.hard * leastHard;
      const make = (split: SplitProblem, before?: Search): Search =>
        createSearch({ highs, split, options, kept, scale, leastHard, before });
      let search = make(withCounters(result.split, kept.cuts, scale));
      for (let before: Search | undefined; search !== before; ) {
        const known = kept.cuts.length;
        const from = kept.cells ? { ...options, start: kept.cells } : options;
        new Run(search, { missingCost, options: from, splitting }).run();
        before = search;
        // What was best before the relaxation was asked about nothing yet.
        if (kept.cuts.length === known) askForCuts(search, kept, options);
        const cuts = isOver(search, options) ? [] : kept.cuts.slice(known);
        if (cuts.length > 0) search = make(withCounters(search.split, cuts, scale), search);
      }
      return {
        kind: 'solved',
        cells: kept.cells,
        bound: kept.bound,
        proven: search.proven,
        steps: search.steps,
      };
    } catch (error) {
      if (error instanceof NoRoster) {
        if (error.people.every((person) => yielding.has(person)))
          return { kind: 'declined', reason: 'no-roster' };
        for (const person of error.people) yielding.add(person);
        continue;
      }
      if (!(error instanceof TooLarge)) throw error;
      if (!error.counter) return { kind: 'declined', reason: 'too-many-states' };
      for (const counter of likeCounters(problem, error.counter)) asRows.add(counter);
    }
  }
}

interface Kept {
  cells?: Cells;
  bound?: Score;
  readonly cuts: CounterTerm[];
}

function isOver({ steps }: Search, options: ColumnsOptions): boolean {
  const { deadline = Number.POSITIVE_INFINITY, clock, shouldStop } = options;
  return (
    steps >= (options.steps ?? Number.POSITIVE_INFINITY) || clock() >= deadline || shouldStop?.() === true
  );
}

/** Units of their own hard rules that the yielding break at least, whatever the others stand. */
function leastHardOf(problem: Problem, highs: Highs, splitting: Required<SplitOptions>): number {
  if (splitting.yielding.size === 0) return 0;
  const result = splitProblem(problem, { hard: 1, cover: 0, soft: 0 }, splitting);
  if (!result.ok) return 0;
  const { split } = result;
  const nothing = { over: () => false, secondsLeft: () => 0, onIncumbent: () => {}, onBound: () => {} };
  const alone = new Search({ ...nothing, highs, split, random: createRandom(0), leastHard: 0 });
  const nought = new Float64Array(split.rows.length);
  let least = 0;
  for (const person of splitting.yielding)
    least += Math.max(0, Math.ceil(alone.price(person, nought, { count: 1 }).bound - SLACK));
  return least;
}

function askForCuts({ score, input }: Search, { cells, cuts }: Kept, options: ColumnsOptions): void {
  if (cells && score && score.hard <= input.leastHard) cuts.push(...(options.cuts?.(cells) ?? []));
}

function createSearch({
  highs,
  split,
  options,
  kept,
  scale,
  leastHard,
  before,
}: {
  highs: Highs;
  split: SplitProblem;
  options: ColumnsOptions;
  kept: Kept;
  scale: LevelWeights;
  leastHard: number;
  before: Search | undefined;
}): Search {
  const { deadline = Number.POSITIVE_INFINITY, clock } = options;
  const known = kept.cuts.length;
  const search: Search = new Search(
    {
      highs,
      split,
      random: createRandom(options.seed),
      // A roster that breaks cuts unknown so far is enough: the relaxation is to be solved with them.
      over: () => kept.cuts.length > known || isOver(search, options),
      leastHard,
      ...(options.settle ? { settle: options.settle } : {}),
      secondsLeft: () => (deadline === Number.POSITIVE_INFINITY ? 600 : (deadline - clock()) / 1000),
      onIncumbent: (cells, score) => {
        kept.cells = cells;
        options.onIncumbent?.(cells, score);
        if (search.rootDuals) askForCuts(search, kept, options);
      },
      onBound: (value) => {
        // Every roster costs at least `value` in the one scale; those with least hard and cover so much less in soft.
        const cover = search.leastCover;
        const soft = Math.ceil(value - SLACK) - scale.hard * leastHard - scale.cover * cover;
        kept.bound = { hard: leastHard, cover, soft: Math.max(0, soft) };
        options.onBound?.(kept.bound);
      },
    },
    before,
  );
  return search;
}

function isForbidden({ people, problem }: SplitProblem, cell: number): boolean {
  const person = people[Math.floor(cell / problem.shifts)];
  return person?.cellCost[cell % problem.shifts] === Number.POSITIVE_INFINITY;
}

/** Counters of the same rule with at least as high a limit: what is too much to carry for one person is for all. */
function likeCounters(problem: Problem, like: CounterTerm): CounterTerm[] {
  const limit = ({ price }: CounterTerm): number => (price.kind === 'range' ? (price.above ?? -1) : -1);
  return problem.counters.filter((counter) => counter.rule === like.rule && limit(counter) >= limit(like));
}
