/** Each person who might have filled an empty seat is told by the first thing in the way. */

import { describe, expect, it } from 'vitest';
import type { CounterTerm, Problem } from '../../src/constraints/shapes.ts';
import { explainShortages } from '../../src/solver/explain.ts';

const ids = (...values: number[]): Int32Array => Int32Array.from(values);
const COVER = 0;
const QUALIFIED = 1;
const REST = 2;
const MOST = 3;
const RUN = 4;

const cover = (shift: number, below: number): CounterTerm => ({
  rule: COVER,
  offset: 0,
  blocks: [{ people: ids(0, 1, 2, 3, 4, 5), shifts: ids(shift), coefficients: ids(1) }],
  price: { kind: 'range', below },
});

/** Three days of one shift; the last wants everyone. */
const problem: Problem = {
  people: 6,
  shifts: 3,
  days: 3,
  shiftDay: ids(0, 1, 2),
  shiftStart: ids(0, 1440, 2880),
  shiftEnd: ids(480, 1920, 3360),
  rules: [
    { id: 'cover', constraint: 'cover-minimum', level: 'cover', weight: 1 },
    { id: 'qualified', constraint: 'qualified', level: 'hard', weight: 1 },
    { id: 'rest', constraint: 'minimum-rest', level: 'hard', weight: 1 },
    { id: 'most', constraint: 'most-shifts', level: 'hard', weight: 1 },
    { id: 'run', constraint: 'most-consecutive-days', level: 'hard', weight: 1 },
  ],
  masks: [{ rule: QUALIFIED, amount: 1, blocks: [{ people: ids(1), shifts: ids(2) }] }],
  conflicts: [{ rule: REST, first: ids(1), second: ids(2), amount: ids(1) }],
  counters: [
    cover(0, 2),
    cover(2, 6),
    {
      rule: MOST,
      offset: 0,
      blocks: [{ people: ids(3), shifts: ids(0, 1, 2), coefficients: ids(1, 1, 1) }],
      price: { kind: 'range', above: 1 },
    },
  ],
  runs: [
    {
      rule: RUN,
      people: ids(4),
      shifts: ids(0, 1, 2),
      state: 'off',
      least: 2,
      before: ids(-1),
      after: ids(-1),
      fixedOn: [],
    },
  ],
  pins: ids(),
};

const cell = (person: number, shift: number): number => person * 3 + shift;

describe('explain', () => {
  it('names the obstacle of every person, by rule', () => {
    // 0 stands it; 1 may not; 2 stood the day before; 3 is at the limit; 4 would have one day off; 5 is free.
    const [shortage, ...others] = explainShortages(
      problem,
      ids(cell(0, 2), cell(2, 1), cell(3, 0), cell(4, 0)),
    );
    expect(others).toEqual([]);
    expect(shortage).toMatchObject({ rule: COVER, shifts: [2], missing: 5 });
    expect(shortage?.reasons).toEqual([
      { obstacle: 'stands', people: [0] },
      { obstacle: 'mask', rule: QUALIFIED, people: [1] },
      { obstacle: 'conflict', rule: REST, people: [2], shifts: [[1]] },
      { obstacle: 'limit', rule: MOST, people: [3] },
      { obstacle: 'run', rule: RUN, people: [4] },
      { obstacle: 'free', people: [5] },
    ]);
  });

  it('counts people with the same obstacle together, most people first', () => {
    const [first, last] = explainShortages(problem, ids());
    expect(first).toMatchObject({ shifts: [0], missing: 2 });
    expect(last?.reasons).toEqual([
      { obstacle: 'free', people: [0, 2, 3, 4, 5] },
      { obstacle: 'mask', rule: QUALIFIED, people: [1] },
    ]);
  });

  it('tells of a shift that nobody may stand', () => {
    const nobody = {
      ...problem,
      masks: [{ rule: QUALIFIED, amount: 1, blocks: [{ people: ids(0, 1, 2, 3, 4, 5), shifts: ids(2) }] }],
    };
    const shortages = explainShortages(nobody, ids(cell(0, 0), cell(1, 0)));
    expect(shortages).toEqual([
      {
        rule: COVER,
        shifts: [2],
        missing: 6,
        reasons: [{ obstacle: 'mask', rule: QUALIFIED, people: [0, 1, 2, 3, 4, 5] }],
      },
    ]);
  });
});
