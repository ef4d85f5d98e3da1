/**
 * A department, or whoever the rule is for, counted together: not two of one department on a shift, one of each department a
 * day, ten duties of the infrastructure people a week. Each duty more than the most and each less than the least counts 1. Days
 * and weeks go on over the seams of periods; of a week some days of which nobody knows yet, the least is a part.
 */

import { z } from 'zod';
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Shift } from '../domain/shift.ts';
import { groupedBy } from '../kernel/groups.ts';
import { defineConstraint } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

/** What duties are counted over; weeks begin on Monday. */
export const QUOTA_SPANS = ['shift', 'day', 'week', 'period'] as const;

const WEEK = 7;

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
  /** The department, or who is meant; absent where the rule names people. */
  readonly department?: string;
  readonly staffIds: readonly string[];
  readonly shifts: readonly Shift[];
  /** What the group stands of the same day or week in other periods. */
  readonly fixed: readonly FixedDuty[];
  readonly least: number;
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

function quotasOf(plan: Plan, { per, scope, who, groupLeast }: Params): Quota[] {
  const spanOf = ({ id, day }: { readonly id: string; readonly day: Day }): string => {
    if (per === 'shift') return id;
    if (per === 'day') return day;
    return per === 'week' ? mondayOf(day) : '';
  };
  const spans = groupedBy(shiftsInScope(plan, scope), spanOf);
  const departments = groupedBy(
    plan.staff.filter(({ department }) => department !== ''),
    ({ department }) => department,
  );
  const meant = who && [who.departments, who.skills, who.homeProvinces].flatMap((words) => words ?? []);
  const groups = who
    ? [
        {
          ...(meant?.length ? { department: meant.join(', ') } : {}),
          staffIds: plan.staff.map(({ id }) => id),
        },
      ]
    : [...departments].map(([department, people]) => ({ department, staffIds: people.map(({ id }) => id) }));
  const goesOn = per === 'day' || per === 'week';
  return groups
    .filter(({ staffIds }) => staffIds.length > 0)
    .flatMap((group) => {
      const duties = goesOn ? group.staffIds.flatMap((id) => fixedInScope(plan, scope, id)) : [];
      return [...spans].map(([span, shifts]): Quota => {
        const fixed = duties.filter(({ day }) => spanOf({ id: '', day }) === span);
        const known = per === 'week' ? knownDays(plan, shifts, group.staffIds) : WEEK;
        return { ...group, shifts, fixed, least: Math.floor((groupLeast * known) / WEEK) };
      });
    });
}

/** Days of the shifts' week that lie in the plan, or of which it is known what the group stands. */
function knownDays(plan: Plan, [shift]: readonly Shift[], staffIds: readonly string[]): number {
  if (!shift) return 0;
  const first = mondayOf(shift.day);
  const stream = streamOf(plan.fixed);
  const week = Array.from({ length: WEEK }, (_, i) => addDays(first, i));
  return week.filter((day) => plan.days.includes(day) || staffIds.some((id) => stream.isKnown(id, day)))
    .length;
}

export const groupQuota = defineConstraint({
  code: 'group-quota',
  kind: 'rule',
  params,
  defaults: { strength: { kind: 'soft', weight: 20 }, params: params.parse({}) },

  reachDays: ({ per }) => (per === 'week' ? WEEK - 1 : 0),

  violations(plan, roster, asked) {
    const most = asked.groupMost;
    return quotasOf(plan, asked).flatMap(({ department, staffIds, shifts, fixed, least }) => {
      const stood = shifts.flatMap(({ id }) =>
        staffIds.filter((staffId) => roster.stands(staffId, id)).map((staffId) => ({ id, staffId })),
      );
      const count = stood.length + fixed.length;
      const amount = Math.max(0, least - count, count - Math.max(most, fixed.length));
      if (amount === 0) return [];
      const about = department === undefined ? { kind: 'people' } : { department };
      const shiftIds = count > most ? [...new Set(stood.map(({ id }) => id))] : shifts.map(({ id }) => id);
      const standing = new Set(stood.map(({ staffId }) => staffId));
      const people = staffIds.filter((id) => standing.has(id));
      return [{ amount, staffIds: people, shiftIds, params: { ...about, count, least, most }, fixed }];
    });
  },

  terms(plan, asked, sink) {
    for (const { staffIds, shifts, fixed, least } of quotasOf(plan, asked)) {
      const columns = Int32Array.from(shifts, ({ id }) => sink.shift(id));
      sink.counter({
        blocks: [
          {
            people: Int32Array.from(staffIds, (id) => sink.person(id)),
            shifts: columns,
            coefficients: columns.map(() => 1),
          },
        ],
        price: {
          kind: 'range',
          below: Math.max(0, least - fixed.length),
          above: Math.max(0, asked.groupMost - fixed.length),
        },
      });
    }
  },
});
