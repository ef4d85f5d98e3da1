/** A table of leave and wishes held against what is known around a period: what is new, what stands there already, what is wrong where. */

import type { AvailabilityEntry } from '../domain/case.ts';
import { entryRef } from '../domain/own-availability.ts';
import type { Post } from '../domain/unit.ts';
import { LEAVE_COLUMNS, type LeaveColumn } from './columns.ts';
import { FaultList } from './fault-list.ts';
import { type ImportChoice, type ImportShape, type ImportTable, importedRows } from './import-table.ts';
import { readLeaveEntry } from './leave-file.ts';
import type { People } from './people.ts';
import type { SheetRow } from './sheet.ts';
import type { CellNote } from './staff-import.ts';
import { columnLetter } from './table-rows.ts';

export type LeaveField = Exclude<LeaveColumn, 'ignored'>;

export const LEAVE_FIELDS = Object.keys(LEAVE_COLUMNS).filter((key) => key !== 'ignored') as LeaveField[];

export const LEAVE_SHAPE: ImportShape<LeaveColumn> = {
  columns: LEAVE_COLUMNS,
  required: [['name', 'id'], ['from']],
};

export interface ImportedLine {
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellNote[];
  readonly warnings: readonly CellNote[];
  /** Absent with a fault. */
  readonly entry?: AvailabilityEntry;
  /** Stands there already, note and weight included. */
  readonly known: boolean;
}

export interface LeaveImport {
  readonly lines: readonly ImportedLine[];
  /** In the period, but not in the table. */
  readonly missing: readonly AvailabilityEntry[];
  readonly faults: readonly CellNote[];
}

export interface LeaveKnown {
  readonly people: People;
  readonly posts: readonly Post[];
  readonly entries: readonly AvailabilityEntry[];
  /** Whether a line touches the period at all: one that does not is taken, and told. */
  readonly touches: (entry: AvailabilityEntry) => boolean;
  /** Whether it is so far from today that the year is most likely a slip. */
  readonly isFar: (entry: AvailabilityEntry) => boolean;
}

export function readLeaveImport(
  table: ImportTable,
  choice: ImportChoice<LeaveColumn>,
  known: LeaveKnown,
): LeaveImport {
  const lines = importedRows(table, choice).map(({ row, sheetRow }): ImportedLine => {
    const faults = new FaultList();
    const entry = readLeaveEntry(sheetRow, known, faults);
    if (entry) tellTime(entry, sheetRow, known, faults);
    const sound = faults.count === 0 ? entry : undefined;
    const same = sound && known.entries.find((each) => entryRef(each) === entryRef(sound));
    return {
      row: row.row,
      cells: row.cells,
      faults: notesOf(faults.faults, choice),
      warnings: notesOf(faults.warnings, choice),
      known: same !== undefined && same.weight === sound?.weight && same.note === sound.note,
      ...(sound ? { entry: sound } : {}),
    };
  });
  const refs = new Set(lines.flatMap(({ entry }) => (entry ? [entryRef(entry)] : [])));
  return {
    lines,
    missing: known.entries.filter((entry) => !refs.has(entryRef(entry))),
    faults: wholeFaults(table, choice),
  };
}

function tellTime(
  entry: AvailabilityEntry,
  sheetRow: SheetRow<LeaveColumn>,
  { touches, isFar }: LeaveKnown,
  faults: FaultList,
): void {
  const { file, row, column } = sheetRow.cell('from');
  const at = { params: {}, file, row, column };
  if (isFar(entry)) faults.fault({ key: 'error.availability.far', ...at });
  else if (!touches(entry)) faults.warn({ key: 'warning.availability.outside', ...at });
}

function wholeFaults({ rows }: ImportTable, { heading, keys }: ImportChoice<LeaveColumn>): CellNote[] {
  if (!keys.includes('name') && !keys.includes('id')) {
    return [{ key: 'fault.import.person-column', params: {} }];
  }
  if (!keys.includes('from')) return [{ key: 'fault.import.from-column', params: {} }];
  const twice = keys.find((key, i) => key !== undefined && keys.indexOf(key) < i);
  if (twice !== undefined) {
    return [{ key: 'fault.import.column-twice', params: { heading: LEAVE_COLUMNS[twice][0] } }];
  }
  return rows.some(({ row }) => row > heading) ? [] : [{ key: 'fault.import.no-rows', params: {} }];
}

function notesOf(found: FaultList['faults'], { keys }: ImportChoice<LeaveColumn>): CellNote[] {
  const letters = keys.map((_, i) => columnLetter(i));
  return found.map(({ key, params, column, value = '' }) => {
    const place = letters.indexOf(column ?? '');
    return { key, params: { value, ...params }, ...(place < 0 ? {} : { column: place }) };
  });
}
