/**
 * Between two stretches of duty a person has so many days off in a row. Days off that touch a day of which nothing is
 * known, as at the start or the end of the unit's first and last period, are never too few.
 */

import { z } from 'zod';
import { defineConstraint } from './constraint.ts';
import { dayRuns, type RunLimits } from './day-runs.ts';
import { runTerm } from './run-term.ts';
import { shiftScope } from './shift-scope.ts';

const params = z.strictObject({
  leastDays: z.int().min(1).max(60).default(2),
  scope: shiftScope,
});

const limitsOf = ({ leastDays, scope }: z.infer<typeof params>): RunLimits => ({
  state: 'off',
  least: leastDays,
  scope,
});

export const leastDaysOff = defineConstraint({
  code: 'least-days-off',
  personal: true,
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },
  reachDays: ({ leastDays }) => leastDays + 1,

  violations(plan, roster, asked) {
    return dayRuns(plan, roster, limitsOf(asked)).flatMap(
      ({ open, isFixed, staffId, days, shifts, fixed }) => {
        const short = asked.leastDays - days;
        if (open || isFixed || short <= 0) return [];
        const params = { days, least: asked.leastDays };
        const shiftIds = shifts.map(({ id }) => id);
        return [{ amount: short, staffIds: [staffId], shiftIds, params, fixed }];
      },
    );
  },

  terms(plan, asked, sink) {
    sink.run(runTerm(plan, sink, limitsOf(asked)));
  },
});
