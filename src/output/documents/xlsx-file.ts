/** The tables of a document as a workbook, one sheet a table, and the only door to `write-excel-file`. */

import writeExcelFile from 'write-excel-file/universal';
import type { Block, Cell, DutyDocument, Section, Table } from './document.ts';
import { placed } from './table-fit.ts';

type Sheets = Parameters<typeof writeExcelFile>[0];
type SheetCell = Readonly<Record<string, unknown>> | null;

/** Excel's own limit, and the signs it forbids in a sheet's name. */
const MOST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/** Text is always text, whatever sign it begins with; only whole cells that are figures become numbers. */
export async function formatXlsx(document: DutyDocument): Promise<Uint8Array> {
  const { title, identity, sections } = document;
  const names = new Set<string>();
  const tables = sections.flatMap((section) =>
    section.blocks.flatMap((block) => tablesOf(block).map((table) => ({ section, table }))),
  );
  const sheets = tables.map(({ section, table }) => ({
    sheet: sheetName(table.name, names),
    orientation: section.page.widthMm > section.page.heightMm ? 'landscape' : 'portrait',
    columns: table.widthsMm.map((width) => ({ width: width / MM_PER_CHARACTER })),
    stickyRowsCount: HEADING_ROWS + table.head.length,
    data: [
      ...headingRows([title, `${identity.line} · ${identity.code}`, identity.superseded], table),
      ...tableRows(table, section),
    ],
  }));
  const book =
    sheets.length > 0 ? sheets : [{ sheet: sheetName(title, names), data: [[textCell(title, {})]] }];
  const blob = await writeExcelFile(book as unknown as Sheets, {
    fontFamily: 'Times New Roman',
    fontSize: 11,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
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
  const blob = await writeExcelFile([sheet] as unknown as Sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
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

function textCell(text: string, style: Readonly<Record<string, unknown>>): SheetCell {
  const given = Object.entries(style).filter(([, value]) => value !== undefined);
  // `@` tells the spreadsheet to leave the text as it is: no date, number or formula is made of it.
  return { value: text, type: String, format: '@', ...Object.fromEntries(given) };
}

/** Cells on a full grid, as the writer wants it: those under a span are null. */
function tableRows({ head, rows, widthsMm }: Table, section: Section): SheetCell[][] {
  const all = [...head, ...rows];
  const grid: SheetCell[][] = all.map(() => widthsMm.map(() => null));
  for (const { cell, row, column } of placed(all)) {
    const target = grid[row];
    if (target) target[column] = gridCell(cell, section, row < head.length);
  }
  return grid;
}

const FIGURE = /^-?\d{1,9}$/;

function gridCell(cell: Cell, { face }: Section, isHead: boolean): SheetCell {
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
  const isFigure = !isHead && align === 'right' && FIGURE.test(text);
  return isFigure ? { ...cellOf, value: Number(text), type: Number, format: '0' } : cellOf;
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
