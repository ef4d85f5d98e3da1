/** What the form of a preview carries along unseen: which sheet and heading, and what was answered. */

import type { LeavePreview } from '../../app/availability/import-leave.ts';
import type { AskedTable } from '../../app/staff/given-table.ts';
import type { StaffPreview } from '../../app/staff/import-staff.ts';
import type { Visit } from '../kit/visit.ts';

type Asked = AskedTable['asked'];
type Table = StaffPreview['table'] | LeavePreview['table'];

/** Headings stand near the top. */
const MOST_HEADINGS = 8;

/** Sheets and headings to choose from; what was asked and answered, as hidden fields. */
export function tableChoices({ say }: Visit, table: Table, asked: Asked, open: ReadonlySet<string>) {
  const { book, block, sheet, sheetIndex } = table;
  const near = sheet.rows.filter(
    ({ row }, i) => i < MOST_HEADINGS || row === block.heading || block.others.includes(row),
  );
  return {
    sheets:
      book.sheets.length < 2
        ? []
        : book.sheets.map(({ name, hidden, rows }, value) => ({
            value,
            label: say(hidden ? 'import.sheet-hidden' : 'import.sheet-option', {
              name: sheetName(say, name, value),
              rows: rows.length,
            }),
            chosen: value === sheetIndex,
          })),
    sheetShown: sheetIndex,
    headingShown: block.heading,
    headings: [
      { value: 0, label: say('import.no-heading'), chosen: block.heading === 0 },
      ...near.map(({ row, cells }) => ({
        value: row,
        label: say('import.heading-row', { row, words: beginningOf(cells) }),
        chosen: row === block.heading,
      })),
    ],
    answered: [...(asked.answers ?? [])]
      .filter(([id]) => !open.has(id))
      .map(([id, value]) => ({ name: `answer-${id}`, value })),
  };
}

type Say = Visit['say'];

function sheetName(say: Say, name: string, index: number): string {
  return name === '' || /^\d+$/u.test(name) ? say('import.table-number', { number: index + 1 }) : name;
}

function beginningOf(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '');
  return filled.slice(0, 4).join(' · ').replace(/\s+/gu, ' ').slice(0, 60);
}
