/** What every restoring of a backup ends, whoever it is of: what lives for hours or days is made anew sooner than judged. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { changeIn, deleteIn } from './rows.ts';

export interface EndedForAll {
  readonly sessions: number;
  readonly invitations: number;
}

/** Sessions, invitations nobody has followed yet, browsers known, and counts of wrong guesses of back then. */
export async function endShortLived(trx: Database, at: Instant): Promise<EndedForAll> {
  const sessions = await trx.deleteFrom('session').executeTakeFirstOrThrow();
  const invitations = await trx
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('known_device').execute();
  await trx.deleteFrom('throttle').execute();
  return {
    sessions: Number(sessions.numDeletedRows),
    invitations: Number(invitations.numUpdatedRows),
  };
}

/** The account lets nobody in by what it was let in by: a link, or the command line, gives it a password again. */
export async function clearCredentials(trx: Database, accountId: string): Promise<void> {
  await changeIn(trx, 'account', { id: accountId }).to({
    password_hash: null,
    totp_secret: null,
    totp_proposed: null,
  });
  await deleteIn(trx, 'recovery_code', { account_id: accountId });
  await deleteIn(trx, 'passkey', { account_id: accountId });
}
