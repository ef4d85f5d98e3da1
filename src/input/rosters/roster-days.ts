/** Days as rosters have them, in the cells of a column or as headings of columns: solar and lunar, weekday and name in one. */

import { addDays, type Day, daysBetween, weekday } from '../../calendar/day.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { weekdayIn } from '../day-said.ts';
import { type Around, readDayWords } from '../day-words.ts';

/** Longer than a week or two, one line is no duty of one person. */
const MOST_DAYS = 31;
const DATE = /\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*(?:\d{4}|\d{2}))?(?![\d/])/u;
const WEEKDAY = /^(?:t[2-7]|cn|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|mon|tue|wed|thu|fri|sat|sun)$/u;

/** The days that a cell names, from the first to the last; empty for none. */
export function daysInCell(text: string, around: Around): readonly Day[] {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const serial = serialDay(plain, around);
  if (serial) return [serial];
  if (plain === '' || !/\d|giao thừa|tất niên/iu.test(plain)) return [];
  const lines = text.split(/\n|;/u).map((line) => line.trim());
  // The weekday goes with its date: a wrong one is told apart from the lunar day beneath.
  const pairs = lines.flatMap((line, i) =>
    isWeekday(line) && lines[i + 1] ? [`${line} ${lines[i + 1]}`] : [],
  );
  const whole = lines.length > 1 ? [] : [plain];
  for (const each of [...pairs, ...lines, ...whole, ...partsOf(plain)]) {
    const days = daysSaid(each, around);
    if (days.length > 0) return days;
  }
  return [];
}

/** Whether the one day a cell names is another day of the week than the cell, or the column beside, says. */
export function isOtherWeekday(text: string, beside: string, days: readonly Day[]): boolean {
  const [day] = days;
  if (!day || days.length > 1) return false;
  const named = [text, beside === '' ? '' : `thu ${beside}`].map((each) => weekdayIn(foldForSearch(each)));
  return named.some((each) => each !== undefined && each !== weekday(day));
}

const NEAR_DAYS = 400;

/** "46423": a date whose format was lost on the way. */
function serialDay(text: string, { first, last }: Around): Day | undefined {
  if (!/^\d{5}$/u.test(text)) return undefined;
  const day = addDays('1899-12-30' as Day, Number(text));
  return daysBetween(day, first) < NEAR_DAYS && daysBetween(last, day) < NEAR_DAYS ? day : undefined;
}

/** The week that stands above weekdays, "(05/02/2027 - 11/02/2027)", or the period when it is no longer than one. */
export function weekOf(titles: string, around: Around): readonly Day[] {
  const date = String.raw`\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?`;
  const between = String.raw`\s*(?:-|–|—|→|đến(?:\s+hết)?(?:\s+ngày)?)\s*`;
  const [, from, to] = new RegExp(`(${date})${between}(${date})`, 'iu').exec(titles) ?? [];
  const read = from === undefined ? undefined : readDayWords(`${from} - ${to}`, around);
  const span = read?.ok ? read.spans[0] : from === undefined ? around : undefined;
  const count = span ? daysBetween(span.first, span.last) + 1 : 0;
  return span && count <= 7 ? Array.from({ length: count }, (_, i) => addDays(span.first, i)) : [];
}

/** "Từ 7h ngày 05/02 đến 7h ngày 06/02" is of the fifth; "06/02 (Mùng 1 Tết)" is said twice. */
function partsOf(text: string): string[] {
  const date = DATE.exec(text)?.[0];
  const before = text.replace(/\s*[(·–,].*$/u, '');
  return [...(date === undefined ? [] : [date]), before];
}

function daysSaid(text: string, around: Around): readonly Day[] {
  if (isWeekday(text) || /^\d{1,2}$/u.test(text)) return [];
  const read = readDayWords(text, around);
  const [span] = read.ok ? read.spans : [];
  if (!span || (read.ok && read.spans.length > 1)) return [];
  const count = daysBetween(span.first, span.last) + 1;
  return count > MOST_DAYS ? [] : Array.from({ length: count }, (_, i) => addDays(span.first, i));
}

export function isWeekday(text: string): boolean {
  return WEEKDAY.test(foldForSearch(text).replace(/[.,:]/gu, ''));
}
