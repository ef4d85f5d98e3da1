/** A staff member as a row: a column for each field of `domain/staff-fields.ts`, the limits together as JSON. */

import type { Instant } from '../calendar/interval.ts';
import type { StaffMember } from '../domain/staff.ts';
import {
  STAFF_RECORD_FIELDS,
  type StaffKindOf,
  type StaffKindValues,
  type StaffRecordField,
  staffKind,
  staffRecord,
} from '../domain/staff-fields.ts';
import { withoutNulls } from './absent.ts';
import { type ColumnOf, columnOf } from './columns.ts';
import { limits, readJson, texts } from './records.ts';

type Stored<V> = V extends number | boolean ? number : string;

type StaffColumns = { [F in StaffRecordField as ColumnOf<F>]: Stored<StaffKindValues[StaffKindOf<F>]> };

export interface StaffRow extends StaffColumns {
  unit_id: string;
  limits: string;
  list_place: number | null;
  left_at: Instant | null;
}

const READERS: { readonly [K in keyof StaffKindValues]: (stored: string | number) => StaffKindValues[K] } = {
  code: String,
  name: String,
  text: String,
  phone: String,
  email: String,
  words: (json) => readJson(texts, String(json)),
  flag: (stored) => stored === 1,
  share: Number,
};

/** The place in the list is kept apart: it is the list's, not the person's. */
export function staffToRow(unitId: string, member: StaffMember): Omit<StaffRow, 'left_at' | 'list_place'> {
  const columns = Object.fromEntries(
    STAFF_RECORD_FIELDS.map((field) => [columnOf(field), stored(member[field])]),
  ) as StaffColumns;
  return { ...columns, unit_id: unitId, limits: JSON.stringify(member.limits) };
}

function stored(value: StaffKindValues[keyof StaffKindValues]): string | number {
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : value;
}

export function staffFromRow(row: StaffRow): StaffMember {
  const columns: StaffColumns = row;
  const record = staffRecord((field) => READERS[staffKind(field)](columns[columnOf(field)]));
  return { ...record, limits: readJson(limits, row.limits), ...withoutNulls({ listPlace: row.list_place }) };
}
