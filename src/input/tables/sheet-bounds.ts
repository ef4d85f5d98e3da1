/** A sheet of XLSX looked over before it is read: no cell so far out that the table would not fit into memory. */

import { MOST_COLUMNS, MOST_ROWS, type RowFault } from '../table-rows.ts';

/** Titles, gaps and notes stand around a list. */
const LAST_ROW = 2 * MOST_ROWS;
/** Excel's own limit: some programs write an empty row there. */
const LAST_EXCEL_ROW = 1_048_576;

/**
 * One cell at the far corner would make a table of 17 thousand million cells. Tags are found as any XML reader finds
 * them, prefixes and single quotes included; a cell whose place cannot be told is refused.
 */
export function boundsFault(text: string): RowFault | undefined {
  for (const [, attributes = ''] of text.matchAll(/<(?:\w+:)?row\b([^<>]*)>/gu)) {
    const number = /(?:^|\s)r\s*=\s*["']([^"']*)["']/u.exec(attributes)?.[1];
    if (number === undefined) continue;
    if (!/^\d{1,7}$/u.test(number) || Number(number) > LAST_EXCEL_ROW) return unreadable();
  }
  for (const [, attributes = '', empty] of text.matchAll(/<(?:\w+:)?c(?=[\s>/])([^<>]*?)(\/?)>/gu)) {
    // Only formatted, nothing in it.
    if (empty === '/') continue;
    // Two places, or one within another value: which of them counts is anyone's guess.
    if ((attributes.match(/\sr\s*=/gu)?.length ?? 0) > 1) return unreadable();
    const place = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/u.exec(attributes);
    if (!place) return unreadable();
    if (Number(place[2]) > LAST_ROW) {
      return { key: 'fault.csv.too-many-rows', params: { most: MOST_ROWS }, row: Number(place[2]) };
    }
    const columns = columnNumber(place[1] ?? '');
    if (columns > 4 * MOST_COLUMNS) {
      const params = { most: MOST_COLUMNS, columns };
      return { key: 'fault.csv.too-many-columns', params, row: Number(place[2]) };
    }
  }
  return undefined;
}

function unreadable(): RowFault {
  return { key: 'fault.workbook.unreadable', params: {} };
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
