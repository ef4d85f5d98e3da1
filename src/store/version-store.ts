/** Published versions: added, read, never changed. Each keeps its plan and roster as they were, as one text. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { RosterVersion } from '../domain/version.ts';
import { Recent } from '../kernel/recent.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { replaceDuties } from './duty-stream-store.ts';
import { assignments, certificate, plan, planToRecord, readJson } from './records.ts';
import { insertIn, rowIn, rowsIn, someIn } from './rows.ts';
import type { VersionRow } from './tables.ts';
import { withoutTriggers } from './triggers.ts';

/** What a list of versions shows, without plan and roster. */
export type VersionSummary = Omit<RosterVersion, 'plan' | 'roster' | 'certificate'>;

/** The shape of the text; a later shape gets the next number and a reader of its own, since old texts stay as they are. */
const SNAPSHOT_FORMAT = 1;

const snapshot = z.object({ format: z.literal(SNAPSHOT_FORMAT), plan, assignments });

const SUMMARY_COLUMNS = [
  'unit_id',
  'period_id',
  'number',
  'published_at',
  'note',
  'override_reason',
  'withdrawn',
  'uid_scope',
] as const;

const COLUMNS_READ = [...SUMMARY_COLUMNS, 'rewrites', 'certificate', 'snapshot'] as const;

/** Adds the version, and its seats to the unit's stream. The database itself refuses a number that does not follow, and any later change. */
export async function insertVersion(db: Database, version: RosterVersion): Promise<void> {
  await insertIn(db, 'version', versionToRow(version));
  await replaceDuties(db, version);
}

export async function findVersion(
  db: Database,
  { unitId, periodId }: PeriodKey,
  number: number,
): Promise<RosterVersion | undefined> {
  const row = await rowIn(db, 'version', { unit_id: unitId, period_id: periodId, number });
  return row && versionFromRow(row);
}

/** The newest version, a withdrawing one included. */
export async function findNewestVersion(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<RosterVersion | undefined> {
  const row = await rowsIn(db, 'version', { unit_id: unitId, period_id: periodId })
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && versionFromRow(row);
}

/** 0 where nothing was published. */
export async function newestNumber(db: Database, { unitId, periodId }: PeriodKey): Promise<number> {
  const row = await someIn(db, 'version', { unit_id: unitId, period_id: periodId })
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** Ascending by number. */
export async function listVersions(db: Database, { unitId, periodId }: PeriodKey): Promise<VersionSummary[]> {
  const rows = await someIn(db, 'version', { unit_id: unitId, period_id: periodId })
    .select(SUMMARY_COLUMNS)
    .orderBy('number')
    .execute();
  return rows.map(summaryFromRow);
}

export interface VersionFilter {
  readonly unitId?: string;
  /** Only of periods whose newest version has a shift that ends after this instant. */
  readonly endsAfter?: Instant;
  /** Only of periods that begin before this instant. */
  readonly startsBefore?: Instant;
}

/** The newest version of every period, withdrawing ones included; by start, then unit and period. */
export async function listNewestVersions(
  db: Database,
  { unitId, endsAfter, startsBefore }: VersionFilter = {},
): Promise<RosterVersion[]> {
  let query = newest(db).selectAll();
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId);
  if (endsAfter !== undefined) query = query.where('ends_at', '>', endsAfter);
  if (startsBefore !== undefined) query = query.where('starts_at', '<', startsBefore);
  const rows = await query.orderBy('starts_at').orderBy('unit_id').orderBy('period_id').execute();
  return rows.map(versionFromRow);
}

/** Every version of the period, ascending by number, as the seat history folds them. */
export async function listWholeVersions(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<RosterVersion[]> {
  const rows = await rowsIn(db, 'version', { unit_id: unitId, period_id: periodId })
    .orderBy('number')
    .execute();
  return rows.map(versionFromRow);
}

/** What a version keeps of its making. */
export interface KeptVersion extends Pick<z.output<typeof snapshot>, 'plan' | 'assignments'> {
  readonly number: number;
  readonly note: string;
}

/**
 * The one exception to "never changes": erasing a person. Versions for which `change` gives undefined stay as they are.
 * Call it inside a transaction.
 */
export function rewriteVersions(
  trx: Database,
  { unitId, periodId }: PeriodKey,
  change: (kept: KeptVersion) => KeptVersion | undefined,
): Promise<void> {
  return withoutTriggers(trx, ['version_never_changes'], async () => {
    const rows = await someIn(trx, 'version', { unit_id: unitId, period_id: periodId })
      .select(['number', 'note', 'snapshot'])
      .execute();
    for (const row of rows) {
      const { number } = row;
      const changed = change({ ...readJson(snapshot, row.snapshot), number, note: row.note });
      if (!changed) continue;
      const { plan: kept, assignments: seats, note } = changed;
      await trx
        .updateTable('version')
        .set((eb) => ({
          note,
          snapshot: JSON.stringify({ format: SNAPSHOT_FORMAT, plan: planToRecord(kept), assignments: seats }),
          rewrites: eb('rewrites', '+', 1),
        }))
        .where('unit_id', '=', unitId)
        .where('period_id', '=', periodId)
        .where('number', '=', number)
        .execute();
    }
  });
}

export interface PublishedPeriod extends PeriodKey {
  /** The end of the last shift of its newest version. */
  readonly endsAt: Instant;
}

/** The periods of the unit that have a version, by start, without what is in them. */
export async function listPublishedPeriods(db: Database, unitId: string): Promise<PublishedPeriod[]> {
  const rows = await newest(db)
    .select(['unit_id', 'period_id', 'ends_at'])
    .where('unit_id', '=', unitId)
    .orderBy('starts_at')
    .orderBy('period_id')
    .execute();
  return rows.map((row) => fieldsOf(row, ['unit_id', 'period_id', 'ends_at']));
}

/** Rises with every publishing and every erasure, so that it names a state of what the unit has published. */
export async function publishedState(db: Database, unitId: string): Promise<number> {
  const { versions, rewrites } = await db
    .selectFrom('version')
    .select((eb) => [
      eb.fn.countAll<number>().as('versions'),
      eb.fn.coalesce(eb.fn.sum<number>('rewrites'), eb.lit(0)).as('rewrites'),
    ])
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return Number(versions) + Number(rewrites);
}

/** Of every period the version with the highest number. */
function newest(db: Database) {
  return db.selectFrom('version').where('number', '=', (eb) =>
    eb
      .selectFrom('version as other')
      .select((each) => each.fn.max('other.number').as('newest'))
      .whereRef('other.unit_id', '=', 'version.unit_id')
      .whereRef('other.period_id', '=', 'version.period_id'),
  );
}

function versionToRow(version: RosterVersion): VersionRow {
  const { shifts, period, unit } = version.plan;
  return {
    unit_id: unit.id,
    ...columnsOf(version, ['period_id', 'number', 'published_at', 'note', 'override_reason', 'uid_scope']),
    withdrawn: version.withdrawn ? 1 : 0,
    starts_at: period.span.start,
    ends_at: Math.max(period.span.end, ...shifts.map(({ span }) => span.end)) as Instant,
    rewrites: 0,
    certificate: version.certificate ? JSON.stringify(version.certificate) : null,
    snapshot: JSON.stringify({
      format: SNAPSHOT_FORMAT,
      plan: planToRecord(version.plan),
      assignments: version.roster.assignments,
    }),
  };
}

interface ReadVersion {
  readonly row: VersionRow;
  readonly version: RosterVersion;
}

/** Of snapshots' text; what is made of it takes some three times as much. */
const MOST_READ = 24 * 1024 * 1024;
const read = new Recent<ReadVersion>(MOST_READ);

/**
 * Reading a snapshot takes longer than all the rest of a page view. The same version again, as an object, while not one
 * letter of its row is another: an erasure rewrites them.
 */
export function versionFromRow(row: VersionRow): RosterVersion {
  const name = JSON.stringify([row.unit_id, row.period_id, row.number]);
  const known = read.get(name);
  const same = known && COLUMNS_READ.every((column) => known.row[column] === row[column]);
  const version = same ? known.version : readVersion(row);
  read.set(name, { row: same ? known.row : row, version }, row.snapshot.length);
  return version;
}

function readVersion(row: VersionRow): RosterVersion {
  const kept = readJson(snapshot, row.snapshot);
  const certified = row.certificate === null ? null : readJson(certificate, row.certificate);
  return {
    ...summaryFromRow(row),
    plan: kept.plan,
    roster: { periodId: row.period_id, assignments: kept.assignments },
    ...withoutNulls({ certificate: certified }),
  };
}

function summaryFromRow(row: Pick<VersionRow, (typeof SUMMARY_COLUMNS)[number]>): VersionSummary {
  return {
    ...fieldsOf(row, ['period_id', 'number', 'published_at', 'note', 'override_reason', 'uid_scope']),
    ...(row.withdrawn === 1 ? { withdrawn: true as const } : {}),
  };
}
