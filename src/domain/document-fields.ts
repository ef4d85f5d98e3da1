/**
 * What a unit adds to a roster to make an official document of it (Nghị định 30/2020/NĐ-CP, Phụ lục I): letterhead,
 * number, recipients, signer. Everything may be left out; the output floor knows what then stands in its place.
 */

import type { Day } from '../calendar/day.ts';
import type { DutyRates, DutyReturn } from './duty-pay.ts';

/** Thông báo, Kế hoạch, Quyết định, Công văn: a duty list is no type of its own and goes out with one of these. */
export const LETTER_TYPES = ['notice', 'plan', 'decision', 'dispatch'] as const;
export type LetterType = (typeof LETTER_TYPES)[number];

/** Khẩn, thượng khẩn, hỏa tốc. */
export const URGENCIES = ['none', 'urgent', 'very-urgent', 'immediate'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * By what right one signs (Art. 13): as head; for a collective (TM.); as deputy for the head of a collective (TM., KT.); as
 * deputy for the head (KT.); by the head's order (TL.); by authorisation (TUQ.); as acting head (Q.).
 */
export const SIGNING_CAPACITIES = [
  'head',
  'for-collective',
  'for-collective-head',
  'for-head',
  'by-order',
  'by-authorisation',
  'acting',
] as const;
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

/** Signed by hand, or digitally. */
export const MEDIA = ['paper', 'electronic'] as const;
export type Medium = (typeof MEDIA)[number];

/**
 * Of the official list: days down with a column for each post, or for who leads, is there and is called; posts or departments
 * down; or a row for each person.
 */
export const LIST_LAYOUTS = ['days', 'presence', 'posts', 'departments', 'people'] as const;
export type ListLayout = (typeof LIST_LAYOUTS)[number];

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['portrait', 'landscape'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** What a wall sheet spares: both in balance, sheets of paper, or eyes. */
export const FITS = ['balanced', 'pages', 'type'] as const;
export type Fit = (typeof FITS)[number];

/** How a unit has its documents set where nothing else is asked for; what each means stands with the options of documents. */
export interface PrintChoices {
  readonly paper?: Paper;
  readonly orientation?: Orientation;
  readonly fit?: Fit;
  readonly alone?: boolean;
  readonly onePage?: boolean;
  readonly unmarked?: boolean;
  readonly noPhones?: boolean;
}

export interface Signer {
  readonly capacity: SigningCapacity;
  /** Whose right it is: `Giám đốc`, `Ban Giám đốc`. */
  readonly authority: string;
  /** Whose place a deputy takes in a collective: `Chủ tịch`. */
  readonly head?: string;
  /** The signer's own office where it differs: `Phó Giám đốc`. */
  readonly position?: string;
  /** Without academic title; left blank to be written by hand. */
  readonly name?: string;
}

export interface DocumentFields {
  /** Days down when absent. */
  readonly layout?: ListLayout;
  readonly print?: PrintChoices;
  /** Paper when absent. */
  readonly medium?: Medium;
  readonly type?: LetterType;
  readonly urgency?: Urgency;
  /** Cơ quan chủ quản. */
  readonly parentName?: string;
  readonly unitName?: string;
  /** Absent until the clerk gives one: room is left for it. */
  readonly number?: number;
  /** `TB-TTCNS`, without number or slash. */
  readonly symbol?: string;
  readonly place?: string;
  /** Absent until signed: room is left for it. */
  readonly date?: Day;
  /** Kính gửi, of a công văn: the office above when absent. */
  readonly addressee?: string;
  /** Trích yếu. */
  readonly subject?: string;
  /** Căn cứ lines, without the closing mark. */
  readonly legalBases?: readonly string[];
  /** Paragraphs in place of those the program writes. */
  readonly body?: readonly string[];
  /** Nơi nhận, without dash and closing mark, "Lưu" left out. */
  readonly recipients?: readonly string[];
  /** What stands after "Lưu:", such as `VT, ATTT`. */
  readonly archive?: string;
  readonly signer?: Signer;
  /** What duty earns, on the attendance sheet; days off when absent. */
  readonly returns?: DutyReturn;
  readonly rates?: DutyRates;
  /** Who drew the list up. */
  readonly maker?: string;
  /** Who signs a sheet between the two, such as `Trưởng phòng Hành chính`; nobody when absent. */
  readonly checkerOffice?: string;
  readonly checkerName?: string;
}
