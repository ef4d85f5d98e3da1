/** What the form of a preview sends back beside the table itself, and what it carries along unseen. */

import type { LeavePreview } from '../../app/availability/import-leave.ts';
import type { AskedTable } from '../../app/staff/given-table.ts';
import type { StaffPreview } from '../../app/staff/import-staff.ts';
import { TICKED } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';

type Asked = AskedTable['asked'];
type Table = StaffPreview['table'] | LeavePreview['table'];

const MOST_ANSWER = 120;
/** Headings stand near the top. */
const MOST_HEADINGS = 8;

/** Another sheet or another heading has other columns and rows: what was said of those before says nothing of these. */
export function typedTable({ form }: Visit): { readonly packed: string; readonly asked: Asked } {
  const packed = form.get('table') ?? '';
  const keepCase = form.get('keepCase') === TICKED;
  const answers = new Map(
    [...form].flatMap(([name, value]): [string, string][] =>
      name.startsWith('answer-') && value !== ''
        ? [[name.slice('answer-'.length), value.slice(0, MOST_ANSWER)]]
        : [],
    ),
  );
  const number = (name: string): number | undefined => {
    const text = form.get(name) ?? '';
    return /^\d{1,7}$/u.test(text) ? Number(text) : undefined;
  };
  const [sheet, heading] = [number('sheet'), number('heading')];
  const mends = mendsOf(form);
  const same = { ...(sheet === undefined ? {} : { sheet }), answers, keepCase, mends };
  if (sheet !== number('sheetShown')) return { packed, asked: { ...same, answers: new Map(), mends: [] } };
  const flips = new Set([...form.getAll('flip'), ...form.getAll('bring')].map((each) => each.slice(0, 20)));
  const at = heading === undefined ? same : { ...same, heading };
  if (heading !== number('headingShown')) return { packed, asked: { ...at, flips } };
  return { packed, asked: { ...at, flips, keys: keysOf(form) } };
}

function keysOf(form: URLSearchParams): string[] {
  const keys: string[] = [];
  for (let i = 0; form.has(`column-${i}`); i++) keys.push(form.get(`column-${i}`) ?? '');
  return keys;
}

function mendsOf(form: URLSearchParams) {
  return [...form].flatMap(([name, text]) => {
    const [, row, column] = /^cell-(\d{1,7})-(\d{1,3})$/.exec(name) ?? [];
    return row === undefined || column === undefined
      ? []
      : [{ row: Number(row), column: Number(column), text }];
  });
}

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
