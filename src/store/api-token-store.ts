/** Tokens of the JSON API: the hash of each, the unit it may read, and when it was last used. */

import type { Instant } from '../calendar/interval.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import type { ApiTokenRow } from './machine-tables.ts';

/** A token as it may be shown: neither token nor hash. */
export interface ApiAccess {
  readonly id: string;
  readonly unitId: string;
  /** What it was made for: "Zabbix". */
  readonly name: string;
  readonly createdAt: Instant;
  /** To the hour. */
  readonly lastUsedAt?: Instant;
  readonly lastClient?: string;
  readonly revokedAt?: Instant;
}

export async function insertApiToken(db: Database, access: ApiAccess, tokenHash: string): Promise<void> {
  await db
    .insertInto('api_token')
    .values({
      id: access.id,
      token_hash: tokenHash,
      unit_id: access.unitId,
      name: access.name,
      created_at: access.createdAt,
      last_used_at: null,
      last_client: null,
      revoked_at: null,
    })
    .execute();
}

/** The live token with this hash; a revoked one is not found. */
export async function findApiToken(db: Database, tokenHash: string): Promise<ApiAccess | undefined> {
  const row = await db
    .selectFrom('api_token')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && accessFromRow(row);
}

/** Revoked ones too, by creation. */
export async function listApiTokens(db: Database, unitId: string): Promise<ApiAccess[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(accessFromRow);
}

/** By token id. */
export async function recordApiUses(
  db: Database,
  uses: ReadonlyMap<string, { readonly at: Instant; readonly client: string }>,
): Promise<void> {
  for (const [id, use] of uses) {
    await db
      .updateTable('api_token')
      .set({ last_used_at: use.at, last_client: use.client })
      .where('id', '=', id)
      .execute();
  }
}

/** False when the unit has no live token with this id. */
export async function revokeApiToken(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function accessFromRow(row: ApiTokenRow): ApiAccess {
  return {
    id: row.id,
    unitId: row.unit_id,
    name: row.name,
    createdAt: row.created_at,
    ...withoutNulls({
      lastUsedAt: row.last_used_at,
      lastClient: row.last_client,
      revokedAt: row.revoked_at,
    }),
  };
}
