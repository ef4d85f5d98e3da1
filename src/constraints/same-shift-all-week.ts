/**
 * Within a week, Monday to Sunday, a person keeps to one kind of shift: each two of a week that begin at different times of
 * day or last differently count 1, duties of other periods with them. Who changes from nights to mornings does so over the
 * weekend.
 */

import { z } from 'zod';
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { minutesBetween } from '../calendar/interval.ts';
import { clockTimeOf } from '../calendar/zone.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint, type Finding } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({ scope: shiftScope, who: staffScope });

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

type Duty = Pick<Shift, 'day' | 'span'>;

/** Whether two are of one week and of two kinds. */
function areMixed(zone: string): (a: Duty, b: Duty) => boolean {
  const kindOf = ({ span }: Duty): string =>
    `${clockTimeOf(span.start, zone)} ${minutesBetween(span.start, span.end)}`;
  return (a, b) => mondayOf(a.day) === mondayOf(b.day) && kindOf(a) !== kindOf(b);
}

/** Each pair once. */
function mixedPairs(shifts: readonly Shift[], zone: string): [Shift, Shift][] {
  const isMixed = areMixed(zone);
  return shifts.flatMap((a, i) =>
    shifts
      .slice(i + 1)
      .filter((b) => isMixed(a, b))
      .map((b): [Shift, Shift] => [a, b]),
  );
}

export const sameShiftAllWeek = defineConstraint({
  code: 'same-shift-all-week',
  personal: true,
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 5 }, params: params.parse({}) },
  reachDays: () => 6,

  violations(plan, roster, { scope }) {
    const inside = new Set(shiftsInScope(plan, scope));
    const isMixed = areMixed(plan.unit.zone);
    return plan.staff.flatMap(({ id }): Finding[] => {
      const own = roster.shiftsOf(id).filter((shift) => inside.has(shift));
      const about = { amount: 1, staffIds: [id], params: {} };
      const within = mixedPairs(own, plan.unit.zone).map(([a, b]) => ({ ...about, shiftIds: [a.id, b.id] }));
      const beside = fixedInScope(plan, scope, id).flatMap((duty) =>
        own
          .filter((shift) => isMixed(shift, duty))
          .map((shift) => ({ ...about, shiftIds: [shift.id], fixed: [duty] })),
      );
      return [...within, ...beside];
    });
  },

  terms(plan, { scope }, sink) {
    const shifts = shiftsInScope(plan, scope);
    const isMixed = areMixed(plan.unit.zone);
    for (const [a, b] of mixedPairs(shifts, plan.unit.zone))
      sink.conflict(sink.shift(a.id), sink.shift(b.id));
    for (const { id } of plan.staff) {
      for (const duty of fixedInScope(plan, scope, id)) {
        const mixed = shifts.filter((shift) => isMixed(shift, duty)).map((shift) => sink.shift(shift.id));
        if (mixed.length > 0) sink.mask([sink.person(id)], mixed);
      }
    }
  },
});
