/**
 * Who stood Giao thừa before does not stand it again while others have not. Standing a named day costs as much as the
 * times the person already stood it, in the last years and in this period: nothing the first time, 1 the second, 2 the
 * third. The costs of t times after b add up to ((b + t)² − b² − t) / 2, so the least total is that of the least sum of
 * squares, and those who stay at home cost nothing.
 */

import { z } from 'zod';
import { NAMED_DAYS, type NamedDay } from '../calendar/named-days.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { defineConstraint } from './constraint.ts';
import { recentLedger, sumByStaff } from './recent-ledger.ts';
import { staffScope } from './staff-scope.ts';

const params = z.strictObject({
  days: z
    .array(z.enum(NAMED_DAYS))
    .min(1)
    .default(['new-year-eve', 'giao-thua', 'mung-1', 'mung-2', 'mung-3']),
  years: z.int().min(0).max(20).default(4),
  who: staffScope,
});

type Params = z.infer<typeof params>;

interface Group {
  readonly shifts: readonly Shift[];
  /** Times stood before, by staff id. */
  readonly before: ReadonlyMap<string, number>;
}

/** One group a named day that the plan has, each day once, in the order asked for. */
function groupsOf(plan: Plan, { days, years }: Params): Group[] {
  const ledger = recentLedger(plan, years);
  return [...new Set<NamedDay>(days)]
    .map((day) => ({
      shifts: plan.shifts.filter(({ namedDay }) => namedDay === day),
      before: sumByStaff(ledger.filter(({ kind }) => kind === day)),
    }))
    .filter(({ shifts }) => shifts.length > 0);
}

export const namedDayFairness = defineConstraint({
  code: 'named-day-fairness',
  personal: true,
  kind: 'preference',
  params,
  defaults: { strength: { kind: 'soft', weight: 60 }, params: params.parse({}) },

  violations(plan, roster, asked) {
    return groupsOf(plan, asked).flatMap(({ shifts, before }) =>
      plan.staff.flatMap(({ id }) =>
        shifts
          .filter((shift) => roster.stands(id, shift.id))
          .map((shift, earlier) => ({ shift, times: (before.get(id) ?? 0) + earlier }))
          .filter(({ times }) => times > 0)
          .map(({ shift, times }) => ({
            amount: times,
            staffIds: [id],
            shiftIds: [shift.id],
            params: { times, years: asked.years },
          })),
      ),
    );
  },

  terms(plan, asked, sink) {
    for (const { shifts, before } of groupsOf(plan, asked)) {
      const columns = shifts.map(({ id }) => sink.shift(id));
      for (const { id } of plan.staff) {
        const times = before.get(id) ?? 0;
        if (times > 0) sink.mask([sink.person(id)], columns, times);
      }
      columns.forEach((column, i) => {
        for (const other of columns.slice(i + 1)) sink.conflict(column, other);
      });
    }
  },
});
