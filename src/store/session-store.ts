/** Sessions: the hash of each token, whose it is, and when it was opened, used and proved. */

import type { Instant } from '../calendar/interval.ts';
import type { Session } from '../domain/account.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, deleteIn, insertIn, rowIn, rowsIn } from './rows.ts';
import type { SessionRow } from './tables.ts';

const COLUMNS = ['id', 'account_id', 'opened_at', 'used_at', 'proved_at', 'address', 'client'] as const;

export async function insertSession(db: Database, session: Session, tokenHash: string): Promise<void> {
  await insertIn(db, 'session', {
    ...columnsOf(session, COLUMNS),
    token_hash: tokenHash,
  });
}

/** Expired ones too: whether a session still counts is the domain's word. */
export async function findSession(db: Database, tokenHash: string): Promise<Session | undefined> {
  const row = await rowIn(db, 'session', { token_hash: tokenHash });
  return row && sessionFromRow(row);
}

/** Newest first. */
export async function listSessions(db: Database, accountId: string): Promise<Session[]> {
  const rows = await rowsIn(db, 'session', { account_id: accountId })
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(sessionFromRow);
}

/** By the id of the session. */
export async function recordSessionUses(db: Database, uses: ReadonlyMap<string, Instant>): Promise<void> {
  for (const [id, at] of uses) {
    await changeIn(db, 'session', { id }).to({ used_at: at });
  }
}

/** From here on the session goes by another token; the one before opens nothing. */
export async function renewProvenSession(
  db: Database,
  id: string,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Instant },
): Promise<void> {
  await changeIn(db, 'session', { id }).to({ proved_at: at, token_hash: tokenHash });
}

/** False when the account has no such session. */
export async function deleteSession(db: Database, accountId: string, id: string): Promise<boolean> {
  return (await deleteIn(db, 'session', { account_id: accountId, id })) === 1;
}

export async function deleteSessionByToken(db: Database, tokenHash: string): Promise<void> {
  await deleteIn(db, 'session', { token_hash: tokenHash });
}

/** All of the account, or all but one; how many. */
export async function deleteSessions(db: Database, accountId: string, keptId?: string): Promise<number> {
  let query = db.deleteFrom('session').where('account_id', '=', accountId);
  if (keptId !== undefined) query = query.where('id', '<>', keptId);
  return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
}

/** Those opened or last used before these moments. */
export async function deleteOldSessions(
  db: Database,
  before: { readonly opened: Instant; readonly used: Instant },
): Promise<void> {
  await db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('opened_at', '<=', before.opened), eb('used_at', '<=', before.used)]))
    .execute();
}

function sessionFromRow(row: SessionRow): Session {
  return fieldsOf(row, COLUMNS);
}
