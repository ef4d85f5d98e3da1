/** What a list would do, or did, in words and as one JSON document. */

import type { LeavePreview } from '../app/availability/import-leave.ts';
import type { StaffPreview } from '../app/staff/import-staff.ts';
import { addDays } from '../calendar/day.ts';
import { staffText } from '../domain/staff.ts';
import { slashed } from '../input/day-words.ts';
import type { Io } from './command.ts';

/** What a line of words says of a person. */
const SHOWN = ['name', 'title', 'department', 'phone', 'officePhone'] as const;

interface Noted {
  readonly row: number;
  /** One line about it, for people. */
  readonly words: string;
  readonly notes: readonly string[];
  readonly faults: readonly {
    readonly column?: number;
    readonly message: string;
    readonly suggestion?: string;
  }[];
  readonly question?: { readonly id: string; readonly message: string; readonly answers: readonly string[] };
}

export interface ImportDocument {
  readonly file: string;
  readonly sheet: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly heading: number;
  readonly columns: readonly { readonly heading: string; readonly field: string }[];
  /** What of the file is not read, what was read otherwise. */
  readonly told: readonly string[];
  readonly rows: readonly (Noted & Readonly<Record<string, unknown>>)[];
  readonly aside: readonly { readonly row: number; readonly kind: string; readonly text: string }[];
  readonly faults: readonly string[];
  /** Faults and questions that stand in the way. */
  readonly open: number;
  readonly missing: number;
  readonly taken: { readonly added: number; readonly changed: number } | false;
}

type Line = StaffPreview['read']['people'][number] | LeavePreview['read']['lines'][number];

function noted({ line, faults, warnings }: Line, { say }: Io): Pick<Noted, 'row' | 'notes' | 'faults'> {
  return {
    row: line.row,
    notes: warnings.map(({ key, params }) => say(key, params)),
    faults: faults.map(({ key, params, column, suggestion }) => ({
      message: say(key, params),
      ...(column === undefined ? {} : { column: line.columns[column] ?? -1 }),
      ...(suggestion ? { suggestion } : {}),
    })),
  };
}

export function staffDocument(preview: StaffPreview, io: Io): ImportDocument {
  const { read } = preview;
  const rows = read.people.map((person) => {
    const { member, before, changed, question, again } = person;
    const fields = member ? { ...member } : {};
    const verdict = question
      ? 'ask'
      : again
        ? 'again'
        : !member
          ? 'fault'
          : !before
            ? 'new'
            : changed.length > 0
              ? 'changed'
              : 'same';
    const words = member
      ? SHOWN.map((field) => staffText(member, field))
          .filter((each) => each !== '')
          .join(', ')
      : person.line.cells.filter((each) => each !== '').join(' · ');
    const asked = question && {
      question: {
        id: question.id,
        message: io.say(`import.ask.who.${question.kind}`, {
          name: question.read.name,
          count: question.choices.length,
          row: question.earlier ?? 0,
        }),
        answers: [
          ...(question.kind === 'twice' ? ['again'] : question.choices.map(({ id }) => `is:${id}`)),
          'new',
        ],
      },
    };
    return { ...fields, verdict, changed, words, ...noted(person, io), ...asked };
  });
  return document(preview, rows, io);
}

export function leaveDocument(preview: LeavePreview, io: Io): ImportDocument {
  const { read, staff } = preview;
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const rows = read.lines.map((line) => {
    const { entries, question, known } = line;
    const verdict = question
      ? 'ask'
      : line.faults.length > 0
        ? 'fault'
        : entries.length === 0
          ? 'nothing'
          : known
            ? 'same'
            : 'new';
    const words =
      entries.length > 0
        ? entries.map((entry) => entryWords(entry, names.get(entry.staffId) ?? entry.staffId, io)).join('; ')
        : line.line.cells.filter((each) => each !== '').join(' · ');
    const asked = question && {
      question: {
        id: question.id,
        message: io.say(`import.ask.leave.${question.kind}`, { value: question.value }),
        answers:
          question.kind === 'who'
            ? question.choices.map(({ id }) => `is:${id}`)
            : question.kind === 'half'
              ? ['am', 'pm', 'day']
              : ['leave', 'none'],
      },
    };
    return { verdict, entries, words, ...noted(line, io), ...asked };
  });
  return document(preview, rows, io);
}

type Entry = LeavePreview['read']['lines'][number]['entries'][number];

/** Days as people count them, the last one with. */
function entryWords({ kind, from, to, startTime, endTime, note }: Entry, name: string, { say }: Io): string {
  const last = addDays(to, -1);
  const days = last === from ? slashed(from) : `${slashed(from)} – ${slashed(last)}`;
  const hours = startTime && endTime ? `${startTime}–${endTime}` : '';
  return [name, say(`availability.kind.${kind}`), days, hours, note].filter((each) => each !== '').join(', ');
}

function document(
  { table, told, read }: StaffPreview | LeavePreview,
  rows: ImportDocument['rows'],
  { say }: Io,
): ImportDocument {
  const { book, sheet, block, keys } = table;
  const questions = new Set(rows.flatMap(({ question }) => question?.id ?? []));
  return {
    file: book.name,
    sheet: sheet.name,
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    heading: block.heading,
    columns: block.columns.map(({ heading }, i) => ({ heading, field: keys[i] ?? '' })),
    told: told.map(({ key, params }) => say(key, params)),
    rows,
    aside: read.aside.map(({ row, aside = '', cells }) => ({
      row,
      kind: aside,
      text: cells.filter((each) => each !== '').join(' · '),
    })),
    faults: read.faults.map(({ key, params }) => say(key, params)),
    open: read.faults.length + rows.filter(({ faults }) => faults.length > 0).length + questions.size,
    missing: read.missing.length,
    taken: false,
  };
}

export function tellImport(shown: ImportDocument, { json, out, say }: Io): void {
  if (json) {
    out(`${JSON.stringify(shown, null, 2)}\n`);
    return;
  }
  const lines = [
    ...shown.told,
    ...shown.faults,
    ...shown.rows.flatMap(({ row, words, notes, faults, question }) => [
      `${row}: ${words}`,
      ...notes.map((note) => `   ${note}`),
      ...faults.map(({ message }) => `   ! ${message}`),
      ...(question
        ? [`   ? ${question.message} --answer '${question.id}=…' (${question.answers.join(', ')})`]
        : []),
    ]),
    ...shown.aside.map(({ row, kind, text }) => `${row}: (${say(`import.aside.${kind}`)}) ${text}`),
    shown.taken ? say('cli.import.taken', shown.taken) : say('cli.import.not-taken', { open: shown.open }),
  ];
  out(`${lines.join('\n')}\n`);
}
