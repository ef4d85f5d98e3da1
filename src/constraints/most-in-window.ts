/**
 * What `most-shifts`, `most-hours` and `most-nights` have in common: something is counted over a window of days, and
 * there may not be more of it than so much. What is counted, each of them says for itself.
 */

import { z } from 'zod';
import { addDays, type Day } from '../calendar/day.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { Strength } from '../domain/rule-set.ts';
import type { Shift } from '../domain/shift.ts';
import type { PersonalLimits } from '../domain/staff.ts';
import { type Constraint, defineConstraint, type Finding } from './constraint.ts';
import { fixedInScope, shiftScope, shiftsInScope } from './shift-scope.ts';
import { staffScope } from './staff-scope.ts';

const params = z
  .strictObject({
    /** Absent: only the personal limits of staff members apply. */
    most: z.number().min(0).max(10_000).optional(),
    /** Any so many days in a row; absent: the whole period. */
    windowDays: z.int().min(1).max(366).optional(),
    scope: shiftScope,
    who: staffScope,
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
  readonly ofFixed: (duty: FixedDuty) => number;
  readonly personal: (limits: PersonalLimits) => number | undefined;
}

/** A window of one person that could be overrun: at least one shift of the period counts in it. */
interface Window {
  readonly staffId: string;
  readonly shifts: readonly Shift[];
  /** Fixed duties in the window that count, and what they come to. */
  readonly fixed: readonly FixedDuty[];
  readonly before: number;
  readonly most: number;
}

/**
 * Windows that hold a day of the plan; those that reach beyond it also count what is stood there. A window that fixed
 * duties alone overrun blames only what the plan adds.
 */
function windowsOf(measure: Measure, plan: Plan, { most, windowDays, scope }: Params): Window[] {
  const shifts = shiftsInScope(plan, scope).filter((shift) => measure.ofShift(shift) > 0);
  if (windowDays === undefined) {
    return plan.staff.flatMap((member) => {
      const limit = Math.min(most ?? Infinity, measure.personal(member.limits) ?? Infinity);
      if (limit === Infinity || shifts.length === 0) return [];
      const none = { fixed: [], before: 0 };
      return [{ staffId: member.id, shifts, ...none, most: Math.floor(limit * measure.unit) }];
    });
  }
  const limit = Math.floor((most ?? Infinity) * measure.unit);
  const people = plan.staff.map(({ id }) => ({ id, duties: countedFixed(measure, plan, { id, scope }) }));
  return framesOf(plan, windowDays).flatMap(({ firsts, from, to, isWhole }) => {
    const inside = shifts.filter(({ day }) => from <= day && day <= to);
    if (inside.length === 0) return [];
    return people.flatMap(({ id, duties }): Window[] => {
      const { fixed, before } = fullest(measure, duties, firsts, windowDays);
      if (fixed.length === 0 && !isWhole) return [];
      return [{ staffId: id, shifts: inside, fixed, before, most: limit }];
    });
  });
}

/** Of the windows that begin on one of `firsts` the one that fixed duties fill most, the earliest of equals. */
function fullest(
  measure: Measure,
  duties: readonly FixedDuty[],
  firsts: readonly Day[],
  windowDays: number,
): Pick<Window, 'fixed' | 'before'> {
  let most: Pick<Window, 'fixed' | 'before'> = { fixed: [], before: 0 };
  if (duties.length === 0) return most;
  for (const first of firsts) {
    const end = addDays(first, windowDays);
    const fixed = duties.filter(({ day }) => first <= day && day < end);
    const before = fixed.reduce((sum, duty) => sum + measure.ofFixed(duty), 0);
    if (before > most.before) most = { fixed, before };
  }
  return most;
}

function countedFixed(
  measure: Measure,
  plan: Plan,
  { id, scope }: { readonly id: string; readonly scope: Params['scope'] },
): FixedDuty[] {
  return fixedInScope(plan, scope, id).filter((duty) => measure.ofFixed(duty) > 0);
}

/** Windows that hold the same days of the plan, `from` to `to`. */
interface Frame {
  readonly firsts: readonly Day[];
  readonly from: Day;
  readonly to: Day;
  /** No other frame holds more of the plan: the others matter only with duties beyond it. */
  readonly isWhole: boolean;
}

/** Every stretch of so many days that holds a day of the plan, those that hold it all as one frame. */
function framesOf({ days }: Plan, windowDays: number): Frame[] {
  const start = days[0];
  const end = days.at(-1);
  if (start === undefined || end === undefined) return [];
  const frames = new Map<string, Frame & { readonly firsts: Day[] }>();
  for (let i = 0; i < days.length + windowDays - 1; i++) {
    const first = addDays(start, i + 1 - windowDays);
    const from = days[i + 1 - windowDays] ?? start;
    const to = days[i] ?? end;
    const isWhole = i < days.length && i + 1 >= Math.min(windowDays, days.length);
    const known = frames.get(`${from} ${to}`);
    if (known) known.firsts.push(first);
    else frames.set(`${from} ${to}`, { firsts: [first], from, to, isWhole });
  }
  return [...frames.values()];
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
      const count = shifts.reduce((sum, shift) => sum + measure.ofShift(shift), window.before);
      return { ...window, stood: shifts, count, over: count - Math.max(window.most, window.before) };
    })
    .filter(({ over }) => over > 0);
  const people = new Set(overrun.map(({ staffId }) => staffId));
  return [...people].flatMap((staffId) => {
    const own = overrun.filter((window) => window.staffId === staffId);
    const [worst] = [...own].sort((a, b) => b.over - a.over);
    if (!worst) return [];
    const amount = own.reduce((sum, { over }) => sum + over, 0);
    const params = { count: worst.count / measure.unit, most: worst.most / measure.unit };
    const { fixed } = worst;
    return [{ amount, staffIds: [staffId], shiftIds: worst.stood.map(({ id }) => id), params, fixed }];
  });
}

export function mostInWindow(measure: Measure): Constraint<Params> {
  return defineConstraint({
    code: measure.code,
    personal: true,
    worsens: true,
    limit: true,
    kind: 'rule',
    params,
    defaults: { strength: measure.strength, params: params.parse({}) },
    reachDays: ({ windowDays = 0 }) => windowDays,
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
      for (const { staffId, shifts, before, most } of windowsOf(measure, plan, asked)) {
        const shared = columns.get(shifts) ?? {
          shifts: Int32Array.from(shifts, ({ id }) => sink.shift(id)),
          coefficients: Int32Array.from(shifts, measure.ofShift),
        };
        columns.set(shifts, shared);
        sink.counter({
          blocks: [{ people: Int32Array.of(sink.person(staffId)), ...shared }],
          offset: before,
          price: { kind: 'range', above: Math.max(most, before) },
        });
      }
    },
  });
}
