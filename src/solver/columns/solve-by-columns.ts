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
import { Search, SLACK, TooLarge } from './search.ts';
import { splitProblem, withCounters } from './split.ts';
import type { SplitProblem } from './split-problem.ts';

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
  const kept: Kept = { cuts: [] };
  for (;;) {
    const result = splitProblem(problem, scale, asRows);
    if (!result.ok) return { kind: 'declined', reason: result.reason };
    if (problem.pins.some((cell) => isForbidden(result.split, cell)))
      return { kind: 'declined', reason: 'pin' };
    const make = (split: SplitProblem, before?: Search): Search =>
      createSearch({ highs, split, options, kept, coverWeight: scale.cover, before });
    let search = make(withCounters(result.split, kept.cuts, scale));
    try {
      for (let before: Search | undefined; search !== before; ) {
        const known = kept.cuts.length;
        const from = kept.cells ? { ...options, start: kept.cells } : options;
        new Run(search, { missingCost: scale.missing, options: from, asRows }).run();
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

function askForCuts({ score }: Search, { cells, cuts }: Kept, options: ColumnsOptions): void {
  if (cells && score?.hard === 0) cuts.push(...(options.cuts?.(cells) ?? []));
}

function createSearch({
  highs,
  split,
  options,
  kept,
  coverWeight,
  before,
}: {
  highs: Highs;
  split: SplitProblem;
  options: ColumnsOptions;
  kept: Kept;
  coverWeight: number;
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
      secondsLeft: () => (deadline === Number.POSITIVE_INFINITY ? 600 : (deadline - clock()) / 1000),
      onIncumbent: (cells, score) => {
        kept.cells = cells;
        options.onIncumbent?.(cells, score);
        if (search.rootDuals) askForCuts(search, kept, options);
      },
      onBound: (value) => {
        // Every roster costs at least `value` in the one scale; those with the least cover so much less in soft.
        const soft = Math.ceil(value - SLACK) - coverWeight * search.leastCover;
        kept.bound = { hard: 0, cover: search.leastCover, soft: Math.max(0, soft) };
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
