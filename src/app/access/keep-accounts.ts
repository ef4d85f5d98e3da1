/**
 * Accounts from the machine's own console: whoever runs commands there owns the data, so no session is asked for. The way
 * back in for an operator who lost password and phone.
 */

import type { Account } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccountNamed, listAccounts } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { clearCredentials } from '../../store/restored-store.ts';
import { listUnits } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { requireMachine } from './authorise.ts';
import { appointWithin, disableWithin, enableWithin, endOpenWays, note } from './edit-accounts.ts';
import { addPasswordLink, type Invited } from './invite.ts';

const ACTOR = 'rota account';

/** By creation. */
export function listAllAccounts(app: App): Promise<Account[]> {
  requireMachine(app);
  return listAccounts(app.db);
}

/**
 * Old password, second step, recovery codes, sessions and known browsers end; a link, good once within a day, gives a new
 * password. Throws `not-found`; `conflict`, `error.access.no-unit`, before there is a unit for the link to stand in.
 */
export function resetAccount(app: App, signInName: string): Promise<Invited> {
  return within(app, signInName, async (trx, { id: accountId, operator }) => {
    const [membership] = await listMemberships(trx, accountId);
    const [unit] = await listUnits(trx);
    const unitId = membership?.unitId ?? unit?.id;
    if (unitId === undefined) throw new AppError('conflict', 'error.access.no-unit');
    const change = { accountId, actor: ACTOR };
    await clearCredentials(trx, accountId);
    await endOpenWays(trx, app, change);
    await note(trx, app, change, 'account.password');
    await note(trx, app, change, 'account.totp-off');
    const role = membership?.role ?? (operator ? 'administrator' : 'reader');
    return addPasswordLink(trx, app, { unitId, role, accountId, invitedBy: ACTOR });
  });
}

/** Throws `not-found`; `conflict` for the last operator. */
export function disableFromConsole(app: App, signInName: string): Promise<void> {
  return within(app, signInName, (trx, { id }) => disableWithin(trx, app, { accountId: id, actor: ACTOR }));
}

export function enableFromConsole(app: App, signInName: string): Promise<void> {
  return within(app, signInName, (trx, { id }) => enableWithin(trx, app, { accountId: id, actor: ACTOR }));
}

export function appointFromConsole(app: App, signInName: string): Promise<void> {
  return within(app, signInName, (trx, { id }) => appointWithin(trx, app, { accountId: id, actor: ACTOR }));
}

async function within<T>(
  app: App,
  signInName: string,
  act: (trx: Database, account: Account) => Promise<T>,
): Promise<T> {
  requireMachine(app);
  return app.db.transaction().execute(async (trx) => {
    const found = await findAccountNamed(trx, signInName.trim().toLowerCase());
    if (!found) throw new AppError('not-found', 'error.access.account-unknown', { name: signInName });
    return act(trx, found.account);
  });
}
