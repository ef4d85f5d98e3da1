/**
 * A person's duties are spread out: two that begin closer together than so many hours count each begun hour by which they
 * are too close, so that of two evils the smaller is chosen. Duties of other periods, and from before this one, count as well.
 */

import { z } from 'zod';
import { type Interval, minutesBetween } from '../calendar/interval.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  hours: z.int().min(1).max(336).default(48),
  scope: shiftScope,
  who: staffScope,
});

/** Begun hours missing between the two beginnings; 0 when they are far enough apart. */
function hoursTooClose(hours: number, a: Interval, b: Interval): number {
  return Math.max(0, Math.ceil(hours - Math.abs(minutesBetween(a.start, b.start)) / 60));
}

export const spacing = defineConstraint({
  code: 'spacing',
  personal: true,
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 1 }, params: params.parse({}) },
  reachDays: ({ hours }) => Math.ceil(hours / 24),

  violations(plan, roster, { hours, scope }) {
    const inside = new Set(shiftsInScope(plan, scope));
    const found: Finding[] = [];
    for (const { id } of plan.staff) {
      const shifts = roster.shiftsOf(id).filter((shift) => inside.has(shift));
      const fixed = fixedInScope(plan, scope, id);
      shifts.forEach((shift, i) => {
        for (const other of [...fixed, ...shifts.slice(0, i)]) {
          const amount = hoursTooClose(hours, other.span, shift.span);
          const params = { apart: Math.abs(minutesBetween(other.span.start, shift.span.start)) / 60, hours };
          const about =
            'id' in other ? { shiftIds: [other.id, shift.id] } : { shiftIds: [shift.id], fixed: [other] };
          if (amount > 0) found.push({ amount, staffIds: [id], params, ...about });
        }
      });
    }
    return found;
  },

  terms(plan, { hours, scope }, sink) {
    const shifts = shiftsInScope(plan, scope);
    shifts.forEach((a, i) => {
      for (const b of shifts.slice(i + 1)) {
        const amount = hoursTooClose(hours, a.span, b.span);
        if (amount === 0) break;
        sink.conflict(sink.shift(a.id), sink.shift(b.id), amount);
      }
    });
    for (const { id } of plan.staff) {
      for (const duty of fixedInScope(plan, scope, id)) {
        for (const shift of shifts) {
          const amount = hoursTooClose(hours, duty.span, shift.span);
          if (amount > 0) sink.mask([sink.person(id)], [sink.shift(shift.id)], amount);
        }
      }
    }
  },
});
