/**
 * What `most-shifts`, `most-hours` and `most-nights` have in common: something is counted over a window of days, and
 * there may not be more of it than so much. What is counted, each of them says for itself.
 */

import { z } from 'zod';
import { addDays, type Day } from '../calendar/day.ts';
import type { PastDuty, Plan } from '../domain/plan.ts';
import type { Strength } from '../domain/rule-set.ts';
import type { Shift } from '../domain/shift.ts';
import type { PersonalLimits, StaffMember } from '../domain/staff.ts';
import { type Constraint, defineConstraint, type Finding } from './constraint.ts';
import { shiftScope, shiftsInScope } from './shift-scope.ts';

const params = z
  .strictObject({
    /** Absent: only the personal limits of staff members apply. */
    most: z.number().min(0).max(10_000).optional(),
    /** Any so many days in a row; absent: the whole period. */
    windowDays: z.int().min(1).max(366).optional(),
    scope: shiftScope,
  })
  .refine(({ most, windowDays }) => most !== undefined || windowDays === undefined, {
    path: ['most'],
    params: { key: 'fault.rule.most-missing' },
  });

type Params = z.infer<typeof params>;

interface Measure {
  readonly code: string;
  readonly strength: Strength;
  /** Units counted for one of what `most` and the personal limits are given in: 60 where hours are counted in minutes. */
  readonly unit: number;
  readonly ofShift: (shift: Shift) => number;
  readonly ofPast: (duty: PastDuty) => number;
  readonly personal: (limits: PersonalLimits) => number | undefined;
}

/** A window of one person that could be overrun: at least one shift of the period counts in it. */
interface Window {
  readonly staffId: string;
  readonly shifts: readonly Shift[];
  /** Counted before the period began. */
  readonly past: number;
  readonly most: number;
}

/**
 * Windows end on a day of the period; those that reach back before it also count what was stood then. A window that
 * the past alone overruns blames only what the period adds.
 */
function windowsOf(measure: Measure, plan: Plan, { most, windowDays, scope }: Params): Window[] {
  const shifts = shiftsInScope(plan, scope).filter((shift) => measure.ofShift(shift) > 0);
  if (windowDays === undefined) {
    return plan.staff.flatMap((member) => {
      const limit = Math.min(most ?? Infinity, measure.personal(member.limits) ?? Infinity);
      if (limit === Infinity || shifts.length === 0) return [];
      return [{ staffId: member.id, shifts, past: 0, most: Math.floor(limit * measure.unit) }];
    });
  }
  const limit = Math.floor((most ?? Infinity) * measure.unit);
  return plan.days.flatMap((last, i) => {
    const first = addDays(last, 1 - windowDays);
    const inside = shifts.filter(({ day }) => first <= day && day <= last);
    const whole = i + 1 >= Math.min(windowDays, plan.days.length);
    return plan.staff.flatMap((member): Window[] => {
      const past = pastCount(measure, plan, member, [first, last]);
      if (inside.length === 0 || !(whole || past > 0)) return [];
      return [{ staffId: member.id, shifts: inside, past, most: limit }];
    });
  });
}

/** Counted on duties before the period, from the first to the last day; they name no post, so the scope is not asked. */
function pastCount(
  measure: Measure,
  plan: Plan,
  member: StaffMember,
  [first, last]: readonly [Day, Day],
): number {
  return plan.past
    .filter(({ staffId, day }) => staffId === member.id && first <= day && day <= last)
    .reduce((sum, duty) => sum + measure.ofPast(duty), 0);
}

/** One finding a person: the amounts of all overrun windows added, told by the worst of them. */
function findingsOf(
  measure: Measure,
  windows: readonly Window[],
  stands: (window: Window) => Shift[],
): Finding[] {
  const overrun = windows
    .map((window) => {
      const shifts = stands(window);
      const count = shifts.reduce((sum, shift) => sum + measure.ofShift(shift), window.past);
      return { ...window, stood: shifts, count, over: count - Math.max(window.most, window.past) };
    })
    .filter(({ over }) => over > 0);
  const people = new Set(overrun.map(({ staffId }) => staffId));
  return [...people].flatMap((staffId) => {
    const own = overrun.filter((window) => window.staffId === staffId);
    const [worst] = [...own].sort((a, b) => b.over - a.over);
    if (!worst) return [];
    const amount = own.reduce((sum, { over }) => sum + over, 0);
    const params = { count: worst.count / measure.unit, most: worst.most / measure.unit };
    return [{ amount, staffIds: [staffId], shiftIds: worst.stood.map(({ id }) => id), params }];
  });
}

export function mostInWindow(measure: Measure): Constraint<Params> {
  return defineConstraint({
    code: measure.code,
    kind: 'rule',
    params,
    defaults: { strength: measure.strength, params: params.parse({}) },
    variant: ({ most, windowDays }) => {
      if (most === undefined) return 'personal';
      return windowDays === undefined ? 'period' : 'rolling';
    },

    violations(plan, roster, asked) {
      return findingsOf(measure, windowsOf(measure, plan, asked), (window) =>
        window.shifts.filter((shift) => roster.stands(window.staffId, shift.id)),
      );
    },

    terms(plan, asked, sink) {
      const columns = new Map<readonly Shift[], { shifts: Int32Array; coefficients: Int32Array }>();
      for (const { staffId, shifts, past, most } of windowsOf(measure, plan, asked)) {
        const shared = columns.get(shifts) ?? {
          shifts: Int32Array.from(shifts, ({ id }) => sink.shift(id)),
          coefficients: Int32Array.from(shifts, measure.ofShift),
        };
        columns.set(shifts, shared);
        sink.counter({
          blocks: [{ people: Int32Array.of(sink.person(staffId)), ...shared }],
          offset: past,
          price: { kind: 'range', above: Math.max(most, past) },
        });
      }
    },
  });
}
