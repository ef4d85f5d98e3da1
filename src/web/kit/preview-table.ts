/** A table handed over, as a preview shows it: what each column is, a verdict on each row, every fault and question in its place, and what is set aside. */

import type { Params } from '../../kernel/app-error.ts';
import type { Visit } from './visit.ts';

/** Rows without anything to say beyond these are counted, not shown. */
const MOST_QUIET_ROWS = 150;
/** What one form may hold (`multipart.ts`) bounds how many cells can be mended at once. */
const MOST_MENDABLE = 100;
const MOST_ASKED = 150;

const VERDICTS = ['new', 'back', 'changed', 'same', 'again', 'nothing', 'ask', 'fault'] as const;
export type Verdict = (typeof VERDICTS)[number];

const CHIPS: Readonly<Record<Verdict | 'aside', { readonly icon: string; readonly chip: string }>> = {
  fault: { icon: 'octagon', chip: 'chip-error' },
  ask: { icon: 'triangle', chip: 'chip-warning' },
  new: { icon: 'plus', chip: 'chip-good' },
  back: { icon: 'undo', chip: 'chip-good' },
  changed: { icon: 'swap', chip: 'chip-warning' },
  same: { icon: 'check', chip: '' },
  again: { icon: 'check', chip: '' },
  nothing: { icon: 'check', chip: '' },
  aside: { icon: 'minus', chip: 'chip-outline' },
};

export interface Note {
  readonly column?: number;
  readonly key: string;
  readonly params: Params;
  /** Stands ready where the cell is mended. */
  readonly suggestion?: string;
}

export interface PreviewLine {
  readonly id: string;
  readonly row: number;
  /** The sheet's column of the first cell. */
  readonly columns: readonly number[];
  readonly cells: readonly string[];
  readonly aside?: string;
}

/** One question with its answers, and records to hold against each other. */
export interface PreviewQuestion {
  readonly id: string;
  readonly words: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly note: string }[];
}

export interface PreviewRow {
  readonly line: PreviewLine;
  readonly faults: readonly Note[];
  readonly warnings: readonly Note[];
  readonly verdict: Verdict;
  readonly question?: PreviewQuestion;
  /** What the row comes to, in words. */
  readonly told?: string;
  /** What stood there before, by place; empty where nothing changes. */
  readonly old: (column: number) => string;
}

export interface PreviewSource {
  readonly columns: readonly { readonly heading: string }[];
  readonly keys: readonly (string | undefined)[];
  readonly fields: readonly string[];
  /** Message key of a field's name. */
  readonly labelKey: (field: string) => string;
  /** Message keys `<words>.count.<verdict>` and `.verdict.<verdict>`. */
  readonly words: string;
  readonly judged: readonly PreviewRow[];
  readonly aside: readonly PreviewLine[];
  readonly whole: readonly Note[];
  readonly flips: ReadonlySet<string>;
}

export function previewTable(visit: Visit, source: PreviewSource) {
  const { columns, keys, fields, labelKey, words, judged, whole } = source;
  const { say } = visit;
  const count = (verdict: Verdict): number => judged.filter((each) => each.verdict === verdict).length;
  const open = count('fault') + whole.length + count('ask');
  return {
    count,
    whole: whole.map(({ key, params }) => say(key, params)),
    counts: VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) => ({
      ...CHIPS[verdict],
      words: say(`${words}.count.${verdict}`, { count: count(verdict) }),
    })),
    columns: keys.map((key, i) => ({
      name: `column-${i}`,
      label: say('import.column', { number: i + 1, heading: columns[i]?.heading ?? '' }),
      heading: columns[i]?.heading ?? '',
      skipped: key === undefined,
      options: [
        { value: '', label: say('import.skip'), chosen: key === undefined },
        ...fields.map((field) => ({ value: field, label: say(labelKey(field)), chosen: field === key })),
      ],
    })),
    ...rowsOf(visit, source),
    ready: open === 0,
    faulty: faultyWords(visit, count('fault') + whole.length, count('ask')),
  };
}

function faultyWords({ say }: Visit, faults: number, asked: number): string {
  const parts = [
    ...(faults > 0 ? [say('import.faulty.faults', { count: faults })] : []),
    ...(asked > 0 ? [say('import.faulty.asked', { count: asked })] : []),
  ];
  return say('import.faulty', { parts: parts.join(', ') });
}

function rowsOf(visit: Visit, source: PreviewSource) {
  const all = [
    ...source.judged.map((judged) => ({ line: judged.line, judged })),
    ...source.aside.map((line) => ({ line, judged: undefined })),
  ].sort((a, b) => a.line.row - b.line.row || (a.line.columns[0] ?? 0) - (b.line.columns[0] ?? 0));
  const shown = { quiet: 0, mendable: 0, asked: 0 };
  const rows = all.flatMap(({ line, judged }) => {
    const spoken = judged && (judged.faults.length + judged.warnings.length > 0 || judged.question);
    if (!spoken && ++shown.quiet > MOST_QUIET_ROWS) return [];
    return [judged ? judgedRow(visit, source, judged, shown) : asideRow(visit, source, line)];
  });
  const displayed = new Set(rows.map(({ id }) => id));
  const hidden = all.length - rows.length;
  return {
    rows,
    // What is turned over and not shown goes along unseen.
    kept: [...source.flips].filter((id) => !displayed.has(id)).map((value) => ({ name: 'flip', value })),
    hidden: hidden > 0 ? visit.say('import.hidden', { count: hidden }) : '',
  };
}

function flipOf({ say }: Visit, { flips }: PreviewSource, line: PreviewLine) {
  const flipped = flips.has(line.id);
  // A box that is ticked turns over what was found: a row left out, or one brought in.
  const entry = (line.aside === undefined) !== flipped;
  return {
    flipped,
    // Brought in only now: looked over before anything is taken.
    flipName: !flipped && !entry ? 'bring' : 'flip',
    flipLabel: say(entry ? 'import.drop' : 'import.take-row'),
    flipWho: say(entry ? 'import.drop-row' : 'import.take-row-number', { row: line.row }),
  };
}

/** One line, whatever it holds. */
function asideRow(visit: Visit, source: PreviewSource, line: PreviewLine) {
  return {
    id: line.id,
    row: line.row,
    ...CHIPS.aside,
    words: visit.say(
      source.flips.has(line.id) ? 'import.aside.dropped' : `import.aside.${line.aside ?? 'note'}`,
    ),
    aside: true,
    ...flipOf(visit, source, line),
    notes: [],
    told: '',
    question: false as const,
    asideText: line.cells.filter((cell) => cell !== '').join(' · '),
    cells: [],
  };
}

function judgedRow(
  visit: Visit,
  source: PreviewSource,
  judged: PreviewRow,
  shown: { mendable: number; asked: number },
) {
  const { line, verdict, question, told = '' } = judged;
  const asks = question !== undefined && ++shown.asked <= MOST_ASKED;
  return {
    id: line.id,
    row: line.row,
    ...CHIPS[verdict],
    words: visit.say(`${source.words}.verdict.${verdict}`),
    aside: false,
    asideText: '',
    ...flipOf(visit, source, line),
    notes: [...notesAt(visit, judged.faults, undefined), ...notesAt(visit, judged.warnings, undefined)],
    told,
    question: asks
      ? {
          ...question,
          name: `answer-${question.id}`,
          options: question.options.map((option, i) => ({ ...option, id: `${line.id}-answer-${i}` })),
        }
      : (false as const),
    cells: source.keys.map((_, column) => {
      const cell = cellOf(visit, source, { judged, column });
      const mends = cell.faults.length > 0 && ++shown.mendable <= MOST_MENDABLE;
      return { ...cell, mends };
    }),
  };
}

function notesAt({ say }: Visit, notes: readonly Note[], column: number | undefined): string[] {
  return notes.filter((note) => note.column === column).map(({ key, params }) => say(key, params));
}

function cellOf(
  visit: Visit,
  { keys, labelKey }: PreviewSource,
  { judged, column }: { readonly judged: PreviewRow; readonly column: number },
) {
  const { line, faults, warnings, old } = judged;
  const key = keys[column];
  const text = line.cells[column] ?? '';
  const suggestion = faults.find((fault) => fault.column === column && fault.suggestion)?.suggestion;
  return {
    name: `cell-${line.row}-${line.columns[column] ?? -1}`,
    text,
    value: suggestion ?? text,
    label: visit.say('import.cell', {
      row: line.row,
      column: key === undefined ? String(column + 1) : visit.say(labelKey(key)),
    }),
    skipped: key === undefined || (line.columns[column] ?? -1) < 0,
    faults: notesAt(visit, faults, column),
    warnings: notesAt(visit, warnings, column),
    old: old(column),
  };
}
