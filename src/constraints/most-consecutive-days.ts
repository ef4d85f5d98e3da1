/**
 * Nobody is on duty on more than so many days in a row: a week's work leaves a day of rest (Labour Code Art. 111). Days
 * before the period and after it count too, and duties of other periods inside it, but only what the period adds to them
 * is blamed.
 */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { dayRuns, type RunLimits } from './day-runs.ts';
import { addRunTerms } from './run-term.ts';
import { shiftScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  mostDays: z.int().min(1).max(366).default(6),
  scope: shiftScope,
  who: staffScope,
});

const limitsOf = ({ mostDays, scope }: z.infer<typeof params>): RunLimits => ({
  state: 'on',
  most: mostDays,
  scope,
});

export const mostConsecutiveDays = defineConstraint({
  code: 'most-consecutive-days',
  personal: true,
  worsens: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'hard' }, params: params.parse({}) },
  reachDays: ({ mostDays }) => mostDays + 1,

  violations(plan, roster, asked) {
    return dayRuns(plan, roster, limitsOf(asked)).flatMap(
      ({ staffId, days, blamed, spared, shared, shifts, fixed }) => {
        const over = Math.max(0, blamed - asked.mostDays) - spared + shared;
        if (over <= 0) return [];
        const params = { days, most: asked.mostDays };
        const shiftIds = shifts.map(({ id }) => id);
        return [{ amount: over, staffIds: [staffId], shiftIds, params, fixed }];
      },
    );
  },

  terms(plan, asked, sink) {
    addRunTerms(plan, sink, limitsOf(asked));
  },
});
