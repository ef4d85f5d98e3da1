/** The roster as plain text to paste into a chat group, day by day, readable on a phone without any formatting. */

import { isLunarDay, lunarOf } from '../calendar/lunar.ts';
import { joinLunarAndName } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import {
  type RosterSheet,
  type SheetHead,
  type SheetRow,
  type SheetSeat,
  sheetColumns,
} from './roster/sheet-model.ts';

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
  const lunar = joinLunarAndName(chatDay(sheet, row), row.named);
  const shifts = sheetColumns(sheet).flatMap(({ head, column }, i) => {
    const seats = row.cells[i]?.seats ?? [];
    const when = `${column.label} ${column.range}`.trim();
    return seats.length === 0
      ? []
      : [`• ${head.shortName}, ${when}: ${seats.map((seat) => chatName(sheet, head, seat)).join(', ')}`];
  });
  return [`${capitals(row.weekday)} ${row.date} (${lunar})`, ...shifts];
}

/** From the day the kitchen god leaves on, and for ten days, people count by Tết: `28 Tết`, `mùng 3 Tết`. */
const FIRST_BEFORE = 23;
const LAST_AFTER = 10;

function chatDay({ language }: RosterSheet, { day, lunarLong }: SheetRow): string {
  if (language !== 'vi' || !isLunarDay(day)) return lunarLong;
  const { month, day: number, leap } = lunarOf(day);
  if (!leap && month === 12 && number >= FIRST_BEFORE) return `${number} Tết`;
  return !leap && month === 1 && number <= LAST_AFTER ? `mùng ${number} Tết` : lunarLong;
}

/** Who leads is told with the office in short, as offices write to each other: `Đ/c Trần Thị Bích Hà – PGĐ`. */
function chatName(
  { language }: RosterSheet,
  { tier }: SheetHead,
  { staffId, name, title }: SheetSeat,
): string {
  if (language !== 'vi' || tier !== 'leader' || staffId === undefined) return name;
  const short = SHORT_TITLES.get(title.toLocaleLowerCase('vi')) ?? title;
  return short === '' ? `Đ/c ${name}` : `Đ/c ${name} – ${short}`;
}

const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ['giám đốc', 'GĐ'],
  ['phó giám đốc', 'PGĐ'],
  ['chủ tịch', 'CT'],
  ['phó chủ tịch', 'PCT'],
  ['trưởng phòng', 'TP'],
  ['phó trưởng phòng', 'PTP'],
  ['chánh văn phòng', 'CVP'],
  ['phó chánh văn phòng', 'PCVP'],
]);

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
