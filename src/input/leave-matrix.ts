/** A time sheet of people and days: a code in each cell, days in the headings. Codes nobody knows are asked, once each. */

import { type Day, dayFrom, daysBetween } from '../calendar/day.ts';
import type { AvailabilityEntry } from '../domain/case.ts';
import type { StaffMember } from '../domain/staff.ts';
import { foldForSearch } from '../kernel/names.ts';
import type { LeaveTableColumn } from './columns.ts';
import { type Around, type DaySpan, readDayWords } from './day-words.ts';
import { DEFAULT_WEIGHT, halfOpen, type LineReading, type LineSource, whoseLine } from './leave-line.ts';
import { type HalfDay, type LeaveKind, leaveKindOf, timesIn } from './leave-words.ts';
import type { ListTable } from './tables/list-table.ts';

const LEAST_DAYS = 3;
const NO_CODE = /^[-–—./_0\s]*$/u;

/** Whether a heading may be one of a row of days. */
export function isDayHeading(text: string): boolean {
  const plain = text.replace(/\n/gu, ' ').trim();
  return (
    /^(?:(?:T[2-7]|CN|Thứ \S+|Chủ nhật)[\s,(]*)?\(?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?\)?(?:\s*\(?(?:T[2-7]|CN)\)?)?$/iu.test(
      plain,
    ) || /^\d{4}-\d\d-\d\d$/u.test(plain)
  );
}

/** Columns of days by place; empty where the list has none to speak of. */
export function dayColumns(table: ListTable<LeaveTableColumn>, around: Around): ReadonlyMap<number, Day> {
  const { block, keys, lines } = table;
  const titles = lines
    .filter(({ aside }) => aside === 'title')
    .flatMap(({ cells }) => cells)
    .join(' ');
  const found = new Map<number, Day>();
  const bare = block.columns.filter(({ last }) => /^\d{1,2}$/u.test(last)).length;
  block.columns.forEach(({ heading, last }, column) => {
    if (keys[column] !== undefined) return;
    const day = dayOfHeading(heading, last, { titles, around, bare: bare >= LEAST_DAYS });
    if (day) found.set(column, day);
  });
  return found.size >= LEAST_DAYS ? found : new Map();
}

function dayOfHeading(
  heading: string,
  last: string,
  { titles, around, bare }: { readonly titles: string; readonly around: Around; readonly bare: boolean },
): Day | undefined {
  const number = /(?:^|\s)(\d{1,2})(?:\s|$)/u.exec(
    heading.replace(/tháng\s*\d{1,2}([/.\s-]*(?:năm\s*)?\d{4})?/iu, ' ').replace(/\b(?:T[2-7]|CN)\b/giu, ' '),
  )?.[1];
  for (const text of [last, heading.replace(/\b(?:T[2-7]|CN)\b/giu, ' ').trim()]) {
    if (/^\d{1,2}$/u.test(text)) continue;
    const read = isDayHeading(text) ? readDayWords(text, around) : undefined;
    const [span] = read?.ok ? read.spans : [];
    if (span) return span.first;
  }
  if (number === undefined || !bare) return undefined;
  return monthDay(Number(number), `${heading} ${titles}`, around);
}

/** "THÁNG 2/2027" above; else the only such day of the period. */
export function monthDay(date: number, titles: string, around: Around): Day | undefined {
  const [, month, year] = /th[aá]ng\s*(\d{1,2})(?:[/.\s-]*(?:năm\s*)?(\d{4}))?/iu.exec(titles) ?? [];
  const text = month === undefined ? '' : `${date}/${month}${year === undefined ? '' : `/${year}`}`;
  const read = text === '' ? undefined : readDayWords(text, around);
  if (read?.ok) return read.spans[0]?.first;
  if (month !== undefined) return undefined;
  const length = Math.min(daysBetween(around.first, around.last) + 1, 31);
  const within = Array.from({ length }, (_, i) =>
    dayFrom(
      Number(around.first.slice(0, 4)),
      Number(around.first.slice(5, 7)),
      Number(around.first.slice(8)) + i,
    ),
  );
  return within.find((day) => Number(day.slice(8)) === date);
}

interface Marked {
  readonly day: Day;
  readonly reason: string;
  readonly leaveKind?: LeaveKind['leaveKind'];
  readonly times?: HalfDay;
}

export function readMatrixLine(source: LineSource, days: ReadonlyMap<number, Day>): LineReading {
  const { table, line } = source;
  const marked: Marked[] = [];
  for (const [column, day] of days) {
    const text = line.cells[column] ?? '';
    if (NO_CODE.test(text)) continue;
    const { rest, times, half } = timesIn(text);
    const plain: Pick<LeaveKind, 'reason' | 'leaveKind'> = { reason: '' };
    const kind = rest === '' && (times || half) ? plain : leaveKindOf(rest);
    const code = `code-${foldForSearch(text)}`.slice(0, 60);
    const answer = table.answers.get(code);
    if (!kind && answer === 'none') continue;
    if (!kind && answer !== 'leave') return asked({ id: code, kind: 'code', value: text });
    const halfId = `half-${line.id}-${column}`;
    const chosen = half ? table.answers.get(halfId) : 'day';
    if (chosen === undefined) return asked({ id: halfId, kind: 'half', value: text });
    const hours = times ?? (chosen === 'day' ? undefined : timesIn(chosen === 'am' ? 'sáng' : 'chiều').times);
    const { reason, leaveKind } = kind ?? plain;
    marked.push({
      ...{ day, reason },
      ...(leaveKind ? { leaveKind } : {}),
      ...(hours ? { times: hours } : {}),
    });
  }
  if (marked.length === 0) return { entries: [], faults: [], warnings: [] };
  const whose = whoseLine(source);
  if (!Array.isArray(whose)) return whose as LineReading;
  const people = whose as readonly StaffMember[];
  return { entries: people.flatMap(({ id }) => entriesOf(id, marked)), faults: [], warnings: [] };
}

function asked(question: NonNullable<LineReading['question']>): LineReading {
  return { entries: [], faults: [], warnings: [], question };
}

/** Days in a row of one kind are one line of leave. */
function entriesOf(staffId: string, marked: readonly Marked[]): AvailabilityEntry[] {
  const spans: (DaySpan & Omit<Marked, 'day'>)[] = [];
  for (const { day, reason, leaveKind, times } of [...marked].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const before = spans.at(-1);
    const goesOn =
      before &&
      daysBetween(before.last, day) === 1 &&
      before.reason === reason &&
      before.leaveKind === leaveKind &&
      !times &&
      !before.times;
    if (goesOn) spans[spans.length - 1] = { ...before, last: day };
    else {
      const span = { first: day, last: day, reason, ...(leaveKind ? { leaveKind } : {}) };
      spans.push({ ...span, ...(times ? { times } : {}) });
    }
  }
  return spans.map(({ first, last, reason, leaveKind, times }) => ({
    staffId,
    kind: 'leave',
    ...halfOpen({ first, last }),
    ...(times ?? {}),
    weight: DEFAULT_WEIGHT,
    note: reason,
    ...(leaveKind ? { leaveKind } : {}),
  }));
}
