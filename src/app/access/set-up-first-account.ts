/** Makes the first account, by the code on the console: the operator of this installation. */

import { hasAccounts } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { deleteSetupCode, findSetupCodeHash } from '../../store/setup-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { beginAttempt, forgive, networkHere } from './attempts.ts';
import { addAccount, type NewAccount, type Refused, readNewAccount, refused } from './new-account.ts';
import { hashOfSetupCode } from './open-setup.ts';
import { hashPassword } from './password-hash.ts';
import { throttled } from './throttled.ts';

export type SetupForm = NewAccount & { readonly code: string };

export type SetupResult = { readonly done: true; readonly accountId: string } | Refused;

/** Throws `too-many`, `error.access.throttled`, after too many wrong codes. Whoever comes second is refused. */
export async function setUpFirstAccount(app: App, form: SetupForm): Promise<SetupResult> {
  const start = await beginAttempt(app, [{ throttle: 'secret', of: `setup ${networkHere(app)}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const before = await codeFault(app.db, form.code);
  if (before) return before;
  const account = await readNewAccount(form, { context: [] });
  if ('done' in account) {
    // The code was right: who looks for a good password guesses at nothing.
    await app.db.transaction().execute((trx) => forgive(trx, app, start.attempt));
    return account;
  }
  const passwordHash = await hashPassword(app, account.password);
  return app.db.transaction().execute(async (trx): Promise<SetupResult> => {
    const fault = await codeFault(trx, form.code);
    if (fault) return fault;
    const added = await addAccount(trx, app, { ...account, passwordHash, operator: true });
    if (typeof added !== 'string') return added;
    await deleteSetupCode(trx);
    await forgive(trx, app, start.attempt);
    await record(trx, app, { ...ofOwnAccount(added), action: 'account.set-up' });
    return { done: true, accountId: added };
  });
}

async function codeFault(db: Database, code: string): Promise<Refused | undefined> {
  if (await hasAccounts(db)) return refused('code', 'error.access.setup-closed');
  const wanted = await findSetupCodeHash(db);
  return wanted === hashOfSetupCode(code) ? undefined : refused('code', 'error.access.setup-code');
}
