/** A table of what people carried in earlier years, a line a person and year, from any file: whom names mean is asked, figures that are none are told. */

import { LEDGER_KINDS, type LedgerEntry } from '../domain/ledger.ts';
import type { StaffMember } from '../domain/staff.ts';
import { LEDGER_COLUMNS, type LedgerColumn, STAFF_TABLE_COLUMNS } from './columns.ts';
import { DutyPeople } from './rosters/duty-people.ts';
import type { RosterQuestion } from './rosters/roster-import.ts';
import type { ListShape, ListTable } from './tables/list-table.ts';
import { joinedCells } from './tables/person-cells.ts';

export const LEDGER_SHAPE: ListShape<LedgerColumn> = {
  columns: { ...LEDGER_COLUMNS, name: STAFF_TABLE_COLUMNS.name },
  required: [['name', 'id'], ['year']],
  joined: ['name'],
  names: ['name', 'id'],
  shared: [],
  guess: ({ keys }) => [...keys],
};

export interface LedgerImport {
  readonly entries: readonly LedgerEntry[];
  readonly questions: readonly RosterQuestion[];
  /** Rows with a figure or year that is none, and what it says. */
  readonly faults: readonly { readonly row: number; readonly value: string }[];
  readonly rows: number;
}

const LEAST_YEAR = 1990;
const MOST_YEAR = 2100;
const MOST_AMOUNT = 100_000;

export function readLedgerImport(
  table: ListTable<LedgerColumn>,
  staff: readonly StaffMember[],
): LedgerImport {
  const people = new DutyPeople(staff, table.answers);
  const questions = new Map<string, RosterQuestion>();
  const faults: LedgerImport['faults'][number][] = [];
  const lines = table.lines.filter(({ aside }) => aside === undefined);
  const entries = lines.flatMap((line): LedgerEntry[] => {
    const cell = (key: LedgerColumn): string => joinedCells(table, line, key).trim();
    const wholeOf = (key: LedgerColumn): number => {
      const text = cell(key);
      const number = /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
      const sound = key === 'year' ? number >= LEAST_YEAR && number <= MOST_YEAR : number <= MOST_AMOUNT;
      if (text !== '' && !sound) faults.push({ row: line.row, value: text });
      return sound ? number : 0;
    };
    const year = wholeOf('year');
    const named =
      cell('id') === '' ? cell('name') : (staff.find(({ id }) => id === cell('id'))?.name ?? cell('name'));
    const coded = staff.find(({ id }) => id === cell('id') && id !== '');
    const who = coded ? ({ kind: 'person', person: coded } as const) : people.find(named, '');
    if (who !== 'none' && who.kind === 'question') {
      const count = (questions.get(who.id)?.count ?? 0) + 1;
      questions.set(who.id, { ...who, kind: 'who', value: named, count });
    }
    const amounts = LEDGER_KINDS.map((kind) => ({ kind, amount: wholeOf(kind) }));
    if (year === 0 && cell('year') === '') faults.push({ row: line.row, value: '' });
    if (who === 'none' || who.kind === 'question' || year === 0) return [];
    const staffId = who.person.id;
    return amounts.filter(({ amount }) => amount > 0).map((each) => ({ staffId, year, ...each }));
  });
  return { entries, questions: [...questions.values()], faults, rows: lines.length };
}
