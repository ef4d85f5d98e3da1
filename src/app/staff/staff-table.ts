/** A table of people on its way through the pages: read from a file or a paste, its columns guessed, then said by someone. */

import { STAFF_FIELD_NAMES } from '../../domain/staff-fields.ts';
import type { StaffColumn } from '../../input/columns.ts';
import {
  guessChoice,
  type ImportChoice,
  type ImportTable,
  mendTable,
  packTable,
  unpackTable,
} from '../../input/import-table.ts';
import { STAFF_SHAPE } from '../../input/staff-import.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { App } from '../app.ts';
import { type GivenTable, readGivenTable } from './given-table.ts';

export interface StaffTable {
  readonly table: ImportTable;
  readonly choice: ImportChoice<StaffColumn>;
}

export type StaffTableRead =
  | ({ readonly ok: true } & StaffTable)
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** CSV or XLSX, or a paste. Rejects when too many tables wait to be read. */
export async function readStaffTable(
  app: Pick<App, 'parseFile'>,
  given: GivenTable,
  asker: string,
): Promise<StaffTableRead> {
  const read = await readGivenTable(app, given, { shape: STAFF_SHAPE, asker });
  return read.ok ? { ...read, choice: guessChoice(read.table, STAFF_SHAPE) } : read;
}

/** As a form carries it along. */
export function packStaffTable({ table }: StaffTable): string {
  return packTable(table);
}

export interface StaffTableForm {
  readonly packed: string;
  /** The row of the headings; 0 for none. */
  readonly heading: number;
  /** What each column is, by place; what is no field is left out. */
  readonly fields: readonly string[];
  readonly mends: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** What a form brought back; undefined when it is no table of ours. */
export function resumeStaffTable({ packed, heading, fields, mends }: StaffTableForm): StaffTable | undefined {
  const table = unpackTable(packed);
  if (!table) return undefined;
  const keys = fields.map((field) => STAFF_FIELD_NAMES.find((each) => each === field));
  return { table: mendTable(table, mends), choice: { heading, keys } };
}
