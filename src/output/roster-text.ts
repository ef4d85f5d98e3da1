/** The roster as plain text to paste into a chat group, day by day, readable on a phone without any formatting. */

import { joinLunarAndName } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { type RosterSheet, type SheetRow, sheetColumns } from './roster/sheet-model.ts';

/** Lines end in LF. Phone numbers follow the days when the sheet has them. */
export function formatRosterText(sheet: RosterSheet): string {
  const { language, stamp, phones, notes } = sheet;
  const version = [stamp.version, stamp.published, stamp.replaces].filter((part) => part !== '').join(', ');
  const head = [capitals(sheet.title), sheet.unit, sheet.span, version, stamp.superseded];
  const blocks = [
    head.filter((line) => line !== ''),
    ...sheet.rows.map((row) => dayLines(sheet, row)),
    phones.length === 0
      ? []
      : [
          capitals(translate(language, 'sheet.phones')),
          ...phones.map(({ name, phone }) => `${name}: ${phone}`),
        ],
    notes,
  ];
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
  return `${text}\n`;
}

function dayLines(sheet: RosterSheet, row: SheetRow): string[] {
  const lunar = joinLunarAndName(row.lunarLong, row.named);
  const shifts = sheetColumns(sheet).flatMap(({ head, column }, i) => {
    const seats = row.cells[i]?.seats ?? [];
    const when = `${column.label} ${column.range}`.trim();
    return seats.length === 0
      ? []
      : [`• ${head.shortName}, ${when}: ${seats.map(({ name }) => name).join(', ')}`];
  });
  return [`${capitals(row.weekday)} ${row.date} (${lunar})`, ...shifts];
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
