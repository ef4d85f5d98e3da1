/** Replacements of published seats as kept in the database. */

import type { Replacement } from '../domain/replacement.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import type { ReplacementRow } from './swap-tables.ts';

export async function saveReplacement(db: Database, replacement: Replacement): Promise<void> {
  const row = toRow(replacement);
  await db
    .insertInto('replacement')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function findReplacement(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): Promise<Replacement | undefined> {
  const row = await db
    .selectFrom('replacement')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Those that still want someone's agreement, oldest first. */
export async function listWaitingReplacements(db: Database, unitId: string): Promise<Replacement[]> {
  const rows = await db
    .selectFrom('replacement')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('approval', '=', 'waiting')
    .orderBy('replaced_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

function toRow({ seat, ...each }: Replacement): ReplacementRow {
  return {
    id: each.id,
    unit_id: each.unitId,
    period_id: each.periodId,
    version: each.version,
    shift_id: seat.shiftId,
    place: seat.place,
    from_id: each.fromId,
    to_id: each.toId,
    replaced_by: each.by,
    replaced_at: each.at,
    approval: each.approval ?? null,
    approved_by: each.approvedBy ?? null,
    approved_at: each.approvedAt ?? null,
  };
}

function fromRow(row: ReplacementRow): Replacement {
  return {
    id: row.id,
    unitId: row.unit_id,
    periodId: row.period_id,
    version: row.version,
    seat: { shiftId: row.shift_id, place: row.place },
    fromId: row.from_id,
    toId: row.to_id,
    by: row.replaced_by,
    at: row.replaced_at,
    ...withoutNulls({ approval: row.approval, approvedBy: row.approved_by, approvedAt: row.approved_at }),
  };
}
