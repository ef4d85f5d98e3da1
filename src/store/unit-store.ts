/** Units as kept in the database. */

import type { Instant } from '../calendar/interval.ts';
import type { Unit } from '../domain/unit.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, rowIn, saveIn, someIn } from './rows.ts';
import type { UnitRow } from './tables.ts';

const COLUMNS = ['id', 'name', 'parent_name', 'place', 'zone', 'call_note', 'list_order'] as const;

/** Adds the unit, or replaces what is known of it. */
export async function saveUnit(db: Database, unit: Unit): Promise<void> {
  const row = unitToRow(unit);
  await saveIn(db, 'unit', ['id'], row);
}

export async function findUnit(db: Database, id: string): Promise<Unit | undefined> {
  const row = await rowIn(db, 'unit', { id });
  return row && unitFromRow(row);
}

export async function hasUnits(db: Database): Promise<boolean> {
  return (await db.selectFrom('unit').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Of every unit no more than its id and name, by id. */
export function listUnitNames(db: Database): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('unit').select(['id', 'name']).orderBy('id').execute();
}

export interface UnitCounts {
  readonly people: number;
  readonly periods: number;
  /** Of its newest version; absent while nothing was published. */
  readonly publishedAt?: Instant;
}

/** Of these units alone, by id. */
export async function countsOfUnits(
  db: Database,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, UnitCounts>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .where('id', 'in', unitIds)
    .select((eb) => [
      'id',
      eb
        .selectFrom('staff_member')
        .whereRef('staff_member.unit_id', '=', 'unit.id')
        .where('left_at', 'is', null)
        .select((each) => each.fn.countAll<number>().as('count'))
        .as('people'),
      eb
        .selectFrom('period')
        .whereRef('period.unit_id', '=', 'unit.id')
        .select((each) => each.fn.countAll<number>().as('count'))
        .as('periods'),
      eb
        .selectFrom('version')
        .whereRef('version.unit_id', '=', 'unit.id')
        .select((each) => each.fn.max('published_at').as('last'))
        .as('published_at'),
    ])
    .execute();
  return new Map(
    rows.map(({ id, people, periods, published_at: publishedAt }) => [
      id,
      { people: people ?? 0, periods: periods ?? 0, ...withoutNulls({ publishedAt }) },
    ]),
  );
}

/** By id. */
export async function listUnits(db: Database): Promise<Unit[]> {
  return (await db.selectFrom('unit').selectAll().orderBy('id').execute()).map(unitFromRow);
}

/** Whom to call when nobody on duty has a number; empty for none. */
export async function findLastResort(db: Database, unitId: string): Promise<string> {
  const row = await someIn(db, 'unit', { id: unitId }).select('last_resort').executeTakeFirst();
  return row?.last_resort ?? '';
}

export async function saveLastResort(db: Database, unitId: string, phone: string): Promise<void> {
  await changeIn(db, 'unit', { id: unitId }).to({ last_resort: phone === '' ? null : phone });
}

function unitToRow(unit: Unit): UnitRow {
  return columnsOf(unit, COLUMNS);
}

function unitFromRow(row: UnitRow): Unit {
  return fieldsOf(row, COLUMNS);
}
