/**
 * A document made ready for any writer: pages, blocks, lines and measures, in the reader's language. The kinds of
 * document build it, the writers (PDF, DOCX, XLSX, CSV, text) set it; neither knows of the other.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { Language } from '../../i18n/translate.ts';

/** Official annex, covering letter, sheet for the wall, person × day, a day's crew, personal slip, call tree, stand-ins, the paper that asks for a swap, attendance. */
export const DOCUMENT_KINDS = [
  'official',
  'notice',
  'wall',
  'grid',
  'crew',
  'slip',
  'calltree',
  'changes',
  'swap',
  'attendance',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One line of text. `scale` multiplies the size of what it stands in; `moon` draws a crescent before it. */
export interface Line {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly moon?: boolean;
  readonly scale?: number;
}

export type Align = 'left' | 'center' | 'right';

/** `mute` is a light grey; `night` is hatched, so that it shows on any printer. */
export type Shade = 'mute' | 'night';

/** A sum of cells to the left, each so many columns away and so many times. */
export interface Weighed {
  readonly terms: readonly { readonly left: number; readonly times: number }[];
  /** Rounded to the nearest half. */
  readonly toHalves?: boolean;
}

export interface Cell {
  readonly lines: readonly Line[];
  readonly align?: Align;
  readonly shade?: Shade;
  /** What a spreadsheet counts with, where the line is words or rounded. */
  readonly figure?: number;
  /** What the figure adds up, for a spreadsheet to add up itself: the rows above, so many cells to the left, or some by weight. */
  readonly adds?: 'above' | number | Weighed;
  /** 1 when absent, as `rows`. */
  readonly columns?: number;
  readonly rows?: number;
}

/** Office and motto, number and place (Phụ lục I, II.1–4), always on the first page of a letter. */
export interface Letterhead {
  readonly kind: 'letterhead';
  /** Line by line; none for an office under nobody. */
  readonly parent: readonly string[];
  readonly unit: readonly string[];
  /** Of the rule under the unit. */
  readonly ruleMm: number;
  /** Quốc hiệu and tiêu ngữ. */
  readonly nation: string;
  readonly motto: string;
  readonly number: string;
  /** `V/v …` of a công văn, line by line, under its number (Phụ lục I, II.5). */
  readonly about?: readonly string[];
  readonly placeAndDate: string;
  /** HỎA TỐC …; empty for none. */
  readonly urgency: string;
  /** Of its frame, which is 8 mm high. */
  readonly urgencyMm: number;
}

/** Centred lines at their own sizes, with a short rule beneath when it ends a title. Where a text has `\n`, it goes on in a new line. */
export interface Title {
  readonly kind: 'title';
  readonly lines: readonly (Line & { readonly sizePt: number })[];
  /** 0: none. */
  readonly ruleMm: number;
  /** Left free above, for what is signed in the page's top right corner. */
  readonly roomAboveMm?: number;
}

/** The head of a plain sheet: whose it is, what, which version; the QR code stands at its right. */
export interface Masthead {
  readonly kind: 'masthead';
  readonly unit: string;
  readonly title: string;
  readonly subtitle: string;
  /** The version and its lines, from the top; the first is bold. */
  readonly stamp: readonly string[];
  readonly code?: QrCode;
}

/** `lead` stands bold before the text. */
export interface Paragraph {
  readonly text: string;
  readonly lead?: string;
  readonly italic?: boolean;
}

export interface Paragraphs {
  readonly kind: 'paragraphs';
  readonly sizePt: number;
  /** Indent of each first line; 0 for notes under a table. */
  readonly indentMm: number;
  readonly items: readonly Paragraph[];
}

/** A ruled table of fixed columns; the head repeats on every page, rows are not cut. */
export interface Table {
  readonly kind: 'table';
  /** Names the sheet of a workbook and the table for readers of the page's structure. */
  readonly name: string;
  readonly widthsMm: readonly number[];
  readonly sizePt: number;
  /** Space above and below the text of a cell. */
  readonly paddingMm: number;
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  /** `whole` moves to the next page rather than break, where a page can hold it. */
  readonly start: 'here' | 'whole';
}

/** Names with dotted leaders to their numbers, in columns read downwards. */
export interface Directory {
  readonly kind: 'directory';
  readonly title: string;
  readonly columns: number;
  readonly sizePt: number;
  readonly entries: readonly { readonly name: string; readonly value: string }[];
}

/** Steps in order, each with whom to call. */
export interface Ladder {
  readonly kind: 'ladder';
  /** Of the details; titles are a quarter larger. */
  readonly sizePt: number;
  readonly steps: readonly {
    readonly title: string;
    readonly detail: readonly string[];
  }[];
}

/** What stands above a name: bold lines of office, room to sign, the name. */
export interface SignatureBlock {
  readonly office: readonly string[];
  /** `(Ký, ghi rõ họ tên)`, where the name is left to be written. */
  readonly hint?: string;
  readonly name: string;
}

export interface Signatures {
  readonly kind: 'signatures';
  readonly sizePt: number;
  /** Room for the signature, the seal over its left third and the mark of a digital signature; never drawn in. */
  readonly roomMm: number;
  /** Nơi nhận, at the left; empty title for none. */
  readonly recipients: { readonly title: string; readonly lines: readonly string[] };
  /** Text at the left of a plain sheet's signatures. */
  readonly notes: readonly string[];
  readonly signers: readonly SignatureBlock[];
}

/** Whether anything stands beside the signers; where nothing does, three have the whole width. */
export function hasLeftSide({ recipients, notes, signers }: Signatures): boolean {
  return recipients.title !== '' || notes.length > 0 || signers.length < 3;
}

/** A picture to scan, with words beside it. */
export interface ScanMe {
  readonly kind: 'scan';
  readonly code: QrCode;
  readonly sizeMm: number;
  readonly lines: readonly Line[];
}

export type Block =
  | Letterhead
  | Title
  | Masthead
  | Paragraphs
  | Table
  | Directory
  | Ladder
  | Signatures
  | ScanMe;

/** Rows of `0` and `1`, without the quiet zone, and what they stand for. */
export interface QrCode {
  readonly rows: readonly string[];
  readonly url: string;
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface PageSetup {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginsMm: Margins;
  /** Page number in the middle of the top margin from the section's second page on (Phụ lục I, I.7). */
  readonly numbered: boolean;
}

export type Face = 'serif' | 'sans';

/** Pages of one size; it always begins on a new page. */
export interface Section {
  readonly page: PageSetup;
  readonly face: Face;
  readonly blocks: readonly Block[];
  /** Made to fit on one page, as hundreds of slips are: their feet need not know which page is the first. */
  readonly onePage?: boolean;
}

/** What tells one printed page from another, at the foot of each. */
export interface Identity {
  /** Unit, period, version and when it was published. */
  readonly line: string;
  /** `mã K7QF-3M2D`: short mark of exactly this content. */
  readonly code: string;
  /** With `{page}` and `{of}`. */
  readonly pages: string;
  /** Opens the version that holds now. */
  readonly current?: QrCode;
  /** Stamped across every page; empty while the version holds. */
  readonly superseded: string;
}

export interface DutyDocument {
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  /** File name without extension: ASCII letters, digits and hyphens. */
  readonly stem: string;
  /** Creation time in the file; the epoch for a draft, so that the same content has the same bytes. */
  readonly createdAt: Instant;
  readonly identity: Identity;
  /** Whether a PDF has an empty field for a digital signature in every room to sign. */
  readonly signable: boolean;
  readonly sections: readonly Section[];
}

export function innerWidthMm({ widthMm, marginsMm }: PageSetup): number {
  return widthMm - marginsMm.left - marginsMm.right;
}

export function innerHeightMm({ heightMm, marginsMm }: PageSetup): number {
  return heightMm - marginsMm.top - marginsMm.bottom;
}
