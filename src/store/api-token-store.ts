/** Tokens of the JSON API: the hash of each, the unit it may read, and when it was last used. */

import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import type { ApiRight, ApiTokenRow } from './machine-tables.ts';
import { findLiveIn, listIn, type TokenLife, usedFromRow } from './token-store.ts';

/** A token as it may be shown: neither token nor hash. */
export interface ApiAccess extends TokenLife {
  readonly id: string;
  readonly unitId: string;
  /** What it was made for: "Zabbix". */
  readonly name: string;
  readonly may: ApiRight;
  readonly createdAt: Instant;
}

export async function insertApiToken(db: Database, access: ApiAccess, tokenHash: string): Promise<void> {
  await db
    .insertInto('api_token')
    .values({
      id: access.id,
      token_hash: tokenHash,
      unit_id: access.unitId,
      name: access.name,
      may: access.may,
      created_at: access.createdAt,
      last_used_at: null,
      last_client: null,
      revoked_at: null,
      ends_at: access.endsAt ?? null,
    })
    .execute();
}

/** The live token with this hash that may do one of these; a revoked one is not found. */
export async function findApiToken(
  db: Database,
  tokenHash: string,
  mays: readonly ApiRight[],
): Promise<ApiAccess | undefined> {
  const row = await findLiveIn(db, 'api_token', tokenHash);
  return row && mays.includes(row.may) ? accessFromRow(row) : undefined;
}

/** Revoked ones too, by creation. */
export async function listApiTokens(db: Database, unitId: string): Promise<ApiAccess[]> {
  return (await listIn(db, 'api_token', unitId)).map(accessFromRow);
}

function accessFromRow(row: Selectable<ApiTokenRow>): ApiAccess {
  return {
    id: row.id,
    unitId: row.unit_id,
    name: row.name,
    may: row.may,
    createdAt: row.created_at,
    ...usedFromRow(row),
  };
}
