import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barred } from '../../src/constraints/barred.ts';
import { dayShortage } from '../../src/domain/day-shortage.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { fixturePlan, rule } from '../fixture-plan.ts';
import { randomPlan } from '../random-plan.ts';

/** Tries every way to seat people, one seat each. */
function leastMissing(seats: readonly (readonly string[])[], taken: ReadonlySet<string> = new Set()): number {
  const [first, ...rest] = seats;
  if (!first) return 0;
  const left = 1 + leastMissing(rest, taken);
  return first
    .filter((id) => !taken.has(id))
    .reduce((least, id) => Math.min(least, leastMissing(rest, new Set([...taken, id]))), left);
}

function seatsOf(plan: Plan, day: string): string[][] {
  return plan.shifts
    .filter((shift) => shift.day === day)
    .flatMap((shift) => {
      const skills = plan.posts.find(({ id }) => id === shift.postId)?.skills ?? [];
      const able = plan.staff.filter(
        (member) =>
          skills.every((skill) => member.skills.includes(skill)) &&
          !plan.leave.some(
            ({ staffId, span }) =>
              staffId === member.id && span.start < shift.span.end && shift.span.start < span.end,
          ),
      );
      return Array.from({ length: shift.cover.minimum }, () => able.map(({ id }) => id));
    });
}

describe('the shortage of a day', () => {
  it('is the least there can be when each person takes one seat, as trying every way shows', () => {
    let short = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const plan = randomPlan(seed, { staff: 5, days: 2, posts: 2 });
        for (const day of plan.days) {
          const seats = seatsOf(plan, day);
          if (seats.length > 7) continue;
          const { missing, postId } = dayShortage(plan, day);
          expect([seed, day, missing]).toEqual([seed, day, leastMissing(seats)]);
          expect(postId === '').toBe(missing === 0);
          short += missing > 0 ? 1 : 0;
        }
      }),
      { seed: 5, numRuns: 50 },
    );
    expect(short).toBeGreaterThan(5);
  });

  it('leaves out whom a day off in lieu of the last period or a limit of nought keeps from it', () => {
    const rules = [
      rule('lieu-days', {}, { kind: 'hard' }),
      rule('most-nights', { most: 0, who: { staffIds: ['ba'] } }, { kind: 'hard' }),
    ];
    const plan = fixturePlan({ staff: ['an', 'ba'], shifts: ['x0', 'x1'], past: [['an', 'x-1']], rules });
    expect(plan.days.map((day) => dayShortage(plan, day, barred(plan)).missing)).toEqual([1, 0]);
  });
});
