/**
 * Attendance and time in lieu after the holiday: each person's hours by category, days owed, room to sign. Hours are
 * those of the roster as it stands now; where people take their shifts, how many of them were taken stands beside, and every
 * seat behind. What was truly stood is for the people who sign.
 */

import {
  addMinutes,
  DAY_KINDS,
  type DutyMinutes,
  lieuDays,
  NO_MINUTES,
  onSiteMinutes,
  standbyMinutes,
  totalOnSite,
} from '../../domain/duty-hours.ts';
import {
  type DutyReturn,
  LEAST_RATES,
  MOST_YEAR_HOURS,
  paidMinutes,
  paidShares,
  RATE_FIELDS,
  type RateField,
} from '../../domain/duty-pay.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import { stoodLines } from '../../domain/stood.ts';
import { figure, hoursFigure } from '../roster/totals.ts';
import { attendanceLines } from './attendance-lines.ts';
import { type Block, type Cell, innerWidthMm, type Section, type Weighed } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { periodName } from './letter.ts';
import { type ListedPerson, sortedPeople } from './listed-people.ts';
import { sheetPage } from './pages.ts';
import { masthead, sheetEnd } from './sheet-parts.ts';
import { fitTable } from './table-fit.ts';

const SIZES = { least: 9, most: 11 };
const SIGN_MM = 20;
/** Of name and title, so that they take two lines at most on a page that stands upright. */
const PERSON_MM = [26, 20];
const MINUTES_PER_LIEU_DAY = 480;

export function attendanceSheet(context: DocumentContext): Section[] {
  const { say, sheet, options } = context;
  const page = sheetPage(options);
  const perDay = options.minutesPerLieuDay ?? MINUTES_PER_LIEU_DAY;
  const people = sortedPeople(context);
  const minutes = minutesByPerson(context);
  const taken = takenByPerson(context);
  const counted = people.map((person) => minutes.get(person.id) ?? NO_MINUTES);
  const head = headRows(context);
  const rows = [
    ...people.map((person, i) =>
      personRow(context, {
        person,
        minutes: counted[i] ?? NO_MINUTES,
        taken: taken?.get(person.id) ?? NO_MINUTES,
        number: i + 1,
        perDay,
      }),
    ),
    sumRow(context, { people, counted, taken: [...(taken?.values() ?? [])], perDay }),
  ];
  const paddingMm = 1.5;
  const figures = Array.from({ length: (rows[0]?.length ?? 0) - 4 }, () => 0);
  const fit = fitTable({
    head,
    rows,
    face: 'sans',
    availableMm: innerWidthMm(page),
    sizes: SIZES,
    grow: [0, 2, 1, ...figures, 2],
    leastMm: [0, ...PERSON_MM, ...figures.map(() => 10), SIGN_MM],
    paddingMm,
  });
  const title = say('document.attendance.title', { period: periodName(context) });
  const notes = [
    ...(earnsDays(context) ? [say('document.attendance.note', { hours: perDay / 60 })] : []),
    ...payNotes(context),
    ...(options.yearMinutes ? [say('document.attendance.note.year', { most: MOST_YEAR_HOURS })] : []),
    ...(taken ? [say('document.attendance.note.taken')] : []),
  ];
  const blocks: Block[] = [
    masthead(context, { title, subtitle: sheet.span }),
    { kind: 'table', name: title, ...fit, head, rows, paddingMm, start: 'here' },
    ...sheetEnd(context, notes, { sizePt: 10, availableMm: innerWidthMm(page) }),
  ];
  return [{ page, face: 'sans', blocks }, ...attendanceLines(context)];
}

/** Of the shifts that people took; undefined where they take none. */
function takenByPerson(context: DocumentContext): Map<string, DutyMinutes> | undefined {
  const { source, stood } = context;
  if (!stood) return undefined;
  const confirmed = stoodLines(source.plan.shifts, source.roster, stood).filter(
    ({ as }) => as === 'confirmed',
  );
  const assignments = confirmed.map(({ shift, staffId }) => ({ shiftId: shift.id, place: 0, staffId }));
  return minutesByPerson({ source: { ...source, roster: { ...source.roster, assignments } } });
}

function minutesByPerson({ source }: Pick<DocumentContext, 'source'>): Map<string, DutyMinutes> {
  const { plan, roster } = source;
  const index = new RosterIndex(plan, roster);
  const total = new Map<string, DutyMinutes>();
  for (const shift of plan.shifts) {
    const standby = index.postById.get(shift.postId)?.presence === 'standby';
    const minutes = standby
      ? standbyMinutes(shift.span)
      : onSiteMinutes(shift.span, plan.breaks, plan.unit.zone);
    for (const id of index.staffOf(shift.id)) total.set(id, addMinutes(total.get(id) ?? NO_MINUTES, minutes));
  }
  return total;
}

function headRows(context: DocumentContext): Cell[][] {
  const { say, stood, options } = context;
  const returns = returnsOf(context);
  const tall = (text: string): Cell => ({ ...headCell(text), rows: 2 });
  const wide = (text: string): Cell => ({ ...headCell(text), columns: 2 });
  const parts = [headCell(say('document.attendance.day')), headCell(say('document.attendance.night'))];
  return [
    [
      tall(say('sheet.column.number')),
      tall(say('sheet.column.name')),
      tall(say('document.column.job')),
      ...DAY_KINDS.map((kind) => wide(say(`document.attendance.${kind}`))),
      tall(say('document.attendance.total')),
      tall(say('document.attendance.standby')),
      ...(stood ? [tall(say('document.attendance.taken'))] : []),
      ...(earnsDays(context) ? [tall(say('document.attendance.lieu'))] : []),
      ...(returns === 'lieu' ? [] : [tall(say(`document.attendance.returns.${returns}`))]),
      ...(options.yearMinutes
        ? [tall(say('document.attendance.year', { year: String(options.yearMinutes.year) }))]
        : []),
      tall(say('document.attendance.sign')),
    ],
    DAY_KINDS.flatMap(() => parts),
  ];
}

interface CountedPerson {
  readonly person: ListedPerson;
  readonly minutes: DutyMinutes;
  readonly taken: DutyMinutes;
  readonly number: number;
  readonly perDay: number;
}

function personRow(context: DocumentContext, counted: CountedPerson): Cell[] {
  const { person, minutes, taken, number, perDay } = counted;
  return [
    centred(String(number)),
    { lines: [{ text: person.name }] },
    { lines: [{ text: person.title }] },
    ...figureCells(context, { minutes, taken, days: lieuDays(minutes, perDay) }),
    ...yearCells(context, [person.id]),
    { lines: [{ text: '' }] },
  ];
}

/** The sum of the days owed is of the rounded days, so that the column adds up. */
function sumRow(
  context: DocumentContext,
  {
    people,
    counted,
    taken,
    perDay,
  }: {
    readonly people: readonly ListedPerson[];
    readonly counted: readonly DutyMinutes[];
    readonly taken: readonly DutyMinutes[];
    readonly perDay: number;
  },
): Cell[] {
  const sumOf = (of: readonly DutyMinutes[]): DutyMinutes => of.reduce(addMinutes, NO_MINUTES);
  const days = counted.reduce((total, minutes) => total + lieuDays(minutes, perDay), 0);
  const bold = (cell: Cell): Cell => ({
    ...cell,
    lines: cell.lines.map((line) => ({ ...line, bold: true })),
  });
  return [
    { lines: [{ text: context.say('document.total') }], columns: 3, shade: 'mute' as const },
    ...[
      ...figureCells(context, { minutes: sumOf(counted), taken: sumOf(taken), days }),
      ...yearCells(
        context,
        people.map(({ id }) => id),
      ),
    ].map((cell): Cell => ({ ...cell, adds: 'above' })),
    { lines: [{ text: '' }] },
  ].map(bold);
}

interface Figures {
  readonly minutes: DutyMinutes;
  readonly taken: DutyMinutes;
  readonly days: number;
}

function figureCells(context: DocumentContext, { minutes, taken, days }: Figures): Cell[] {
  const { source, stood, fields } = context;
  const returns = returnsOf(context);
  const hours = (minutes: number): Cell => hoursCell(context, minutes);
  const counted = [
    ...DAY_KINDS.flatMap((kind) => [hours(minutes.day[kind]), hours(minutes.night[kind])]),
    { ...hours(totalOnSite(minutes)), adds: ON_SITE_COLUMNS },
    hours(minutes.standby),
    ...(stood ? [hours(totalOnSite(taken) + taken.standby)] : []),
  ];
  const earned = earnsDays(context)
    ? [{ ...figureCell(figure(source.language, days), days), adds: daysOf(context, counted.length) }]
    : [];
  if (returns === 'lieu') return [...counted, ...earned];
  const paid = hours(paidMinutes(minutes, fields.rates ?? {}, returns));
  const shares = paidShares(fields.rates ?? {}, returns);
  return [...counted, ...earned, { ...paid, adds: payOf(shares, counted.length + earned.length) }];
}

/** Hours by day and night of each kind stand first, then those on site together and on standby. */
const ON_SITE_COLUMNS = 2 * DAY_KINDS.length;

/** For a spreadsheet, where a clerk corrects hours to what was truly stood. @param at the column among the figures. */
function daysOf({ options }: DocumentContext, at: number): Weighed {
  const perDay = options.minutesPerLieuDay ?? MINUTES_PER_LIEU_DAY;
  return { terms: [{ left: at - ON_SITE_COLUMNS, times: 60 / perDay }], toHalves: true };
}

function payOf(shares: Readonly<Record<RateField, number>>, at: number): Weighed {
  const columns = DAY_KINDS.flatMap((kind) => [`${kind}Day`, `${kind}Night`] as const);
  const terms = columns.map((field, i) => ({ left: at - i, times: shares[field] }));
  return { terms: [...terms, { left: at - ON_SITE_COLUMNS - 1, times: shares.standby }] };
}

function figureCell(text: string, of: number): Cell {
  return { lines: [{ text }], align: 'right', figure: of };
}

function hoursCell({ source }: DocumentContext, minutes: number): Cell {
  return figureCell(hoursFigure(source.language, minutes), minutes / 60);
}

/** Bold above what a year may have. */
function yearCells(context: DocumentContext, ids: readonly string[]): Cell[] {
  const { yearMinutes } = context.options;
  if (!yearMinutes) return [];
  const minutes = ids.reduce((sum, id) => sum + (yearMinutes.of.get(id) ?? 0), 0);
  const cell = hoursCell(context, minutes);
  const over = ids.length === 1 && minutes > MOST_YEAR_HOURS * 60;
  return [
    over ? { ...cell, lines: cell.lines.map((line) => ({ ...line, bold: true })), shade: 'mute' } : cell,
  ];
}

function returnsOf({ fields }: DocumentContext): DutyReturn {
  return fields.returns ?? 'lieu';
}

function earnsDays(context: DocumentContext): boolean {
  return returnsOf(context) !== 'pay';
}

function payNotes(context: DocumentContext): string[] {
  const { say, fields } = context;
  const returns = returnsOf(context);
  if (returns === 'lieu') return [];
  const rates = RATE_FIELDS.map((name) => `${fields.rates?.[name] ?? LEAST_RATES[name]}`);
  return [
    say(`document.attendance.note.${returns}`),
    say('document.attendance.note.rates', { rates: rates.join(', ') }),
  ];
}
