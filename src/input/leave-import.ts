/** A table of leave and wishes held against what is known around a period: what is new, what stands there already, what is asked, what is wrong where. */

import type { AvailabilityEntry } from '../domain/case.ts';
import { entryRef } from '../domain/own-availability.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { Post } from '../domain/unit.ts';
import { LEAVE_TABLE_COLUMNS, type LeaveTableColumn } from './columns.ts';
import type { Around } from './day-words.ts';
import { type LeaveQuestion, type LineReading, readLeaveLine } from './leave-line.ts';
import { dayColumns, isDayHeading, readMatrixLine } from './leave-matrix.ts';
import { LeavePeople } from './leave-who.ts';
import type { TableLine } from './tables/lines.ts';
import type { ListShape, ListTable } from './tables/list-table.ts';
import type { CellNote } from './tables/person-cells.ts';

export type LeaveField = Exclude<LeaveTableColumn, 'ignored'>;

export const LEAVE_FIELDS = Object.keys(LEAVE_TABLE_COLUMNS).filter(
  (key) => key !== 'ignored',
) as LeaveField[];

export const LEAVE_SHAPE: ListShape<LeaveTableColumn> = {
  columns: LEAVE_TABLE_COLUMNS,
  required: [['name', 'id'], ['from']],
  joined: ['name', 'note'],
  isDay: isDayHeading,
  names: ['name', 'id'],
  shared: [],
  isEachRow: true,
  guess: ({ keys }) => [...keys],
};

export interface ImportedLine {
  readonly line: TableLine;
  readonly faults: readonly CellNote[];
  readonly warnings: readonly CellNote[];
  readonly question?: LeaveQuestion;
  /** None with a fault or an open question, and for a line that says nothing of leave. */
  readonly entries: readonly AvailabilityEntry[];
  /** All of it stands there already, notes and weights included. */
  readonly known: boolean;
}

export interface LeaveImport {
  readonly lines: readonly ImportedLine[];
  readonly aside: readonly TableLine[];
  /** In the period, but not in the table. */
  readonly missing: readonly AvailabilityEntry[];
  readonly faults: readonly CellNote[];
}

export interface LeaveKnown {
  readonly staff: readonly StaffMember[];
  readonly posts: readonly Post[];
  readonly entries: readonly AvailabilityEntry[];
  /** Days near which a day without a year is meant. */
  readonly around: Around;
  /** Whether a line touches the period at all: one that does not is taken, and told. */
  readonly touches: (entry: AvailabilityEntry) => boolean;
  /** Whether it is so far from today that the year is most likely a slip. */
  readonly isFar: (entry: AvailabilityEntry) => boolean;
}

export function readLeaveImport(table: ListTable<LeaveTableColumn>, known: LeaveKnown): LeaveImport {
  const { posts, around } = known;
  const people = new LeavePeople(known.staff, table.answers);
  const days = dayColumns(table, around);
  const lines = table.lines
    .filter(({ aside }) => aside === undefined)
    .map((line): ImportedLine => {
      const source = { table, line, people, posts, around };
      const read = days.size > 0 ? readMatrixLine(source, days) : readLeaveLine(source);
      return judged(line, timed(read, table, known), known);
    });
  const refs = new Set(lines.flatMap(({ entries }) => entries.map(entryRef)));
  return {
    lines,
    aside: table.lines.filter(({ aside }) => aside !== undefined),
    missing: known.entries.filter((entry) => !refs.has(entryRef(entry))),
    faults: wholeFaults(table, { days: days.size, lines: lines.length }),
  };
}

function judged(
  line: TableLine,
  { entries, ...read }: LineReading,
  { entries: there }: LeaveKnown,
): ImportedLine {
  const known = entries.every((entry) => {
    const same = there.find((each) => entryRef(each) === entryRef(entry));
    return same !== undefined && same.weight === entry.weight && same.note === entry.note;
  });
  return { line, ...read, entries, known: entries.length > 0 && known };
}

/** Told at the days' own column. */
function timed(
  read: LineReading,
  { keys }: ListTable<LeaveTableColumn>,
  { isFar, touches }: LeaveKnown,
): LineReading {
  const place = keys.indexOf('from');
  const at = place < 0 ? {} : { column: place };
  if (read.entries.some(isFar)) {
    return {
      ...read,
      entries: [],
      faults: [...read.faults, { ...at, key: 'error.availability.far', params: {} }],
    };
  }
  if (read.entries.length === 0 || read.entries.some(touches)) return read;
  return {
    ...read,
    warnings: [...read.warnings, { ...at, key: 'warning.availability.outside', params: {} }],
  };
}

function wholeFaults(
  { keys }: ListTable<LeaveTableColumn>,
  { days, lines }: { readonly days: number; readonly lines: number },
): CellNote[] {
  if (!keys.includes('name') && !keys.includes('id')) {
    return [{ key: 'fault.import.person-column', params: {} }];
  }
  if (!keys.includes('from') && days === 0) return [{ key: 'fault.import.from-column', params: {} }];
  const twice = keys.find(
    (key, i) => key !== undefined && !LEAVE_SHAPE.joined.includes(key) && keys.indexOf(key) < i,
  );
  if (twice !== undefined) {
    return [{ key: 'fault.import.column-twice', params: { heading: LEAVE_TABLE_COLUMNS[twice][0] } }];
  }
  return lines > 0 ? [] : [{ key: 'fault.import.no-rows', params: {} }];
}
