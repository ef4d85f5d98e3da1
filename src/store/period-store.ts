/** Periods, and where each of them stands: drafted, published, withdrawn. */

import type { Instant } from '../calendar/interval.ts';
import type { CededHours, Period, PeriodKey } from '../domain/period.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { ceded, readJson, spans, texts } from './records.ts';
import { changeIn, deleteIn, rowIn, rowsIn, someIn } from './rows.ts';
import type { PeriodRow } from './tables.ts';

const COLUMNS = ['id', 'name', 'submit_by', 'wishes_until'] as const;

export interface PeriodSummary {
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  /** Absent while nothing was solved or drawn up. */
  readonly draft?: { readonly revision: number; readonly updatedAt: Instant };
  /** The newest version; absent while nothing was published. */
  readonly published?: {
    readonly number: number;
    readonly publishedAt: Instant;
    readonly withdrawn: boolean;
  };
}

/** Adds the period, or replaces what is known of it but the hours it left to others: see `saveCededHours`. */
export async function savePeriod(db: Database, unitId: string, period: Period): Promise<void> {
  const row = periodToRow(unitId, period);
  await db
    .insertInto('period')
    .values({ ...row, ceded: null })
    .onConflict((conflict) => conflict.columns(['unit_id', 'id']).doUpdateSet(row))
    .execute();
}

/** The hours other periods cover in its place. They are no setting: no form and no case file knows of them. */
export async function saveCededHours(
  db: Database,
  { unitId, periodId }: PeriodKey,
  ceded: readonly CededHours[],
): Promise<void> {
  await changeIn(db, 'period', { unit_id: unitId, id: periodId }).to({
    ceded: ceded.length > 0 ? JSON.stringify(ceded) : null,
  });
}

export async function findPeriod(db: Database, { unitId, periodId }: PeriodKey): Promise<Period | undefined> {
  const row = await rowIn(db, 'period', { unit_id: unitId, id: periodId });
  return row && periodFromRow(row);
}

/** With everything that hangs on it but versions, which never go: the caller has seen that there are none. */
export async function deletePeriod(db: Database, { unitId, periodId }: PeriodKey): Promise<void> {
  await deleteIn(db, 'period', { unit_id: unitId, id: periodId });
}

/** Ids of the unit's periods that have left hours to another. */
export async function listPeriodsCeding(db: Database, unitId: string): Promise<string[]> {
  const rows = await someIn(db, 'period', { unit_id: unitId })
    .select('id')
    .where('ceded', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** The periods of any unit that have this id, by unit. */
export async function findPeriodKeys(db: Database, periodId: string): Promise<PeriodKey[]> {
  const rows = await someIn(db, 'period', { id: periodId })
    .select(['unit_id', 'id'])
    .orderBy('unit_id')
    .execute();
  return rows.map((row) => ({ unitId: row.unit_id, periodId: row.id }));
}

/** The periods of any unit that last until they are lifted, by unit. */
export async function listOpenPeriods(db: Database): Promise<(PeriodKey & { readonly period: Period })[]> {
  const rows = await rowsIn(db, 'period', { until_lifted: 1 }).orderBy('unit_id').orderBy('id').execute();
  return rows.map((row) => ({ unitId: row.unit_id, periodId: row.id, period: periodFromRow(row) }));
}

/** The ids of all periods of all units. */
export async function listPeriodIds(db: Database): Promise<string[]> {
  return (await db.selectFrom('period').select('id').execute()).map(({ id }) => id);
}

/** The periods of a unit, or of all, by start, then unit and id. Of one, no other's are read. */
export async function listPeriods(db: Database, unitId?: string): Promise<PeriodSummary[]> {
  const periods = db.selectFrom('period');
  const asked = unitId === undefined ? periods : periods.where('period.unit_id', '=', unitId);
  const rows = await asked
    .innerJoin('unit', 'unit.id', 'period.unit_id')
    .leftJoin('draft', (join) =>
      join.onRef('draft.unit_id', '=', 'period.unit_id').onRef('draft.period_id', '=', 'period.id'),
    )
    .leftJoin('version', (join) =>
      join
        .onRef('version.unit_id', '=', 'period.unit_id')
        .onRef('version.period_id', '=', 'period.id')
        .on('version.number', '=', (eb) =>
          eb
            .selectFrom('version as other')
            .select((each) => each.fn.max('other.number').as('newest'))
            .whereRef('other.unit_id', '=', 'period.unit_id')
            .whereRef('other.period_id', '=', 'period.id'),
        ),
    )
    .selectAll('period')
    .select([
      'unit.name as unit_name',
      'draft.revision',
      'draft.updated_at',
      'version.number',
      'version.published_at',
      'version.withdrawn',
    ])
    .orderBy('period.starts_at')
    .orderBy('period.unit_id')
    .orderBy('period.id')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    unitName: row.unit_name,
    period: periodFromRow(row),
    ...withoutNulls({ draft: draftOf(row), published: publishedOf(row) }),
  }));
}

function draftOf(row: {
  revision: number | null;
  updated_at: Instant | null;
}): NonNullable<PeriodSummary['draft']> | null {
  const { revision, updated_at: updatedAt } = row;
  return revision === null || updatedAt === null ? null : { revision, updatedAt };
}

function publishedOf(row: {
  number: number | null;
  published_at: Instant | null;
  withdrawn: number | null;
}): NonNullable<PeriodSummary['published']> | null {
  const { number, published_at: publishedAt, withdrawn } = row;
  return number === null || publishedAt === null ? null : { number, publishedAt, withdrawn: withdrawn === 1 };
}

function periodToRow(unitId: string, period: Period): Omit<PeriodRow, 'ceded'> {
  return {
    unit_id: unitId,
    ...columnsOf(period, COLUMNS),
    starts_at: period.span.start,
    ends_at: period.span.end,
    parts: period.parts ? JSON.stringify(period.parts) : null,
    holidays: JSON.stringify(period.holidays),
    until_lifted: period.untilLifted === true ? 1 : 0,
  };
}

function periodFromRow(row: PeriodRow): Period {
  return {
    ...fieldsOf(row, COLUMNS),
    span: { start: row.starts_at, end: row.ends_at },
    holidays: readJson(texts, row.holidays),
    ...withoutNulls({
      parts: row.parts === null ? null : readJson(spans, row.parts),
      untilLifted: row.until_lifted === 1 ? (true as const) : null,
      ceded: row.ceded === null ? null : readJson(ceded, row.ceded),
    }),
  };
}
