/**
 * What the secret tokens of feeds, of the API, of screens on walls and of answers without an account have in common: found by hash while they live, listed, last used, revoked.
 * What each opens stands in `feed-token-store.ts`, `api-token-store.ts`, `display-link-store.ts` and `answer-link-store.ts`.
 */

import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export type TokenTable = 'feed_token' | 'api_token' | 'display_link' | 'answer_link';

/** What is shown of any token's life. */
export interface TokenLife {
  /** To the hour. */
  readonly lastUsedAt?: Instant;
  readonly lastClient?: string;
  readonly revokedAt?: Instant;
  /** From then on it opens nothing. */
  readonly endsAt?: Instant;
}

/** The one with this token hash; a revoked one is not found, one past its end is: the clock is the asker's. */
export async function findLiveIn<T extends TokenTable>(
  db: Database,
  table: T,
  tokenHash: string,
): Promise<Selectable<Tables[T]> | undefined> {
  const row = await db
    .selectFrom<TokenTable>(table)
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row as Selectable<Tables[T]> | undefined;
}

/** Revoked ones too, by creation. */
export async function listIn<T extends TokenTable>(
  db: Database,
  table: T,
  unitId: string,
): Promise<Selectable<Tables[T]>[]> {
  const rows = await db
    .selectFrom<TokenTable>(table)
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows as Selectable<Tables[T]>[];
}

/** By the id of the link or token. */
export async function recordUsesIn(
  db: Database,
  table: TokenTable,
  uses: ReadonlyMap<string, { readonly at: Instant; readonly client: string }>,
): Promise<void> {
  for (const [id, use] of uses) {
    await db
      .updateTable(table)
      .set({ last_used_at: use.at, last_client: use.client })
      .where('id', '=', id)
      .execute();
  }
}

/** False when the unit has no live one with this id. */
export async function revokeIn(
  db: Database,
  table: TokenTable,
  { unitId, id, at }: { readonly unitId: string; readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ revoked_at: at })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export function usedFromRow(row: {
  readonly last_used_at: Instant | null;
  readonly last_client: string | null;
  readonly revoked_at: Instant | null;
  readonly ends_at: Instant | null;
}): TokenLife {
  return fieldsOf(row, ['last_used_at', 'last_client', 'revoked_at', 'ends_at']);
}

export function isPast({ endsAt }: Pick<TokenLife, 'endsAt'>, now: Instant): boolean {
  return endsAt !== undefined && endsAt <= now;
}
