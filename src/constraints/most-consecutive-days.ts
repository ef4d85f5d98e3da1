/**
 * Nobody is on duty on more than so many days in a row: a week's work leaves a day of rest (Labour Code Art. 111). Days
 * before the period count too, but only the period's own days are blamed.
 */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { carriedOn, dayRuns } from './day-runs.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';

const params = z.strictObject({
  mostDays: z.int().min(1).max(366).default(6),
  scope: shiftScope,
});

export const mostConsecutiveDays = defineConstraint({
  code: 'most-consecutive-days',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },

  violations(plan, roster, { mostDays, scope }) {
    return dayRuns(plan, roster, scope).flatMap(({ on, staffId, days, carried, shifts }) => {
      const over = Math.min(days, days + carried - mostDays);
      if (!on || over <= 0) return [];
      const params = { days: days + carried, most: mostDays };
      return [{ amount: over, staffIds: [staffId], shiftIds: shifts.map(({ id }) => id), params }];
    });
  },

  terms(plan, { mostDays, scope }, sink) {
    const carried = [...carriedOn(plan)].map(([id, days]): [number, number] => [
      sink.person(id),
      Math.min(days, mostDays),
    ]);
    sink.run({
      people: sink.everyone,
      shifts: shiftsInScope(plan, scope).map(({ id }) => sink.shift(id)),
      state: 'on',
      most: mostDays,
      carriedOn: new Map(carried),
    });
  },
});
