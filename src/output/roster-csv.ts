/** The roster as a CSV file for Excel: one row a seat (RFC 4180), UTF-8 with a byte order mark, safe to open. */

import { formatDate } from '../i18n/format.ts';
import { type MessageKey, translate } from '../i18n/translate.ts';
import { type RosterSheet, sheetColumns } from './roster/sheet-model.ts';

/** Without it Excel reads the file in the machine's old code page. */
const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS: readonly MessageKey[] = [
  'sheet.column.weekday',
  'sheet.column.date',
  'sheet.column.lunar',
  'sheet.column.named',
  'sheet.column.post',
  'sheet.column.shift',
  'sheet.column.hours',
  'sheet.column.name',
];

/** The phone column stands only when the sheet has phones. */
export function formatRosterCsv(sheet: RosterSheet): string {
  const withPhones = sheet.phones.length > 0;
  const keys: readonly MessageKey[] = withPhones ? [...COLUMNS, 'sheet.column.phone'] : COLUMNS;
  const header = keys.map((key) => translate(sheet.language, key));
  const columns = sheetColumns(sheet);
  const records = sheet.rows.flatMap((row) =>
    columns.flatMap(({ head, column }, i) =>
      (row.cells[i]?.seats ?? []).map(({ name, phone }) => [
        ...[row.weekday, formatDate(row.day), row.lunar, row.named],
        ...[head.name, column.label, column.range, name],
        ...(withPhones ? [phone] : []),
      ]),
    ),
  );
  return formatCsv([header, ...records]);
}

/** A whole file of records. */
export function formatCsv(records: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + records.map(formatRecord).join('');
}

/** One record with its CRLF (RFC 4180 §2). */
export function formatRecord(fields: readonly string[]): string {
  return `${fields.map(formatField).join(',')}\r\n`;
}

/**
 * A field quoted where it must be. A spreadsheet would run a cell that begins like a formula; an apostrophe makes it
 * text (OWASP, "CSV Injection").
 */
function formatField(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
