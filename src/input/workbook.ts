/**
 * An XLSX workbook as rows of text, sheet by sheet, and the only adapter to `read-excel-file`. What the file says of its own
 * sizes is not believed: it is unpacked within bounds, looked over, and handed on as an archive of ours.
 */

import readXlsxFile from 'read-excel-file/universal';
import { isSoundXml } from '../kernel/xml-bounds.ts';
import { unzip } from '../kernel/zip-reader.ts';
import { zipStored } from '../kernel/zip-writer.ts';
import {
  boundedRows,
  MOST_CELL_LENGTH,
  MOST_COLUMNS,
  MOST_ROWS,
  type RowFault,
  type TableRow,
} from './table-rows.ts';
import { cleanText, MOST_BYTES } from './text-decoding.ts';

/** Pictures and all: a list of 5,000 people with 20 columns is about 6 MB of XML. */
const LIMITS = { mostEntries: 500, mostBytes: 24_000_000 };
const MOST_XML_BYTES = 12_000_000;
const MOST_SHEETS = 40;
/** Titles, gaps and notes stand around a list. */
const LAST_ROW = 2 * MOST_ROWS;
/** Excel's own limit: some programs write an empty row there. */
const LAST_EXCEL_ROW = 1_048_576;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

export type Workbook =
  | { readonly ok: true; readonly sheets: readonly WorkbookSheet[] }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

/** XLSX, DOCX and other Office files are ZIP archives: "PK\u0003\u0004". */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Sheets that hold something, in their order; or why the file cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length > MOST_BYTES) {
    return refused('fault.file.too-large', { most: MOST_BYTES / 1_000_000 });
  }
  const opened = unzip(bytes, LIMITS);
  if (!opened.ok) {
    return refused(opened.reason === 'too-large' ? 'fault.workbook.bomb' : 'fault.workbook.unreadable');
  }
  const xml = new Map([...opened.files].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels')));
  const size = [...xml.values()].reduce((sum, content) => sum + content.length, 0);
  if (size > MOST_XML_BYTES) return refused('fault.workbook.bomb');
  if (!xml.has('xl/workbook.xml')) return refused('fault.workbook.other');
  const sheetFiles = [...xml.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name));
  if (sheetFiles.length > MOST_SHEETS) return refused('fault.workbook.sheets', { most: MOST_SHEETS });
  for (const [name, content] of xml) {
    const text = new TextDecoder().decode(content);
    if (!isSoundXml(text)) return refused('fault.workbook.unreadable');
    const fault = name.startsWith('xl/worksheets/') ? boundsFault(text) : undefined;
    if (fault) return { ok: false, faults: [fault] };
  }
  return sheetsOf(xml);
}

async function sheetsOf(xml: ReadonlyMap<string, Uint8Array>): Promise<Workbook> {
  const archive = zipStored(xml);
  let read: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    read = await readXlsxFile(archive.buffer as ArrayBuffer);
  } catch {
    // Whatever it stumbles over is a fault of the file, not of ours.
    return refused('fault.workbook.unreadable');
  }
  const textOf = cellReader();
  const sheets: WorkbookSheet[] = [];
  for (const { sheet, data } of read) {
    const rows = boundedRows(data.map((cells, i) => ({ row: i + 1, cells: trimEnd(cells.map(textOf)) })));
    if (!rows.ok) return rows;
    if (rows.rows.length > 0) sheets.push({ name: sheet, rows: rows.rows });
  }
  return sheets.length > 0 ? { ok: true, sheets } : refused('fault.file.empty');
}

function refused(key: string, params: RowFault['params'] = {}): Extract<Workbook, { ok: false }> {
  return { ok: false, faults: [{ key, params }] };
}

/**
 * One cell at the far corner would make a table of 17 thousand million cells. Tags are found as any XML reader finds
 * them, prefixes and single quotes included; a cell whose place cannot be told is refused.
 */
function boundsFault(text: string): RowFault | undefined {
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

/** A workbook keeps a text once however many cells have it: it is read once, too, and no further than a cell may be long. */
function cellReader(): (value: unknown) => string {
  const known = new Map<string, string>();
  return (value) => {
    if (typeof value !== 'string') return cellText(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = cellText(value.slice(0, 4 * MOST_CELL_LENGTH));
    known.set(value, text);
    return text;
  };
}

/** As a person would have typed it. Dates and times come as moments of UTC, whatever the zone of the machine. */
function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (typeof value === 'boolean') return value ? 'x' : '';
  return typeof value === 'string' ? cleanText(value).trim() : '';
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  // A time without a day counts from the last day of 1899.
  if (value.getUTCFullYear() < 1900) return iso.slice(11, 16);
  return iso.slice(0, 10);
}

function trimEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}
