/** Multipliers over long horizons: bounds against trying every roster, and rosters of eight weeks. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/constraints/score.ts';
import { type Cells, compareScores, type Problem } from '../../../src/constraints/shapes.ts';
import { createRandom } from '../../../src/kernel/random.ts';
import { rosterCost } from '../../../src/solver/columns/roster-cost.ts';
import { splitProblem } from '../../../src/solver/columns/split.ts';
import { Corridor } from '../../../src/solver/lagrangian/corridor.ts';
import { lagrangianEngine } from '../../../src/solver/lagrangian/lagrangian-engine.ts';
import { PersonRelaxation } from '../../../src/solver/lagrangian/person-relaxation.ts';
import type { SeasonGraph } from '../../../src/solver/lagrangian/season-graph.ts';
import { seasonGraphs } from '../../../src/solver/lagrangian/season-graphs.ts';
import { SeasonPerson } from '../../../src/solver/lagrangian/season-person.ts';
import { SeasonSpace } from '../../../src/solver/lagrangian/season-space.ts';
import { Search } from '../../../src/solver/search.ts';
import { parseInstance } from '../../bench/curtois/instance.ts';
import { problemFromInstance } from '../../bench/curtois/problem.ts';
import { depth } from '../../depth.ts';
import { bruteForce } from '../brute-force.ts';
import { randomProblem } from '../columns/random-problem.ts';

const RUNS = depth({ short: 40, deep: 300 });
const CASES = depth({ short: 16, deep: 100 });
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('one person by multipliers', () => {
  it('is bounded below every roster there is, at any prices and multipliers, and given one that is allowed', () => {
    let found = 0;
    let allowed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed, { people: 2, days: 4, shiftsADay: 2 });
        const result = splitProblem(problem, { soft: 1, cover: 1, hard: 1000 });
        if (!result.ok) throw new Error(result.reason);
        const shape = { ...result.split, shiftDay: problem.shiftDay, days: problem.days };
        const random = createRandom(seed + 1);
        const space = new SeasonSpace();
        const graphs = seasonGraphs(result.split.people, shape, () => false);
        if (!graphs) throw new Error('no graph');
        for (const model of result.split.people) {
          const graph = graphs[model.person] as SeasonGraph;
          const person = new PersonRelaxation(new SeasonPerson(model, graph, []), space);
          const corridor = new Corridor(person, random, space);
          for (let round = 0; round < 4; round++) {
            const prices = Float64Array.from({ length: problem.shifts }, () => random.below(41) - 30);
            person.multipliers = person.within(person.multipliers.map(() => random.below(21) - 10));
            person.spread(prices, 1);
            const cheapest = cheapestByTrying(prices, (shifts) => rosterCost(model, shape, shifts));
            expect(person.bound(prices)).toBeLessThanOrEqual(cheapest + 1e-9);
            const roster = corridor.find(prices, round % 2 === 0);
            if (cheapest < Number.POSITIVE_INFINITY) allowed++;
            if (!roster) continue;
            found++;
            expect(roster.own).toBe(rosterCost(model, shape, roster.shifts));
            expect(roster.own).toBeLessThan(Number.POSITIVE_INFINITY);
            expect(roster.priced).toBeGreaterThanOrEqual(cheapest);
          }
        }
      }),
      { seed: 1, numRuns: RUNS },
    );
    expect(allowed).toBeGreaterThan(4 * RUNS);
    expect(found).toBeGreaterThan(0.9 * allowed);
  });
});

function cheapestByTrying(prices: Float64Array, own: (shifts: Int32Array) => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << prices.length; set++) {
    const shifts = Int32Array.from([...prices.keys()].filter((shift) => (set & (1 << shift)) !== 0));
    least = Math.min(
      least,
      shifts.reduce((sum, shift) => sum + (prices[shift] ?? 0), own(shifts)),
    );
  }
  return least;
}

function searchOf(problem: Problem): Search {
  return new Search(problem, { seed: 3, budget: { kind: 'steps', moves: 0, nodes: 0 }, clock: () => 0 });
}

describe('the engine of multipliers', () => {
  it('bounds every optimum from below, and offers nothing that is not what the referee counts', async () => {
    let bounded = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const problem = randomProblem(seed, { people: 2, days: 3, shiftsADay: 2 });
      const optimum = bruteForce(problem);
      if (!optimum) throw new Error('too many cells');
      const search = searchOf(problem);
      await lagrangianEngine({ share: 1, ascent: 1 }).run(search);
      expect(compareScores(search.bound ?? optimum, optimum)).toBeLessThanOrEqual(0);
      expect(compareScores(search.best.score, optimum)).toBeGreaterThanOrEqual(0);
      expect(scoreOf(problem, search.best.cells).score).toEqual(search.best.score);
      if ((search.bound?.soft ?? 0) > 0) bounded++;
    }
    expect(bounded).toBeGreaterThan(CASES / 4);
  });

  it('keeps every hard rule over eight weeks near its bound, and ends in the same roster for the same seed', async () => {
    const run = async (): Promise<Search> => {
      const search = searchOf(problemFromInstance(parseInstance(EIGHT_WEEKS)));
      await lagrangianEngine({ share: 1, ascent: 1 }).run(search);
      return search;
    };
    const { best, bound } = await run();
    expect(best.score.hard).toBe(0);
    const least = bound?.soft ?? 0;
    expect(least).toBeGreaterThan(0);
    expect(best.score.soft).toBeGreaterThanOrEqual(least);
    expect(best.score.soft).toBeLessThan(2 * least);
    expect((await run()).best.cells).toEqual(best.cells);
  });

  it('holds what is pinned, in rosters near the bound', async () => {
    const problem = problemFromInstance(parseInstance(EIGHT_WEEKS));
    const { best } = await run8(problem);
    // Everybody's first and last duty, and one whose kind the free roster gives to another.
    const ofPerson = (person: number): Cells =>
      best.cells.filter((cell) => Math.floor(cell / problem.shifts) === person);
    const pins = STAFF.flatMap((_, person) => [
      ...ofPerson(person).slice(0, 1),
      ...ofPerson(person).slice(-1),
    ]);
    const swapped = pins.map((cell, at) => (at === 3 ? cell ^ 1 : cell));
    const pinned = { ...problem, pins: Int32Array.from(swapped).sort() };
    const search = await run8(pinned);
    expect(search.best.score.hard).toBe(0);
    expect([...pinned.pins].every((cell) => search.best.cells.includes(cell))).toBe(true);
    expect(search.best.score.soft).toBeLessThan(2 * (search.bound?.soft ?? 0));
  });

  it('keeps of somebody who can have no roster what the best known gives them, and seats the others without breaking anything', async () => {
    const problem = problemFromInstance(parseInstance(EIGHT_WEEKS));
    const free = (await run8(problem)).best;
    const ofFirst = (cells: Cells): Cells => cells.filter((cell) => cell < problem.shifts);
    const asked = asksTooMuch(problem);
    const search = searchOf(asked);
    search.offer(ofFirst(free.cells));
    await lagrangianEngine({ share: 1, ascent: 1 }).run(search);
    const { cells, score } = search.best;
    expect(ofFirst(cells)).toEqual(ofFirst(free.cells));
    // What the first lacks, and nothing of the others'.
    expect(score.hard).toBe(problem.shifts + 2 - ofFirst(free.cells).length);
    // The others' days are priced as well as if nobody lacked anything.
    expect(score.soft).toBeLessThan(2 * free.score.soft);
    expect(compareScores(search.bound ?? score, score)).toBeLessThanOrEqual(0);
    expect(search.isProven).toBe(false);
  });
});

/** The first person is to stand two shifts more than there are. */
function asksTooMuch(problem: Problem): Problem {
  const shifts = Int32Array.from(Array(problem.shifts).keys());
  const coefficients = shifts.map(() => 1);
  return {
    ...problem,
    rules: [...problem.rules, { id: 'least', constraint: 'least', level: 'hard', weight: 1 }],
    counters: [
      ...problem.counters,
      {
        rule: problem.rules.length,
        blocks: [{ people: Int32Array.of(0), shifts, coefficients }],
        offset: 0,
        price: { kind: 'range', below: problem.shifts + 2 },
      },
    ],
  };
}

async function run8(problem: Problem): Promise<Search> {
  const search = searchOf(problem);
  await lagrangianEngine({ share: 1, ascent: 1 }).run(search);
  return search;
}

const DAYS = 56;
const STAFF = ['A', 'B', 'C', 'D', 'E', 'F'];
/** More work than there are people for; minutes fixed within two shifts, half of the weekends, few late shifts. */
const EIGHT_WEEKS = [
  ...['SECTION_HORIZON', String(DAYS), 'SECTION_SHIFTS', 'E,480,', 'L,480,E', 'SECTION_STAFF'],
  ...STAFF.map((id) => `${id},E=${DAYS}|L=24,17280,16320,5,2,2,4`),
  'SECTION_DAYS_OFF',
  ...STAFF.map((id, person) => [id, ...[0, 1, 2, 3].map((day) => person * 8 + day)].join(',')),
  'SECTION_SHIFT_ON_REQUESTS',
  ...STAFF.map((id, person) => `${id},${person * 3 + 20},L,2`),
  'SECTION_SHIFT_OFF_REQUESTS',
  ...STAFF.map((id, person) => `${id},${person * 2 + 30},E,3`),
  'SECTION_COVER',
  ...Array.from({ length: DAYS }, (_, day) => [`${day},E,2,100,1`, `${day},L,${1 + (day % 3)},100,1`]).flat(),
].join('\n');
