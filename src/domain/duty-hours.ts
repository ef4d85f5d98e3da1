/**
 * Hours of duty by category, as pay and time in lieu are counted (Labour Code 45/2019/QH14 Art. 98, 106): by day and
 * night, on working days, rest days and holidays. It says nothing of money.
 */

import { addDays } from '../calendar/day.ts';
import { type DayKind, dayKind, type HolidayBreak } from '../calendar/holidays.ts';
import { type Interval, minutesBetween } from '../calendar/interval.ts';
import { dayOf, startOfDay } from '../calendar/zone.ts';
import { nightMinutesOf } from './demand.ts';

export const DAY_KINDS = ['working', 'rest', 'holiday'] as const satisfies readonly DayKind[];

/** Minutes on site by the civil day they fall on, and minutes on standby, which are duty but not work. */
export interface DutyMinutes {
  readonly day: Readonly<Record<DayKind, number>>;
  readonly night: Readonly<Record<DayKind, number>>;
  readonly standby: number;
}

export const NO_MINUTES: DutyMinutes = {
  day: { working: 0, rest: 0, holiday: 0 },
  night: { working: 0, rest: 0, holiday: 0 },
  standby: 0,
};

/** The minutes of a span on site: each civil day it touches counts as what that day is. */
export function onSiteMinutes(span: Interval, breaks: readonly HolidayBreak[], zone: string): DutyMinutes {
  const day = { ...NO_MINUTES.day };
  const night = { ...NO_MINUTES.night };
  for (const piece of byCivilDay(span, zone)) {
    const kind = dayKind(dayOf(piece.start, zone), breaks);
    const dark = nightMinutesOf(piece, zone);
    night[kind] += dark;
    day[kind] += minutesBetween(piece.start, piece.end) - dark;
  }
  return { day, night, standby: 0 };
}

export function standbyMinutes(span: Interval): DutyMinutes {
  return { ...NO_MINUTES, standby: minutesBetween(span.start, span.end) };
}

export function addMinutes(a: DutyMinutes, b: DutyMinutes): DutyMinutes {
  const sum = (x: DutyMinutes['day'], y: DutyMinutes['day']): DutyMinutes['day'] => ({
    working: x.working + y.working,
    rest: x.rest + y.rest,
    holiday: x.holiday + y.holiday,
  });
  return { day: sum(a.day, b.day), night: sum(a.night, b.night), standby: a.standby + b.standby };
}

export function totalOnSite({ day, night }: DutyMinutes): number {
  return DAY_KINDS.reduce((sum, kind) => sum + day[kind] + night[kind], 0);
}

/**
 * Days off owed for duty on site, in half days rounded to the nearest. `minutesPerDay` is the unit's own agreement:
 * the law sets no rate for nghỉ bù after holiday duty.
 */
export function lieuDays(minutes: DutyMinutes, minutesPerDay: number): number {
  return Math.round((totalOnSite(minutes) / minutesPerDay) * 2) / 2;
}

/** The span cut at each midnight of `zone`. */
function byCivilDay({ start, end }: Interval, zone: string): Interval[] {
  const pieces: Interval[] = [];
  let from = start;
  while (from < end) {
    const midnight = startOfDay(addDays(dayOf(from, zone), 1), zone);
    const to = midnight < end ? midnight : end;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return pieces;
}
