/** Codes of authenticator apps that were taken, by the step of 30 seconds they belong to: none is good twice. */

import type { Database } from './database.ts';

/** Three are good at any moment, so these reach back over 20 minutes of signing in at every chance. */
const MOST_KEPT = 50;

/**
 * False when a code of this step was taken before, by whichever process. Only what was taken is refused, and not
 * whatever is earlier: a clock that was ahead for an hour has used up its own steps alone.
 */
export async function takeTotpStep(db: Database, accountId: string, step: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('totp_use')
    .values({ account_id: accountId, step })
    .onConflict((conflict) => conflict.columns(['account_id', 'step']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await forgetOldest(db, accountId);
  return true;
}

/** By the order in which they were taken, not by the step: the clock may have been anywhere. */
async function forgetOldest(db: Database, accountId: string): Promise<void> {
  await db
    .deleteFrom('totp_use')
    .where('account_id', '=', accountId)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('totp_use')
        .select('id')
        .where('account_id', '=', accountId)
        .orderBy('id', 'desc')
        .limit(MOST_KEPT),
    )
    .execute();
}
