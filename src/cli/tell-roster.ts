/** What a roster from a file would make of the draft, or made, in words and as one JSON document. */

import type { RosterPreview } from '../app/drafts/import-roster.ts';
import { staffName } from '../domain/staff-names.ts';
import { shiftLine } from '../output/roster/shift-words.ts';
import type { Io } from './command.ts';

interface RosterDocument {
  readonly file: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly read: boolean }[];
  readonly seats: readonly { readonly shift: string; readonly person: string; readonly words: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly message: string;
    readonly answers: readonly string[];
  }[];
  /** What of the file is not read. */
  readonly told: readonly string[];
  readonly left: readonly { readonly row: number; readonly reason: string; readonly message: string }[];
  readonly aside: readonly { readonly row: number; readonly text: string }[];
  /** What the referee says of the draft as it would be. */
  readonly broken: number;
  readonly empty: number;
  /** Questions that stand in the way, and one for a table without any duty. */
  readonly open: number;
  readonly taken: { readonly added: number; readonly changed: number } | false;
}

export function rosterDocument(preview: RosterPreview, { say, language }: Io): RosterDocument {
  const { plan, staff, read, book, broken, empty } = preview;
  const { hiddenColumns } = read.said;
  const shifts = new Map(plan.shifts.map((shift) => [shift.id, shift]));
  const answersOf = ({ kind, choices }: (typeof read.questions)[number]): string[] => {
    const found = choices.map((each) => ('key' in each ? each.key : `is:${each.id}`));
    const all = kind === 'where' && found.length === 0 ? slotsOf(preview) : found;
    return [...all, 'none'];
  };
  return {
    file: book.name,
    sheets: book.sheets.map(({ name, hidden }, i) => ({ name, hidden, read: read.said.sheets.includes(i) })),
    seats: read.seats.map(({ shiftId, staffId }) => {
      const shift = shifts.get(shiftId);
      const words = `${shift ? shiftLine(language, plan, shift) : shiftId}: ${staffName(staff, staffId)}`;
      return { shift: shiftId, person: staffId, words };
    }),
    questions: read.questions.map((question) => ({
      id: question.id,
      message: say(`roster.import.ask.${question.kind}`, { value: question.value, count: question.count }),
      answers: answersOf(question),
    })),
    left: read.left.map(({ row, reason, name, day, where }) => ({
      row,
      reason,
      message: say(`roster.import.left.${reason}`, { row, name, day, where }),
    })),
    told: hiddenColumns > 0 ? [say('roster.import.told.hidden-columns', { count: hiddenColumns })] : [],
    aside: read.said.aside.map(({ row, text }) => ({ row, text })),
    broken,
    empty,
    open: read.questions.length + (read.seats.length === 0 ? 1 : 0),
    taken: false,
  };
}

function slotsOf({ plan }: RosterPreview): string[] {
  const found = plan.shifts.map(({ postId, patternId }) => `${postId}/${patternId}`);
  return [...new Set(found)];
}

export function tellRoster(shown: RosterDocument, { json, out, say }: Io): void {
  if (json) {
    out(`${JSON.stringify(shown, null, 2)}\n`);
    return;
  }
  const { seats, questions, told, left, aside, broken, empty, open, taken } = shown;
  const lines = [
    ...seats.map(({ words }) => words),
    ...questions.map(({ id, message, answers }) => `? ${message} --answer '${id}=…' (${answers.join(', ')})`),
    ...told,
    ...left.map(({ message }) => message),
    ...aside.map(({ row, text }) => say('roster.import.aside', { row, text })),
    ...(seats.length === 0 ? [say('roster.import.nothing')] : []),
    say('cli.import.roster', { broken, empty }),
    taken ? say('cli.import.taken', taken) : say('cli.import.not-taken', { open }),
  ];
  out(`${lines.join('\n')}\n`);
}
