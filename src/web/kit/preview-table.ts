/** A table handed over, as a preview shows it: what each column is, a verdict on each row, every fault in its own cell. */

import type { Params } from '../../kernel/app-error.ts';
import type { Visit } from './visit.ts';

/** Rows without anything to say beyond these are counted, not shown. */
const MOST_QUIET_ROWS = 150;
/** What one form may hold (`multipart.ts`) bounds how many cells can be mended at once. */
const MOST_MENDABLE = 100;
/** Headings stand near the top. */
const MOST_HEADINGS = 6;

const VERDICTS = ['new', 'back', 'changed', 'same', 'fault'] as const;
export type Verdict = (typeof VERDICTS)[number];

const CHIPS: Readonly<Record<Verdict, { readonly icon: string; readonly chip: string }>> = {
  fault: { icon: 'octagon', chip: 'chip-error' },
  new: { icon: 'plus', chip: 'chip-good' },
  back: { icon: 'undo', chip: 'chip-good' },
  changed: { icon: 'swap', chip: 'chip-warning' },
  same: { icon: 'check', chip: '' },
};

export interface Note {
  readonly column?: number;
  readonly key: string;
  readonly params: Params;
}

export interface PreviewRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly Note[];
  readonly warnings: readonly Note[];
  readonly verdict: Verdict;
  /** What stood there before, by place; empty where nothing changes. */
  readonly old: (column: number) => string;
}

export interface PreviewSource {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly heading: number;
  readonly keys: readonly (string | undefined)[];
  readonly fields: readonly string[];
  /** Message key of a field's name. */
  readonly labelKey: (field: string) => string;
  /** Message keys `<words>.count.<verdict>` and `.verdict.<verdict>`. */
  readonly words: string;
  readonly judged: readonly PreviewRow[];
  readonly whole: readonly Note[];
}

export function previewTable(visit: Visit, source: PreviewSource) {
  const { keys, fields, labelKey, words, judged, whole } = source;
  const { say } = visit;
  const count = (verdict: Verdict): number => judged.filter((each) => each.verdict === verdict).length;
  const faulty = count('fault') + whole.length;
  return {
    count,
    whole: whole.map(({ key, params }) => say(key, params)),
    counts: VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) => ({
      ...CHIPS[verdict],
      words: say(`${words}.count.${verdict}`, { count: count(verdict) }),
    })),
    headings: headingOptions(visit, source),
    columns: keys.map((key, i) => ({
      name: `column-${i}`,
      label: say('staff.import.column', { number: i + 1 }),
      skipped: key === undefined,
      options: [
        { value: '', label: say('staff.import.skip'), chosen: key === undefined },
        ...fields.map((field) => ({ value: field, label: say(labelKey(field)), chosen: field === key })),
      ],
    })),
    ...rowsOf(visit, source),
    ready: faulty === 0,
    faulty: say('staff.import.faulty', { count: faulty }),
  };
}

function headingOptions({ say }: Visit, { rows, heading }: PreviewSource) {
  const shown = rows.filter(({ row }, i) => i < MOST_HEADINGS || row === heading);
  return [
    { value: 0, label: say('staff.import.no-heading'), chosen: heading === 0 },
    ...shown.map(({ row, cells }) => ({
      value: row,
      label: say('staff.import.heading-row', { row, words: beginningOf(cells) }),
      chosen: row === heading,
    })),
  ];
}

function beginningOf(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '');
  return filled.slice(0, 4).join(' · ').slice(0, 60);
}

function rowsOf(visit: Visit, source: PreviewSource) {
  let quiet = 0;
  let mendable = 0;
  const rows = source.judged.flatMap((judged) => {
    const spoken = judged.faults.length + judged.warnings.length > 0;
    if (!spoken && ++quiet > MOST_QUIET_ROWS) return [];
    return [
      {
        row: judged.row,
        ...CHIPS[judged.verdict],
        words: visit.say(`${source.words}.verdict.${judged.verdict}`),
        notes: notesAt(visit, judged.faults, undefined),
        cells: source.keys.map((_, column) => {
          const cell = cellOf(visit, source, { judged, column });
          const mends = cell.faults.length > 0 && ++mendable <= MOST_MENDABLE;
          return { ...cell, mends };
        }),
      },
    ];
  });
  const hidden = source.judged.length - rows.length;
  return { rows, hidden: hidden > 0 ? visit.say('staff.import.hidden', { count: hidden }) : '' };
}

function notesAt({ say }: Visit, notes: readonly Note[], column: number | undefined): string[] {
  return notes.filter((note) => note.column === column).map(({ key, params }) => say(key, params));
}

function cellOf(
  visit: Visit,
  { keys, labelKey }: PreviewSource,
  { judged, column }: { readonly judged: PreviewRow; readonly column: number },
) {
  const { row, cells, faults, warnings, old } = judged;
  const key = keys[column];
  return {
    name: `cell-${row}-${column}`,
    text: cells[column] ?? '',
    label: visit.say('staff.import.cell', {
      row,
      column: key === undefined ? String(column + 1) : visit.say(labelKey(key)),
    }),
    skipped: key === undefined,
    faults: notesAt(visit, faults, column),
    warnings: notesAt(visit, warnings, column),
    old: old(column),
  };
}

/** What the form of a preview sent back, beside the table itself. */
export function typedPreview({ form }: Visit) {
  const fields: string[] = [];
  for (let i = 0; form.has(`column-${i}`); i++) fields.push(form.get(`column-${i}`) ?? '');
  const mends = [...form].flatMap(([name, text]) => {
    const [, row, column] = /^cell-(\d{1,7})-(\d{1,2})$/.exec(name) ?? [];
    return row === undefined || column === undefined
      ? []
      : [{ row: Number(row), column: Number(column), text }];
  });
  const heading = Number(form.get('heading')) || 0;
  return { packed: form.get('table') ?? '', heading, fields, mends };
}
