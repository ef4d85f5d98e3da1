/**
 * The official list in the shapes that units use: days down by post or by presence, posts or departments down, or a row for each
 * person with title and phone beside the name. What stands around the table is the list's own concern.
 */

import { inListOrder } from '../../domain/staff-order.ts';
import { cleanLine } from '../plain-text.ts';
import type { SheetCell, SheetRow } from '../roster/sheet-model.ts';
import { sheetColumns } from '../roster/sheet-model.ts';
import { type Cell, innerHeightMm, innerWidthMm, type Line, type PageSetup, type Table } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, dutyTables, headCell } from './duty-table.ts';
import { lastRowsApart, mergeDown, mergedAsSet } from './merge-down.ts';
import { type LongRow, type LongRows, presenceRows } from './presence-list.ts';
import { type Fit, type FitSizes, fitTable, rowHeightsMm } from './table-fit.ts';

/** Table text about 12 pt (Phụ lục I leaves it open); never below what still reads well on paper. */
const SIZES: FitSizes = { least: 10, most: 12, running: 11 };
/** Of a list that is wanted on one page. */
const ONE_PAGE: FitSizes = { least: 7, most: 12, running: 11 };
const PADDING_MM = 0.9;
const SET = { face: 'serif', paddingMm: PADDING_MM } as const;

/** How large, and in what height if it is to stand on one page. */
interface Room {
  readonly availableMm: number;
  readonly heightMm?: number;
  readonly sizes: FitSizes;
  /** What a page leaves to a table that is signed; more than it, and the last rows go on to the signature's page. */
  readonly signedMm?: number;
  /** How high cells may be that reach down, so that they are whole on a page. */
  readonly groupMm: number;
}

/** What stands on a page with the tables. */
export interface Around {
  readonly mm: number;
  /** Whether they are signed beneath. */
  readonly signed: boolean;
}

export function listTables(context: DocumentContext, page: PageSetup, around: Around): Table[] {
  const { onePage } = context.options;
  const leftMm = innerHeightMm(page) - around.mm;
  const room: Room = {
    availableMm: innerWidthMm(page),
    ...(onePage && { heightMm: leftMm }),
    sizes: onePage ? ONE_PAGE : SIZES,
    ...(around.signed && { signedMm: leftMm }),
    groupMm: groupMmOn(page, around),
  };
  switch (context.options.layout ?? context.fields.layout ?? 'days') {
    case 'posts':
      return acrossTables(context, page, room, postRows(context));
    case 'departments':
      return acrossTables(context, page, room, departmentRows(context));
    case 'presence':
      return [presenceTable(context, room)];
    case 'people':
      return [peopleTable(context, room)];
    case 'days':
      return dutyTables(context, { style: 'official', rows: context.sheet.rows, ...room });
  }
}

/** What stands on any page beneath its title; less with a letterhead above or signatures beneath. */
function groupMmOn({ widthMm, heightMm }: PageSetup, { signed }: Around): number {
  if (heightMm > widthMm) return signed ? 120 : 130;
  return signed ? 60 : 100;
}

/** One row of a table whose days stand across: what it is of, then a cell for each day. */
interface AcrossRow {
  readonly first: readonly Cell[];
  readonly of: (row: SheetRow) => Cell;
}

interface AcrossRows {
  readonly heads: readonly string[];
  readonly rows: readonly AcrossRow[];
  /** Columns that are made one cell where the same stands beneath. */
  readonly merged: readonly number[];
}

/** A row stands on one page, whole, under a letterhead too: more names than these in a cell, or higher, go on in a row beneath. */
const MOST_NAMES = 12;
const MOST_ROW_MM = 50;

/** A column of a name needs about 30 mm. */
const DAY_MM = 32;
const FIRST_MM = 50;

interface LongTable extends LongRows {
  /** Whether what is signed follows it. */
  readonly isLast: boolean;
}

function acrossTables(
  { sheet }: DocumentContext,
  page: PageSetup,
  room: Room,
  { heads, rows, merged }: AcrossRows,
): Table[] {
  const most = Math.max(1, Math.floor((innerWidthMm(page) - FIRST_MM) / DAY_MM));
  const count = Math.max(1, Math.ceil(sheet.rows.length / most));
  const size = Math.ceil(sheet.rows.length / count);
  return Array.from({ length: count }, (_, i) => {
    const days = sheet.rows.slice(i * size, (i + 1) * size);
    const part: LongTable = {
      head: [...heads.map(headCell), ...days.map(dayHeadCell)],
      rows: rows.map(({ first, of }) => ({ first, rest: days.map(of) })),
      merged,
      grow: [...heads.map(() => 1), ...days.map(() => 3)],
      isLast: i === count - 1,
    };
    return {
      kind: 'table',
      name: count === 1 ? sheet.title : `${sheet.title} ${i + 1}`,
      ...partedRows(part, room, MOST_NAMES),
      paddingMm: PADDING_MM,
      start: i === 0 ? 'here' : 'whole',
    };
  });
}

function presenceTable(context: DocumentContext, room: Room): Table {
  const part = { ...presenceRows(context, MOST_NAMES), isLast: true };
  return {
    kind: 'table',
    name: context.sheet.title,
    ...partedRows(part, room, MOST_NAMES),
    paddingMm: PADDING_MM,
    start: 'here',
  };
}

/** With at most so many names in a cell. */
function partedRows(table: LongTable, room: Room, mostNames: number): Fit & Pick<Table, 'head' | 'rows'> {
  const { head, rows, merged, grow, isLast } = table;
  const cells = rows.flatMap((row) => lowRows(row, mostNames));
  const request = { head: [head], rows: mergeDown(cells, merged), grow, ...SET, ...room };
  const fit = fitTable(request);
  const lastApart = lastRowsApart(fit, request, isLast);
  const [only, second] = cells;
  const most = only ? linesIn(only) : 0;
  // The only row cannot both begin the list and be signed on another page: it is made two.
  if (lastApart > 0 && only && !second && most > 1) return partedRows(table, room, Math.ceil(most / 2));
  const highest = Math.max(0, ...rowHeightsMm(fit, { rows: cells, ...SET }));
  if (highest > MOST_ROW_MM && mostNames > 1) {
    return partedRows(table, room, Math.max(1, Math.floor((mostNames * MOST_ROW_MM) / highest)));
  }
  return { ...fit, head: [head], rows: mergedAsSet(cells, merged, { ...room, fit, lastApart, ...SET }) };
}

/** The row, in as many as it takes for no cell to hold too many names; the first cells stand in each. */
function lowRows({ first, rest }: LongRow, mostNames: number): Cell[][] {
  const parts = Math.max(1, Math.ceil(linesIn(rest) / mostNames));
  return Array.from({ length: parts }, (_, i) => [
    // Each a cell of its own: cells are made one by which they are.
    ...first.map((cell) => ({ ...cell })),
    ...rest
      .map((cell) => ({ ...cell, lines: cell.lines.slice(i * mostNames, (i + 1) * mostNames) }))
      .map((cell) => (cell.lines.length > 0 ? cell : NOBODY)),
  ]);
}

function linesIn(cells: readonly Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length));
}

function dayHeadCell({ weekday, date, lunarFigures, named }: SheetRow): Cell {
  const lines: Line[] = [
    { text: weekday, bold: true },
    { text: date, bold: true },
    { text: named ? `${lunarFigures} (${named})` : lunarFigures, scale: 0.85 },
  ];
  return { lines, align: 'center', shade: 'mute' };
}

const NOBODY: Cell = { lines: [{ text: '' }] };

function postRows({ sheet, say }: DocumentContext): AcrossRows {
  const rows = sheetColumns(sheet).map(
    ({ head, column }, at): AcrossRow => ({
      first: [
        { lines: [{ text: cleanLine(head.name), bold: true }] },
        { lines: [{ text: `${column.label} ${column.range}`.trim() }], align: 'center' },
      ],
      of: (row) => namesCell(row.cells[at]),
    }),
  );
  return {
    heads: [say('document.column.post'), say('document.slip.shift-only')],
    rows,
    merged: [0],
  };
}

function namesCell(cell: SheetCell | undefined): Cell {
  if (!cell || cell.shiftId === undefined) return centred('–');
  return { lines: cell.seats.map(({ name, staffId }) => ({ text: name, italic: staffId === undefined })) };
}

/** Departments in the order their people are listed; who has none stands last. */
function departmentRows({ sheet, source, say }: DocumentContext): AcrossRows {
  const { staff, unit } = source.plan;
  const departmentOf = new Map(staff.map(({ id, department }) => [id, cleanLine(department)]));
  const named = inListOrder(staff, unit.listOrder).map(({ department }) => cleanLine(department));
  const departments = [...new Set([...named.filter((each) => each !== ''), ''])];
  const columns = sheetColumns(sheet);
  const rows = departments.map((department): AcrossRow => {
    const of = (row: SheetRow): Cell => {
      const lines = row.cells.flatMap(({ seats }, at) =>
        seats
          .filter(({ staffId }) => staffId !== undefined && departmentOf.get(staffId) === department)
          .map(({ name }) => ({ text: `${name} (${columns[at]?.column.range ?? ''})` })),
      );
      return lines.length === 0 ? NOBODY : { lines };
    };
    return { first: [{ lines: [{ text: department || '–', bold: true }] }], of };
  });
  const used = rows.filter(({ of }) => sheet.rows.some((row) => of(row) !== NOBODY));
  return { heads: [say('document.column.department')], rows: used, merged: [0] };
}

function peopleTable(context: DocumentContext, room: Room): Table {
  const { sheet, source, say } = context;
  const staff = new Map(source.plan.staff.map((member) => [member.id, member]));
  const columns = sheetColumns(sheet);
  const withPhones = sheet.phones.length > 0;
  const cells = sheet.rows.flatMap((row) =>
    row.cells.flatMap(({ seats }, at) =>
      seats.map(({ name, staffId, phone }) => {
        const { head, column } = columns[at] ?? {};
        const member = staff.get(staffId ?? '');
        const office = [member?.title ?? '', member?.department ?? '']
          .map(cleanLine)
          .filter(Boolean)
          .join(', ');
        return [
          centred(String(row.number)),
          dayCell(row),
          {
            lines: [
              { text: `${column?.label ?? ''} ${column?.range ?? ''}`.trim() },
              { text: cleanLine(head?.shortName ?? '') },
            ],
          },
          { lines: [{ text: name, italic: staffId === undefined }] },
          { lines: [{ text: office }] },
          ...(withPhones ? [centred(phone)] : []),
          { lines: [{ text: head?.presence === 'standby' ? say('document.standby-note') : '' }] },
        ] satisfies Cell[];
      }),
    ),
  );
  const head = [
    [
      say('sheet.column.number'),
      say('document.column.day'),
      say('document.slip.shift'),
      say('sheet.column.name'),
      say('document.column.title'),
      ...(withPhones ? [say('sheet.column.phone')] : []),
      say('document.column.note'),
    ].map(headCell),
  ];
  const shared = [0, 1, 2];
  const grow = [0, 1, 1, 2, 3, ...(withPhones ? [0] : []), 2];
  const request = { head, rows: mergeDown(cells, shared), grow, ...SET, ...room };
  const fit = fitTable(request);
  const rows = mergedAsSet(cells, shared, { ...room, fit, lastApart: lastRowsApart(fit, request), ...SET });
  return { kind: 'table', name: sheet.title, ...fit, head, rows, paddingMm: PADDING_MM, start: 'here' };
}

function dayCell({ weekday, date, lunarFigures, named }: SheetRow): Cell {
  const lunar = named ? `${lunarFigures} (${named})` : lunarFigures;
  return { lines: [{ text: `${weekday} ${date}` }, { text: lunar, scale: 0.9 }], align: 'center' };
}
