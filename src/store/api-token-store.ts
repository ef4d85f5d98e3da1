/** Tokens of the JSON API: the hash of each, the unit it may read, and when it was last used. */

import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { ApiRight, ApiTokenRow } from './machine-tables.ts';
import { insertIn } from './rows.ts';
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
  await insertIn(db, 'api_token', {
    ...columnsOf(access, ['id', 'unit_id', 'name', 'may', 'created_at', 'ends_at']),
    token_hash: tokenHash,
  });
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
  return { ...fieldsOf(row, ['id', 'unit_id', 'name', 'may', 'created_at']), ...usedFromRow(row) };
}
