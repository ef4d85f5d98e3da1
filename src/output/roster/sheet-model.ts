/** The shape of a printed roster, in words ready to print; how they are found stands in `roster-sheet.ts`. */

import type { Instant } from '../../calendar/interval.ts';
import type { Presence, Tier } from '../../domain/unit.ts';
import type { Language } from '../../i18n/translate.ts';
import type { DayHead } from './day-head.ts';

/** A version's number and when it was published. */
export interface VersionMark {
  readonly number: number;
  readonly publishedAt: Instant;
}

export interface SheetSeat {
  readonly place: number;
  /** Absent when nobody was found; `name` then says so. */
  readonly staffId?: string;
  readonly name: string;
  /** `Phó Giám đốc`; empty when nobody sits there. */
  readonly title: string;
  /** Empty when there is none or it may not stand on the sheet. */
  readonly phone: string;
}

export interface SheetCell {
  /** Absent when the post keeps no such shift that day. */
  readonly shiftId?: string;
  readonly night: boolean;
  /** By place; those left empty below the minimum included. */
  readonly seats: readonly SheetSeat[];
}

export interface SheetRow extends DayHead {
  /** TT, from 1, running on over pages. */
  readonly number: number;
  /** One for each column of the heads, in order. */
  readonly cells: readonly SheetCell[];
}

export interface SheetColumn {
  readonly patternId: string;
  /** May be empty. */
  readonly label: string;
  /** `22–06`. */
  readonly range: string;
  readonly night: boolean;
}

export interface SheetHead {
  readonly postId: string;
  readonly name: string;
  readonly shortName: string;
  readonly tier: Tier;
  readonly presence: Presence;
  readonly columns: readonly SheetColumn[];
}

export interface SheetPage {
  readonly number: number;
  /** How many pages there are. */
  readonly of: number;
  readonly rows: readonly SheetRow[];
}

export interface SheetPhone {
  readonly name: string;
  readonly phone: string;
}

/** What tells one printed sheet from another; lines that do not apply are empty. */
export interface SheetStamp {
  /** `Bản 3`, or that it is a draft. */
  readonly version: string;
  readonly published: string;
  readonly replaces: string;
  readonly superseded: string;
}

export interface RosterSheet {
  readonly language: Language;
  readonly unit: string;
  readonly parent: string;
  readonly place: string;
  readonly title: string;
  /** `Từ 07:00 thứ Năm 04/02 … đến …`. */
  readonly span: string;
  readonly stamp: SheetStamp;
  readonly heads: readonly SheetHead[];
  readonly rows: readonly SheetRow[];
  readonly pages: readonly SheetPage[];
  /** Everyone on the sheet who has a number, by given name; empty when phones may not stand on it. */
  readonly phones: readonly SheetPhone[];
  readonly notes: readonly string[];
  readonly signatures: readonly string[];
  /** Seats below the minimum that nobody holds. */
  readonly vacancies: number;
}

/** Which post and pattern the cells of every row stand for, from left to right. */
export function sheetColumns(
  sheet: RosterSheet,
): { readonly head: SheetHead; readonly column: SheetColumn }[] {
  return sheet.heads.flatMap((head) => head.columns.map((column) => ({ head, column })));
}
