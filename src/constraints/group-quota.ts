/**
 * A department, or whoever the rule is for, counted together: not two of one department on a shift, one of each department a
 * day, ten duties of the infrastructure people a week. Each duty more than the most and each less than the least counts 1.
 */

import { z } from 'zod';
import { addDays, weekday } from '../calendar/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

/** What duties are counted over; weeks begin on Monday. */
export const QUOTA_SPANS = ['shift', 'day', 'week', 'period'] as const;

const params = z
  .strictObject({
    groupLeast: z.int().min(0).max(10_000).default(0),
    groupMost: z.int().min(0).max(10_000).default(1),
    per: z.enum(QUOTA_SPANS).default('shift'),
    scope: shiftScope,
    /** Counted together; absent: each department for itself. */
    who: staffScope,
  })
  .refine(({ groupLeast, groupMost }) => groupLeast <= groupMost, {
    path: ['groupLeast'],
    params: { key: 'fault.rule.quota-least' },
  });

type Params = z.infer<typeof params>;

interface Quota {
  /** The department; absent where the rule says who is counted. */
  readonly department?: string;
  readonly staffIds: readonly string[];
  readonly shifts: readonly Shift[];
}

function quotasOf(plan: Plan, { per, scope, who }: Params): Quota[] {
  const spanOf = ({ id, day }: Shift): string => {
    if (per === 'shift') return id;
    if (per === 'day') return day;
    return per === 'week' ? addDays(day, 1 - weekday(day)) : '';
  };
  const spans = [...groupedBy(shiftsInScope(plan, scope), spanOf).values()];
  const departments = groupedBy(
    plan.staff.filter(({ department }) => department !== ''),
    ({ department }) => department,
  );
  const groups = who
    ? [{ staffIds: plan.staff.map(({ id }) => id) }]
    : [...departments].map(([department, people]) => ({ department, staffIds: people.map(({ id }) => id) }));
  return groups
    .filter(({ staffIds }) => staffIds.length > 0)
    .flatMap((group) => spans.map((shifts) => ({ ...group, shifts })));
}

export const groupQuota = defineConstraint({
  code: 'group-quota',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 20 }, params: params.parse({}) },

  violations(plan, roster, asked) {
    const { groupLeast: least, groupMost: most } = asked;
    return quotasOf(plan, asked).flatMap(({ department, staffIds, shifts }) => {
      const stood = shifts.flatMap(({ id }) =>
        staffIds.filter((staffId) => roster.stands(staffId, id)).map((staffId) => ({ id, staffId })),
      );
      const count = stood.length;
      const amount = Math.max(0, least - count, count - most);
      if (amount === 0) return [];
      const about = department === undefined ? { kind: 'people' } : { department };
      const shiftIds = count > most ? [...new Set(stood.map(({ id }) => id))] : shifts.map(({ id }) => id);
      const standing = new Set(stood.map(({ staffId }) => staffId));
      const people = staffIds.filter((id) => standing.has(id));
      return [{ amount, staffIds: people, shiftIds, params: { ...about, count, least, most } }];
    });
  },

  terms(plan, asked, sink) {
    for (const { staffIds, shifts } of quotasOf(plan, asked)) {
      const columns = Int32Array.from(shifts, ({ id }) => sink.shift(id));
      sink.counter({
        blocks: [
          {
            people: Int32Array.from(staffIds, (id) => sink.person(id)),
            shifts: columns,
            coefficients: columns.map(() => 1),
          },
        ],
        price: { kind: 'range', below: asked.groupLeast, above: asked.groupMost },
      });
    }
  },
});
