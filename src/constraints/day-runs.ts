/**
 * Runs of days on and off duty, for the rules on days in a row. A day is on when a shift of the person begins on it: the
 * morning on which a night shift ends is not on duty. Fixed duties count like the plan's own shifts: days before and
 * after the plan lengthen the runs at its edges, days inside it are on whatever the roster says.
 */

import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { type FixedDuty, streamOf } from '../domain/duty-stream.ts';
import type { Plan } from '../domain/plan.ts';
import type { RosterIndex } from '../domain/roster-index.ts';
import type { Shift } from '../domain/shift.ts';
import { fixedInScope, type ShiftScope, shiftsInScope } from './shift-scope.ts';

export interface DayRun {
  readonly staffId: string;
  readonly on: boolean;
  /** Days of the run inside the plan; 0 for a run off that ends just before it or begins just after it. */
  readonly inside: number;
  /** All days of the run, those beside the plan included. */
  readonly days: number;
  /** Of these the days that count: see `blamedDays`. */
  readonly blamed: number;
  /** Days inside on which fixed duties alone reach beyond the rule's most: they are nobody's doing here … */
  readonly spared: number;
  /** … but for the plan's own shifts on those days: so many. */
  readonly shared: number;
  /** The run may be longer than is seen: it touches a day of which nothing is known. */
  readonly open: boolean;
  /** Fixed duties alone would make the very same run. */
  readonly isFixed: boolean;
  /** Shifts that begin in the run, or for a run off those on the day before and the day after. */
  readonly shifts: readonly Shift[];
  /** Fixed duties on the same days. */
  readonly fixed: readonly FixedDuty[];
}

/** How far a rule on runs looks beyond the plan: a run that long is neither too short nor further over. */
export interface RunLimits {
  readonly state: 'on' | 'off';
  readonly least?: number;
  readonly most?: number;
  readonly scope: ShiftScope;
}

/** A person's fixed days under one rule. */
export interface FixedDays {
  /** Days in a row of the rule's state just before the plan's first day and after its last; −1: nothing is known. */
  readonly before: number;
  readonly after: number;
  /** Indices of the plan's days that are on whatever the roster says, ascending. */
  readonly on: readonly number[];
}

/** What the rule sees of the person's fixed duties. Hand-typed ones count whatever the scope: their post is unknown. */
function fixedDays(plan: Plan, limits: RunLimits, staffId: string): FixedDays {
  const first = plan.days[0];
  const last = plan.days.at(-1);
  if (first === undefined || last === undefined) return { before: -1, after: -1, on: [] };
  const days = new Set(fixedInScope(plan, limits.scope, staffId).map(({ day }) => day));
  const on = [...days].filter((day) => first <= day && day <= last).map((day) => daysBetween(first, day));
  on.sort((a, b) => a - b);
  const beside = (edge: Day, step: number): number =>
    besideLength({ plan, limits, staffId, days }, edge, step);
  return { before: beside(first, -1), after: beside(last, 1), on };
}

/**
 * The same with the days beside the plan cut to what is blamed on its roster: where fixed duties alone overrun the most,
 * only the days that the plan adds are too many.
 */
export function blamedDays(plan: Plan, limits: RunLimits, staffId: string): FixedDays {
  const { before, after, on } = fixedDays(plan, limits, staffId);
  if (limits.state === 'off' || limits.most === undefined) return { before, after, on };
  const leading = Math.min(before, limits.most);
  const trailing = trailingRun(on, plan.days.length, leading);
  return { before: leading, after: Math.min(after, Math.max(0, limits.most - trailing)), on };
}

interface Beside {
  readonly plan: Plan;
  readonly limits: RunLimits;
  readonly staffId: string;
  readonly days: ReadonlySet<Day>;
}

/** Days in a row of the state from the day beside `edge` outwards; −1 where a run of the state is never too short. */
function besideLength({ plan, limits, staffId, days }: Beside, edge: Day, step: number): number {
  const { state, least } = limits;
  const stream = streamOf(plan.fixed);
  for (let length = 0; ; length++) {
    if (least !== undefined && length >= least) return length;
    const day = addDays(edge, step * (length + 1));
    const isOn = days.has(day);
    if (isOn && state === 'off') return length;
    if (isOn) continue;
    const isKnown = stream.isKnown(staffId, day);
    if (isKnown && state === 'off') continue;
    return isKnown || least === undefined ? length : -1;
  }
}

/** Length of the fixed run that ends on the plan's last day; `before` lengthens one that fills the plan. */
function trailingRun(on: readonly number[], days: number, before: number): number {
  let length = 0;
  while (length < days && on[on.length - 1 - length] === days - 1 - length) length++;
  return length === days ? length + before : length;
}

/** Every maximal run of the state of every person, in the plan's order of people and then of days. */
export function dayRuns(plan: Plan, roster: RosterIndex, limits: RunLimits): DayRun[] {
  const inside = new Set(shiftsInScope(plan, limits.scope));
  return plan.staff.flatMap(({ id }) => {
    const shifts = roster.shiftsOf(id).filter((shift) => inside.has(shift));
    return personRuns(plan, limits, { staffId: id, shifts });
  });
}

interface Stood {
  readonly staffId: string;
  readonly shifts: readonly Shift[];
}

function personRuns(plan: Plan, limits: RunLimits, { staffId, shifts }: Stood): DayRun[] {
  const first = plan.days[0];
  if (first === undefined) return [];
  const own = blamedDays(plan, limits, staffId);
  const seen = fixedDays(plan, limits, staffId);
  const duties = fixedInScope(plan, limits.scope, staffId);
  const fixedOn = new Set(own.on);
  const onDays = new Set([...own.on, ...shifts.map(({ day }) => daysBetween(first, day))]);
  const isOn = limits.state === 'on';
  const last = plan.days.length - 1;
  return spansOf(plan.days.length, own, (day) => onDays.has(day) === isOn).map(({ from, to }): DayRun => {
    const inside = to - from + 1;
    const beside = (days: FixedDays): number =>
      Math.max(0, from === 0 ? days.before : 0) + Math.max(0, to === last ? days.after : 0);
    const margin = isOn ? 0 : 1;
    const fromDay = addDays(first, from - margin - Math.max(0, from === 0 ? seen.before : 0));
    const toDay = addDays(first, to + margin + Math.max(0, to === last ? seen.after : 0));
    const within = ({ day }: { readonly day: Day }): boolean => fromDay <= day && day <= toDay;
    const spared = isOn ? sparedDays(own, limits.most ?? Infinity, { from, to }) : [];
    return {
      staffId,
      on: isOn,
      inside,
      days: inside + beside(seen),
      blamed: inside + beside(own),
      spared: spared.length,
      shared: shifts.filter(({ day }) => spared.includes(daysBetween(first, day))).length,
      open: (from === 0 && own.before < 0) || (to === last && own.after < 0),
      isFixed: isOn ? isAllFixed(fixedOn, from, to) : isBetweenFixed(fixedOn, from, to, plan.days.length),
      shifts: shifts.filter(within),
      fixed: duties.filter(within),
    };
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Maximal spans of days, and what ends at the first day or begins at the last as an empty one. */
function spansOf(days: number, own: FixedDays, isInside: (day: number) => boolean): Span[] {
  const spans: Span[] = [];
  if (own.before > 0 && !isInside(0)) spans.push({ from: 0, to: -1 });
  for (let day = 0; day < days; day++) {
    if (!isInside(day)) continue;
    const from = day;
    while (day + 1 < days && isInside(day + 1)) day++;
    spans.push({ from, to: day });
  }
  if (own.after > 0 && !isInside(days - 1)) spans.push({ from: days, to: days - 1 });
  return spans;
}

/** Days of the span at which a run of fixed days alone has already passed the most. */
function sparedDays(own: FixedDays, most: number, { from, to }: Span): number[] {
  const on = new Set(own.on);
  const spared: number[] = [];
  let run = from === 0 ? Math.max(0, own.before) : 0;
  for (let day = from; day <= to; day++) {
    run = on.has(day) ? run + 1 : 0;
    if (run > most) spared.push(day);
  }
  return spared;
}

/** Days on which fixed duties alone break the rule, so that every shift the plan has there as well is its own fault. */
export interface SharedDays {
  readonly days: readonly number[];
  /** With a shift on one of these it is another run, judged like any. */
  readonly unless: readonly number[];
}

/** By indices of the plan's days. Empty for nearly everyone: other periods keep the rule, or lie elsewhere. */
export function sharedDays(plan: Plan, limits: RunLimits, staffId: string): SharedDays[] {
  const own = blamedDays(plan, limits, staffId);
  const last = plan.days.length - 1;
  const isOn = limits.state === 'on';
  const inside = (day: number): boolean => 0 <= day && day <= last;
  const spared = isOn ? sparedDays(own, limits.most ?? Infinity, { from: 0, to: last }) : [];
  const fixedOn = new Set(own.on);
  const short = spansOf(plan.days.length, own, (day) => fixedOn.has(day) === isOn).flatMap(({ from, to }) => {
    const before = from === 0 ? own.before : 0;
    const after = to === last ? own.after : 0;
    const isOpen = before < 0 || after < 0;
    if (isOpen || before + (to - from + 1) + after >= (limits.least ?? 0)) return [];
    const run = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const beside = [from - 1, to + 1].filter(inside);
    return isOn ? { days: run, unless: beside } : { days: beside, unless: run };
  });
  return [{ days: spared, unless: [] }, ...short].filter(({ days }) => days.length > 0);
}

function isAllFixed(on: ReadonlySet<number>, from: number, to: number): boolean {
  for (let day = from; day <= to; day++) if (!on.has(day)) return false;
  return true;
}

function isBetweenFixed(on: ReadonlySet<number>, from: number, to: number, days: number): boolean {
  return (from === 0 || on.has(from - 1)) && (to === days - 1 || on.has(to + 1));
}
