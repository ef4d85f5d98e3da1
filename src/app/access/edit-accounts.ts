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
import { listMemberships } from '../../store/membership-store.ts';
import { deleteSignedInDevices } from '../../store/push-store.ts';
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
  return edit(app, visitor, (trx) => disableWithin(trx, app, { accountId, actor: visitor.account.id }));
}

/** Throws `not-found`, `forbidden`. */
export function enableAccount(app: App, visitor: Visitor, accountId: string): Promise<void> {
  return edit(app, visitor, (trx) => enableWithin(trx, app, { accountId, actor: visitor.account.id }));
}

/** Administrator of every unit from now on. Throws `not-found`, `forbidden`. */
export function appointOperator(app: App, visitor: Visitor, accountId: string): Promise<void> {
  return edit(app, visitor, (trx) => appointWithin(trx, app, { accountId, actor: visitor.account.id }));
}

async function edit(app: App, visitor: Visitor, act: (trx: Database) => Promise<void>): Promise<void> {
  requireOperator(visitor);
  requireProof(app, visitor);
  return app.db.transaction().execute(act);
}

/** Whose account, and who says so: an operator, or the machine's own console. */
export interface AccountChange {
  readonly accountId: string;
  readonly actor: string;
}

export async function disableWithin(trx: Database, app: App, change: AccountChange): Promise<void> {
  const { operator, disabledAt } = await accountOf(trx, change);
  if (disabledAt !== undefined) return;
  if (operator && (await countOperators(trx)) <= 1)
    throw new AppError('conflict', 'error.access.last-operator');
  await saveDisabledAt(trx, change.accountId, app.clock());
  await endOpenWays(trx, app, change);
  await note(trx, app, change, 'account.disable');
}

export async function enableWithin(trx: Database, app: App, change: AccountChange): Promise<void> {
  if ((await accountOf(trx, change)).disabledAt === undefined) return;
  await saveDisabledAt(trx, change.accountId, null);
  await endOpenWays(trx, app, change);
  await note(trx, app, change, 'account.enable');
}

export async function appointWithin(trx: Database, app: App, change: AccountChange): Promise<void> {
  if ((await accountOf(trx, change)).operator) return;
  await saveOperator(trx, change.accountId);
  await note(trx, app, change, 'account.operator');
}

/** Sessions, browsers known, links sent to it and by it, devices told without a link. */
export async function endOpenWays(trx: Database, app: App, { accountId }: AccountChange): Promise<void> {
  await deleteSessions(trx, accountId);
  await forgetDevices(trx, accountId);
  await revokePasswordLinks(trx, accountId, app.clock());
  await revokeInvitationsBy(trx, { accountId }, app.clock());
  for (const { unitId, staffId } of await listMemberships(trx, accountId)) {
    if (staffId !== undefined) await deleteSignedInDevices(trx, { unitId, staffId });
  }
}

async function accountOf(trx: Database, { accountId }: AccountChange): Promise<Account> {
  const found = await findAccount(trx, accountId);
  if (!found) throw new AppError('not-found', 'error.access.account-missing');
  return found.account;
}

export function note(
  trx: Database,
  app: App,
  { accountId, actor }: AccountChange,
  action: AuditAction,
): Promise<void> {
  return record(trx, app, { actor, action, unitId: '', subject: accountId });
}
