/** Replacements of published seats as kept in the database. */

import { sql } from 'kysely';
import type { PeriodKey } from '../domain/period.ts';
import type { Replacement } from '../domain/replacement.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { rowIn, rowsIn, saveIn } from './rows.ts';
import type { ReplacementRow } from './swap-tables.ts';

const COLUMNS = [
  'id',
  'unit_id',
  'period_id',
  'version',
  'from_id',
  'to_id',
  'approval',
  'decided_by',
  'decided_at',
  'reason',
] as const;

/** Spelt out, since an index of some rows serves only who names the same ones. */
const OPEN = [sql.lit<Approval>('waiting'), sql.lit<Approval>('refused')] as const;
type Approval = ReplacementRow['approval'];

export async function saveReplacement(db: Database, replacement: Replacement): Promise<void> {
  const row = toRow(replacement);
  await saveIn(db, 'replacement', ['id'], row);
}

export async function findReplacement(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): Promise<Replacement | undefined> {
  const row = await rowIn(db, 'replacement', { unit_id: unitId, id });
  return row && fromRow(row);
}

/** Those that still want someone's agreement, oldest first. */
export function listWaitingReplacements(db: Database, unitId: string): Promise<Replacement[]> {
  return listWith(db, unitId, 'waiting');
}

/** Those that someone refused to agree to, oldest first. */
export function listRefusedReplacements(db: Database, unitId: string): Promise<Replacement[]> {
  return listWith(db, unitId, 'refused');
}

/** Of one period, in the order they happened, agreed to or not. */
export async function listReplacementsOf(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<Replacement[]> {
  const rows = await rowsIn(db, 'replacement', { unit_id: unitId, period_id: periodId })
    .orderBy('replaced_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

async function listWith(
  db: Database,
  unitId: string,
  approval: 'waiting' | 'refused',
): Promise<Replacement[]> {
  const rows = await rowsIn(db, 'replacement', { unit_id: unitId, approval })
    .where('approval', 'in', OPEN)
    .orderBy('replaced_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

function toRow({ seat, ...each }: Replacement): ReplacementRow {
  return {
    ...columnsOf(each, COLUMNS),
    shift_id: seat.shiftId,
    place: seat.place,
    replaced_by: each.by,
    replaced_at: each.at,
  };
}

function fromRow(row: ReplacementRow): Replacement {
  return {
    ...fieldsOf(row, COLUMNS),
    seat: fieldsOf(row, ['shift_id', 'place']),
    by: row.replaced_by,
    at: row.replaced_at,
  };
}
