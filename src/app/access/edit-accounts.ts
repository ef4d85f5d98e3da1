/** Accounts of the whole installation: shut out, let in again, made operators. By operators who have just proved it. */

import type { Account, Visitor } from '../../domain/account.ts';
import type { AuditAction } from '../../domain/audit.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  countOperators,
  findAccount,
  listAccounts as listStored,
  saveDisabledAt,
  saveOperator,
} from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { revokeInvitationsBy, revokePasswordLinks } from '../../store/invitation-store.ts';
import { forgetDevices } from '../../store/known-device-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireOperator, requireProof } from './authorise.ts';

/** Every account of the installation, by creation. Throws `forbidden`. */
export async function listAccounts(app: App, visitor: Visitor): Promise<Account[]> {
  requireOperator(visitor);
  return listStored(app.db);
}

/** Its sessions and password links end (ASVS 5.0 7.4.2). Throws `not-found`, `forbidden`; `conflict` for the last operator. */
export function disableAccount(app: App, visitor: Visitor, accountId: string): Promise<void> {
  return change(app, visitor, accountId, true);
}

/** Throws `not-found`, `forbidden`. */
export function enableAccount(app: App, visitor: Visitor, accountId: string): Promise<void> {
  return change(app, visitor, accountId, false);
}

/** Administrator of every unit from now on. Throws `not-found`, `forbidden`. */
export function appointOperator(app: App, visitor: Visitor, accountId: string): Promise<void> {
  return edit(app, visitor, accountId, async (trx, { operator }) => {
    if (operator) return;
    await saveOperator(trx, accountId);
    await note(trx, app, { visitor, accountId, action: 'account.operator' });
  });
}

function change(app: App, visitor: Visitor, accountId: string, disabling: boolean): Promise<void> {
  return edit(app, visitor, accountId, async (trx, account) => {
    if ((account.disabledAt !== undefined) === disabling) return;
    if (disabling && account.operator && (await countOperators(trx)) <= 1) {
      throw new AppError('conflict', 'error.access.last-operator');
    }
    await saveDisabledAt(trx, accountId, disabling ? app.clock() : null);
    await deleteSessions(trx, accountId);
    await forgetDevices(trx, accountId);
    await revokePasswordLinks(trx, accountId, app.clock());
    await revokeInvitationsBy(trx, { accountId }, app.clock());
    const action = disabling ? 'account.disable' : 'account.enable';
    await note(trx, app, { visitor, accountId, action });
  });
}

async function edit(
  app: App,
  visitor: Visitor,
  accountId: string,
  act: (trx: Database, account: Account) => Promise<void>,
): Promise<void> {
  requireOperator(visitor);
  requireProof(app, visitor);
  return app.db.transaction().execute(async (trx) => {
    const found = await findAccount(trx, accountId);
    if (!found) throw new AppError('not-found', 'error.access.account-missing');
    await act(trx, found.account);
  });
}

interface Note {
  readonly visitor: Visitor;
  readonly accountId: string;
  readonly action: AuditAction;
}

function note(trx: Database, app: App, { visitor, accountId, action }: Note): Promise<void> {
  return record(trx, app, { actor: visitor.account.id, action, unitId: '', subject: accountId, details: {} });
}
