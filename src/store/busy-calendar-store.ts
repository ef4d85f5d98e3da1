/** Calendars people let us read for when they are busy. Addresses pass sealed. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { Fault } from '../kernel/fault.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { BusyCalendarRow } from './machine-tables.ts';
import { readJson } from './records.ts';
import { changeIn, deleteIn, insertIn, rowIn, rowsIn } from './rows.ts';

const COLUMNS = ['unit_id', 'staff_id', 'created_at', 'asked_at', 'read_at'] as const;

export interface StaffKey {
  readonly unitId: string;
  readonly staffId: string;
}

export interface BusyCalendar extends StaffKey {
  readonly sealedAddress: string;
  readonly createdAt: Instant;
  /** When it was last asked for, whatever came of it. */
  readonly askedAt?: Instant;
  /** When it was last read whole. */
  readonly readAt?: Instant;
  /** Message key of what went wrong last; absent when nothing did. */
  readonly outcome?: string;
  /** What of it could not be read last; absent when there is nothing to tell. */
  readonly notes?: readonly Pick<Fault, 'key' | 'params'>[];
}

/** In place of the person's calendar before. */
export async function replaceBusyCalendar(db: Database, calendar: BusyCalendar): Promise<void> {
  await deleteBusyCalendar(db, calendar);
  await insertIn(db, 'busy_calendar', {
    ...columnsOf(calendar, COLUMNS),
    address: calendar.sealedAddress,
    outcome: outcomeToColumn(calendar),
  });
}

export async function deleteBusyCalendar(db: Database, { unitId, staffId }: StaffKey): Promise<void> {
  await deleteIn(db, 'busy_calendar', { unit_id: unitId, staff_id: staffId });
}

export async function findBusyCalendar(
  db: Database,
  { unitId, staffId }: StaffKey,
): Promise<BusyCalendar | undefined> {
  const row = await rowIn(db, 'busy_calendar', { unit_id: unitId, staff_id: staffId });
  return row && calendarFromRow(row);
}

/** Of everyone in the unit who lets one be read, by person. */
export async function listBusyCalendars(db: Database, unitId: string): Promise<BusyCalendar[]> {
  const rows = await rowsIn(db, 'busy_calendar', { unit_id: unitId }).orderBy('staff_id').execute();
  return rows.map(calendarFromRow);
}

/** Those never asked for, or not since `before`. */
export async function listDueCalendars(
  db: Database,
  before: Instant,
  limit: number,
): Promise<BusyCalendar[]> {
  const rows = await db
    .selectFrom('busy_calendar')
    .selectAll()
    .where((eb) => eb.or([eb('asked_at', 'is', null), eb('asked_at', '<=', before)]))
    .orderBy('asked_at')
    .orderBy('unit_id')
    .orderBy('staff_id')
    .limit(limit)
    .execute();
  return rows.map(calendarFromRow);
}

export async function recordAsking(
  db: Database,
  { unitId, staffId }: StaffKey,
  asking: Pick<BusyCalendar, 'readAt' | 'outcome' | 'notes'> & { readonly askedAt: Instant },
): Promise<void> {
  await changeIn(db, 'busy_calendar', { unit_id: unitId, staff_id: staffId }).to({
    asked_at: asking.askedAt,
    outcome: outcomeToColumn(asking),
    ...(asking.readAt === undefined ? {} : { read_at: asking.readAt }),
  });
}

function calendarFromRow(row: BusyCalendarRow): BusyCalendar {
  return {
    ...fieldsOf(row, COLUMNS),
    sealedAddress: row.address,
    ...outcomeFromColumn(row.outcome),
  };
}

type Outcome = Pick<BusyCalendar, 'outcome' | 'notes'>;

const outcomeShape: z.ZodType<Outcome> = z.object({
  outcome: z.string().exactOptional(),
  notes: z
    .array(z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .exactOptional(),
});

/** A key alone, as it has always been kept; with notes, both as JSON. */
function outcomeToColumn({ outcome, notes = [] }: Outcome): string | null {
  return notes.length > 0 ? JSON.stringify({ outcome, notes }) : (outcome ?? null);
}

function outcomeFromColumn(column: string | null): Outcome {
  if (column === null) return {};
  return column.startsWith('{') ? readJson(outcomeShape, column) : { outcome: column };
}
