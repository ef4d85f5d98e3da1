/** A table of people on its way through the pages: read from a file or a paste, its columns guessed, then said by someone. */

import type { StaffMember } from '../../domain/staff.ts';
import type { StaffColumn } from '../../input/columns.ts';
import {
  guessChoice,
  type ImportChoice,
  type ImportTable,
  mendTable,
  packTable,
  readImportFile,
  readImportPaste,
  unpackTable,
} from '../../input/import-table.ts';
import { STAFF_FIELDS, STAFF_SHAPE, type StaffField } from '../../input/staff-import.ts';
import type { Fault } from '../../kernel/fault.ts';

export interface StaffTable {
  readonly table: ImportTable;
  readonly choice: ImportChoice<StaffColumn>;
}

export type StaffTableRead =
  | ({ readonly ok: true } & StaffTable)
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What a column can be said to be. */
export const IMPORT_FIELDS: readonly StaffField[] = STAFF_FIELDS;

/** CSV or XLSX. */
export async function readStaffFile(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<StaffTableRead> {
  return guessed(await readImportFile(file, STAFF_SHAPE));
}

/** @param name what the paste is called when something of it is told. */
export function readStaffPaste(name: string, text: string): StaffTableRead {
  return guessed(readImportPaste(name, text));
}

function guessed(read: Awaited<ReturnType<typeof readImportFile>>): StaffTableRead {
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
  const keys = fields.map((field) => STAFF_FIELDS.find((each) => each === field));
  return { table: mendTable(table, mends), choice: { heading, keys } };
}

/** A person's field as a cell has it. */
export function staffCell(member: StaffMember, field: StaffField): string {
  switch (field) {
    case 'skills':
      return member.skills.join('; ');
    case 'newcomer':
      return member.newcomer ? 'x' : '';
    case 'share':
      return String(member.share);
    case 'shifts':
    case 'hours':
    case 'nights':
      return String(member.limits[field] ?? '');
    default:
      return member[field];
  }
}
