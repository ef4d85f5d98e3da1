/** Limits cut to the first days of a horizon. */

import { describe, expect, it } from 'vitest';
import type { CounterPrice, Problem } from '../../../src/constraints/shapes.ts';
import { limitsUpTo } from '../../../src/solver/windows/limits-up-to.ts';

describe('limits up to a day', () => {
  /** Of ten shifts in forty days. */
  function limitUpTo(day: number, leeway: number, below?: number, shut = 0): CounterPrice | undefined {
    const shifts = Int32Array.from({ length: 40 }, (_, shift) => shift);
    const coefficients = new Int32Array(40).fill(1);
    const people = Int32Array.of(0);
    const price: CounterPrice = { kind: 'range', above: 10, ...(below === undefined ? {} : { below }) };
    const problem: Problem = {
      people: 1,
      shifts: 40,
      days: 40,
      shiftDay: shifts,
      shiftStart: shifts.map((day) => day * 1440),
      shiftEnd: shifts.map((day) => day * 1440 + 480),
      rules: [
        { id: 'most', constraint: 'most', level: 'hard', weight: 1 },
        { id: 'leave', constraint: 'leave', level: 'hard', weight: 1 },
      ],
      masks: [{ rule: 1, blocks: [{ people, shifts: shifts.filter((day) => day >= 40 - shut) }], amount: 1 }],
      conflicts: [],
      counters: [{ rule: 0, blocks: [{ people, shifts, coefficients }], offset: 0, price }],
      runs: [],
      pins: new Int32Array(0),
    };
    return limitsUpTo(problem, day, leeway).counters[0]?.price;
  }

  it('leaves of a limit with a floor the share of its days, give or take', () => {
    expect(limitUpTo(20, 1, 8)).toEqual({ kind: 'range', below: 3, above: 6 });
  });

  it('lets half as much again be used early of a limit without a floor', () => {
    expect(limitUpTo(20, 1)).toEqual({ kind: 'range', above: 9 });
  });

  it('never lets more be used than there is', () => {
    expect(limitUpTo(38, 3)).toEqual({ kind: 'range', above: 10 });
    expect(limitUpTo(38, 3, 8)).toEqual({ kind: 'range', below: 4, above: 10 });
  });

  it('goes by the days that are open to the person', () => {
    // Of thirty open days twenty come before the day.
    expect(limitUpTo(20, 0, 9, 10)).toEqual({ kind: 'range', below: 6, above: 7 });
  });

  it('is the whole at the last day', () => {
    expect(limitUpTo(40, 3, 8)).toEqual({ kind: 'range', below: 8, above: 10 });
  });
});
