/** The printed sheet as its template wants it: tables, stamp, QR, phones, notes, room to sign. */

import type { Language } from '../../i18n/translate.ts';
import { openElsewhere } from '../../kernel/loopback.ts';
import { rosterSheet, type SheetSource } from '../../output/roster/sheet.ts';
import type { RosterSheet } from '../../output/roster/sheet-model.ts';
import { qrPicture } from '../kit/qr.ts';
import type { Markup } from '../kit/render.ts';
import { type Paper, type SheetTable, sheetTables } from './sheet-tables.ts';

export interface SheetPageModel {
  readonly language: Language;
  readonly paper: Paper;
  readonly sheet: RosterSheet;
  readonly tables: readonly SheetTable[];
  /** More than one table: the end may stand on a page of its own. */
  readonly moreTables: boolean;
  /** Who, what and which version in one line, for tables that stand on a page of their own. */
  readonly running: string;
  /** Absent where no phone could open the address. */
  readonly qr: Markup | undefined;
}

/** `address` is where the newest version lives. */
export function sheetPage(
  source: SheetSource,
  { paper, address, qrLabel }: { readonly paper: Paper; readonly address: string; readonly qrLabel: string },
): SheetPageModel {
  const sheet = rosterSheet(source);
  const { unit, title, stamp } = sheet;
  const tables = sheetTables(sheet, paper);
  return {
    language: source.language,
    paper,
    sheet,
    tables,
    moreTables: tables.length > 1,
    running: [unit, title, stamp.version, stamp.published].filter(Boolean).join(' · '),
    qr: openElsewhere(address) === undefined ? undefined : qrPicture(address, qrLabel),
  };
}
