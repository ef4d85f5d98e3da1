/**
 * Workbooks of Excel (XLSX, and XLS of before 2007) and of OpenDocument (ODS) as sheets of text, and the only adapter to
 * `@e965/xlsx`. What a file says of its own sizes is not believed: archives are unpacked within bounds, looked over, and
 * handed on as archives of ours.
 */

import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { zipStored } from '../../kernel/zip-writer.ts';
import { MOST_CELL_LENGTH, MOST_ROWS, type RowFault } from '../table-rows.ts';
import { MOST_BYTES } from '../text-decoding.ts';
import { openOffice } from './archive.ts';
import { type BookRead, bookOf, type RawSheet, refusedBook } from './book.ts';
import { boundsFault } from './sheet-bounds.ts';

const MOST_SHEETS = 40;
/** Titles, gaps and notes stand around a list. */
const LAST_ROW = 2 * MOST_ROWS;
const MOST_MERGES = 20_000;

/** XLS, and archives with a password: the compound file of Microsoft, [MS-CFB] 2.2. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((octet, i) => bytes[i] === octet);
}

/** Word of before 2007: its text stands in a stream of that name ([MS-DOC] 2.1). */
function hasWordDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('WordDocument', 0, 'utf16le');
}

/** Sheets that hold something, in their order; or why the file cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<BookRead> {
  if (bytes.length > MOST_BYTES) {
    return refusedBook('fault.file.too-large', { most: MOST_BYTES / 1_000_000 });
  }
  if (isCompoundFile(bytes)) {
    return hasWordDocument(bytes) ? refusedBook('fault.workbook.word') : sheetsOf(bytes);
  }
  const opened = openOffice(bytes);
  if (!opened.ok) return refusedBook(opened.key);
  const { xml } = opened;
  const excel = xml.has('xl/workbook.xml');
  if (!excel && !xml.has('content.xml')) return refusedBook('fault.workbook.other');
  const sheetFiles = [...xml].filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name));
  if (sheetFiles.length > MOST_SHEETS) return refusedBook('fault.workbook.sheets', { most: MOST_SHEETS });
  for (const [, content] of sheetFiles) {
    const fault = boundsFault(new TextDecoder().decode(content));
    if (fault) return { ok: false, faults: [fault] };
  }
  const files = excel ? xml : new Map([...xml, ...opened.others]);
  return sheetsOf(zipStored(files));
}

async function sheetsOf(bytes: Uint8Array): Promise<BookRead> {
  const { read, SSF } = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      sheetRows: LAST_ROW + 1,
    });
  } catch (error) {
    // Whatever it stumbles over is a fault of the file, not of ours.
    const locked = error instanceof Error && /password|encrypt/iu.test(error.message);
    return refusedBook(locked ? 'fault.workbook.password' : 'fault.workbook.unreadable');
  }
  if (book.SheetNames.length > MOST_SHEETS)
    return refusedBook('fault.workbook.sheets', { most: MOST_SHEETS });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const isDate = (format: string): boolean => SSF.is_date(format) as boolean;
  const sheets: RawSheet[] = [];
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet || sheet['!type'] === 'chart') continue;
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const read = rawSheet(sheet, (cell) => cellText(cell, { isDate, from1904 }));
    if ('key' in read) return { ok: false, faults: [read] };
    sheets.push({ name: name.normalize('NFC'), hidden, ...read });
  }
  return bookOf(sheets);
}

function rawSheet(
  sheet: WorkSheet,
  textOf: (cell: CellObject | undefined) => string,
): Omit<RawSheet, 'name' | 'hidden'> | RowFault {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows = [...data].flatMap((cells, i) =>
    cells && cells.length > 0 ? [{ row: i + 1, cells: [...cells].map(textOf) }] : [],
  );
  const last = rows.findLast(({ cells }) => cells.some((text) => text !== ''));
  if (last && last.row > LAST_ROW) {
    return { key: 'fault.csv.too-many-rows', params: { most: MOST_ROWS }, row: last.row };
  }
  const merges = (sheet['!merges'] ?? []).slice(0, MOST_MERGES).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c,
    bottom: e.r + 1,
    right: e.c,
  }));
  return {
    rows,
    merges,
    hiddenRows: hiddenAt(sheet['!rows']).map((i) => i + 1),
    hiddenColumns: hiddenAt(sheet['!cols']),
  };
}

function hiddenAt(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  return (infos ?? []).flatMap((info, i) => (info?.hidden === true ? [i] : []));
}

interface DateReading {
  isDate(format: string): boolean;
  readonly from1904: boolean;
}

/** As a person would have typed it: dates as days, times as hours, what a format shows of leading noughts kept. */
function cellText(cell: CellObject | undefined, dates: DateReading): string {
  if (!cell) return '';
  const { t, v, f } = cell;
  if (v === undefined) return f ? `=${f}` : '';
  if (t === 'b') return v === true ? 'x' : '';
  if (t === 'e') return cell.w ?? '#N/A';
  if (typeof v !== 'number') return String(v).slice(0, 4 * MOST_CELL_LENGTH);
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (dates.isDate(format)) return dateText(v + (dates.from1904 ? 1462 : 0)) ?? numberText(v);
  const shown = cell.w ?? '';
  const digits = shown.replace(/\D/gu, '');
  return digits.startsWith('0') && Number(digits) === v ? shown.trim() : numberText(v);
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Days since the last day of 1899, as Excel counts from March 1900 on; below one, a time of day. */
function dateText(serial: number): string | undefined {
  const minutes = Math.round(serial * 1440);
  if (minutes < 0 || serial > 2_958_465) return undefined;
  const moment = new Date(Date.UTC(1899, 11, 30) + minutes * 60_000).toISOString();
  const time = moment.slice(11, 16);
  if (serial < 1) return time;
  return time === '00:00' ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${time}`;
}
