/** Takes a table of leave and wishes in, beside a period: shown first against what is known there, then taken whole or not at all. */

import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import { daysAround, reachOf, stretchOf, touches } from '../../domain/availability-line.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import type { LeaveTableColumn } from '../../input/columns.ts';
import {
  LEAVE_FIELDS,
  LEAVE_SHAPE,
  type LeaveField,
  type LeaveImport,
  readLeaveImport,
} from '../../input/leave-import.ts';
import { columnsSaid, type ListTable, layOut } from '../../input/tables/list-table.ts';
import { type Told, toldOfTable } from '../../input/tables/told.ts';
import { deleteLines, listLines, saveLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import { listColumns, saveColumns } from '../../store/list-column-store.ts';
import { listPosts } from '../../store/post-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listParticipants, listStaff } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requirePeriod } from '../require.ts';
import type { AskedTable } from '../staff/given-table.ts';
import { stampOf } from '../stamp.ts';
import { isFar } from './add-availability.ts';
import { type By, openAvailabilityAccess } from './availability-access.ts';

export const IMPORT_LEAVE_FIELDS: readonly LeaveField[] = LEAVE_FIELDS;

export interface LeavePreview {
  readonly period: Period;
  readonly unit: Unit;
  readonly table: ListTable<LeaveTableColumn>;
  readonly told: readonly Told[];
  readonly read: LeaveImport;
  readonly staff: readonly StaffMember[];
  /** Names what is known now: what is confirmed is what was shown. */
  readonly stamp: string;
}

export interface LeaveImporting extends AskedTable {
  readonly key: PeriodKey;
}

/** Changes nothing. Throws `not-found`, `forbidden`. */
export function previewLeaveImport(app: App, importing: LeaveImporting): Promise<LeavePreview> {
  return readOnly(app.db, (trx) => previewWithin(trx, app, importing));
}

async function previewWithin(
  trx: Database,
  app: App,
  { key, book, asked }: LeaveImporting,
): Promise<LeavePreview> {
  const { unitId } = key;
  const { unit } = await openAvailabilityAccess(trx, app, { unitId, action: 'availability.edit' });
  const period = await requirePeriod(trx, key);
  const { zone } = unit;
  const staff = await listStaff(trx, unitId);
  const near = await listLines(trx, unitId, { within: daysAround(period, zone), state: 'granted' });
  const partaking = new Set((await listParticipants(trx, key)).map(({ id }) => id));
  const touching = (entry: AvailabilityEntry): boolean => touches(entry, reachOf(period), zone);
  const today = dayOf(app.clock(), zone);
  const known = {
    staff,
    around: daysOf(period, zone),
    posts: await listPosts(trx, key),
    entries: near.map(({ entry }) => entry).filter((each) => partaking.has(each.staffId) && touching(each)),
    touches: touching,
    isFar: (entry: AvailabilityEntry): boolean => isFar(entry, today),
  };
  const remembered = await listColumns(trx, { unitId, list: 'leave' });
  const table = layOut(book, LEAVE_SHAPE, { remembered, ...asked });
  return {
    period,
    unit,
    staff,
    table,
    told: toldOfTable(table),
    read: readLeaveImport(table, known),
    stamp: stampOf(known.entries),
  };
}

/** First and last day, as the unit's own zone has them. */
function daysOf({ span }: Period, zone: string): { readonly first: Day; readonly last: Day } {
  return { first: dayOf(span.start, zone), last: dayOf((span.end - 1) as Instant, zone) };
}

export interface LeaveTaking extends LeaveImporting {
  readonly by: By;
  readonly stamp: string;
  /** Whether lines that are not in the table go. */
  readonly removeMissing: boolean;
}

export type LeaveTaken =
  | { readonly taken: true; readonly added: number; readonly removed: number }
  | { readonly taken: false; readonly reason: 'faults' | 'moved-on'; readonly preview: LeavePreview };

/**
 * Leave and wishes become those of the people named, for whatever time. Drafts of the periods they say something of lose
 * their certificates, published versions stay as they are. Throws `not-found`, `forbidden`.
 */
export function importLeave(app: App, taking: LeaveTaking): Promise<LeaveTaken> {
  const { key, by, removeMissing } = taking;
  const { unitId } = key;
  return app.db.transaction().execute(async (trx): Promise<LeaveTaken> => {
    const preview = await previewWithin(trx, app, taking);
    const { read, stamp, unit } = preview;
    const open = read.lines.some(({ faults, question }) => faults.length > 0 || question !== undefined);
    const faulty = read.faults.length > 0 || open;
    if (faulty) return { taken: false, reason: 'faults', preview };
    if (stamp !== taking.stamp) return { taken: false, reason: 'moved-on', preview };
    const fresh = read.lines.flatMap(({ entries, known }) => (known ? [] : entries));
    const gone = removeMissing ? read.missing : [];
    await removeEntries(trx, unitId, gone);
    const enteredAt = app.clock();
    const lines = fresh.map((entry) => ({ entry, state: 'granted', origin: 'unit', enteredAt }) as const);
    await saveLines(trx, unitId, lines);
    for (const entry of [...fresh, ...gone]) {
      await dropCertificatesWithin(trx, unitId, stretchOf(entry, unit.zone));
    }
    await saveColumns(trx, { unitId, list: 'leave' }, columnsSaid(preview.table));
    await record(
      trx,
      app,
      { actor: by.actor, action: 'availability.import', unitId, subject: key.periodId },
      { added: fresh.length, removed: gone.length },
    );
    return { taken: true, added: fresh.length, removed: gone.length };
  });
}

async function removeEntries(
  trx: Database,
  unitId: string,
  entries: readonly AvailabilityEntry[],
): Promise<void> {
  const refs = new Set(entries.map(entryRef));
  const lines = (await listLines(trx, unitId)).filter(({ entry }) => refs.has(entryRef(entry)));
  await deleteLines(
    trx,
    unitId,
    lines.map(({ id }) => id),
  );
}
