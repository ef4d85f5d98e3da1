/** Shares of ways against every way there is, each weighed by what it costs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/kernel/random.ts';
import { intAt, realAt } from '../../../src/kernel/typed-at.ts';
import { splitProblem } from '../../../src/solver/columns/split.ts';
import { type SeasonGraph, shiftsOfClass } from '../../../src/solver/lagrangian/season-graph.ts';
import { seasonGraphs } from '../../../src/solver/lagrangian/season-graphs.ts';
import { SeasonPerson } from '../../../src/solver/lagrangian/season-person.ts';
import { SeasonSpace } from '../../../src/solver/lagrangian/season-space.ts';
import { SoftWalk } from '../../../src/solver/lagrangian/soft-walk.ts';
import { depth } from '../../depth.ts';
import { randomProblem } from '../columns/random-problem.ts';

const RUNS = depth({ short: 40, deep: 400 });
const DAYS = 4;

interface Way {
  readonly cost: number;
  readonly shifts: readonly number[];
}

/** All from the node on. */
function waysFrom(
  graph: SeasonGraph,
  priced: Float64Array,
  extra: Float64Array,
  { day, node }: { day: number; node: number },
): Way[] {
  if (day === DAYS) return [{ cost: 0, shifts: [] }];
  const found: Way[] = [];
  for (let way = intAt(graph.wayStarts, node); way < intAt(graph.wayStarts, node + 1); way++) {
    const leg = intAt(graph.leg, way);
    const later = waysFrom(graph, priced, extra, { day: day + 1, node: intAt(graph.to, leg) });
    for (const { cost, classes } of graph.choices[intAt(graph.choice, leg)] ?? []) {
      for (const shifts of taken(graph, classes)) {
        const own = shifts.reduce((sum, shift) => sum + realAt(priced, shift), cost);
        const here = own + realAt(extra, intAt(graph.wayCost, leg));
        found.push(...later.map((each) => ({ cost: here + each.cost, shifts: [...shifts, ...each.shifts] })));
      }
    }
  }
  return found;
}

/** Of each class one. */
function taken(graph: SeasonGraph, classes: readonly number[]): number[][] {
  return classes.reduce<number[][]>(
    (sets, id) => sets.flatMap((set) => [...shiftsOfClass(graph, id)].map((shift) => [...set, shift])),
    [[]],
  );
}

describe('a walk on which dearer ways have a share', () => {
  it('gives each shift the share of the ways that take it', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(0.5, 2, 10),
        (seed, temperature) => {
          const problem = randomProblem(seed, { people: 2, days: DAYS, shiftsADay: 3 });
          const result = splitProblem(problem, { soft: 1, cover: 1, hard: 1000 });
          if (!result.ok) throw new Error(result.reason);
          const shape = { ...result.split, shiftDay: problem.shiftDay, days: problem.days };
          const graphs = seasonGraphs(result.split.people, shape, () => false);
          if (!graphs) throw new Error('no graph');
          const random = createRandom(seed + 1);
          const space = new SeasonSpace();
          for (const model of result.split.people) {
            const graph = graphs[model.person] as SeasonGraph;
            const priced = Float64Array.from({ length: problem.shifts }, () => random.below(41) - 20);
            const extra = Float64Array.from(graph.wayCosts, ({ cost }) => cost + random.below(5));
            new SoftWalk(new SeasonPerson(model, graph, []), space).run(priced, extra, temperature);
            const ways = waysFrom(graph, priced, extra, { day: 0, node: 0 });
            const least = Math.min(...ways.map(({ cost }) => cost));
            const weights = ways.map(({ cost }) => Math.exp((least - cost) / temperature));
            const all = weights.reduce((sum, weight) => sum + weight, 0);
            const shares = new Float64Array(problem.shifts);
            ways.forEach(({ shifts }, at) => {
              for (const shift of shifts) shares[shift] = realAt(shares, shift) + (weights[at] ?? 0) / all;
            });
            for (const shift of model.shifts) {
              expect(Math.abs(realAt(space.shares, shift) - realAt(shares, shift))).toBeLessThan(1e-3);
              if (realAt(shares, shift) > 0.01 && realAt(shares, shift) < 0.99) compared++;
            }
          }
        },
      ),
      { seed: 1, numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS);
  });

  it('takes nothing where there is no way', () => {
    const problem = randomProblem(3, { people: 2, days: DAYS, shiftsADay: 2 });
    const result = splitProblem(problem, { soft: 1, cover: 1, hard: 1000 });
    if (!result.ok) throw new Error(result.reason);
    const [model] = result.split.people;
    const graphs = seasonGraphs(
      result.split.people,
      { ...result.split, shiftDay: problem.shiftDay, days: problem.days },
      () => false,
    );
    const graph = graphs?.[0];
    if (!model || !graph) throw new Error('no graph');
    const space = new SeasonSpace();
    const shut = new Float64Array(graph.wayCosts.length).fill(Number.POSITIVE_INFINITY);
    new SoftWalk(new SeasonPerson(model, graph, []), space).run(new Float64Array(problem.shifts), shut, 1);
    expect([...model.shifts].map((shift) => realAt(space.shares, shift))).toEqual(
      [...model.shifts].map(() => 0),
    );
  });
});
