/**
 * Within a week, Monday to Sunday, a person keeps to one kind of shift: each two of a week that begin at different times of
 * day or last differently count 1. Who changes from nights to mornings does so over the weekend.
 */

import { z } from 'zod';
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { clockTimeOf } from '../calendar/zone.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({ scope: shiftScope, who: staffScope });

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** Pairs of one week and of two kinds, each once. */
function mixedPairs(shifts: readonly Shift[], zone: string): [Shift, Shift][] {
  const kindOf = ({ span, minutes }: Shift): string => `${clockTimeOf(span.start, zone)} ${minutes}`;
  const known = shifts.map((shift) => ({ shift, week: mondayOf(shift.day), kind: kindOf(shift) }));
  return known.flatMap((a, i) =>
    known
      .slice(i + 1)
      .filter((b) => a.week === b.week && a.kind !== b.kind)
      .map((b): [Shift, Shift] => [a.shift, b.shift]),
  );
}

export const sameShiftAllWeek = defineConstraint({
  code: 'same-shift-all-week',
  personal: true,
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 5 }, params: params.parse({}) },

  violations(plan, roster, { scope }) {
    const inside = new Set(shiftsInScope(plan, scope));
    return plan.staff.flatMap(({ id }) =>
      mixedPairs(
        roster.shiftsOf(id).filter((shift) => inside.has(shift)),
        plan.unit.zone,
      ).map(([a, b]) => ({ amount: 1, staffIds: [id], shiftIds: [a.id, b.id], params: {} })),
    );
  },

  terms(plan, { scope }, sink) {
    for (const [a, b] of mixedPairs(shiftsInScope(plan, scope), plan.unit.zone)) {
      sink.conflict(sink.shift(a.id), sink.shift(b.id));
    }
  },
});
