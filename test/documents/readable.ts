/** What a reader finds in each format of a document: its lines, in their order, without how they look. */

import { read, utils } from '@e965/xlsx';
import type { DutyDocument } from '../../src/output/documents/document.ts';
import { formatDocx } from '../../src/output/documents/docx-file.ts';
import { formatHtml } from '../../src/output/documents/html-file.ts';
import { formatDocumentText, formatTableCsv } from '../../src/output/documents/table-text.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { wordPagesOf } from './looked-at.ts';
import type { Page } from './poppler.ts';
import { unzip } from './zip.ts';

const READABLE = ['pdf', 'docx', 'html', 'xlsx', 'csv', 'text'] as const;
export type Readable = (typeof READABLE)[number];

export function readableNamed(name: string): Readable {
  const readable = READABLE.find((each) => each === name);
  if (!readable) throw new Error(`no format ${name}: ${READABLE.join(', ')}`);
  return readable;
}

/** Rosters as CSV and text are of no layout: `test/output` looks at them. */
export function formatsOf({ kind }: DutyDocument): readonly Readable[] {
  const isRoster = kind === 'official' || kind === 'notice' || kind === 'wall';
  return isRoster ? READABLE.slice(0, READABLE.indexOf('csv')) : READABLE;
}

const cleaned = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/[ \u00a0]+/g, ' ').trim()).filter((line) => line !== '');

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string | undefined) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? ' ') : String.fromCodePoint(Number(code)),
  );

/** Pages word by word, in an order that does not hang on which Poppler reads them. */
function pdfLines(pages: readonly Page[]): string[] {
  return pages.map(({ words }) =>
    words
      .map(({ text }) => text)
      .sort()
      .join(' '),
  );
}

/** A line each paragraph; what stands at the head and foot of pages last. */
function docxLines(docx: Uint8Array): string[] {
  const files = unzip(docx);
  const parts = [...files.keys()]
    .filter((name) => /^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name))
    .sort();
  return parts.flatMap((part) =>
    cleaned(
      plain(
        (files.get(part) ?? '')
          .replace(/<\/w:p>|<w:(?:br|cr|tab)\/>/g, '\n')
          .replace(/<w:fldChar [^>]*>|<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
          .replace(/<[^>]*>/g, ''),
      ).split('\n'),
    ),
  );
}

function htmlLines(html: string): string[] {
  const bare = html
    .replace(/<(style|svg|title)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(?:br|\/p|\/td|\/th|\/h\d|\/li|\/div|\/dt|\/dd)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '');
  return cleaned(plain(bare).split('\n'));
}

/** A line each row, with formulas as they are written. */
function xlsxLines(xlsx: Uint8Array): string[] {
  const { SheetNames, Sheets } = read(xlsx, { cellFormula: true });
  return SheetNames.flatMap((name) => {
    const sheet = Sheets[name];
    if (!sheet) return [];
    const { e: end } = utils.decode_range(sheet['!ref'] ?? 'A1');
    const rows = Array.from({ length: end.r + 1 }, (_, r) =>
      Array.from({ length: end.c + 1 }, (__, c) => {
        const cell: { readonly f?: string; readonly v?: unknown } | undefined =
          sheet[utils.encode_cell({ r, c })];
        return cell?.f === undefined ? String(cell?.v ?? '') : `=${cell.f}`;
      })
        .filter((text) => text !== '')
        .join(' | '),
    );
    return [`[${name}]`, ...cleaned(rows.map((row) => row.replaceAll('\n', ' / ')))];
  });
}

export async function readableLines(document: DutyDocument, format: Readable): Promise<string[]> {
  switch (format) {
    case 'pdf':
      return pdfLines(wordPagesOf(document));
    case 'docx':
      return docxLines(await formatDocx(document));
    case 'html':
      return htmlLines(formatHtml(document));
    case 'xlsx':
      return xlsxLines(await formatXlsx(document));
    case 'csv':
      return cleaned(formatTableCsv(document).split(/\r?\n/));
    case 'text':
      return cleaned(formatDocumentText(document).split('\n'));
  }
}
