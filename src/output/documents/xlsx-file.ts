/** The tables of a document as a workbook, one sheet a table, and the only adapter to `write-excel-file`. */

import type writeExcelFile from 'write-excel-file/universal';
import type { Block, Cell, DutyDocument, Identity, Section, Table } from './document.ts';
import { placed, sum } from './table-fit.ts';
import { widthMm } from './text-width.ts';
import { endRows, letterheadRows, type SheetCell, textCell } from './xlsx-around.ts';
import { printableSheet, type SheetInfo, type SheetPrint, withPrintTitles } from './xlsx-print.ts';
import { withoutMarks } from './xlsx-text.ts';

type Sheets = Parameters<typeof writeExcelFile>[0];

/** Excel's own limit, and the signs it forbids in a sheet's name. */
const MOST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/** Text is always text, whatever sign it begins with; only whole cells that are figures become numbers. */
export async function formatXlsx(document: DutyDocument): Promise<Uint8Array> {
  const { title, identity, sections, kind } = document;
  const names = new Set<string>();
  const tables = sections.flatMap((section) => {
    // A slip's phones stand under its table: a sheet of their own for each person would be more than a workbook holds.
    const own = section.blocks.flatMap((block) =>
      kind === 'slip' && block.kind === 'directory' ? [] : tablesOf(block),
    );
    // What a section ends with stands under its last duty table, not under a list of phones.
    const last = section.blocks.findLast((block) => block.kind === 'table');
    return own.map((table, i) => ({
      section,
      table,
      above: i === 0 ? letterheadRows(section, table) : [],
      below: table === last ? endRows(section, table, kind) : [],
    }));
  });
  const named = tables.map((each) => ({ ...each, sheet: sheetName(each.table.name, names) }));
  const sheets = named.map(({ section, table, sheet, above, below }) => ({
    sheet,
    orientation: section.page.widthMm > section.page.heightMm ? 'landscape' : 'portrait',
    columns: table.widthsMm.map((width) => ({ width: width / MM_PER_CHARACTER })),
    stickyRowsCount: above.length + HEADING_ROWS + table.head.length,
    data: [
      ...above,
      ...headingRows(
        [
          section.blocks.includes(table) ? headingOf(table, title) : title,
          [identity.line, identity.code].filter(Boolean).join(' · '),
          identity.superseded,
        ],
        table,
      ),
      ...tableRows(table, section, above.length + HEADING_ROWS),
      ...below,
    ],
  }));
  const book =
    sheets.length > 0 ? sheets : [{ sheet: sheetName(title, names), data: [[textCell(title, {})]] }];
  const prints = named.map(({ section, table, sheet, above }) =>
    printOf({ section, table, sheet, before: above.length + HEADING_ROWS }, identity),
  );
  return written(book, { fontFamily: 'Times New Roman', fontSize: SIZE_PT, features: [printing(prints)] });
}

/** The library comes with the first workbook: most starts of the program write none. */
async function written(book: unknown, options?: Parameters<typeof writeExcelFile>[1]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const blob = await write(book as Sheets, options).toBlob();
  return withoutMarks(new Uint8Array(await blob.arrayBuffer()));
}

/** A table of several of one roster is called by a number, its sheet by the roster alone. */
function headingOf({ name }: Table, title: string): string {
  return name.startsWith(title) ? title : name;
}

const SIZE_PT = 11;
const LONG_A4_MM = 297;

function printOf(
  {
    section,
    table,
    sheet,
    before,
  }: {
    readonly section: Section;
    readonly table: Table;
    readonly sheet: string;
    /** Rows above the table's head. */
    readonly before: number;
  },
  identity: Identity,
): SheetPrint {
  const { widthMm, heightMm } = section.page;
  return {
    name: sheet,
    paper: Math.max(widthMm, heightMm) > LONG_A4_MM ? 'a3' : 'a4',
    head: { first: before + 1, last: before + table.head.length },
    identity,
  };
}

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** What the writer calls a feature: it is handed each file's XML. */
function printing(prints: readonly SheetPrint[]): Feature {
  const sheet = (xml: string, _options: unknown, { sheetIndex }: SheetInfo): string => {
    const print = prints[sheetIndex];
    return print ? printableSheet(xml, print) : xml;
  };
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: sheet },
        ...(prints.length > 0
          ? { 'xl/workbook.xml': { transform: (xml: string) => withPrintTitles(xml, prints) } }
          : {}),
      },
    },
  } as unknown as Feature;
}

export interface PlainTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One sheet with a heading that stays in sight; text stays text, whatever it looks like. */
export async function formatXlsxTable({ name, head, rows }: PlainTable): Promise<Uint8Array> {
  const widths = head.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => String(row[i] ?? '').length)),
  );
  const sheet = {
    sheet: sheetName(name, new Set()),
    columns: widths.map((width) => ({ width: Math.min(width + 3, MOST_CHARACTERS) })),
    stickyRowsCount: 1,
    data: [
      head.map((text) => textCell(text, { fontWeight: 'bold' })),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === 'number' ? { value: cell, type: Number } : textCell(cell, {}))),
      ),
    ],
  };
  return written([sheet]);
}

/** A list of names is a table of two columns here; a document without any is an empty workbook. */
function tablesOf(block: Block): Table[] {
  if (block.kind === 'table') return [block];
  if (block.kind !== 'directory') return [];
  const { title, entries, sizePt } = block;
  const text = (value: string): Cell => ({ lines: [{ text: value }] });
  return [
    {
      kind: 'table',
      name: title,
      widthsMm: [60, 60],
      sizePt,
      paddingMm: 1,
      head: [[{ lines: [{ text: title }], columns: 2 }]],
      rows: entries.map(({ name, value }) => [text(name), text(value)]),
      start: 'here',
    },
  ];
}

/** A digit of 11 pt Calibri, which Excel counts widths in, is 1.9 mm wide. */
const MM_PER_CHARACTER = 1.9;
const HEADING_ROWS = 3;
const MOST_CHARACTERS = 44;

function headingRows(lines: readonly string[], { widthsMm }: Table): SheetCell[][] {
  return lines.map((text, i) => [
    textCell(text, {
      fontWeight: i === 1 ? undefined : 'bold',
      fontSize: i === 0 ? 14 : 10,
      columnSpan: widthsMm.length,
    }),
    ...widthsMm.slice(1).map(() => null),
  ]);
}

/** Cells on a full grid, as the writer wants it: those under a span are null. */
function tableRows({ head, rows, widthsMm }: Table, section: Section, before: number): SheetCell[][] {
  const all = [...head, ...rows];
  const grid: SheetCell[][] = all.map(() => widthsMm.map(() => null));
  const heights = all.map(() => 1);
  for (const { cell, row, column } of placed(all)) {
    const target = grid[row];
    const at = { row: before + row + 1, column, first: before + head.length + 1 };
    if (target) target[column] = gridCell(cell, section, row < head.length ? undefined : at);
    const own = linesIn(cell, sum(widthsMm.slice(column, column + (cell.columns ?? 1))));
    heights[row] = Math.max(heights[row] ?? 1, own / (cell.rows ?? 1));
  }
  return grid.map((cells, i) => withHeight(cells, POINTS_PER_LINE * (heights[i] ?? 1) + 3));
}

/** Of 11 pt Times New Roman, as spreadsheets set it. */
const POINTS_PER_LINE = 14.5;
const CELL_PADDING_MM = 2;

/** Lines that will stand in the cell, those that wrap counted. */
function linesIn({ lines }: Cell, width: number): number {
  const room = Math.max(1, width - CELL_PADDING_MM);
  return lines.reduce(
    (total, { text, bold }) => total + Math.max(1, Math.ceil(widthMm(text, SIZE_PT, 'serif', bold) / room)),
    0,
  );
}

/** The writer takes a row's height from any of its cells; without one, rows are as high as one line. */
function withHeight(cells: readonly SheetCell[], height: number): SheetCell[] {
  const first = cells.findIndex((cell) => cell !== null);
  return cells.map((cell, i) => (cell !== null && i === first ? { ...cell, height } : cell));
}

const FIGURE = /^-?\d{1,9}$/;

/** Rows from 1, columns from 0; `first` is the first row below the head. */
interface Place {
  readonly row: number;
  readonly column: number;
  readonly first: number;
}

/** Nothing to count is a dash, as on paper; whole figures stand without a point. */
function formatOf(figure: number): string {
  return Number.isInteger(figure) ? '0;-0;"–"' : '0.0;-0.0;"–"';
}

/** What is weighed may come out with a fraction once an hour is corrected. */
function formatOfSum({ figure = 0, adds }: Cell): string {
  return typeof adds === 'object' ? 'General;-General;"–"' : formatOf(figure);
}

/** @param at absent in the head, where nothing is counted. */
function gridCell(cell: Cell, { face }: Section, at: Place | undefined): SheetCell {
  const isHead = at === undefined;
  const { lines, align = 'left', columns = 1, rows = 1, shade } = cell;
  const text = lines.map((line) => line.text).join('\n');
  const style = {
    align,
    alignVertical: 'center',
    wrap: true,
    fontWeight: isHead || lines.every(({ bold }) => bold) ? 'bold' : undefined,
    borderStyle: 'thin',
    borderColor: '#000000',
    columnSpan: columns > 1 ? columns : undefined,
    rowSpan: rows > 1 ? rows : undefined,
    backgroundColor: face === 'sans' && shade !== undefined ? '#eeeeee' : undefined,
  };
  const cellOf = textCell(text, style);
  if (at && cell.figure !== undefined) {
    const format = formatOf(cell.figure);
    return cell.adds === undefined
      ? { ...cellOf, value: cell.figure, type: Number, format }
      : { ...cellOf, value: sumOf(cell.adds, at), type: 'Formula', format: formatOfSum(cell) };
  }
  const isFigure = !isHead && align === 'right' && FIGURE.test(text);
  return isFigure ? { ...cellOf, value: Number(text), type: Number, format: '0' } : cellOf;
}

function sumOf(adds: NonNullable<Cell['adds']>, { row, column, first }: Place): string {
  if (typeof adds === 'object') {
    const terms = adds.terms.map(({ left, times }) => `${columnName(column - left)}${row}*${times}`);
    const sum = terms.join('+');
    return adds.toHalves ? `ROUND((${sum})*2,0)/2` : sum;
  }
  const [from, to] =
    adds === 'above'
      ? [`${columnName(column)}${first}`, `${columnName(column)}${row - 1}`]
      : [`${columnName(column - adds)}${row}`, `${columnName(column - 1)}${row}`];
  return `SUM(${from}:${to})`;
}

/** `A` to `Z`, then `AA`: no table has more than 702 columns. */
function columnName(column: number): string {
  const letter = (of: number): string => String.fromCharCode('A'.charCodeAt(0) + of);
  return column < 26 ? letter(column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
}

/** Without forbidden signs, short enough, and different from the sheets before it. */
function sheetName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || '1';
  let unique = clean.slice(0, MOST_NAME);
  for (let i = 2; taken.has(unique.toLowerCase()); i++) {
    const suffix = ` (${i})`;
    unique = clean.slice(0, MOST_NAME - suffix.length) + suffix;
  }
  taken.add(unique.toLowerCase());
  return unique;
}
