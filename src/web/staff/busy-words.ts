/** Busy spans and the reading of a calendar, in words. */

import type { CalendarState } from '../../app/availability/read-busy-calendar.ts';
import { addDays } from '../../calendar/day.ts';
import type { Instant, Interval } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import {
  formatBothCalendars,
  formatClockDay,
  formatClockRange,
  formatStamp,
  formatWeekdayDate,
} from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

/** `Thứ Bảy 06/02 (mùng 1 tháng Giêng), cả ngày`; `08–11, thứ Bảy …`; both ends when it goes over several days. */
export function busyWords({ language, say }: Visit, { start, end }: Interval, zone: string): string {
  const first = dayOf(start, zone);
  const last = dayOf((end - 1) as Instant, zone);
  const whole = start === startOfDay(first, zone) && end === startOfDay(addDays(last, 1), zone);
  if (first === last) {
    const day = formatBothCalendars(language, first);
    return whole
      ? say('busy-page.day', { day })
      : say('busy-page.hours', { day, range: formatClockRange(language, { start, end }, zone) });
  }
  if (whole) {
    return say('busy-page.days', {
      from: formatBothCalendars(language, first),
      to: formatBothCalendars(language, last),
    });
  }
  const ends = [start, end].map((at) => formatClockDay(language, at, { zone }));
  return say('busy-page.stretch', { from: ends[0] ?? '', to: ends[1] ?? formatWeekdayDate(language, last) });
}

export function readingWords({ language, say }: Visit, state: CalendarState, zone: string) {
  const stamp = (at: Instant): string => formatStamp(language, at, zone);
  const { askedAt, readAt, outcome } = state;
  const notes = state.notes.map(({ key, params }) => say(key, params));
  if (outcome !== undefined && askedAt !== undefined) {
    const why = say(outcome, { host: say('busy-page.its-host') });
    const kept = readAt === undefined ? '' : say('busy-page.kept', { at: stamp(readAt) });
    return {
      // `none` before the first reading, `good`, or `bad` when the last one failed.
      state: 'bad',
      told: [say('busy-page.failed', { at: stamp(askedAt), why }), kept].join(' ').trim(),
      // What of the calendar could not be read, line by line.
      notes,
    };
  }
  if (readAt === undefined) return { state: 'none', told: say('busy-page.not-yet'), notes };
  const partly = notes.length === 0 ? '' : say('busy-page.partly', { count: countOf(state) });
  return {
    state: 'good',
    told: [say('busy-page.read', { at: stamp(readAt) }), partly].join(' ').trim(),
    notes,
  };
}

/** The last note may stand for many. */
function countOf({ notes }: CalendarState): number {
  const more = Number(notes.at(-1)?.params.count ?? 0);
  return more > 0 ? notes.length - 1 + more : notes.length;
}
