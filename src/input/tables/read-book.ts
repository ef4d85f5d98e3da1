/** A file or a paste, whatever program it comes from, as one book of sheets. What its columns mean is not known here. */

import type { Fault } from '../../kernel/fault.ts';
import { parseCsv } from '../csv.ts';
import { FaultList } from '../fault-list.ts';
import type { RowFault, TableRows } from '../table-rows.ts';
import { decodeAnsi, decodeText, MOST_BYTES } from '../text-decoding.ts';
import { isArchive, openOffice } from './archive.ts';
import { type Book, type BookRead, bookOf, type RawSheet, refusedBook } from './book.ts';
import { readLetters, soundShare } from './letters.ts';
import { tablesOfHtml, tablesOfWord } from './markup.ts';
import { isCompoundFile, readWorkbook } from './workbook.ts';

/** Names of foreigners and slips aside. */
const SOUND = 0.8;

export type BookReading =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** XLSX, XLS, ODS, DOCX, HTML, CSV or TSV, told apart by their first octets and never by their names. */
export async function readBook(name: string, bytes: Uint8Array): Promise<BookReading> {
  if (isArchive(bytes) || isCompoundFile(bytes)) return named(name, await readOffice(bytes));
  if (isOtherKind(bytes)) return named(name, refusedBook('fault.workbook.other'));
  const faults = new FaultList();
  const text = decodeText(name, bytes, faults);
  if (text === undefined) return { ok: false, faults: faults.faults };
  return named(name, readText(oldFontText(bytes, text) ?? text));
}

/** PDF, RTF, pictures, other archives, XML of spreadsheets before 2007: read as text they would be a list of nonsense. */
const OTHER_KINDS = ['%PDF-', '{\\rtf', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '7z\xbc\xaf', '\x1f\x8b'];

function isOtherKind(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 600));
  const isXml = /^(?:\xef\xbb\xbf)?\s*<\?xml/u.test(head) && !/<html|<table/iu.test(head);
  return isXml || OTHER_KINDS.some((kind) => head.startsWith(kind));
}

/** What copying gives: HTML with a table in it, cells between tabs, or lines of CSV. */
export function readPaste(name: string, pasted: string): BookReading {
  if (pasted.length > MOST_BYTES) {
    return named(name, refusedBook('fault.file.too-large', { most: MOST_BYTES / 1_000_000 }));
  }
  if (pasted.trim() === '') return named(name, refusedBook('fault.import.nothing'));
  return named(name, readText(pasted));
}

async function readOffice(bytes: Uint8Array): Promise<BookRead> {
  if (isCompoundFile(bytes) || bytes.length > MOST_BYTES) return readWorkbook(bytes);
  const opened = openOffice(bytes);
  if (!opened.ok) return refusedBook(opened.key);
  const word = opened.xml.get('word/document.xml');
  return word ? tables(tablesOfWord(new TextDecoder().decode(word))) : readWorkbook(bytes);
}

function readText(text: string): BookRead {
  if (/^[\s\ufeff]*<|<table[\s>]/iu.test(text)) {
    const found = tablesOfHtml(text);
    if (found.length > 0) return bookOf(found);
  }
  const read = text.includes('\t') ? parseCsv(text, '\t') : parseCsv(text);
  return read.ok ? bookOf([plainSheet(read)]) : read;
}

function tables(found: readonly RawSheet[]): BookRead {
  return found.length > 0 ? bookOf(found) : refusedBook('fault.document.no-table');
}

function plainSheet({ rows }: Extract<TableRows, { ok: true }>): RawSheet {
  return { name: '', hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

/** Saved as ANSI from an old font: the octets mean the font's signs, not those of the Vietnamese code page. */
function oldFontText(bytes: Uint8Array, text: string): string | undefined {
  const ansi = decodeAnsi(bytes);
  if (ansi === undefined) return undefined;
  const words = (each: string): string[] => each.split(/[\n,;\t]/u).slice(0, 4_000);
  if (soundShare(words(text)) >= SOUND) return undefined;
  return readLetters(words(ansi)).conversion ? ansi : undefined;
}

function named(name: string, read: BookRead): BookReading {
  if (read.ok) return { ok: true, book: { name, sheets: read.sheets } };
  return { ok: false, faults: read.faults.map((fault: RowFault) => ({ ...fault, file: name })) };
}
