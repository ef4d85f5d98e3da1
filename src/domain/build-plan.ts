/** From a case to a plan: demand expanded, availability worked out, and everything that does not fit together told. */

import { addDays, type Day, eachDay } from '../calendar/day.ts';
import { breakWarnings, type HolidayBreak, lastDayOf } from '../calendar/holidays.ts';
import { contains, type Instant, type Interval } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';
import type { Fault, Parsed } from '../kernel/fault.ts';
import { compareNames } from '../kernel/names.ts';
import { unknownWord } from '../kernel/nearest.ts';
import { expandAvailability } from './availability-spans.ts';
import type { Case } from './case.ts';
import { CASE_FILES } from './case-files.ts';
import { demandBound, expandDemand, MOST_SHIFTS, nextShiftDay } from './demand.ts';
import { byStart } from './duty-stream.ts';
import type { Plan } from './plan.ts';
import { planWarnings } from './plan-warnings.ts';
import type { Pin } from './roster.ts';
import type { Shift } from './shift.ts';

/** Each suggestion compares with every shift. */
const MOST_GUESSES = 50;

/**
 * @param breaks the unit's breaks as far around the period as its rules look, its own entries included: days off in lieu and
 *   working days exchanged lie beside the break they come from.
 * @param elsewhere those the period names that lie at another time: told, and no part of the plan.
 * @returns the plan with warnings in its way (shortage to expect, provisional holidays), or every fault.
 */
export function buildPlan(
  source: Case,
  breaks: readonly HolidayBreak[],
  elsewhere: readonly HolidayBreak[] = [],
): Parsed<Plan> {
  const { unit, posts, period } = source;
  const bound = demandBound({ posts, period, zone: unit.zone });
  if (bound > MOST_SHIFTS) {
    return { ok: false, faults: [periodFault('fault.period.too-many-shifts', { most: MOST_SHIFTS, bound })] };
  }
  const { points } = source.ruleSet;
  const shifts = expandDemand({ posts, period, zone: unit.zone, points, breaks });
  const faults = [
    ...demandFaults(source, shifts),
    ...holidayFaults(source, [...breaks, ...elsewhere]),
    ...pinFaults(source, shifts),
  ];
  faults.push(...pastFaults(source));
  if (faults.length > 0) return { ok: false, faults };
  const plan = assemble(source, shifts, breaks);
  return {
    ok: true,
    value: plan,
    warnings: [...elsewhere.map(outsideWarning), ...holidayWarnings(plan), ...planWarnings(plan)],
  };
}

function assemble(source: Case, shifts: readonly Shift[], breaks: readonly HolidayBreak[]): Plan {
  const { unit, period, posts, ruleSet, ledger, past } = source;
  const days = daysOf(shifts);
  const horizon = horizonOf(period.span, shifts);
  return {
    unit,
    period,
    posts,
    ruleSet,
    ledger,
    fixed: byStart(past),
    staff: [...source.staff].sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    days,
    shifts,
    breaks,
    ...availabilityOf(source, horizon),
    pins: distinctPins(source.pins),
  };
}

/** A wish for a post that the plan does not have has no effect in it. */
function availabilityOf(
  { availability, posts, unit }: Case,
  horizon: Interval,
): Pick<Plan, 'leave' | 'wishes'> {
  const known = new Set(posts.map(({ id }) => id));
  const meant = availability.filter(({ postId }) => postId === undefined || known.has(postId));
  return expandAvailability(meant, horizon, unit.zone);
}

function daysOf(shifts: readonly Shift[]): Day[] {
  const first = shifts[0];
  const last = shifts.at(-1);
  return first && last ? eachDay(first.day, addDays(last.day, 1)) : [];
}

/** From the period's start to the end of the last shift, which may lie past the period's end. */
function horizonOf(span: Interval, shifts: readonly Shift[]): Interval {
  const end = Math.max(span.end, ...shifts.map((shift) => shift.span.end));
  return { start: span.start, end: end as Instant };
}

function distinctPins(pins: readonly Pin[]): Pin[] {
  return [...new Map(pins.map((pin) => [`${pin.shiftId} ${pin.staffId}`, pin])).values()];
}

function periodFault(key: string, params: Fault['params'], more: Partial<Fault> = {}): Fault {
  return { key, params, file: CASE_FILES.period, ...more };
}

/** A week between two fortnights has none: then the day of the next one tells that the rule is right. */
function demandFaults({ posts, period, unit }: Case, shifts: readonly Shift[]): Fault[] {
  if (shifts.length > 0) return [];
  const next = nextShiftDay(posts, dayOf(period.span.end, unit.zone));
  return [
    next === undefined
      ? periodFault('fault.period.no-shifts', {})
      : periodFault('fault.period.no-shifts-yet', { next }),
  ];
}

function holidayFaults({ period }: Case, breaks: readonly HolidayBreak[]): Fault[] {
  const keys = breaks.map((each) => each.key);
  return period.holidays.flatMap((key, i) => {
    if (keys.includes(key)) return [];
    const unknown = unknownWord('fault.period.holiday-unknown', key, keys);
    return [{ ...unknown, file: CASE_FILES.period, column: `holidays[${i}]` }];
  });
}

function pinFaults({ pins }: Case, shifts: readonly Shift[]): Fault[] {
  const ids = shifts.map((shift) => shift.id);
  const known = new Set(ids);
  let guesses = 0;
  return pins.flatMap((pin, i) => {
    if (known.has(pin.shiftId) || shifts.length === 0) return [];
    const near = guesses++ < MOST_GUESSES ? ids : [];
    const unknown = unknownWord('fault.period.pin-shift-unknown', pin.shiftId, near);
    return [{ ...unknown, file: CASE_FILES.period, column: `pins[${i}].shift` }];
  });
}

function pastFaults({ past, period }: Case): Fault[] {
  return past.flatMap(({ span, day }, i) =>
    span.start < period.span.start
      ? []
      : [periodFault('fault.period.past-not-past', { day }, { column: `past[${i}].start` })],
  );
}

function outsideWarning(each: HolidayBreak): Fault {
  const params = { title: each.title, first: each.from, last: lastDayOf(each) };
  return periodFault('warning.holiday.outside', params, { column: 'holidays' });
}

/** Key `warning.holiday.…`, for each break the plan rests on that is not official or has rival versions. */
function holidayWarnings({ days, breaks, period, unit }: Plan): Fault[] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const inside = breaks.filter(
    (each) => period.holidays.includes(each.key) || contains(period.span, startOfDay(each.from, unit.zone)),
  );
  return breakWarnings(first, addDays(last, 1), inside).map(({ code, params }) =>
    periodFault(`warning.${code}`, params, { column: 'holidays' }),
  );
}
