/** What a document is asked with, and what every kind of document is built from. It knows no kind and no format. */

import type { Day } from '../../calendar/day.ts';
import type { DocumentFields, Fit, ListLayout, Orientation, Paper } from '../../domain/document-fields.ts';
import type { Stood } from '../../domain/stood.ts';
import type { Swap } from '../../domain/swap.ts';
import { type MessageKey, type MessageParams, translate } from '../../i18n/translate.ts';
import type { Rostered } from '../roster/seats.ts';
import { rosterSheet, type SheetSource } from '../roster/sheet.ts';
import type { RosterSheet, VersionMark } from '../roster/sheet-model.ts';
import type { QrCode } from './document.ts';
import { qrCode } from './qr-code.ts';

/** The duty list, and the list of phones. */
const ANNEXES = ['list', 'phones'] as const;
export type Annex = (typeof ANNEXES)[number];

export interface DocumentOptions {
  /** Wall sheet, grid and attendance; A4 when absent. Letters are A4 by law. */
  readonly paper?: Paper;
  /** For what is a table; landscape when absent. Letters stand upright. */
  readonly orientation?: Orientation;
  /** Of the wall sheet; balanced when absent. */
  readonly fit?: Fit;
  /** The official list with a letterhead and signature of its own instead of as an annex. */
  readonly alone?: boolean;
  /** Whether the covering letter brings its annexes along; true when absent. */
  readonly annexes?: boolean;
  /** Of the official list; what is kept with the letter's fields when absent. */
  readonly layout?: ListLayout;
  /** Whether the official list is set as small as one page wants, within what can be read. */
  readonly onePage?: boolean;
  /** The only annex to set, as a file of its own; all of them when absent. */
  readonly annex?: Annex;
  /** Whether an electronic letter bears its number and date already; they are left to the clerk when absent. */
  readonly numbered?: boolean;
  /** Whether feet go without version, code, page number and QR code, as a letter may be wanted; the stamp of an old version stays. */
  readonly unmarked?: boolean;
  /** Opens the version that holds now: becomes the QR code on every page. */
  readonly currentUrl?: string;
  /** Address of each person's own feed, by staff id: secret, so only on that person's slip. */
  readonly feedUrls?: ReadonlyMap<string, string>;
  /** Whose slips; everyone who stands a shift when absent. */
  readonly staffIds?: readonly string[];
  /** The only day of the crews' sheets; every day when absent. */
  readonly day?: Day;
  /** Minutes on site of the whole year, by staff id; told beside the period's own when given. */
  readonly yearMinutes?: { readonly year: number; readonly of: ReadonlyMap<string, number> };
  /** Minutes on site that earn one day in lieu; 480 when absent. */
  readonly minutesPerLieuDay?: number;
}

/** As the unit keeps them; whether phones stand on it is said with the source. */
export function keptOptions({ print = {} }: DocumentFields): DocumentOptions {
  const { noPhones: _noPhones, ...options } = print;
  return options;
}

/** `language` and `phones` come with the source; phones stand on a document only when it says so. */
export interface DocumentRequest {
  readonly source: SheetSource;
  readonly fields: DocumentFields;
  readonly options: DocumentOptions;
  /** The version that stand-ins are told against; absent for a first one. */
  readonly before?: Rostered & { readonly version?: VersionMark };
  /** What the paper that asks for a swap is filled with; it is left blank when absent. */
  readonly swap?: Swap;
  /** Absent where people don't take their shifts: the roster is all that is known. */
  readonly stood?: Stood;
}

export interface DocumentContext extends DocumentRequest {
  readonly sheet: RosterSheet;
  /** Of `currentUrl`. */
  readonly currentCode?: QrCode;
  readonly say: (key: MessageKey, params?: MessageParams) => string;
}

export function contextOf(request: DocumentRequest): DocumentContext {
  const { language } = request.source;
  const { currentUrl } = request.options;
  return {
    ...request,
    ...(currentUrl !== undefined && { currentCode: qrCode(currentUrl) }),
    sheet: rosterSheet(request.source),
    say: (key, params) => translate(language, key, params),
  };
}
