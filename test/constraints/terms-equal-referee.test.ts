/** The two faces of every constraint agree: the compiled terms total what the referee counts, rule by rule. */

import { describe, expect, it } from 'vitest';
import { CONSTRAINTS } from '../../src/constraints/catalogue.ts';
import { check } from '../../src/constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../src/constraints/compile.ts';
import { scoreOf } from '../../src/constraints/score.ts';
import { depth } from '../depth.ts';
import { randomPlan, randomRoster, SMALL } from '../random-plan.ts';

const PLANS = depth({ short: 100, deep: 250 });
const ROSTERS_PER_PLAN = 4;

describe('terms = referee', () => {
  const fired = new Map<string, number>();

  it(`holds on ${PLANS * ROSTERS_PER_PLAN} random rosters, legal or not`, () => {
    for (let seed = 0; seed < PLANS; seed++) {
      const plan = randomPlan(seed, { ...SMALL, days: 9 });
      const problem = compile(plan);
      for (let i = 0; i < ROSTERS_PER_PLAN; i++) {
        const roster = randomRoster(plan, seed * ROSTERS_PER_PLAN + i);
        const scored = scoreOf(problem, cellsOf(plan, roster));
        const report = check(plan, roster);
        const costs = report.byRule.map(({ rule, cost }) => [rule, cost]);
        expect(
          problem.rules.map(({ id }, j) => [id, scored.byRule[j]]),
          `plan ${seed}, roster ${i}`,
        ).toEqual(costs);
        expect(scored.score).toEqual(report.score);
        for (const { constraint, findings } of report.byRule) {
          fired.set(constraint, (fired.get(constraint) ?? 0) + findings);
        }
      }
    }
  });

  it('made every constraint speak', () => {
    expect(
      CONSTRAINTS.filter(({ code }) => !((fired.get(code) ?? 0) > PLANS / 5)).map(({ code }) => code),
    ).toEqual([]);
  });

  it('turns rosters into cells and back', () => {
    for (let seed = 0; seed < 50; seed++) {
      const plan = randomPlan(seed);
      const roster = randomRoster(plan, seed);
      expect(rosterOf(plan, cellsOf(plan, roster))).toEqual(roster);
    }
  });
});
