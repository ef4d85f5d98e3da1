/**
 * Turns a roster into a sheet: heads, rows by day, people, phones, version. Every printable output is fed from here,
 * so all say the same. It knows no paper size, no markup and no library.
 */

import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { lunarOf } from '../../calendar/lunar.ts';
import { dayOf } from '../../calendar/zone.ts';
import { breaksServed } from '../../domain/plan.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { formatClockDay, formatDayMonth, formatLunarLong, formatStamp } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cleanLine, cleanText } from '../plain-text.ts';
import { cellShifts, type RosterColumn, rosterColumns } from './columns.ts';
import { dayHead, rosterDays } from './day-head.ts';
import { type Rostered, type Seat, seatName, seatsOf, vacanciesOf } from './seats.ts';
import type {
  RosterSheet,
  SheetCell,
  SheetHead,
  SheetPage,
  SheetPhone,
  SheetRow,
  SheetSeat,
  SheetStamp,
  VersionMark,
} from './sheet-model.ts';

export interface SheetSource extends Rostered {
  readonly language: Language;
  /** Whether phone numbers may stand on it. */
  readonly phones: boolean;
  /** Absent for a draft. */
  readonly version?: VersionMark;
  /** The version this one took the place of. */
  readonly replaces?: VersionMark;
  /** The newer version's number, when this one no longer holds. */
  readonly supersededBy?: number;
}

/** More days on one page would be too small to read from the wall. */
export const MOST_DAYS_A_PAGE = 10;

export function rosterSheet(source: SheetSource): RosterSheet {
  const { plan, language } = source;
  const { unit, period } = plan;
  const columns = rosterColumns(language, plan);
  const heads = sheetHeads(columns);
  const rows = sheetRows(source, columns);
  const seats = rows.flatMap((row) => row.cells.flatMap((cell) => cell.seats));
  return {
    language,
    unit: cleanLine(unit.name),
    parent: cleanLine(unit.parentName ?? ''),
    place: cleanLine(unit.place ?? ''),
    title: titleOf(language, cleanLine(period.name)),
    span: spanLine(source),
    stamp: stampOf(source),
    heads,
    rows,
    pages: pagesOf(rows),
    phones: phonesOf(source, seats),
    notes: notesOf(source, heads),
    signatures: [translate(language, 'sheet.sign.maker'), translate(language, 'sheet.sign.head')],
    vacancies: vacanciesOf(source),
  };
}

/** `Lịch trực Tết Đinh Mùi 2027`; a period called `Trực hỏa tốc` does not say trực twice. */
function titleOf(language: Language, period: string): string {
  if (language === 'vi' && /^trực\s/iu.test(period)) {
    return translate(language, 'sheet.title.duty', {
      period: period.charAt(0).toLowerCase() + period.slice(1),
    });
  }
  return translate(language, 'sheet.title', { period });
}

/** A head for each post that has a column. */
function sheetHeads(columns: readonly RosterColumn[]): SheetHead[] {
  const posts = [...new Set(columns.map(({ post }) => post))];
  return posts.map((post) => ({
    postId: post.id,
    name: cleanLine(post.name),
    shortName: cleanLine(post.shortName),
    tier: post.tier,
    presence: post.presence,
    columns: columns
      .filter((column) => column.post === post)
      .map(({ pattern, label, range, night }) => ({ patternId: pattern.id, label, range, night })),
  }));
}

function sheetRows(
  { plan, roster, language, phones }: SheetSource,
  columns: readonly RosterColumn[],
): SheetRow[] {
  const seats = seatsOf(plan, roster);
  const shiftAt = cellShifts(plan);
  const sheetSeat = (seat: Seat): SheetSeat => ({
    place: seat.place,
    ...(seat.kind === 'held' ? { staffId: seat.member.id } : {}),
    name: seatName(language, plan, seat),
    title: seat.kind === 'held' ? cleanLine(seat.member.title) : '',
    phone: phones && seat.kind === 'held' ? cleanLine(seat.member.phone) : '',
  });
  const cellOf = (column: RosterColumn, day: Day): SheetCell => {
    const shift = shiftAt(column, day);
    const { night } = column;
    if (!shift) return { night, seats: [] };
    const shown = seats(shift).filter(({ kind }) => kind !== 'wanted');
    return { shiftId: shift.id, night, seats: shown.map(sheetSeat) };
  };
  return rosterDays(plan).map((day, i) => ({
    ...dayHead(language, day),
    number: i + 1,
    cells: columns.map((column) => cellOf(column, day)),
  }));
}

/** As few pages as can be, of nearly equal length, so that the last one is no stub: 14 days are 7 and 7. */
function pagesOf(rows: readonly SheetRow[]): SheetPage[] {
  const of = Math.max(1, Math.ceil(rows.length / MOST_DAYS_A_PAGE));
  const size = Math.ceil(rows.length / of);
  return Array.from({ length: of }, (_, i) => ({
    number: i + 1,
    of,
    rows: rows.slice(i * size, (i + 1) * size),
  }));
}

function phonesOf({ plan }: SheetSource, seats: readonly SheetSeat[]): SheetPhone[] {
  const people = new Map(seats.map(({ staffId, name, phone }) => [staffId, { name, phone }]));
  return inListOrder(plan.staff, plan.unit.listOrder)
    .flatMap(({ id }) => people.get(id) ?? [])
    .filter(({ phone }) => phone !== '');
}

function spanLine({ plan, language }: SheetSource): string {
  const { zone } = plan.unit;
  const { start, end } = plan.period.span;
  const lunar = (instant: Instant): string => formatLunarLong(language, lunarOf(dayOf(instant, zone)));
  return translate(language, 'sheet.span', {
    from: formatClockDay(language, start, { zone }),
    fromLunar: lunar(start),
    to: formatClockDay(language, end, { zone, year: true }),
    toLunar: lunar(end),
  });
}

function stampOf({ plan, language, version, replaces, supersededBy }: SheetSource): SheetStamp {
  const { zone } = plan.unit;
  return {
    version: version
      ? translate(language, 'sheet.version', { number: version.number })
      : translate(language, 'sheet.draft'),
    published: version ? formatStamp(language, version.publishedAt, zone) : '',
    replaces: replaces
      ? translate(language, 'sheet.replaces', {
          number: replaces.number,
          date: formatDayMonth(dayOf(replaces.publishedAt, zone)),
        })
      : '',
    superseded:
      supersededBy === undefined ? '' : translate(language, 'sheet.superseded', { number: supersededBy }),
  };
}

function notesOf({ plan, language }: SheetSource, heads: readonly SheetHead[]): string[] {
  const callNote = cleanText(plan.unit.callNote ?? '');
  const hasNight = heads.some(({ columns }) => columns.some(({ night }) => night));
  const uncertain = breaksServed(plan).filter(({ status }) => status !== 'official');
  return [
    ...(callNote ? [callNote] : []),
    ...(hasNight ? [translate(language, 'sheet.note.night')] : []),
    ...uncertain.map(({ title }) => translate(language, 'sheet.note.provisional', { holiday: title })),
  ];
}
