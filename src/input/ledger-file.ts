/** `ledger.csv` → what people carried in earlier years: one row a person a year, a column for each named day. */

import { CASE_FILES } from '../domain/case-files.ts';
import { LEDGER_KINDS, type LedgerEntry } from '../domain/ledger.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import type { FaultList } from './fault-list.ts';
import { optional, readWhole } from './fields.ts';
import type { People } from './people.ts';
import { readSheet, type SheetRow } from './sheet.ts';

const YEARS = { least: 1990, most: 2100 } as const;
const POINTS = { least: 0, most: 100_000 } as const;
const TIMES = { least: 0, most: 366 } as const;

/**
 * Undefined after telling at least one fault. A person the staff list does not know is only a warning, and the row is
 * left out: people move on, their years stay in the book.
 */
export function parseLedger(bytes: Uint8Array, people: People, faults: FaultList): LedgerEntry[] | undefined {
  const required = [['name', 'id'], ['year']] as const;
  const source = { file: CASE_FILES.ledger, bytes, columns: LEDGER_COLUMNS, required };
  const sheet = readSheet<LedgerColumn>(source, faults);
  if (!sheet) return undefined;
  const before = faults.count;
  const rows = new Map<string, number>();
  const entries = sheet.rows.flatMap((row) => {
    const person = people.find(row.cell('id'), row.cell('name'));
    const year = readWhole(row.cell('year'), YEARS, faults);
    const amounts = readAmounts(row, faults);
    if (person.kind === 'unknown') faults.warn({ ...person.fault, key: ledgerKey(person.fault.key) });
    if (person.kind !== 'found' || year === undefined) return [];
    warnTwice(row, `${person.staffId} ${year}`, rows, faults);
    return amounts.map((amount) => ({ staffId: person.staffId, year, ...amount }));
  });
  return faults.count > before ? undefined : entries;
}

/** The same faults as elsewhere, but the sentence says that the row is left out. */
function ledgerKey(key: string): string {
  return key.replace('fault.person.', 'fault.ledger.person-');
}

function readAmounts(row: SheetRow<LedgerColumn>, faults: FaultList): Pick<LedgerEntry, 'kind' | 'amount'>[] {
  return LEDGER_KINDS.flatMap((kind) => {
    const range = kind === 'points' ? POINTS : TIMES;
    const amount = optional(row.cell(kind), 0, (cell) => readWhole(cell, range, faults));
    return amount ? [{ kind, amount }] : [];
  });
}

function warnTwice(
  row: SheetRow<LedgerColumn>,
  key: string,
  rows: Map<string, number>,
  faults: FaultList,
): void {
  const earlier = rows.get(key);
  rows.set(key, earlier ?? row.row);
  if (earlier === undefined) return;
  const { file, column, text } = row.cell('year');
  faults.warn({ key: 'fault.ledger.twice', params: { earlier }, file, row: row.row, column, value: text });
}
