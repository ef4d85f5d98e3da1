/**
 * What `least-consecutive-days` and `least-days-off` have in common: days in a row, on or off, of which there are at
 * least so many. A run that touches a day of which nothing is known, as at the start or the end of the unit's first and
 * last period, is never too short. Which days are meant, each of them says for itself.
 */

import { z } from 'zod';
import { type Constraint, defineConstraint } from './constraint.ts';
import { dayRuns, type RunLimits } from './day-runs.ts';
import { addRunTerms } from './run-term.ts';
import { shiftScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  leastDays: z.int().min(1).max(60).default(2),
  scope: shiftScope,
  who: staffScope,
});

type Params = z.infer<typeof params>;

export function leastRun({
  code,
  state,
}: { readonly code: string } & Pick<RunLimits, 'state'>): Constraint<Params> {
  const limitsOf = ({ leastDays, scope }: Params): RunLimits => ({ state, least: leastDays, scope });
  return defineConstraint({
    code,
    personal: true,
    kind: 'rule',
    params,
    defaults: { strength: { kind: 'soft', weight: 50 }, params: params.parse({}) },
    reachDays: ({ leastDays }) => leastDays + 1,

    violations(plan, roster, asked) {
      return dayRuns(plan, roster, limitsOf(asked)).flatMap(
        ({ open, isFixed, staffId, days, shifts, fixed }) => {
          const short = asked.leastDays - days;
          // Of a run that fixed duties alone make, the plan answers for its own shifts in it.
          const amount = isFixed ? shifts.length : short;
          if (open || short <= 0 || amount === 0) return [];
          const params = { days, least: asked.leastDays };
          const shiftIds = shifts.map(({ id }) => id);
          return [{ amount, staffIds: [staffId], shiftIds, params, fixed }];
        },
      );
    },

    terms(plan, asked, sink) {
      addRunTerms(plan, sink, limitsOf(asked));
    },
  });
}
