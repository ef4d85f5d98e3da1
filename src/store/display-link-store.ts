/** Links for screens on walls, by the hash of their token. */

import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { insertIn } from './rows.ts';
import type { Tables } from './tables.ts';
import { findLiveIn, listIn, type TokenLife, usedFromRow } from './token-store.ts';

export interface DisplayLink extends TokenLife {
  readonly id: string;
  readonly unitId: string;
  /** Where the screen hangs, as the unit calls it. */
  readonly name: string;
  /** Whether the screen shows phone numbers. */
  readonly phones: boolean;
  /** Whether it is dimmer at night. */
  readonly dims: boolean;
  /** Shows who is on duty in the units below. */
  readonly below: boolean;
  readonly createdAt: Instant;
}

export async function insertDisplayLink(
  db: Database,
  { id, unitId, name, phones, dims, below, createdAt }: DisplayLink,
  tokenHash: string,
): Promise<void> {
  const life = { last_used_at: null, last_client: null, revoked_at: null, ends_at: null };
  await insertIn(db, 'display_link', {
    ...{ id, name, phones: Number(phones), dims: Number(dims), below: Number(below), ...life },
    ...{ unit_id: unitId, token_hash: tokenHash, created_at: createdAt },
  });
}

/** The live one; a revoked one is not found. */
export async function findDisplayLink(db: Database, tokenHash: string): Promise<DisplayLink | undefined> {
  const row = await findLiveIn(db, 'display_link', tokenHash);
  return row && linkFromRow(row);
}

/** Live ones, by creation. */
export async function listDisplayLinks(db: Database, unitId: string): Promise<DisplayLink[]> {
  return (await listIn(db, 'display_link', unitId)).filter((row) => row.revoked_at === null).map(linkFromRow);
}

function linkFromRow(row: Selectable<Tables['display_link']>): DisplayLink {
  return {
    ...fieldsOf(row, ['id', 'unit_id', 'name', 'created_at']),
    ...{ phones: row.phones === 1, dims: row.dims === 1, below: row.below === 1 },
    ...usedFromRow(row),
  };
}
