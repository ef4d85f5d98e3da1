/**
 * Between two stretches of duty a person has so many days off in a row. Days off at the start or the end of the period
 * are never too few, unless the person is known to have been on duty on the day before.
 */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { carriedOn, dayRuns } from './day-runs.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';

const params = z.strictObject({
  leastDays: z.int().min(1).max(60).default(2),
  scope: shiftScope,
});

export const leastDaysOff = defineConstraint({
  code: 'least-days-off',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },

  violations(plan, roster, { leastDays, scope }) {
    return dayRuns(plan, roster, scope).flatMap(({ on, open, staffId, days, shifts }) => {
      const short = leastDays - days;
      if (on || open || short <= 0) return [];
      const params = { days, least: leastDays };
      return [{ amount: short, staffIds: [staffId], shiftIds: shifts.map(({ id }) => id), params }];
    });
  },

  terms(plan, { leastDays, scope }, sink) {
    sink.run({
      people: sink.everyone,
      shifts: shiftsInScope(plan, scope).map(({ id }) => sink.shift(id)),
      state: 'off',
      least: leastDays,
      carriedOn: new Map([...carriedOn(plan)].map(([id, days]) => [sink.person(id), days])),
    });
  },
});
