/**
 * The same leader stays for a whole day, or a block of days: whoever comes on to a leader post within a block, not having
 * stood the shift before, counts 1.
 */

import { z } from 'zod';
import { daysBetween } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';

const params = z.strictObject({
  /** Days in a block, counted from the first day of the plan; 1: the same leader all day. */
  blockDays: z.int().min(1).max(60).default(1),
});

/** Shifts of one leader post that follow each other within a block. */
function handovers(plan: Plan, blockDays: number): [Shift, Shift][] {
  const blockOf = ({ day }: Shift): number => Math.floor(daysBetween(plan.days[0] ?? day, day) / blockDays);
  return plan.posts
    .filter(({ tier }) => tier === 'leader')
    .flatMap((post) => {
      const shifts = plan.shifts.filter(({ postId }) => postId === post.id);
      return shifts.slice(1).map((next, i): [Shift, Shift] => [shifts[i] ?? next, next]);
    })
    .filter(([before, next]) => blockOf(before) === blockOf(next));
}

export const leaderContinuity = defineConstraint({
  code: 'leader-continuity',
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },

  violations(plan, roster, { blockDays }) {
    return handovers(plan, blockDays).flatMap(([before, next]) =>
      roster
        .staffOf(next.id)
        .filter((staffId) => !roster.stands(staffId, before.id))
        .map((staffId) => ({ amount: 1, staffIds: [staffId], shiftIds: [before.id, next.id], params: {} })),
    );
  },

  terms(plan, { blockDays }, sink) {
    const coefficients = Int32Array.of(-1, 1);
    for (const [before, next] of handovers(plan, blockDays)) {
      const shifts = Int32Array.of(sink.shift(before.id), sink.shift(next.id));
      for (const person of sink.everyone) {
        const people = Int32Array.of(person);
        sink.counter({ blocks: [{ people, shifts, coefficients }], price: { kind: 'range', above: 0 } });
      }
    }
  },
});
