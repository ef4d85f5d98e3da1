/** Forms held for their senders: of one account a few, of all no more than so many. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { deleteIn, insertIn, someIn } from './rows.ts';

const MOST_OF_ACCOUNT = 3;
/** 90 MB at the very most. */
const MOST = 250;

export interface StoredForm {
  readonly idHash: string;
  readonly accountId: string;
  readonly until: Instant;
  readonly sealed: string;
}

/** Those that are over go, and the oldest where there are too many. Call it inside a transaction. */
export async function insertHeldForm(
  trx: Database,
  { idHash, accountId, until, sealed }: StoredForm,
  now: Instant,
): Promise<void> {
  await deleteOldForms(trx, now);
  const own = await someIn(trx, 'held_form', { account_id: accountId })
    .select('id_hash')
    .orderBy('until', 'desc')
    .execute();
  const all = await trx.selectFrom('held_form').select('id_hash').orderBy('until', 'desc').execute();
  const over = [...own.slice(MOST_OF_ACCOUNT - 1), ...all.slice(MOST - 1)].map(({ id_hash }) => id_hash);
  if (over.length > 0) await deleteIn(trx, 'held_form', { id_hash: over });
  await insertIn(trx, 'held_form', { id_hash: idHash, account_id: accountId, until, sealed });
}

/** Undefined for what is not there, is over, or is another account's. */
export async function findHeldForm(
  db: Database,
  { idHash, accountId }: Pick<StoredForm, 'idHash' | 'accountId'>,
  now: Instant,
): Promise<string | undefined> {
  const row = await someIn(db, 'held_form', { id_hash: idHash, account_id: accountId })
    .select('sealed')
    .where('until', '>', now)
    .executeTakeFirst();
  return row?.sealed;
}

export async function deleteOldForms(db: Database, now: Instant): Promise<void> {
  await db.deleteFrom('held_form').where('until', '<=', now).execute();
}
