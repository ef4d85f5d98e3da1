/**
 * What neighbours cost: a month of a unit alone and beside 24 published months, the same steps of search for both, with
 * compiling and judging. A ratio of at most 1.3 is wanted.
 */

import { check } from '../../src/constraints/check.ts';
import { compile, rosterOf } from '../../src/constraints/compile.ts';
import { profileOf } from '../../src/constraints/profiles.ts';
import { reachSpan } from '../../src/constraints/reach.ts';
import type { FixedDuty } from '../../src/domain/duty-stream.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { solve } from '../../src/solver/solve.ts';
import { publishedDuties } from '../duty-line.ts';
import { fixturePlan } from '../fixture-plan.ts';

const MONTH = 30;
const MONTHS = 24;
const STAFF = Array.from({ length: 40 }, (_, i) => `p${i}`);

function month(days: readonly number[], id: string): Plan {
  const posts = ['watch', 'net', 'lead'];
  const shifts = days.flatMap((day) =>
    posts.flatMap((post) => ['d', 'c', 'n'].map((pattern) => `${post}:${pattern}${day}`)),
  );
  const plan = fixturePlan({ staff: STAFF, posts: [{ id: 'net' }], shifts });
  return { ...plan, period: { ...plan.period, id, name: id }, ruleSet: profileOf('labour-code') };
}

/** The months before, everyone in turn; only what the store would read of them is kept. */
function besideOf(own: Plan): FixedDuty[] {
  const window = reachSpan(own);
  return Array.from({ length: MONTHS }, (_, back) => back + 1).flatMap((back) => {
    const plan = month(
      Array.from({ length: MONTH }, (_, day) => day - back * MONTH),
      `month-${back}`,
    );
    const assignments = plan.shifts.map(({ id }, i) => ({
      shiftId: id,
      place: 0,
      staffId: STAFF[i % STAFF.length] ?? '',
    }));
    return publishedDuties(plan, { periodId: plan.period.id, assignments }).filter(
      ({ span }) => span.end > window.start && span.start < window.end,
    );
  });
}

async function secondsOf(plan: Plan): Promise<number> {
  const started = performance.now();
  const { cells } = await solve(compile(plan), {
    seed: 1,
    budget: { kind: 'steps', moves: 300_000, nodes: 0 },
    clock: () => 0,
  });
  check(plan, rosterOf(plan, cells));
  return (performance.now() - started) / 1000;
}

export interface BesideRow {
  readonly case: 'beside-24';
  /** Published duties that rules can reach from the month. */
  readonly duties: number;
  /** Seconds, the quickest of three rounds: whatever else the machine did made the others slower. */
  readonly alone: number;
  readonly beside: number;
  readonly ratio: number;
}

export async function besideRow(): Promise<BesideRow> {
  const alone = month(
    Array.from({ length: MONTH }, (_, day) => day),
    'own',
  );
  const beside: Plan = { ...alone, fixed: besideOf(alone) };
  let [one, other] = [Infinity, Infinity];
  for (let round = 0; round < 3; round++) {
    one = Math.min(one, await secondsOf(alone));
    other = Math.min(other, await secondsOf(beside));
  }
  return { case: 'beside-24', duties: beside.fixed.length, alone: one, beside: other, ratio: other / one };
}
