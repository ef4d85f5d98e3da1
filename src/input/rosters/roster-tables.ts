/**
 * Where rosters stand in a sheet and how each is laid out: days down and posts across (or one line a duty), people down
 * and days across with codes, posts down and days across with names. What the words mean is not known here.
 */

import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { STAFF_TABLE_COLUMNS } from '../columns.ts';
import type { Around } from '../day-words.ts';
import { monthDay } from '../leave-matrix.ts';
import type { BookSheet } from '../tables/book.ts';
import { type Heading, headingAt, type TableShape } from '../tables/headings.ts';
import { daysInCell, isOtherWeekday, isWeekday, weekOf } from './roster-days.ts';

export type RosterKey =
  | 'day'
  | 'until'
  | 'name'
  | 'post'
  | 'shift'
  | 'hours'
  | 'phone'
  | 'title'
  | 'force'
  | 'ignored';

const ROSTER_SHAPE: TableShape<RosterKey> = {
  columns: {
    day: [
      'Ngày',
      'Ngày trực',
      'Ngày tháng',
      'Thứ ngày',
      'Thứ ngày tháng',
      'Ngày tháng năm',
      'Dương lịch',
      'Ngày dương',
      'Ngày dương lịch',
      'Thời gian',
      'Thời gian trực',
      'Ngày giờ trực',
      'Từ ngày',
      'Trực từ ngày',
      'Từ',
      'Ngày bắt đầu',
      'date',
      'day',
    ],
    until: ['Đến ngày', 'Đến hết ngày', 'Đến', 'Ngày kết thúc', 'until', 'to'],
    name: [
      'Họ và tên',
      'Họ tên',
      'Tên',
      'Người trực',
      'Cán bộ trực',
      'Họ và tên người trực',
      'Họ và tên cán bộ',
      'Họ và tên cán bộ trực',
      'Thành phần trực',
      'name',
      'full name',
      'staff',
    ],
    post: [
      'Vị trí',
      'Vị trí trực',
      'Bộ phận',
      'Bộ phận trực',
      'Điểm trực',
      'Nội dung trực',
      'Nhiệm vụ',
      'Phần trực',
      'part',
      'post',
    ],
    shift: ['Ca', 'Ca trực', 'Buổi', 'Buổi trực', 'Kíp', 'Kíp trực', 'shift'],
    hours: ['Giờ', 'Giờ trực', 'Khung giờ', 'Từ giờ đến giờ', 'hours', 'time'],
    phone: [...STAFF_TABLE_COLUMNS.phone, ...STAFF_TABLE_COLUMNS.officePhone],
    title: ['Chức vụ', 'Chức danh', 'Cấp bậc', 'Chức vụ, chức danh', 'title'],
    force: ['Lực lượng', 'Lực lượng trực', 'force'],
    ignored: [
      'TT',
      ...['STT', 'Số thứ tự', 'No', '#', 'Ghi chú', 'note', 'notes', 'Ký nhận', 'Ký tên', 'Chữ ký'],
      ...['Thứ', 'weekday', 'Âm lịch', 'Ngày âm', 'Ngày âm lịch', 'ÂL', 'lunar', 'lunar date'],
      ...[
        'Ngày lễ',
        'Lễ',
        'Lễ, Tết',
        'holiday',
        'Mã',
        'Mã số',
        'Số ca',
        'Ca đêm',
        'Số giờ',
        'Tổng',
        'Tổng cộng',
      ],
      ...['Điểm', 'Cộng', 'Đơn vị', 'Phòng', 'Phòng ban', 'shifts', 'nights', 'points'],
    ],
  },
  required: [['day', 'name']],
  joined: ['name'],
};

export interface RosterTable {
  readonly layout: 'days' | 'people' | 'posts';
  readonly heading: Heading<RosterKey>;
  /** Its rows, by their place in the sheet: [first, end). */
  readonly first: number;
  readonly end: number;
  /** Of `days`: the column of days. */
  readonly dayColumn: number;
  /** Of `days`: its column counts by the moon. */
  readonly isLunar: boolean;
  /** Of the others: the day of each column. */
  readonly days: ReadonlyMap<number, Day>;
}

const LUNAR = ['am lich', 'ngay am', 'ngay am lich', 'al', 'lunar', 'lunar date'];

/** As a column that counts by the moon means it. */
export function lunarText(text: string): string {
  return /^\d{1,2}\s*[/.-]\s*\d{1,2}$/u.test(text.trim()) ? `${text} âm lịch` : text;
}

const LEAST_DAYS = 3;
const LEAST_BARE = 2;
/** A heading may have a line of numbers or a blank line under it. */
const LOOK_AHEAD = 4;

/** In the order of the sheet; none for a sheet without a roster. */
export function rosterTables(sheet: BookSheet, around: Around): RosterTable[] {
  const found: RosterTable[] = [];
  for (let at = 0; at < sheet.rows.length; at++) {
    const begun = beginning(sheet, at, around);
    if (!begun) continue;
    const before = found.at(-1);
    if (before) found[found.length - 1] = { ...before, end: at };
    found.push(begun);
    at = begun.first - 1;
  }
  return found.length > 0 ? found : bare(sheet, around);
}

function beginning(sheet: BookSheet, at: number, around: Around): RosterTable | undefined {
  const { rows } = sheet;
  if ((rows[at]?.cells ?? []).filter((cell) => cell !== '').length < 2) return undefined;
  const heading = headingAt(sheet, at, ROSTER_SHAPE);
  const first = rows.findIndex(({ row }, i) => i > at && row >= heading.row + heading.height);
  if (first < 0) return undefined;
  const rest = { heading, first, end: rows.length, isLunar: false };
  const days = dayHeads(sheet, heading, around);
  if (days.size >= LEAST_DAYS) {
    const named = heading.meanings.includes('name');
    return { ...rest, layout: named ? 'people' : 'posts', dayColumn: -1, days };
  }
  const below = rows.slice(first, first + LOOK_AHEAD);
  const holds = (column: number, textOf = (text: string): string => text): boolean =>
    column >= 0 && below.some(({ cells }) => daysInCell(textOf(cells[column] ?? ''), around).length > 0);
  const dayColumn = heading.meanings.indexOf('day');
  if (holds(dayColumn)) return { ...rest, layout: 'days', dayColumn, days: new Map() };
  const lunar = heading.lines.findIndex((each) => LUNAR.includes(foldForSearch(each.join(' '))));
  const names = heading.lines.filter((each) => each.length > 0).length > 1;
  return names && holds(lunar, lunarText)
    ? { ...rest, isLunar: true, layout: 'days', dayColumn: lunar, days: new Map() }
    : undefined;
}

/** No heading at all: the first column that names a day in most of its rows; one day alone may stand in any letterhead. */
function bare(sheet: BookSheet, around: Around): RosterTable[] {
  const { rows } = sheet;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const counts = Array.from(
    { length: width },
    (_, i) => rows.filter(({ cells }) => daysInCell(cells[i] ?? '', around).length > 0).length,
  );
  const dayColumn = counts.indexOf(Math.max(...counts, LEAST_BARE));
  if (dayColumn < 0) return [];
  const heading = {
    row: 0,
    height: 0,
    lines: Array.from({ length: width }, () => []),
    meanings: Array.from({ length: width }, () => undefined),
  };
  const rest = { first: 0, end: rows.length, isLunar: false, days: new Map() };
  return [{ layout: 'days', heading, dayColumn, ...rest }];
}

function dayHeads(
  sheet: BookSheet,
  { lines, meanings, row }: Heading<RosterKey>,
  around: Around,
): Map<number, Day> {
  const texts = lines.map((each) => each.join('\n'));
  const found = new Map<number, Day>();
  texts.forEach((text, i) => {
    const [day] = meanings[i] === 'phone' ? [] : daysInCell(text, around);
    if (day) found.set(i, day);
  });
  if (inOrder([...found.values()])) return found;
  const numbered = numberHeads(sheet, { lines, row }, around);
  return numbered.size > 0 ? numbered : weekHeads(sheet, { lines, row }, around);
}

function titlesAbove({ rows }: BookSheet, row: number): string {
  return rows
    .filter((each) => each.row < row)
    .flatMap(({ cells }) => cells)
    .join(' ');
}

/** "Thứ Sáu | Thứ Bảy | Chủ nhật" under the week they are of. */
function weekHeads(
  sheet: BookSheet,
  { lines, row }: { readonly lines: readonly (readonly string[])[]; readonly row: number },
  around: Around,
): Map<number, Day> {
  const week = weekOf(titlesAbove(sheet, row), around);
  const found = new Map<number, Day>();
  lines.forEach((each, i) => {
    const text = each.join(' ');
    const day = isWeekday(text) ? week.find((of) => !isOtherWeekday(text, '', [of])) : undefined;
    if (day) found.set(i, day);
  });
  return inOrder([...found.values()]) ? found : new Map();
}

/** "1 2 3 … 31" under a month that stands above, or of the only month there is. */
function numberHeads(
  sheet: BookSheet,
  { lines, row }: { readonly lines: readonly (readonly string[])[]; readonly row: number },
  around: Around,
): Map<number, Day> {
  const titles = titlesAbove(sheet, row);
  const found = new Map<number, Day>();
  let before: Day | undefined;
  lines.forEach((each, i) => {
    const pieces = each.flatMap((line) => line.split('\n')).filter((line) => !isWeekday(line));
    const number = pieces.find((piece) => /^(?:ngày )?\d{1,2}$/iu.test(piece))?.replace(/\D/gu, '');
    if (number === undefined) return;
    // Numbers go on beyond the period: what stands there is told to be outside.
    const next = before && addDays(before, 1);
    const goesOn = next !== undefined && Number(next.slice(8)) === Number(number);
    const day = goesOn ? next : monthDay(Number(number), `${each.join(' ')} ${titles}`, around);
    if (day && (before === undefined || daysBetween(before, day) === 1)) {
      found.set(i, day);
      before = day;
    }
  });
  return found.size >= LEAST_DAYS ? found : new Map();
}

/** A row of one day in both calendars and by its name is no heading of days. */
function inOrder(days: readonly Day[]): boolean {
  return days.length >= LEAST_DAYS && days.every((day, i) => i === 0 || (days[i - 1] ?? day) < day);
}
