/** An on-call schedule as the tables that the readers of lists and rosters take: its people, and who stands each day. */

import { addDays, type Day, eachDay, weekday } from '../../calendar/day.ts';
import { contains, type Interval, plusMinutes, sharedMinutes } from '../../calendar/interval.ts';
import { dayOf, instantAtMinute } from '../../calendar/zone.ts';
import { STAFF_FIELDS } from '../../domain/staff-fields.ts';
import { MOST_ROWS } from '../table-rows.ts';
import type { Book } from '../tables/book.ts';
import { expandOnCall, type LayerSpans } from './expand.ts';
import type { ProposedPattern, ProposedPost } from './post-proposals.ts';
import type { OnCallPerson, OnCallSchedule } from './schedule.ts';

export interface DutyTable {
  readonly book: Book;
  /** In the table: the first of them, where there are more than a table may have. */
  readonly duties: number;
  readonly all: number;
  /** Shifts of which a part is stood by somebody else: the greater part counts. */
  readonly shared: number;
}

/** Who stands most of each shift that begins within the span, in the unit's zone; by day, post and hours. */
export function dutyTable(
  schedule: OnCallSchedule,
  posts: readonly ProposedPost[],
  { zone, within }: { readonly zone: string; readonly within: Interval },
): DutyTable {
  // A shift of the last day goes on after it.
  const layers = expandOnCall(schedule, { ...within, end: plusMinutes(within.end, 2 * 1440) });
  const people = new Map(schedule.people.map((each) => [each.id, each]));
  const rows: string[][] = [];
  let shared = 0;
  const last = addDays(dayOf(within.end, zone), 1);
  for (const day of eachDay(dayOf(within.start, zone), last)) {
    posts.forEach((post, i) => {
      for (const pattern of post.patterns.filter(({ weekdays }) => weekdays.includes(weekday(day)))) {
        const shift = shiftSpan(day, pattern, zone);
        if (!contains(within, shift.start)) continue;
        const { stand, others } = standing(layers[i], shift);
        if (others > 0) shared++;
        for (const id of stand) rows.push(rowOf(day, post, pattern, people.get(id)));
      }
    });
  }
  const kept = rows.slice(0, MOST_ROWS);
  return { book: bookOf(schedule.name, DUTY_HEADINGS, kept), duties: kept.length, all: rows.length, shared };
}

const MOST_NAME = 100;
const DUTY_HEADINGS = ['Ngày', 'Vị trí', 'Giờ trực', 'Họ và tên', 'Điện thoại'];

function rowOf(
  day: Day,
  { name }: ProposedPost,
  pattern: ProposedPattern,
  person: OnCallPerson | undefined,
): string[] {
  const date = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  return [date, name, hoursOf(pattern), person?.name ?? '', person?.phone ?? ''];
}

/** `07:00 - 19:00`. */
export function hoursOf({ start, minutes }: Pick<ProposedPattern, 'start' | 'minutes'>): string {
  const clock = (minute: number): string => {
    const within = minute % 1440;
    return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
  };
  return `${clock(start)} - ${clock(start + minutes)}`;
}

function shiftSpan(day: Day, { start, minutes }: ProposedPattern, zone: string): Interval {
  return { start: instantAtMinute(day, start, zone), end: instantAtMinute(day, start + minutes, zone) };
}

/** Those who stand at least half of it, or whoever stands most. */
function standing(
  layer: LayerSpans | undefined,
  shift: Interval,
): { readonly stand: readonly string[]; readonly others: number } {
  const minutes = new Map<string, number>();
  for (const span of layer?.spans ?? []) {
    const here = sharedMinutes(span, shift);
    if (here > 0) minutes.set(span.personId, (minutes.get(span.personId) ?? 0) + here);
  }
  const byMost = [...minutes].sort((a, b) => b[1] - a[1]);
  const half = (shift.end - shift.start) / 120_000;
  const enough = byMost.filter(([, stood]) => stood >= half);
  const stand = (enough.length > 0 ? enough : byMost.slice(0, 1)).map(([id]) => id);
  return { stand, others: minutes.size - stand.length };
}

/** As a staff list has them. */
export function peopleTable({ name, people }: OnCallSchedule): Book {
  const { name: named, email, phone } = STAFF_FIELDS;
  const headings = [named, email, phone].map((each) => each.headings[0]);
  return bookOf(
    name,
    headings,
    people.slice(0, MOST_ROWS).map((each) => [each.name, each.email, each.phone]),
  );
}

function bookOf(name: string, headings: readonly string[], rows: readonly (readonly string[])[]): Book {
  const all = [headings, ...rows].map((cells, i) => ({ row: i + 1, cells: cells.map(oneCell) }));
  const sheet = { name: '', hidden: false, rows: all, merges: [], hiddenRows: [], hiddenColumns: [] };
  return { name: name.slice(0, MOST_NAME), sheets: [sheet] };
}

function oneCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
}
