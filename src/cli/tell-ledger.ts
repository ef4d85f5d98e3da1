/** What figures or rosters of the past would bring into the ledger, or brought, in words and as one JSON document. */

import type { PastPreview } from '../app/ledger/import-past.ts';
import { isNamedDay } from '../domain/ledger.ts';
import { staffName } from '../domain/staff-names.ts';
import type { Io } from './command.ts';

interface LedgerDocument {
  readonly file: string;
  /** A table of figures, rosters, or nothing of either. */
  readonly form: PastPreview['form'];
  readonly entries: readonly (PastPreview['entries'][number] & { readonly name: string })[];
  readonly questions: readonly {
    readonly id: string;
    readonly message: string;
    readonly answers: readonly string[];
  }[];
  readonly faults: readonly { readonly row: number; readonly value: string }[];
  /** Published periods that have carried these days already. */
  readonly carried: readonly string[];
  readonly left: readonly { readonly row: number; readonly message: string }[];
  readonly open: number;
  readonly taken: { readonly added: number; readonly changed: number } | false;
}

export function ledgerDocument(preview: PastPreview, { say }: Io): LedgerDocument {
  const { book, form, entries, staff, questions, faults, carried, rosters } = preview;
  return {
    file: book.name,
    form,
    entries: entries.map((entry) => ({ ...entry, name: staffName(staff, entry.staffId) })),
    questions: questions.map(({ id, kind, value, count, choices }) => ({
      id,
      message: say(`roster.import.ask.${kind}`, { value, count }),
      answers: [...choices.map((each) => ('key' in each ? each.key : `is:${each.id}`)), 'none'],
    })),
    faults,
    carried,
    left: (rosters?.read.left ?? []).map(({ row, reason, name, day, where }) => ({
      row,
      message: say(`roster.import.left.${reason}`, { row, name, day, where }),
    })),
    open: questions.length + faults.length + carried.length + (entries.length === 0 ? 1 : 0),
    taken: false,
  };
}

export function tellLedger(shown: LedgerDocument, { json, out, say }: Io): void {
  if (json) {
    out(`${JSON.stringify(shown, null, 2)}\n`);
    return;
  }
  const { form, entries, questions, faults, carried, left, open, taken } = shown;
  const lines = [
    say(`ledger.import.${form}`),
    ...entries.map(
      ({ name, year, kind, amount }) =>
        `${name}, ${year}: ${say(isNamedDay(kind) ? `named-day.${kind}` : `ledger.${kind}`)} ${amount}`,
    ),
    ...questions.map(({ id, message, answers }) => `? ${message} --answer '${id}=…' (${answers.join(', ')})`),
    ...faults.map(({ row, value }) => `! ${say('ledger.import.fault', { row, value })}`),
    ...carried.map((period) => `! ${say('ledger.import.carried', { period })}`),
    ...left.map(({ message }) => message),
    taken ? say('cli.import.taken', taken) : say('cli.import.not-taken', { open }),
  ];
  out(`${lines.join('\n')}\n`);
}
