/** A table somebody hands over on a page: the file or the paste, and what a preview's form sends back of it. */

import { type AskedTable, resumeTable } from '../../app/staff/given-table.ts';
import { AppError } from '../../kernel/app-error.ts';
import { TICKED } from './fields.ts';
import type { Visit } from './visit.ts';

const MOST_ANSWER = 120;

/** A row brought in just now has not been shown yet: it is looked over first. */
export function takes({ form }: Visit): boolean {
  return form.get('do') === 'take' && !form.has('bring');
}

/** A file; or what was pasted, as HTML where the browser could tell it. */
export function givenFile({ files, form, say }: Visit) {
  const html = form.get('pasteHtml') ?? '';
  return (
    files.get('file') ?? {
      name: say('staff.import.pasted'),
      paste: html === '' ? (form.get('paste') ?? '') : html,
    }
  );
}

/** Throws `invalid` for what no form of ours sends. */
export function askedAgain(visit: Visit): AskedTable {
  const { packed, asked } = typedTable(visit);
  const given = resumeTable(packed, asked);
  if (!given) throw new AppError('invalid', 'staff.import.broken');
  return given;
}

/** Another sheet or another heading has other columns and rows: what was said of those before says nothing of these. */
function typedTable({ form }: Visit): { readonly packed: string; readonly asked: AskedTable['asked'] } {
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

/** All sheets, or one; none to choose from where the file has a single one. */
export function sheetChoices({ say }: Visit, { book, asked }: AskedTable) {
  if (book.sheets.length < 2) return [];
  return [
    { value: '', label: say('roster.import.all-sheets'), chosen: asked.sheet === undefined },
    ...book.sheets.map(({ name, hidden, rows }, value) => ({
      value: String(value),
      label: say(hidden ? 'import.sheet-hidden' : 'import.sheet-option', {
        name: name || say('import.table-number', { number: value + 1 }),
        rows: rows.length,
      }),
      chosen: asked.sheet === value,
    })),
  ];
}
