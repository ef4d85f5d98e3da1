/**
 * Whoever comes on duty stays for so many days in a row: for posts that people travel to. A run cut by the start or the
 * end of the period is never too short.
 */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { carriedOn, dayRuns } from './day-runs.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';

const params = z.strictObject({
  leastDays: z.int().min(1).max(60).default(2),
  scope: shiftScope,
});

export const leastConsecutiveDays = defineConstraint({
  code: 'least-consecutive-days',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },

  violations(plan, roster, { leastDays, scope }) {
    return dayRuns(plan, roster, scope).flatMap(({ on, open, staffId, days, carried, shifts }) => {
      const short = leastDays - days - carried;
      if (!on || open || short <= 0) return [];
      const params = { days: days + carried, least: leastDays };
      return [{ amount: short, staffIds: [staffId], shiftIds: shifts.map(({ id }) => id), params }];
    });
  },

  terms(plan, { leastDays, scope }, sink) {
    sink.run({
      people: sink.everyone,
      shifts: shiftsInScope(plan, scope).map(({ id }) => sink.shift(id)),
      state: 'on',
      least: leastDays,
      carriedOn: new Map([...carriedOn(plan)].map(([id, days]) => [sink.person(id), days])),
    });
  },
});
