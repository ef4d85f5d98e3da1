/** Mending: shut shifts stay, whatever that breaks, and elsewhere as few names change as the price asks for. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../src/constraints/compile.ts';
import { mendProblem } from '../../src/solver/mend.ts';
import { solve } from '../../src/solver/solve.ts';
import { randomPlan, randomRoster } from '../random-plan.ts';

const PRICE = 100_000;

async function mended(seed: number, openFrom: number) {
  const plan = { ...randomPlan(seed), pins: [] };
  const base = cellsOf(plan, randomRoster(plan, seed));
  const price = plan.shifts.map((_, i) => (i < openFrom ? 0 : PRICE));
  const problem = mendProblem(compile(plan), { base, price });
  const { cells } = await solve(problem, {
    seed: 1,
    budget: { kind: 'steps', moves: 4_000, nodes: 0 },
    clock: () => 0,
    start: base,
  });
  return { plan, base, cells, shifts: plan.shifts.length };
}

describe('mending', () => {
  it('keeps shut shifts as they are, whatever they break', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), fc.nat(6), async (seed, openFrom) => {
        const { base, cells, shifts } = await mended(seed, openFrom);
        const shut = (list: Int32Array): number[] => [...list].filter((cell) => cell % shifts < openFrom);
        expect(shut(cells)).toEqual(shut(base));
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('never leaves more broken or empty than there was, and changes nobody for comfort alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (seed) => {
        const { plan, base, cells } = await mended(seed, 0);
        const before = check(plan, rosterOf(plan, base)).score;
        const after = check(plan, rosterOf(plan, cells)).score;
        expect(after.hard).toBeLessThanOrEqual(before.hard);
        const known = new Set(base);
        const fresh = cells.filter((cell) => !known.has(cell)).length;
        // A new name is dearer than any wish or balance here: it must have mended a fault or filled a seat.
        if (after.hard === before.hard && after.cover === before.cover) expect(fresh).toBe(0);
      }),
      { seed: 2, numRuns: 25 },
    );
  });
});
