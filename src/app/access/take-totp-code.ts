/** Takes a code of an account's authenticator app, or one of its recovery codes: good once. */

import type { AccountWithCredentials } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { takeTotpStep } from '../../store/totp-store.ts';
import type { App } from '../app.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { unseal } from './secret-box.ts';
import { matchTotp } from './totp.ts';

/** False for a code that is wrong or was taken before. Throws as `unseal` does. */
export async function takeTotpCode(
  trx: Database,
  app: App,
  { account, credentials }: AccountWithCredentials,
  code: string,
): Promise<boolean> {
  if (await takeRecoveryCode(trx, app, account.id, code)) return true;
  if (credentials.totpSecret === undefined) return false;
  return takeCodeOf(trx, app, { accountId: account.id, sealed: credentials.totpSecret, code });
}

/** The same for a secret that is only proposed yet. */
export async function takeCodeOf(
  trx: Database,
  app: App,
  { accountId, sealed, code }: { readonly accountId: string; readonly sealed: string; readonly code: string },
): Promise<boolean> {
  for (const step of matchTotp(unseal(app, accountId, sealed), code, app.clock())) {
    if (await takeTotpStep(trx, accountId, step)) return true;
  }
  return false;
}
