/**
 * `npx tsx test/bench/beside.ts`: a month of a unit alone and beside 24 published months, the same steps of search for
 * both. Prints what compiling, searching and judging take, and the ratio: at most 1.3 is wanted.
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

const alone = month(
  Array.from({ length: MONTH }, (_, day) => day),
  'own',
);
const beside: Plan = { ...alone, fixed: besideOf(alone) };
const rounds: { alone: number; beside: number }[] = [];
for (let i = 0; i < 3; i++) {
  rounds.push({ alone: await secondsOf(alone), beside: await secondsOf(beside) });
}
// The quickest of each: whatever else the machine did made the others slower.
const least = (pick: (round: { alone: number; beside: number }) => number): number =>
  Math.min(...rounds.map(pick));
const [one, other] = [least((round) => round.alone), least((round) => round.beside)];
console.log(
  `alone ${one.toFixed(2)} s, beside ${MONTHS} months (${beside.fixed.length} duties in reach) ${other.toFixed(2)} s, ratio ${(other / one).toFixed(2)}`,
);
