/** The benchmark's own parts: the format, the judge against rosters counted by hand, and the smallest instance solved. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/constraints/score.ts';
import { createRandom } from '../../src/kernel/random.ts';
import { solveByColumns } from '../../src/solver/columns/solve-by-columns.ts';
import { type BenchRoster, evaluateRoster } from './curtois/evaluate.ts';
import { type Instance, parseInstance } from './curtois/instance.ts';
import { problemFromInstance, rosterFromCells } from './curtois/problem.ts';

const SMALL = `
SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
L,600,E
SECTION_STAFF
A,E=7|L=1,2640,960,3,2,2,1
B,E=7|L=7,4000,0,5,1,1,0
SECTION_DAYS_OFF
A,0
SECTION_SHIFT_ON_REQUESTS
A,1,E,4
SECTION_SHIFT_OFF_REQUESTS
B,2,L,3
SECTION_COVER
1,E,1,100,1
2,L,1,100,1
6,E,0,100,7
`;

const small = parseInstance(SMALL);
const roster = (...rows: string[]): BenchRoster =>
  rows.map((row) => [...row].map((c) => (c === '-' ? '' : c)));

describe('the format', () => {
  it('reads sections, limits and -0', () => {
    expect(small.horizon).toBe(7);
    expect(small.shifts[1]).toEqual({ id: 'L', minutes: 600, forbiddenNext: ['E'] });
    expect(small.staff[0]).toMatchObject({ maxMinutes: 2640, minMinutes: 960, maxWeekends: 1, daysOff: [0] });
    expect(parseInstance(SMALL.replace('6,E,0,', '6,E,-0,')).cover[2]).toMatchObject({ need: 0 });
  });

  it('names what is not a number', () => {
    expect(() => parseInstance(SMALL.replace('480', 'eight'))).toThrow('"eight"');
  });
});

describe('the judge', () => {
  it.each([
    // A has E on day 1, B has L on day 2: 3 against the wish, nothing under or over.
    ['both wishes and cover', ['-EE----', '--L----'], 3, []],
    ['nobody at all', ['-------', '-------'], 4 + 100 + 100, ['A: 0 minutes']],
    ['one too many on day 6', ['-EE----', '--L---E'], 3 + 7, ['B: 1 weekends']],
    ['a day off', ['EE-----', '--L----'], 3, ['A: works on day off 0']],
    ['a forbidden succession', ['-ELE---', '-------'], 0, ['A: E follows L on day 3']],
    ['too many of a type', ['-LL----', '-------'], 4 + 100, ['A: 2 times L']],
    ['too short a run inside', ['-E--EE-', '--L----'], 3, ['A: 1 days on from day 1']],
    ['too long a run', ['-EEEE--', '--L----'], 3, ['A: 4 days on from day 1']],
    ['too few days off inside', ['-EE-EE-', '--L----'], 3, ['A: 1 days off from day 3']],
  ])('counts %s', (_, rows, objective, faults) => {
    expect(evaluateRoster(small, roster(...rows))).toEqual({ objective, faults });
  });

  it('agrees with the shapes on a thousand random rosters', () => {
    const random = createRandom(1);
    const problem = problemFromInstance(small);
    for (let round = 0; round < 1000; round++) {
      const cells = [...Array(2 * 7).keys()].flatMap((place) => {
        const kind = random.below(4);
        return kind < 2 ? [place * 2 + kind] : [];
      });
      const { score } = scoreOf(problem, Int32Array.from(cells));
      const verdict = evaluateRoster(small, rosterFromCells(small, Int32Array.from(cells)));
      expect(verdict.objective).toBe(score.soft);
      expect(verdict.faults.length === 0).toBe(score.hard === 0);
    }
  });
});

describe('instance 1', () => {
  const instance: Instance = parseInstance(
    readFileSync(new URL('data/Instance1.txt', import.meta.url), 'utf8'),
  );

  it('comes out at 607, the proven optimum, with a bound not above it', async () => {
    const outcome = await solveByColumns(problemFromInstance(instance), {
      seed: 1,
      clock: () => 0,
      steps: 20_000,
    });
    if (outcome.kind !== 'solved' || !outcome.cells) throw new Error('no roster');
    const verdict = evaluateRoster(instance, rosterFromCells(instance, outcome.cells));
    expect(verdict).toEqual({ objective: 607, faults: [] });
    expect(outcome.bound?.soft).toBeLessThanOrEqual(607);
  });
});
