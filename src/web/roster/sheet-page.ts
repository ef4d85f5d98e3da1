/** The printed sheet as its template wants it: tables, stamp, QR, phones, notes, room to sign. */

import { openElsewhere } from '../../kernel/loopback.ts';
import { rosterSheet, type SheetSource } from '../../output/roster/sheet.ts';
import { qrPicture } from '../kit/qr.ts';
import { type Paper, sheetTables } from './sheet-tables.ts';

/** `address` is where the newest version lives. */
export function sheetPage(
  source: SheetSource,
  { paper, address, qrLabel }: { readonly paper: Paper; readonly address: string; readonly qrLabel: string },
) {
  const sheet = rosterSheet(source);
  const { unit, title, stamp } = sheet;
  const tables = sheetTables(sheet, paper);
  return {
    language: source.language,
    paper,
    sheet,
    tables,
    // More than one table: the end may stand on a page of its own.
    moreTables: tables.length > 1,
    // Who, what and which version in one line, for tables that stand on a page of their own.
    running: [unit, title, stamp.version, stamp.published].filter(Boolean).join(' · '),
    // Absent where no phone could open the address.
    qr: openElsewhere(address) === undefined ? undefined : qrPicture(address, qrLabel),
  };
}
