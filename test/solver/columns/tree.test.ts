/** The tree alone against trying every roster, and the limits it sets on rows against every value. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import type { Problem } from '../../../src/constraints/shapes.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { decide, partings } from '../../../src/solver/columns/branching.ts';
import { type CostScale, costScale } from '../../../src/solver/columns/cost-scale.ts';
import { Enumeration, type Root } from '../../../src/solver/columns/enumeration.ts';
import { type Centre, generateColumns } from '../../../src/solver/columns/generation.ts';
import { listProgram } from '../../../src/solver/columns/list-program.ts';
import { Master } from '../../../src/solver/columns/master.ts';
import type { Column } from '../../../src/solver/columns/pool.ts';
import { curveAt } from '../../../src/solver/columns/price-curve.ts';
import { RosterState } from '../../../src/solver/columns/roster-state.ts';
import { RowPrices } from '../../../src/solver/columns/row-prices.ts';
import { Search } from '../../../src/solver/columns/search.ts';
import { splitProblem } from '../../../src/solver/columns/split.ts';
import type { SplitProblem } from '../../../src/solver/columns/split-problem.ts';
import { Tree } from '../../../src/solver/columns/tree.ts';
import { openHighs } from '../../../src/solver/highs-adapter.ts';
import { solveMixed } from '../../../src/solver/highs-mip.ts';
import { depth } from '../../depth.ts';
import { randomProblem } from './random-problem.ts';

async function searchOf(seed: number, size: Parameters<typeof randomProblem>[1]) {
  const problem = randomProblem(seed, size);
  const scale = costScale(problem);
  const result = splitProblem(problem, scale);
  if (!result.ok) throw new Error(result.reason);
  const search = new Search({
    highs: await openHighs(),
    split: result.split,
    random: createRandom(seed),
    over: () => false,
    secondsLeft: () => 10,
    leastHard: 0,
    onIncumbent: () => {},
    onBound: () => {},
  });
  return { problem, scale, search, split: result.split };
}

const CASES = depth({ short: 12, deep: 60 });

describe('the tree', () => {
  it('ends at the best roster that there is, from no roster and no bound', async () => {
    let ended = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const { problem, scale, search, split } = await searchOf(seed, { people: 2, days: 3, shiftsADay: 2 });
      const best = cheapestByTrying(problem, scale);
      if (best === Number.POSITIVE_INFINITY) continue;
      const duals = new Float64Array(split.rows.length);
      const tree = new Tree(search, { centre: { rowDuals: duals }, missingCost: scale.missing });
      tree.walk(500);
      tree.dispose();
      expect(search.bound, `${seed}`).toBeLessThanOrEqual(best);
      expect(search.cost, `${seed}`).toBeGreaterThanOrEqual(best);
      if (search.met) ended++;
    }
    expect(ended).toBeGreaterThan(0.8 * CASES);
  });

  it('comes, like the list of all that is within the gap, to no other best roster', async () => {
    let ended = 0;
    for (let seed = 1; seed <= 2 * CASES; seed++) {
      const { problem, scale, search } = await searchOf(seed, { people: 2, days: 3, shiftsADay: 2 });
      const best = cheapestByTrying(problem, scale);
      if (best === Number.POSITIVE_INFINITY) continue;
      new Enumeration(search, rootOf(search, scale) as Root).run();
      expect(search.bound, `${seed}`).toBeLessThanOrEqual(best);
      expect(search.cost, `${seed}`).toBeGreaterThanOrEqual(best);
      if (search.met) ended++;
    }
    expect(ended).toBeGreaterThan(0.8 * 2 * CASES);
  });

  it('parts rows and cells so that no half keeps the value that was not whole', async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const { scale, search, split } = await searchOf(seed, { people: 5, days: 4, shiftsADay: 3 });
      const free = [...split.people.keys()];
      const base = Float64Array.from(split.rows, ({ offset }) => offset);
      const master = new Master(search.highs, { split, free, base, missingCost: scale.missing });
      const cutoff = Number.POSITIVE_INFINITY;
      const { point } = generateColumns(search, master, { rounds: 200, cutoff });
      master.dispose();
      const root = { fixed: [...search.pinned], limits: new Map() };
      for (const parting of partings(split, point, root, 8)) {
        const [one, other] = parting.map((part) => decide(root, part, split.problem.shifts));
        const [first] = parting;
        seen.add(first.kind);
        if (first.kind === 'row') {
          const value = rowValue(split, point.mix, first.row);
          expect(one?.limits.get(first.row)?.most).toBe(Math.floor(value));
          expect(other?.limits.get(first.row)?.least).toBe(Math.floor(value) + 1);
        } else {
          expect(one?.fixed[first.person]?.[first.shift]).not.toBe(other?.fixed[first.person]?.[first.shift]);
        }
      }
      expect(root.limits.size).toBe(0);
    }
    expect([...seen].sort()).toEqual(['cell', 'row']);
  });
});

/** The relaxation, from the roster in which everyone takes what suits them best; undefined where somebody has none. */
function rootOf(search: Search, { missing }: CostScale): Root | undefined {
  const { split } = search;
  const nought = new Float64Array(split.rows.length);
  const first = split.people.flatMap(({ person }) => {
    const { rosters } = search.price(person, nought, { count: 1 });
    return rosters.map((roster) => search.columnOf(person, roster));
  });
  if (first.length < split.people.length) return undefined;
  search.offer(RosterState.of(split, first));
  const free = [...split.people.keys()];
  const base = Float64Array.from(split.rows, ({ offset }) => offset);
  const master = new Master(search.highs, { split, free, base, missingCost: missing });
  const limits = { rounds: 200, cutoff: Number.POSITIVE_INFINITY };
  const { bound, centre } = generateColumns(search, master, limits);
  master.dispose();
  const { rowDuals, shares } = centre as Required<Centre>;
  return { bound, centre: { rowDuals, shares } };
}

describe('the program over a list', () => {
  it('has for its best the cheapest roster of columns of which one at least is fresh', async () => {
    let dearer = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const { scale, search, split } = await searchOf(seed, { people: 3, days: 4, shiftsADay: 3 });
      const root = rootOf(search, scale);
      if (!root) continue;
      const { rowDuals } = root.centre;
      const columns = split.people.flatMap(({ person }) => search.pool.cheapest(person, rowDuals, 7));
      // Not those that the best roster of all would take.
      const fresh = [...columns.keys()].filter((place) => place % 7 > 5);
      const cheapest = (asked: ReadonlySet<number>): number => {
        const { program, firstListed } = listProgram(split, {
          columns,
          rowDuals,
          gap: 1e6,
          fresh: asked.size > 0 ? [...asked] : undefined,
        });
        let cost = Number.POSITIVE_INFINITY;
        const run = { seconds: 10, nodes: 1000, absoluteGap: 0.5, plain: true, seed: 1 };
        solveMixed(search.highs, program, {
          ...run,
          shouldStop: () => false,
          onSolution: (values) => {
            const taken = columns.filter((_, at) => (values[firstListed + at] ?? 0) > 0.5);
            cost = Math.min(cost, RosterState.of(split, taken).cost());
          },
        });
        return cost;
      };
      const tried = (asked: ReadonlySet<number>): number => {
        const of = split.people.map(({ person }) =>
          [...columns.keys()].filter((place) => columns[place]?.person === person),
        );
        let least = Number.POSITIVE_INFINITY;
        for (const one of of[0] ?? [])
          for (const two of of[1] ?? [])
            for (const three of of[2] ?? []) {
              const places = [one, two, three];
              if (asked.size > 0 && !places.some((place) => asked.has(place))) continue;
              const taken = places.map((place) => columns[place] as Column);
              least = Math.min(least, RosterState.of(split, taken).cost());
            }
        return least;
      };
      const asked = new Set(fresh);
      expect(cheapest(asked), `${seed}`).toBe(tried(asked));
      expect(cheapest(new Set()), `${seed}`).toBe(tried(new Set()));
      if (tried(asked) > tried(new Set())) dearer++;
    }
    expect(dearer).toBeGreaterThan(CASES / 4);
  });
});

describe('limits on rows', () => {
  it('leave exactly the values within them, at their price', () => {
    fc.assert(
      fc.property(
        fc.record({
          below: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
          above: fc.option(fc.integer({ min: 6, max: 9 }), { nil: undefined }),
          weight: fc.integer({ min: 1, max: 9 }),
          least: fc.integer({ min: 0, max: 9 }),
          width: fc.integer({ min: 0, max: 5 }),
          dual: fc.integer({ min: -20, max: 20 }),
        }),
        ({ below, above, weight, least, width, dual }) => {
          const price = {
            kind: 'range' as const,
            ...(below === undefined ? {} : { below }),
            ...(above === undefined ? {} : { above }),
          };
          const curve = [{ price, weight }];
          const prices = new RowPrices(oneRow(curve, 10), [0], Float64Array.of(0));
          const most = least + width;
          const { indices, lower, upper } = prices.limit(new Map([[0, { least, most }]]));
          const slacks = prices.slackColumns();
          indices.forEach((index, at) => {
            slacks.lower[index] = lower[at] as number;
            slacks.upper[index] = upper[at] as number;
          });
          let cheapest = Number.POSITIVE_INFINITY;
          for (let value = 0; value <= 10; value++) {
            const cost = slackCost(slacks, prices, value);
            const within = value >= least && value <= most;
            expect(cost, `${value}`).toBeCloseTo(within ? curveAt(curve, value) : Infinity, 6);
            if (within) cheapest = Math.min(cheapest, curveAt(curve, value) + dual * value);
          }
          const cost = (value: number): number => curveAt(curve, value) + dual * value;
          const all = [...Array(11).keys()];
          const reached = all.filter((value) => cost(value) <= Math.min(...all.map(cost)) + width);
          const limit = prices.limitsWithin(Float64Array.of(dual), width).get(0);
          expect(all.filter((value) => value >= (limit?.least ?? 0) && value <= (limit?.most ?? 0))).toEqual(
            reached,
          );
          if (least <= 10) expect(prices.side(Float64Array.of(dual)).bound).toBeCloseTo(cheapest, 6);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});

/** One row that one person's shifts add 1 to, each. */
function oneRow(curve: SplitProblem['rows'][number]['curve'], shifts: number): SplitProblem {
  const starts = Int32Array.from({ length: shifts + 1 }, (_, cell) => cell);
  return {
    problem: { shifts } as Problem,
    people: [{ person: 0 }] as unknown as SplitProblem['people'],
    clashes: { starts: new Int32Array(0), others: new Int32Array(0), costs: new Float64Array(0) },
    rows: [{ offset: 0, curve, least: 0, most: shifts }],
    cellRows: { starts, rows: new Int32Array(shifts), coefficients: new Int32Array(shifts).fill(1) },
  };
}

/** Least cost of slacks that let the columns sum up to the value; pieces nearest to the cheapest value are taken first. */
function slackCost(
  { cost, lower, upper, values }: ReturnType<RowPrices['slackColumns']>,
  prices: RowPrices,
  value: number,
): number {
  let total = prices.constant;
  let need = (prices.rightSides()[0] as number) - value;
  for (let at = 0; at < cost.length; at++) {
    total += (cost[at] as number) * (lower[at] as number);
    need -= (values[at] as number) * (lower[at] as number);
  }
  const sign = Math.sign(need);
  const order = [...cost.keys()]
    .filter((at) => values[at] === sign)
    .sort((a, b) => (cost[a] as number) - (cost[b] as number));
  for (const at of order) {
    const step = Math.min(Math.abs(need), (upper[at] as number) - (lower[at] as number));
    total += step * (cost[at] as number);
    need -= sign * step;
  }
  return need === 0 ? total : Number.POSITIVE_INFINITY;
}

function rowValue(
  { rows }: SplitProblem,
  mix: readonly {
    column: { rows: Int32Array; values: Int32Array };
    weight: number;
  }[],
  row: number,
): number {
  let value = rows[row]?.offset ?? 0;
  for (const { column, weight } of mix) {
    const at = column.rows.indexOf(row);
    if (at >= 0) value += weight * (column.values[at] as number);
  }
  return value;
}

/** In the engine's one scale, among rosters that break nothing hard. */
function cheapestByTrying(problem: Problem, scale: CostScale): number {
  const cells = problem.people * problem.shifts;
  let best = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << cells; set++) {
    const taken = Int32Array.from([...Array(cells).keys()].filter((cell) => (set & (1 << cell)) !== 0));
    const { score } = scoreOf(problem, taken);
    if (score.hard === 0) best = Math.min(best, scale.soft * score.soft + scale.cover * score.cover);
  }
  return best;
}
