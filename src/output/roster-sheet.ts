/**
 * Turns a roster into a sheet: heads, rows by day, people, phones, version. Every printable output is fed from here,
 * so all say the same. It knows no paper size, no markup and no library.
 */

import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { lunarOf } from '../calendar/lunar.ts';
import { dayOf } from '../calendar/zone.ts';
import type { Plan } from '../domain/plan.ts';
import type { Roster } from '../domain/roster.ts';
import type { Shift } from '../domain/shift.ts';
import {
  formatClockDay,
  formatClockRange,
  formatDayMonth,
  formatDayName,
  formatLunarLong,
  formatLunarShort,
  formatStamp,
  formatWeekday,
  formatWeekdayShort,
} from '../i18n/format.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { compareNames } from '../kernel/names.ts';
import { cleanLine, cleanText } from './plain-text.ts';
import type {
  RosterSheet,
  SheetCell,
  SheetColumn,
  SheetHead,
  SheetPage,
  SheetPhone,
  SheetRow,
  SheetSeat,
  SheetStamp,
  VersionMark,
} from './sheet-model.ts';

export interface SheetSource {
  readonly plan: Plan;
  readonly roster: Roster;
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
  const heads = sheetHeads(source);
  const rows = sheetRows(source, heads);
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
    phones: phonesOf(seats),
    notes: notesOf(source, heads),
    signatures: [translate(language, 'sheet.sign.maker'), translate(language, 'sheet.sign.head')],
    vacancies: seats.filter(({ staffId }) => staffId === undefined).length,
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

/** Posts and patterns in the plan's order; one that never recurs in the period has no column. */
function sheetHeads({ plan, language }: SheetSource): SheetHead[] {
  return plan.posts
    .map((post) => ({
      postId: post.id,
      name: cleanLine(post.name),
      shortName: cleanLine(post.shortName),
      tier: post.tier,
      presence: post.presence,
      columns: post.patterns.flatMap(({ id, label }): SheetColumn[] => {
        const first = plan.shifts.find(({ postId, patternId }) => postId === post.id && patternId === id);
        if (!first) return [];
        const range = formatClockRange(language, first.span, plan.unit.zone);
        return [{ patternId: id, label: cleanLine(label), range, night: first.night }];
      }),
    }))
    .filter(({ columns }) => columns.length > 0);
}

function cellKey(postId: string, patternId: string, day: Day): string {
  return JSON.stringify([postId, patternId, day]);
}

/** One row for each day on which a shift begins: between the parts of a period there are days without. */
function sheetRows(source: SheetSource, heads: readonly SheetHead[]): SheetRow[] {
  const { plan, language } = source;
  const seatsOf = seatReader(source);
  const shifts = new Map(plan.shifts.map((each) => [cellKey(each.postId, each.patternId, each.day), each]));
  const used = new Set(plan.shifts.map(({ day }) => day));
  const cellsOf = (day: Day): SheetCell[] =>
    heads.flatMap(({ postId, columns }) =>
      columns.map(({ patternId, night }) => {
        const shift = shifts.get(cellKey(postId, patternId, day));
        return shift ? { shiftId: shift.id, night, seats: seatsOf(shift) } : { night, seats: [] };
      }),
    );
  return plan.days
    .filter((day) => used.has(day))
    .map((day, i) => ({
      number: i + 1,
      day,
      weekday: formatWeekday(language, day),
      weekdayShort: formatWeekdayShort(language, day),
      date: formatDayMonth(day),
      lunar: formatLunarShort(language, lunarOf(day)),
      lunarLong: formatLunarLong(language, lunarOf(day)),
      named: formatDayName(language, day),
      cells: cellsOf(day),
    }));
}

/** The people of a shift by place, the lowest free places filled up with vacancies to the minimum. */
function seatReader({ plan, roster, language, phones }: SheetSource): (shift: Shift) => SheetSeat[] {
  const staff = new Map(plan.staff.map((member) => [member.id, member]));
  const held = new Map<string, SheetSeat[]>();
  for (const { shiftId, place, staffId } of roster.assignments) {
    const member = staff.get(staffId);
    if (!member) continue;
    const seats = held.get(shiftId) ?? [];
    seats.push({
      place,
      staffId,
      name: cleanLine(member.name),
      phone: phones ? cleanLine(member.phone) : '',
    });
    held.set(shiftId, seats);
  }
  const name = translate(language, 'sheet.vacant');
  return ({ id, cover }) => {
    const seats = [...(held.get(id) ?? [])];
    const taken = new Set(seats.map(({ place }) => place));
    for (let place = 0; seats.length < cover.minimum; place++) {
      if (!taken.has(place)) seats.push({ place, name, phone: '' });
    }
    return seats.sort((a, b) => a.place - b.place);
  };
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

function phonesOf(seats: readonly SheetSeat[]): SheetPhone[] {
  const people = new Map(seats.map(({ staffId, name, phone }) => [staffId, { name, phone }]));
  return [...people.values()]
    .filter(({ phone }) => phone !== '')
    .sort((a, b) => compareNames(a.name, b.name));
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
  const uncertain = plan.breaks.filter(({ status }) => status !== 'official');
  return [
    ...(callNote ? [callNote] : []),
    ...(hasNight ? [translate(language, 'sheet.note.night')] : []),
    ...uncertain.map(({ title }) => translate(language, 'sheet.note.provisional', { holiday: title })),
  ];
}
