/**
 * Days and hours as someone types them into a field, made into what forms are read by: "6/2", "mùng 1", "050227", "+7" and
 * "7h30" too. What cannot be read stays as it is typed, to be refused beside its field.
 */

import { addDays, type Day, weekday } from '../calendar/day.ts';
import { parseClockTime } from '../calendar/zone.ts';
import { type DaysReading, readDayWords, slashed } from '../input/day-words.ts';

export const MOMENT_KINDS = ['day', 'time', 'moment'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** Longer than any day or hour is written. */
export const LONGEST_MOMENT = 100;
/** Without a year the next such day is meant, or one just over. */
const DAYS_AHEAD = 300;

/** `2027-02-06`, `07:30` or `2027-02-06T07:30`; the text itself where it is none. */
export function typedMoment(kind: MomentKind, text: string, today: Day): string {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return '';
  if (kind === 'day') return dayIn(typed, today) ?? typed;
  if (kind === 'time') return timeIn(typed) ?? typed;
  return bothIn(typed, today) ?? typed;
}

function dayIn(text: string, today: Day): Day | undefined {
  const [, sign, count] = /^([+-])\s*(\d{1,3})$/u.exec(text) ?? [];
  if (count !== undefined) return addDays(today, Number(`${sign}${count}`));
  const [, named, next] = /^(t\s?[2-7]|cn)\s+(này|tới|sau)$/iu.exec(text) ?? [];
  if (named !== undefined) return weekdayIn(named.toLowerCase(), next === 'này', today);
  const read = daysIn(text, today);
  const [span, more] = read.ok ? read.spans : [];
  return span && !more && span.first === span.last ? span.first : undefined;
}

function daysIn(text: string, today: Day): DaysReading {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d|\d{4})$/u.exec(text) ?? [];
  const around = { first: today, last: addDays(today, DAYS_AHEAD) };
  return readDayWords(day === undefined ? text : `${day}/${month}/${year}`, around);
}

/** "t2 tới" stands in the week after this one, which begins on Monday; "t6 này" in this one. */
function weekdayIn(named: string, thisWeek: boolean, today: Day): Day {
  const wanted = named === 'cn' ? 7 : Number(named.slice(-1)) - 1;
  return addDays(today, wanted - weekday(today) + (thisWeek ? 0 : 7));
}

/** Why a text is no one day, in words of the catalogue, and the day it may mean as a field shows it; empty for none. */
export function typedDoubt(text: string, today: Day): Omit<Extract<DaysReading, { ok: false }>, 'ok'> {
  const read = daysIn(text, today);
  return read.ok ? { key: 'dates.several', params: {}, suggestion: '' } : read;
}

function timeIn(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})\s*(?:[:.hg]|giờ)?\s*(\d\d)?(?::00)?$/iu.exec(text) ?? [];
  return parseClockTime(`${hour.padStart(2, '0')}:${minute}`);
}

/** The hour stands before the day, or behind it. */
function bothIn(text: string, today: Day): string | undefined {
  const [, isoDay = '', isoTime = ''] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)$/u.exec(text) ?? [];
  if (isoDay !== '') return `${isoDay}T${isoTime}`;
  const [found = ''] = /\d{1,2}\s*(?:[:hg]|giờ)\s*(?:\d\d)?/iu.exec(text) ?? [];
  const time = found === '' ? undefined : timeIn(found.trim());
  const rest = text
    .replace(found, ' ')
    .replace(/[,\s]+/gu, ' ')
    .trim();
  const day = time === undefined ? undefined : dayIn(rest.replace(/^ngày /iu, ''), today);
  return day === undefined ? undefined : `${day}T${time}`;
}

/** As a field shows it: `06/02/2027`, `07:30 06/02/2027`. */
export function shownMoment(kind: MomentKind, value: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/u.exec(value) ?? [];
  if (kind === 'time' || day === '') return value;
  const date = slashed(day as Day);
  return kind === 'moment' && time !== '' ? `${time} ${date}` : date;
}
