/** One rule alone on a small plan: what the referee finds, once the compiled terms have agreed with it. */

import { expect } from 'vitest';
import { check, type Violation } from '../../src/constraints/check.ts';
import { cellsOf, compile } from '../../src/constraints/compile.ts';
import { scoreOf } from '../../src/constraints/score.ts';
import { fixturePlan, fixtureRoster, type PlanSketch, rule } from '../fixture-plan.ts';

export interface Judged {
  readonly code: string;
  readonly params?: object;
  readonly plan: PlanSketch;
  readonly roster: string;
}

export function judge({ code, params = {}, plan: sketch, roster: text }: Judged): readonly Violation[] {
  const plan = fixturePlan({ ...sketch, rules: [rule(code, params, { kind: 'soft', weight: 3 })] });
  const roster = fixtureRoster(plan, text);
  const report = check(plan, roster);
  const scored = scoreOf(compile(plan), cellsOf(plan, roster));
  expect(scored.score).toEqual(report.score);
  return report.violations;
}

/** The amounts alone, in the order of the report. */
export function amountsOf(judged: Judged): number[] {
  return judge(judged).map(({ amount }) => amount);
}

/** [what it shows, the rest of the case, amounts]. */
export type Row = readonly [name: string, judged: Omit<Judged, 'code'>, amounts: readonly number[]];
