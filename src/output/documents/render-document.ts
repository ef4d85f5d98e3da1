/** One document in one format: what pages, downloads and the command line ask for. */

import type { Parsed } from '../../kernel/fault.ts';
import { rosterSheet } from '../roster/sheet.ts';
import { formatRosterCsv } from '../roster-csv.ts';
import { formatRosterText } from '../roster-text.ts';
import { buildDocument, fileStem } from './build-document.ts';
import type { ListSource } from './consolidated-list.ts';
import type { DocumentKind, DutyDocument } from './document.ts';
import { DOCUMENT_FILES, type DocumentFormat } from './document-files.ts';
import type { DocumentRequest } from './document-request.ts';
import { formatDocx } from './docx-file.ts';
import { formatHtml } from './html-file.ts';
import { fillListForm } from './list-form.ts';
import { formatDocumentText, formatTableCsv } from './table-text.ts';
import type { PdfWriter } from './typst-pdf.ts';
import { fillWordForm } from './word-form.ts';
import { formatXlsx, formatXlsxTable, type PlainTable } from './xlsx-file.ts';

export interface DocumentOrder extends DocumentRequest {
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
}

/** A superior's own form of the list of all units, Word or Excel. */
export interface ListFormOrder {
  readonly list: ListSource;
  readonly form: Uint8Array;
  readonly formName: string;
}

/** The unit's own Word form, filled; the kind is the form's own. */
export interface FormOrder extends DocumentRequest {
  readonly form: Uint8Array;
  /** Names the form in faults. */
  readonly formName: string;
}

export interface DocumentWriters {
  readonly pdf: Pick<PdfWriter, 'write'>;
}

export interface RenderedDocument {
  /** Text formats are UTF-8 text. */
  readonly content: Uint8Array | string;
  readonly mediaType: string;
  /** ASCII, extension included: `wall-tet-2027-v3.pdf`. */
  readonly fileName: string;
}

/** The roster itself, whose CSV and text are a seat a line and a shift a line. */
const ROSTER_KINDS: readonly DocumentKind[] = ['official', 'notice', 'wall'];

/**
 * A workbook or CSV of a kind without tables has none: `calltree` gives its lists. Throws only when a writer refuses
 * what it should not.
 */
export async function renderDocument(
  order: DocumentOrder,
  writers: DocumentWriters,
): Promise<RenderedDocument> {
  const document = buildDocument(order.kind, order);
  const { mediaType, extension } = DOCUMENT_FILES[order.format];
  return {
    content: await contentOf(order, document, writers),
    mediaType,
    fileName: `${document.stem}.${extension}`,
  };
}

/** A document that is made already, of no roster: what superiors gather from the units below. */
export type WrittenOrder =
  | { readonly format: 'pdf' | 'docx'; readonly document: DutyDocument }
  | { readonly format: 'xlsx'; readonly table: PlainTable; readonly stem: string };

export async function writeDocument(
  order: WrittenOrder,
  { pdf }: DocumentWriters,
): Promise<RenderedDocument> {
  const { mediaType, extension } = DOCUMENT_FILES[order.format];
  if (order.format === 'xlsx') {
    const content = await formatXlsxTable(order.table);
    return { content, mediaType, fileName: `${order.stem}.${extension}` };
  }
  const { document, format } = order;
  const content = await (format === 'pdf' ? pdf.write(document) : formatDocx(document));
  return { content, mediaType, fileName: `${document.stem}.${extension}` };
}

/** Every fault of the form, and nothing half-filled. */
export function renderForm(order: FormOrder | ListFormOrder): Parsed<RenderedDocument> {
  const { form, formName } = order;
  if ('list' in order) {
    const filled = fillListForm(form, formName, order.list);
    if (!filled.ok) return filled;
    const { content, format } = filled.value;
    const { mediaType, extension } = DOCUMENT_FILES[format];
    const fileName = `list-${order.list.id}.${extension}`;
    return { ...filled, value: { content, mediaType, fileName } };
  }
  const filled = fillWordForm(form, formName, order);
  if (!filled.ok) return filled;
  const { mediaType, extension } = DOCUMENT_FILES.docx;
  const fileName = `${fileStem('form', order.source)}.${extension}`;
  return { ...filled, value: { content: filled.value, mediaType, fileName } };
}

/** The first page as a picture. */
export function renderPicture(
  order: DocumentRequest & { kind: DocumentKind },
  pdf: Pick<PdfWriter, 'picture'>,
): string {
  return pdf.picture(buildDocument(order.kind, order));
}

function contentOf(
  { kind, format, source }: DocumentOrder,
  document: DutyDocument,
  { pdf }: DocumentWriters,
): Promise<Uint8Array> | Uint8Array | string {
  const isRoster = ROSTER_KINDS.includes(kind);
  switch (format) {
    case 'pdf':
      return pdf.write(document);
    case 'docx':
      return formatDocx(document);
    case 'xlsx':
      return formatXlsx(document);
    case 'html':
      return formatHtml(document);
    case 'csv':
      return isRoster ? formatRosterCsv(rosterSheet(source)) : formatTableCsv(document);
    case 'text':
      return isRoster ? formatRosterText(rosterSheet(source)) : formatDocumentText(document);
  }
}
