/** Person × day: a code for each shift, and each person's totals. The codes are explained beneath. */

import type { Day } from '../../calendar/day.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Language } from '../../i18n/translate.ts';
import { marksNight } from '../roster/columns.ts';
import type { SheetRow } from '../roster/sheet-model.ts';
import { type ShiftCodes, shiftCodes } from '../roster/shift-codes.ts';
import { figure, hoursFigure, type Totals, totalsByPerson, totalsOfRoster } from '../roster/totals.ts';
import { type Block, type Cell, innerHeightMm, innerWidthMm, type Section, type Table } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { type ListedPerson, sortedPeople } from './listed-people.ts';
import { sheetPage } from './pages.ts';
import { masthead, mastheadHeightMm } from './sheet-parts.ts';
import { fitTable } from './table-fit.ts';

/** More days than these, or than a page is wide enough for in type that can be read, are dealt out over several tables. */
const MOST_DAYS = 16;
/** Of a day in the least type; and what all other columns take, names in few lines. */
const DAY_MM = 11;
const BESIDE_DAYS_MM = 90;
const SIZES = { least: 8, most: 11, running: 9.5 };
/** Beneath the table: what the codes mean. */
const CODES_MM = 15;

export function personGrid(context: DocumentContext): Section[] {
  const page = sheetPage(context.options);
  const { sheet, say } = context;
  const codes = shiftCodes(context.source.language, context.source.plan);
  const mostDays = Math.min(MOST_DAYS, Math.floor((innerWidthMm(page) - BESIDE_DAYS_MM) / DAY_MM));
  const tables = daySlices(sheet.rows, mostDays).map((rows, i) =>
    gridTable(context, { rows, codes, whole: i > 0 }),
  );
  const words = { title: say('document.grid.title', { title: sheet.title }), subtitle: sheet.span };
  const blocks: Block[] = [
    masthead(context, words),
    ...tables,
    {
      kind: 'paragraphs',
      sizePt: 9,
      indentMm: 0,
      items: [
        {
          lead: say('document.grid.codes'),
          text: codes.key.map(({ code, words }) => `${code}: ${words}`).join('; '),
        },
      ],
    },
  ];
  return [{ page, face: 'sans', blocks }];
}

function daySlices(rows: readonly SheetRow[], mostDays: number): SheetRow[][] {
  const count = Math.max(1, Math.ceil(rows.length / mostDays));
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

interface GridRequest {
  readonly rows: readonly SheetRow[];
  readonly codes: ShiftCodes;
  readonly whole: boolean;
}

function gridTable(context: DocumentContext, { rows, codes, whole }: GridRequest): Table {
  const { source, sheet, say } = context;
  const index = new RosterIndex(source.plan, source.roster);
  const head = headRows(context, rows);
  const totalsOf = totalsByPerson(source);
  const people = sortedPeople(context).map((person, i) =>
    personRow(person, {
      shifts: index.shiftsOf(person.id),
      totals: totalCells(source.language, totalsOf(person.id)),
      rows,
      codes,
      number: i + 1,
    }),
  );
  const body = [...people, totalsRow(context, rows, index)];
  const paddingMm = 0.5;
  const page = sheetPage(context.options);
  const fit = fitTable({
    head,
    rows: body,
    face: 'sans',
    availableMm: innerWidthMm(page),
    heightMm: innerHeightMm(page) - mastheadHeightMm(masthead(context), innerWidthMm(page)) - CODES_MM,
    sizes: SIZES,
    grow: [0, 3, ...rows.map(() => 1), 0, 0, 0, 0],
    leastMm: [0, 0, ...rows.map(() => 9), 0, 0, 0, 0],
    paddingMm,
  });
  const name = say('document.grid.title', { title: sheet.title });
  return { kind: 'table', name, ...fit, head, rows: body, paddingMm, start: whole ? 'whole' : 'here' };
}

function headRows({ say }: DocumentContext, rows: readonly SheetRow[]): Cell[][] {
  return [
    [
      headCell(say('sheet.column.number')),
      headCell(say('sheet.column.name')),
      ...rows.map(
        ({ weekdayShort, date, lunarFigures }): Cell => ({
          lines: [
            { text: weekdayShort, bold: true },
            { text: date, bold: true },
            { text: lunarFigures, scale: 0.85 },
          ],
          align: 'center',
          shade: 'mute',
        }),
      ),
      headCell(say('document.grid.shifts')),
      headCell(say('document.grid.hours')),
      headCell(say('document.grid.nights')),
      headCell(say('document.grid.points')),
    ],
  ];
}

interface PersonRow {
  readonly shifts: readonly Shift[];
  readonly totals: readonly Cell[];
  readonly rows: readonly SheetRow[];
  readonly codes: ShiftCodes;
  readonly number: number;
}

/** Totals are of the whole period, also where its days are dealt over several tables. */
function personRow({ name }: ListedPerson, { shifts, totals, rows, codes, number }: PersonRow): Cell[] {
  return [
    centred(String(number)),
    { lines: [{ text: name }] },
    ...rows.map(({ day }) =>
      dayCell(
        shifts.filter((shift) => shift.day === day),
        codes,
      ),
    ),
    ...totals,
  ];
}

function dayCell(shifts: readonly Shift[], codes: ShiftCodes): Cell {
  const lines = shifts.map((shift) => ({
    text: codes.of(shift)?.code ?? '',
    bold: true,
  }));
  return {
    lines: lines.length === 0 ? [{ text: '' }] : lines,
    align: 'center',
    ...(shifts.some(marksNight) ? { shade: 'night' as const } : {}),
  };
}

/** In the order of the heads. */
function totalCells(language: Language, { shifts, minutes, nights, points }: Totals): Cell[] {
  const words = [
    figure(language, shifts),
    hoursFigure(language, minutes),
    figure(language, nights),
    figure(language, points),
  ];
  return words.map((text) => ({ lines: [{ text }], align: 'right' }));
}

/** People on duty by day, and the sums of the totals. */
function totalsRow({ source, say }: DocumentContext, rows: readonly SheetRow[], index: RosterIndex): Cell[] {
  const onDuty = (day: Day): number =>
    source.plan.shifts
      .filter((shift) => shift.day === day)
      .reduce((sum, { id }) => sum + index.staffOf(id).length, 0);
  const bold = (cell: Cell): Cell => ({
    ...cell,
    lines: cell.lines.map((line) => ({ ...line, bold: true })),
  });
  return [
    { lines: [{ text: say('document.total'), bold: true }], columns: 2, shade: 'mute' as const },
    ...rows.map(({ day }) => centred(String(onDuty(day)))),
    ...totalCells(source.language, totalsOfRoster(source)),
  ].map(bold);
}
