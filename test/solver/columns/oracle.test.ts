/** Pricing and the whole engine against trying every roster. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import { type Cells, compareScores, type Problem, type Score } from '../../../src/constraints/shapes.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { LayersRoom } from '../../../src/solver/columns/count-layers.ts';
import { CountPricer } from '../../../src/solver/columns/count-pricer.ts';
import { Pricer } from '../../../src/solver/columns/pricer.ts';
import { rosterCost } from '../../../src/solver/columns/roster-cost.ts';
import { solveByColumns } from '../../../src/solver/columns/solve-by-columns.ts';
import { splitProblem } from '../../../src/solver/columns/split.ts';
import type { PersonModel } from '../../../src/solver/columns/split-problem.ts';
import { StatePricer } from '../../../src/solver/columns/state-pricer.ts';
import { BARRED, TAKEN } from '../../../src/solver/columns/walk.ts';
import { depth } from '../../depth.ts';
import { randomProblem } from './random-problem.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** One of the first shifts at least for everyone, as a hard rule: what is not allowed costs no finite amount, and is over early. */
function withLeastEarly(problem: Problem): Problem {
  const shifts = Int32Array.from({ length: problem.shifts / 2 }, (_, shift) => shift);
  const coefficients = new Int32Array(shifts.length).fill(1);
  const least = Array.from({ length: problem.people }, (_, person) => ({
    rule: 0,
    blocks: [{ people: Int32Array.of(person), shifts, coefficients }],
    offset: 0,
    price: { kind: 'range', below: 1 } as const,
  }));
  return { ...problem, counters: [...problem.counters, ...least] };
}

describe('pricing, by states and by counts', () => {
  const room = new LayersRoom();

  it('finds what trying every roster of one person finds, under any prices and fixed cells', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const tiny = randomProblem(seed, { people: 2, days: 4, shiftsADay: 2 });
        const problem = seed % 2 === 0 ? tiny : withLeastEarly(tiny);
        const result = splitProblem(problem, { soft: 1, cover: 1, hard: 1000 });
        if (!result.ok) throw new Error(result.reason);
        const { split } = result;
        const random = createRandom(seed + 1);
        const shape = { clashes: split.clashes, shiftDay: problem.shiftDay, days: problem.days };
        for (const model of split.people) {
          const pricers = [
            new StatePricer(model, shape),
            CountPricer.of(model, shape, { leastCounts: 0, room }),
            // Day after day at once.
            CountPricer.of(model, shape, { leastCounts: 0, room, tries: [] }),
          ];
          for (let round = 0; round < 4; round++) {
            const prices = Float64Array.from({ length: problem.shifts }, () => random.below(41) - 30);
            const fixed = Uint8Array.from({ length: problem.shifts }, (_, shift) => {
              if (!model.shifts.includes(shift)) return 0;
              const draw = random.next() * (round === 0 ? 0 : 1);
              return draw > 0.9 ? TAKEN : draw > 0.8 ? BARRED : 0;
            });
            const cheapest = cheapestByTrying({ model, shape, prices, fixed });
            for (const pricer of pricers) {
              const priced = pricer?.price({ prices, fixed, count: 2 });
              expect(priced?.bound).toBeCloseTo(cheapest, 5);
              expect(priced?.rosters[0]?.priced ?? Number.POSITIVE_INFINITY).toBe(cheapest);
              const rough = pricer?.price({ prices, fixed, count: 1, relaxed: true });
              expect(rough?.bound).toBeLessThanOrEqual(cheapest + 1e-9);
            }
            const below = cheapest + random.below(15) + 0.5;
            const listed = new Pricer(model, shape, room).within({ prices, fixed }, below, 256);
            const wanted = rostersByTrying({ model, shape, prices, fixed }).filter(
              ({ cost }) => cost < below,
            );
            expect(listed?.map((shifts) => shifts.join()).sort()).toEqual(
              wanted.map(({ shifts }) => shifts.join()).sort(),
            );
            if (wanted.length > 0)
              expect(new Pricer(model, shape, room).within({ prices, fixed }, below, wanted.length - 1)).toBe(
                undefined,
              );
          }
        }
      }),
      { seed: 1, numRuns: depth({ short: 70, deep: 150 }) },
    );
  });
});

interface Trying {
  model: PersonModel;
  shape: Parameters<typeof rosterCost>[1];
  prices: Float64Array;
  fixed: Uint8Array;
}

function cheapestByTrying(trying: Trying): number {
  return Math.min(Number.POSITIVE_INFINITY, ...rostersByTrying(trying).map(({ cost }) => cost));
}

/** All that no hard rule forbids. */
function rostersByTrying({ model, shape, prices, fixed }: Trying): { shifts: number[]; cost: number }[] {
  const found: { shifts: number[]; cost: number }[] = [];
  for (let set = 0; set < 1 << prices.length; set++) {
    const shifts = [...prices.keys()].filter((shift) => (set & (1 << shift)) !== 0);
    if (shifts.some((shift) => fixed[shift] === BARRED)) continue;
    if (fixed.some((state, shift) => state === TAKEN && (set & (1 << shift)) === 0)) continue;
    const own = rosterCost(model, shape, Int32Array.from(shifts));
    const cost = shifts.reduce((sum, shift) => sum + (prices[shift] ?? 0), own);
    if (cost < Number.POSITIVE_INFINITY) found.push({ shifts, cost });
  }
  return found;
}

const CASES = depth({ short: 14, deep: 60 });

describe('the engine', () => {
  it('bounds every optimum from below, never claims too much, and mostly proves', async () => {
    let proven = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const problem = randomProblem(seed, { people: 2, days: 3, shiftsADay: 2 });
      const optimum = bestByTrying(problem);
      const outcome = await solveByColumns(problem, { seed, clock: () => 0, steps: 600 });
      if (outcome.kind !== 'solved') throw new Error(outcome.reason);
      if (outcome.bound) expect(compareScores(outcome.bound, optimum)).toBeLessThanOrEqual(0);
      if (!outcome.cells) continue;
      const { score } = scoreOf(problem, outcome.cells);
      expect(compareScores(score, optimum)).toBeGreaterThanOrEqual(0);
      if (outcome.proven) expect(score).toEqual(optimum);
      if (outcome.proven) proven++;
    }
    expect(proven).toBeGreaterThan(0.75 * CASES);
  });

  it('gives the same roster for the same seed and steps', async () => {
    const problem = randomProblem(7, { people: 6, days: 6, shiftsADay: 2 });
    const run = async (): Promise<Cells | undefined> => {
      const outcome = await solveByColumns(problem, { seed: 3, clock: () => 0, steps: 500 });
      return outcome.kind === 'solved' ? outcome.cells : undefined;
    };
    const first = await run();
    expect(first).toBeDefined();
    expect(await run()).toEqual(first);
  });

  it('keeps pins, and declines one that a hard rule forbids', async () => {
    const problem = randomProblem(13, { people: 3, days: 3, shiftsADay: 2 });
    const masked = problem.masks[0]?.blocks[0];
    const forbidden = (masked?.people[0] ?? 0) * problem.shifts + (masked?.shifts[0] ?? 0);
    const free = forbidden === 4 ? 5 : 4;
    const kept = await solveByColumns(
      { ...problem, pins: Int32Array.of(free) },
      { seed: 1, clock: () => 0, steps: 300 },
    );
    expect(kept.kind === 'solved' && kept.cells?.includes(free)).toBe(true);
    const refused = { ...problem, pins: Int32Array.of(forbidden) };
    expect(await solveByColumns(refused, { seed: 1, clock: () => 0, steps: 300 })).toEqual({
      kind: 'declined',
      reason: 'pin',
    });
  });
});

function bestByTrying(problem: Problem): Score {
  const cells = problem.people * problem.shifts;
  let best: Score = { hard: Number.POSITIVE_INFINITY, cover: 0, soft: 0 };
  for (let set = 0; set < 1 << cells; set++) {
    const taken = Int32Array.from([...Array(cells).keys()].filter((cell) => (set & (1 << cell)) !== 0));
    const { score } = scoreOf(problem, taken);
    if (compareScores(score, best) < 0) best = score;
  }
  return best;
}
