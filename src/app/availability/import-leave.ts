/** Takes a table of leave and wishes into a period: shown first against what it has, then taken whole or not at all. */

import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import { expandAvailability } from '../../domain/availability-spans.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import type { LeaveColumn } from '../../input/columns.ts';
import {
  guessChoice,
  type ImportChoice,
  type ImportTable,
  mendTable,
  packTable,
  unpackTable,
} from '../../input/import-table.ts';
import {
  LEAVE_FIELDS,
  LEAVE_SHAPE,
  type LeaveField,
  type LeaveImport,
  readLeaveImport,
} from '../../input/leave-import.ts';
import { People } from '../../input/people.ts';
import type { Fault } from '../../kernel/fault.ts';
import { listAvailability, replaceAvailability } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listPosts } from '../../store/post-store.ts';
import { listParticipants } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type GivenTable, readGivenTable } from '../staff/given-table.ts';
import type { StaffTableForm } from '../staff/staff-table.ts';
import { type By, openAvailabilityDoor } from './availability-door.ts';

/** A shift that begins at the period's end ends later; none is longer. */
const HOURS_AFTER = 48;

export interface LeaveTable {
  readonly table: ImportTable;
  readonly choice: ImportChoice<LeaveColumn>;
}

export type LeaveTableRead =
  | ({ readonly ok: true } & LeaveTable)
  | { readonly ok: false; readonly faults: readonly Fault[] };

export const IMPORT_LEAVE_FIELDS: readonly LeaveField[] = LEAVE_FIELDS;

/** CSV or XLSX, or a paste. Rejects when too many tables wait to be read. */
export async function readLeaveTable(
  app: Pick<App, 'parseFile'>,
  given: GivenTable,
  asker: string,
): Promise<LeaveTableRead> {
  const read = await readGivenTable(app, given, { shape: LEAVE_SHAPE, asker });
  return read.ok ? { ...read, choice: guessChoice(read.table, LEAVE_SHAPE) } : read;
}

export function packLeaveTable({ table }: LeaveTable): string {
  return packTable(table);
}

/** What a form brought back; undefined when it is no table of ours. */
export function resumeLeaveTable({ packed, heading, fields, mends }: StaffTableForm): LeaveTable | undefined {
  const table = unpackTable(packed);
  if (!table) return undefined;
  const keys = fields.map((field) => LEAVE_FIELDS.find((each) => each === field));
  return { table: mendTable(table, mends), choice: { heading, keys } };
}

export interface LeavePreview {
  readonly period: Period;
  readonly unit: Unit;
  readonly read: LeaveImport;
  readonly staff: readonly StaffMember[];
  /** Names what the period has now: what is confirmed is what was shown. */
  readonly stamp: string;
}

export interface LeaveImporting extends LeaveTable {
  readonly key: PeriodKey;
  readonly by: By;
}

/** Changes nothing. Throws `not-found`, `forbidden`. */
export function previewLeaveImport(app: App, importing: LeaveImporting): Promise<LeavePreview> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute((trx) => previewWithin(trx, app, importing));
}

async function previewWithin(
  trx: Database,
  app: App,
  { key, by, table, choice }: LeaveImporting,
): Promise<LeavePreview> {
  const { period, unit } = await openAvailabilityDoor(trx, app, { key, action: 'availability.edit', by });
  const entries = await listAvailability(trx, key);
  const staff = await listParticipants(trx, key);
  const { start, end } = period.span;
  const horizon = { start, end: (end + HOURS_AFTER * 3_600_000) as Instant };
  const touches = (entry: AvailabilityEntry): boolean => {
    const { leave, wishes } = expandAvailability([entry], horizon, unit.zone);
    return leave.length + wishes.length > 0;
  };
  const known = { people: new People(staff), posts: await listPosts(trx, key), entries, touches };
  return {
    period,
    unit,
    staff,
    read: readLeaveImport(table, choice, known),
    stamp: createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 24),
  };
}

export interface LeaveTaking extends LeaveImporting {
  readonly stamp: string;
  /** Whether lines that are not in the table go. */
  readonly removeMissing: boolean;
}

export type LeaveTaken =
  | { readonly taken: true; readonly added: number; readonly removed: number }
  | { readonly taken: false; readonly reason: 'faults' | 'moved-on'; readonly preview: LeavePreview };

/** The draft loses its certificate, published versions stay as they are. Throws `not-found`, `forbidden`. */
export function importLeave(app: App, taking: LeaveTaking): Promise<LeaveTaken> {
  const { key, by, removeMissing } = taking;
  return app.db.transaction().execute(async (trx): Promise<LeaveTaken> => {
    const preview = await previewWithin(trx, app, taking);
    const { read, stamp } = preview;
    const faulty = read.faults.length > 0 || read.lines.some(({ entry }) => entry === undefined);
    if (faulty) return { taken: false, reason: 'faults', preview };
    if (stamp !== taking.stamp) return { taken: false, reason: 'moved-on', preview };
    const given = new Map(read.lines.flatMap(({ entry }) => (entry ? [[entryRef(entry), entry]] : [])));
    const stays = removeMissing ? [] : read.missing;
    await replaceAvailability(trx, key, [...stays, ...given.values()]);
    await dropCertificate(trx, key);
    const added = read.lines.filter(({ known }) => !known).length;
    const removed = removeMissing ? read.missing.length : 0;
    await record(trx, app, {
      actor: by.actor,
      action: 'availability.import',
      unitId: key.unitId,
      subject: key.periodId,
      details: { added, removed },
    });
    return { taken: true, added, removed };
  });
}
