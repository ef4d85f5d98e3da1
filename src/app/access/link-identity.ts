/** One's own account and one's identity at a provider: linked, taken apart, and used to prove who one is once more. */

import type { Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccount } from '../../store/account-store.ts';
import {
  deleteProviderIdentities,
  findIdentityAccountId,
  hasProviderIdentity,
} from '../../store/identity-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { requireProof } from './authorise.ts';
import type { Identity } from './identity.ts';
import { linkNew } from './join-by-identity.ts';
import { type Proved, takeProof } from './prove-again.ts';

export function isLinked(app: App, { account }: Visitor): Promise<boolean> {
  return hasProviderIdentity(app.db, account.id);
}

/** Throws `forbidden`, `error.access.prove-again`; `conflict`, `identity.taken`. */
export function linkIdentity(app: App, visitor: Visitor, identity: Identity): Promise<void> {
  requireProof(app, visitor);
  return app.db.transaction().execute((trx) => linkNew(trx, app, identity, visitor.account.id));
}

/** Throws `forbidden`, `error.access.prove-again`; `conflict`, `identity.only-way`, without a password to come in by. */
export function unlinkIdentity(app: App, visitor: Visitor): Promise<void> {
  requireProof(app, visitor);
  const { id } = visitor.account;
  return app.db.transaction().execute(async (trx) => {
    const found = await findAccount(trx, id);
    if (found?.credentials.passwordHash === undefined) throw new AppError('conflict', 'identity.only-way');
    if ((await deleteProviderIdentities(trx, id)) === 0) return;
    await record(trx, app, { ...ofOwnAccount(id), action: 'account.identity-off' });
  });
}

/** Undefined when the identity is not the visitor's. The provider has asked for it anew; `readAnswer` made sure. */
export function proveByIdentity(app: App, visitor: Visitor, identity: Identity): Promise<Proved | undefined> {
  return app.db.transaction().execute(async (trx) => {
    const accountId = await findIdentityAccountId(trx, identity);
    return accountId === visitor.account.id ? takeProof(trx, app, visitor, 'provider') : undefined;
  });
}
