/** Nobody stands two shifts at once, nor a shift while on a duty of another period, or from before this one. */

import { z } from 'zod';
import { type Interval, sharedMinutes } from '../calendar/interval.ts';
import { streamOf } from '../domain/duty-stream.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { closePairs } from './duty-pairs.ts';

const params = z.strictObject({});

/** Begun hours that the two share: the longer the overlap, the worse. */
const sharedHours = (a: Interval, b: Interval): number => Math.ceil(sharedMinutes(a, b) / 60);

export const noOverlap = defineConstraint({
  code: 'no-overlap',
  personal: true,
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: {} },

  violations(plan, roster) {
    const found: Finding[] = [];
    for (const { id } of plan.staff) {
      const shifts = roster.shiftsOf(id);
      for (const duty of streamOf(plan.fixed).of(id)) {
        for (const shift of shifts) {
          const hours = sharedHours(duty.span, shift.span);
          if (hours === 0) continue;
          const params = { hours };
          found.push({ amount: hours, staffIds: [id], shiftIds: [shift.id], params, fixed: [duty] });
        }
      }
      for (const [a, b] of closePairs(shifts, 0)) {
        const hours = sharedHours(a.span, b.span);
        found.push({ amount: hours, staffIds: [id], shiftIds: [a.id, b.id], params: { hours } });
      }
    }
    return found;
  },

  terms(plan, _params, sink) {
    for (const [a, b] of closePairs(plan.shifts, 0)) {
      sink.conflict(sink.shift(a.id), sink.shift(b.id), sharedHours(a.span, b.span));
    }
    for (const { id } of plan.staff) {
      for (const duty of streamOf(plan.fixed).of(id)) {
        for (const shift of plan.shifts) {
          const hours = sharedHours(duty.span, shift.span);
          if (hours > 0) sink.mask([sink.person(id)], [sink.shift(shift.id)], hours);
        }
      }
    }
  },
});
