/** Takes a code of an account's authenticator app: good once. */

import { type AccountWithCredentials, takeTotpStep } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import type { App } from '../app.ts';
import { unseal } from './secret-box.ts';
import { matchTotp } from './totp.ts';

/** False for a code that is wrong or was taken before. Throws as `unseal` does. */
export async function takeTotpCode(
  trx: Database,
  app: App,
  { account, credentials }: AccountWithCredentials,
  code: string,
): Promise<boolean> {
  if (credentials.totpSecret === undefined) return false;
  const secret = unseal(app, account.id, credentials.totpSecret);
  const step = matchTotp(secret, code, { now: app.clock(), lastStep: credentials.totpStep });
  return step !== undefined && takeTotpStep(trx, account.id, step);
}
