/** Where units stand in the tree. Whole branches are read by one recursive query, however deep. */

import { type RawBuilder, sql } from 'kysely';
import type { UnitMove, UnitPlace } from '../domain/unit-tree.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { UnitPlaceRow } from './order-tables.ts';
import { insertIn, rowIn, rowsIn, saveIn } from './rows.ts';

const COLUMNS = ['unit_id', 'superior_id', 'kind', 'branch'] as const;

/** A unit below another: how far, and what it is called. */
export interface UnitBelow extends UnitPlace {
  readonly name: string;
  /** 1 for those directly below. */
  readonly depth: number;
}

/** A fault of an older program must not make a query run for ever. */
const MOST_STEPS = 32;

/** Adds the unit to the tree or moves it, and keeps when it came below another superior. */
export async function savePlace(db: Database, place: UnitPlace, at: UnitMove['at']): Promise<void> {
  const before = await findPlace(db, place.unitId);
  const row = placeToRow(place);
  await saveIn(db, 'unit_place', ['unit_id'], row);
  if (before && before.superiorId === place.superiorId) return;
  const superior_id = place.superiorId ?? null;
  await insertIn(db, 'unit_move', { unit_id: place.unitId, superior_id, at });
}

export async function findPlace(db: Database, unitId: string): Promise<UnitPlace | undefined> {
  const row = await rowIn(db, 'unit_place', { unit_id: unitId });
  return row && placeFromRow(row);
}

/** Every unit that has a place, by id. */
export async function listPlaces(db: Database): Promise<UnitPlace[]> {
  return (await db.selectFrom('unit_place').selectAll().orderBy('unit_id').execute()).map(placeFromRow);
}

/** All below the unit at any depth, without it; by depth, then by id. */
export async function listBelow(db: Database, unitId: string): Promise<UnitBelow[]> {
  const { rows } = await sql<UnitPlaceRow & { name: string; depth: number }>`
    WITH RECURSIVE below (unit_id, depth) AS (
      SELECT unit_id, 1 FROM unit_place WHERE superior_id = ${unitId}
      UNION ALL
      SELECT p.unit_id, b.depth + 1 FROM below AS b JOIN unit_place AS p ON p.superior_id = b.unit_id
      WHERE b.depth < ${MOST_STEPS}
    )
    SELECT p.*, u.name, b.depth
    FROM below AS b JOIN unit_place AS p ON p.unit_id = b.unit_id JOIN unit AS u ON u.id = b.unit_id
    ORDER BY b.depth, b.unit_id`.execute(db);
  return rows.map((row) => ({ ...placeFromRow(row), name: row.name, depth: row.depth }));
}

/** A subquery: ids of all below the unit at any depth. */
export function idsBelow(unitId: string): RawBuilder<string> {
  return sql<string>`(
    WITH RECURSIVE below (unit_id, depth) AS (
      SELECT unit_id, 1 FROM unit_place WHERE superior_id = ${unitId}
      UNION ALL
      SELECT p.unit_id, b.depth + 1 FROM below AS b JOIN unit_place AS p ON p.superior_id = b.unit_id
      WHERE b.depth < ${MOST_STEPS}
    )
    SELECT unit_id FROM below)`;
}

/** Ids of the units that others stand below. */
export async function listSuperiorIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('unit_place')
    .select('superior_id')
    .distinct()
    .where('superior_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ superior_id }) => superior_id ?? []));
}

/** Ids from the unit's superior to the top of its tree. */
export async function listSuperiors(db: Database, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE above (id, step) AS (
      SELECT superior_id, 1 FROM unit_place WHERE unit_id = ${unitId} AND superior_id IS NOT NULL
      UNION ALL
      SELECT p.superior_id, a.step + 1 FROM above AS a JOIN unit_place AS p ON p.unit_id = a.id
      WHERE p.superior_id IS NOT NULL AND a.step < ${MOST_STEPS}
    )
    SELECT id FROM above ORDER BY step`.execute(db);
  return rows.map(({ id }) => id);
}

/** In the order they came about. */
export async function listMoves(db: Database, unitId: string): Promise<UnitMove[]> {
  const rows = await rowsIn(db, 'unit_move', { unit_id: unitId }).orderBy('id').execute();
  return rows.map((row) => fieldsOf(row, ['unit_id', 'at', 'superior_id']));
}

function placeToRow({ contact, ...place }: UnitPlace): UnitPlaceRow {
  return {
    ...columnsOf(place, COLUMNS),
    ...{ contact_name: contact.name, contact_title: contact.title },
    ...{ contact_phone: contact.phone, contact_email: contact.email },
  };
}

function placeFromRow(row: UnitPlaceRow): UnitPlace {
  return {
    ...fieldsOf(row, COLUMNS),
    contact: {
      ...{ name: row.contact_name, title: row.contact_title },
      ...{ phone: row.contact_phone, email: row.contact_email },
    },
  };
}
