/** One line of days, cut into periods: what a rule says of the whole it says of the parts beside each other, and no more. */

import { describe, expect, it } from 'vitest';
import { check } from '../../src/constraints/check.ts';
import { compile, rosterOf } from '../../src/constraints/compile.ts';
import { profileOf } from '../../src/constraints/profiles.ts';
import type { FixedDuty } from '../../src/domain/duty-stream.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { createRandom, type Random } from '../../src/kernel/random.ts';
import { solve } from '../../src/solver/solve.ts';
import { depth } from '../depth.ts';
import { isPart, type Part, partPlan, publishedDuties } from '../duty-line.ts';
import { fixturePlan, publishedDuty, rule } from '../fixture-plan.ts';
import { randomPlan, randomRoster } from '../random-plan.ts';

const SERIES = depth({ short: 6, deep: 1000 });
const ROSTERS = depth({ short: 40, deep: 1000 });

/** Rules that look beyond a period. */
const REACHING = [
  'no-overlap',
  'minimum-rest',
  'forbidden-succession',
  'spacing',
  'most-consecutive-days',
  'most-hours',
  'most-shifts',
  'most-nights',
  'apart',
  'least-consecutive-days',
  'least-days-off',
];
/** Of these a run that touches a day of which nothing is known is never too short. */
const OPEN = /^least-/;

/** The line's days cut at random, each part with all posts. */
function cut(random: Random, days: number, posts: readonly string[]): Part[] {
  const parts = Math.min(days, 2 + random.below(4));
  const cuts = new Set<number>();
  while (cuts.size < parts - 1) cuts.add(1 + random.below(days - 1));
  const starts = [0, ...[...cuts].sort((a, b) => a - b)];
  return starts.map((from, i) => ({ id: `part-${i}`, from, to: (starts[i + 1] ?? days) - 1, posts }));
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T);
}

function partRoster(line: Plan, roster: Roster, part: Part): Roster {
  const ids = new Set(line.shifts.filter((shift) => isPart(part, line, shift)).map(({ id }) => id));
  return { periodId: part.id, assignments: roster.assignments.filter(({ shiftId }) => ids.has(shiftId)) };
}

/** `rule person`, of the rules that look beyond a period; limits over a whole period are of that period alone. */
function told(plan: Plan, roster: Roster): Set<string> {
  const windowed = plan.ruleSet.rules.filter(
    ({ constraint, params }) => !/^most-(hours|shifts|nights)$/.test(constraint) || 'windowDays' in params,
  );
  const { violations } = check({ ...plan, ruleSet: { ...plan.ruleSet, rules: windowed } }, roster);
  return new Set(
    violations
      .filter(({ constraint }) => REACHING.includes(constraint))
      .flatMap((each) => each.staffIds.map((id) => `${each.rule} ${id}`)),
  );
}

function isStoodToItsEdges({ days }: Plan, { from, to }: Part, duties: readonly FixedDuty[]): boolean {
  return [from, to].every((at) => duties.some(({ day }) => day === days[at]));
}

describe('a line of days cut into periods', () => {
  it(`breaks the same rules for the same people as the whole, in ${ROSTERS} random rosters`, () => {
    let broken = 0;
    for (let seed = 1; seed <= ROSTERS; seed++) {
      const random = createRandom(seed);
      const { fixed: _, ...drawn } = randomPlan(seed, { staff: 5, days: 9, posts: 3 });
      const line: Plan = { ...drawn, fixed: [] };
      if (line.days.length < 2) continue;
      const roster = randomRoster(line, seed * 7);
      const posts = [...new Set(line.shifts.map(({ postId }) => postId))];
      // Side by side, or one post apart over all days: then the two lie over each other.
      const [first = '', ...others] = posts;
      const parts =
        random.below(3) === 0 && others.length > 0
          ? [
              ...cut(random, line.days.length, others),
              { id: 'other', from: 0, to: line.days.length - 1, posts: [first] },
            ]
          : cut(random, line.days.length, posts);
      const plans = parts.map((part) => partPlan(line, part, []));
      const rosters = parts.map((part) => partRoster(line, roster, part));
      const duties = plans.map((plan, i) => publishedDuties(plan, rosters[i] as Roster));
      const ofParts = parts.flatMap((part, i) => {
        const beside = duties.flatMap((each, j) => (i === j ? [] : each));
        return [...told(partPlan(line, part, beside), rosters[i] as Roster)];
      });
      const whole = told(line, roster);
      broken += whole.size;
      // Days of a period before its first duty and after its last are not known to be days off.
      const isKnown = parts.every((part, i) => isStoodToItsEdges(line, part, duties[i] ?? []));
      const judged = [...whole].filter((each) => isKnown || !OPEN.test(each) || ofParts.includes(each));
      expect([...new Set(ofParts)].sort(), `seed ${seed}`).toEqual(judged.sort());
    }
    expect(broken).toBeGreaterThan(ROSTERS);
  });

  it(`is filled by periods in any order without a hard fault over the seams, in ${SERIES} series`, async () => {
    for (let seed = 1; seed <= SERIES; seed++) {
      const random = createRandom(seed * 31);
      const days = 6 + random.below(5);
      const line = watchLine(days);
      const cuts = cut(random, days, ['watch']);
      const from = random.below(days - 2);
      const over: Part = { id: 'over', from, to: from + 1 + random.below(days - from - 1), posts: ['home'] };
      const parts = random.below(2) === 0 ? [...cuts, over] : cuts;
      let duties: FixedDuty[] = [];
      const assignments = [];
      for (const part of shuffled(random, parts)) {
        const plan = partPlan(line, part, duties);
        const { cells, score } = await solve(compile(plan), {
          seed,
          budget: { kind: 'steps', moves: 20_000, nodes: 0 },
          clock: () => 0,
        });
        expect(score.hard, `seed ${seed}, ${part.id}`).toBe(0);
        const roster = rosterOf(plan, cells);
        duties = [...duties, ...publishedDuties(plan, roster)];
        assignments.push(...roster.assignments);
      }
      const hard = check(line, { periodId: line.period.id, assignments }).violations.filter(
        ({ level }) => level === 'hard',
      );
      expect(hard, `seed ${seed}`).toEqual([]);
    }
  }, 3_600_000);
});

/** Round the clock by seven people under the default rules, and a standby beside it by some of them. */
function watchLine(days: number): Plan {
  const all = Array.from({ length: days }, (_, day) => day);
  const plan = fixturePlan({
    staff: ['an', 'ba', 'ca', 'da', 'em', 'ga', 'ha'],
    shifts: all.flatMap((day) => [`d${day}`, `c${day}`, `n${day}`, `home:k${day}`]),
  });
  return { ...plan, ruleSet: profileOf('labour-code') };
}

describe('a violation', () => {
  it('names the duty of the other period that it collides with', () => {
    const plan = fixturePlan({
      shifts: ['d0', 'd1'],
      fixed: [{ staffId: 'an', at: 'n-1', period: 'before' }],
      rules: [rule('minimum-rest')],
    });
    const assignments = [{ shiftId: plan.shifts[0]?.id ?? '', place: 0, staffId: 'an' }];
    const [found] = check(plan, { periodId: 'period', assignments }).violations;
    expect(found).toMatchObject({ amount: 12, params: { rest: 0, asked: 12 } });
    expect(found?.fixed).toEqual([publishedDuty({ staffId: 'an', at: 'n-1', period: 'before' })]);
  });
});
