/** What of a document's tables stands in its workbook, as LibreOffice reads it: each sheet a file of comma-separated lines. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../../src/input/csv.ts';
import type { DutyDocument, Table } from '../../src/output/documents/document.ts';
import { placed } from '../../src/output/documents/table-fit.ts';

/** Comma, quote, UTF-8; each sheet a file of its own. */
export const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

export function tablesOf({ sections }: DutyDocument): Table[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

const flat = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' | ');

/** Of each sheet of the workbook called so, line by line. */
export function sheetsOf(folder: string, stem: string): string[][] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}-`))
    .map((name) => {
      const csv = parseCsv(readFileSync(join(folder, name), 'utf8'));
      return csv.ok ? csv.rows.map(({ cells }) => flat(cells)) : [];
    });
}

/** A figure it counted with or added up itself stands for the words on paper. */
function rowsOf({ head, rows }: Table): string[] {
  const all = [...head, ...rows];
  const expected = all.map((): string[] => []);
  for (const { cell, row, column } of placed(all)) {
    const line = expected[row];
    const text = cell.lines.map((each) => each.text).join('\n');
    if (line) line[column] = cell.figure === undefined ? text : String(cell.figure);
  }
  return expected.map((cells) => flat(Array.from(cells, (cell) => cell ?? '')));
}

/** Tables that no sheet has as a run of lines; above it stands whose it is, below it notes and who signs. */
export function missingTables(document: DutyDocument, sheets: readonly (readonly string[])[]): string[] {
  const texts = sheets.map((lines) => `\n${lines.join('\n')}\n`);
  return tablesOf(document)
    .filter((table) => !texts.some((text) => text.includes(`\n${rowsOf(table).join('\n')}\n`)))
    .map(({ name }) => name);
}
