/** Changes by hand, held against the referee: every candidate and every swap costs what the whole roster then costs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constraintOf } from '../../src/constraints/catalogue.ts';
import { check } from '../../src/constraints/check.ts';
import { personChecker } from '../../src/constraints/check-person.ts';
import { cellsOf, compile, rosterOf } from '../../src/constraints/compile.ts';
import type { Score } from '../../src/constraints/shapes.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { ChangePricer } from '../../src/solver/change-pricer.ts';
import { randomPlan, randomRoster } from '../random-plan.ts';

const scoreAt = (plan: Plan, cells: Iterable<number>): Score =>
  check(plan, rosterOf(plan, Int32Array.from(cells).sort())).score;

const minus = (a: Score, b: Score): Score => ({
  hard: a.hard - b.hard,
  cover: a.cover - b.cover,
  soft: a.soft - b.soft,
});

/** A plan and any roster of it, broken ones too. */
const sample = fc
  .integer({ min: 1, max: 1_000_000 })
  .map((seed) => {
    const plan = randomPlan(seed);
    return { plan, cells: new Set(cellsOf(plan, randomRoster(plan, seed))) };
  })
  .filter(({ plan }) => plan.shifts.length > 1 && plan.staff.length > 1);

describe('the pricer', () => {
  it('prices every person on a seat as the referee does', () => {
    fc.assert(
      fc.property(sample, fc.nat(), ({ plan, cells }, pick) => {
        const pricer = new ChangePricer(compile(plan));
        pricer.seat(Int32Array.from(cells).sort());
        const before = scoreAt(plan, cells);
        expect(pricer.score()).toEqual(before);
        const shift = pick % plan.shifts.length;
        const standing = plan.staff.flatMap((_, p) => (cells.has(p * plan.shifts.length + shift) ? [p] : []));
        const leaving = standing[0];
        for (const { person, change } of pricer.candidates(shift, leaving)) {
          const after = new Set(cells);
          if (leaving !== undefined) after.delete(leaving * plan.shifts.length + shift);
          after.add(person * plan.shifts.length + shift);
          expect(change).toEqual(minus(scoreAt(plan, after), before));
        }
        expect(pricer.score()).toEqual(before);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('prices swaps as the referee does, and offers none that breaks more', () => {
    let offered = 0;
    fc.assert(
      fc.property(sample, fc.nat(), ({ plan, cells }, pick) => {
        const width = plan.shifts.length;
        const cell = [...cells][pick % Math.max(1, cells.size)];
        if (cell === undefined) return;
        const pricer = new ChangePricer(compile(plan));
        pricer.seat(Int32Array.from(cells).sort());
        const before = scoreAt(plan, cells);
        const [person, mine] = [Math.floor(cell / width), cell % width];
        for (const { person: other, shift, change } of pricer.swaps(mine, person, 5)) {
          const after = new Set(cells);
          for (const gone of [cell, other * width + shift]) after.delete(gone);
          for (const come of [person * width + shift, other * width + mine]) after.add(come);
          expect(change).toEqual(minus(scoreAt(plan, after), before));
          expect(change.hard).toBeLessThanOrEqual(0);
          offered++;
        }
      }),
      { seed: 2, numRuns: 60 },
    );
    expect(offered).toBeGreaterThan(20);
  });
});

describe('the referee for one person', () => {
  it('finds, person by person, what the referee finds by the same rules', () => {
    fc.assert(
      fc.property(sample, ({ plan, cells }) => {
        const roster = rosterOf(plan, Int32Array.from(cells).sort());
        const personal = personChecker(plan);
        const found = plan.staff.flatMap(({ id }) =>
          personal(
            id,
            roster.assignments.filter(({ staffId }) => staffId === id).map(({ shiftId }) => shiftId),
          ),
        );
        const whole = check(plan, roster).violations.filter(
          ({ constraint }) => constraintOf(constraint).personal,
        );
        const told = (list: typeof whole): string[] =>
          list.map((each) => JSON.stringify(Object.entries(each).sort())).sort();
        expect(told(found)).toEqual(told(whole));
      }),
      { seed: 3, numRuns: 80 },
    );
  });
});
