/** Follows an invitation with an identity instead of a password: a new account, or the one this identity has already. */

import { parseSignInName } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Language } from '../../kernel/languages.ts';
import { normaliseName } from '../../kernel/names.ts';
import { insertAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { findIdentityAccountId, insertIdentity } from '../../store/identity-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { newId } from '../secret-token.ts';
import { join, takeInvitation } from './accept-invitation.ts';
import type { Identity } from './identity.ts';

const MOST_NAME_LENGTH = 100;

export interface JoiningByIdentity {
  /** Of the invitation's link. */
  readonly token: string;
  readonly identity: Identity;
  readonly language: Language;
}

/** Throws `not-found`, `error.access.invitation`; `conflict` when the account is of the unit already. */
export async function joinByIdentity(app: App, joining: JoiningByIdentity): Promise<void> {
  await app.db.transaction().execute((trx) => joinByIdentityWithin(trx, app, joining));
}

/** The account's id. Throws as `joinByIdentity` does. */
export async function joinByIdentityWithin(
  trx: Database,
  app: App,
  { token, identity, language }: JoiningByIdentity,
): Promise<string> {
  const invitation = await takeInvitation(trx, app, token);
  // A link for a new password is for who has that account, and a provider cannot say who that is.
  if (invitation.accountId !== undefined) throw new AppError('not-found', 'error.access.invitation');
  const known = await findIdentityAccountId(trx, identity);
  const accountId = known ?? (await addAccountOf(trx, app, identity, language));
  const memberships = await listMemberships(trx, accountId);
  if (memberships.some(({ unitId }) => unitId === invitation.unitId)) {
    throw new AppError('conflict', 'error.access.already-member');
  }
  await join(trx, app, invitation, accountId);
  return accountId;
}

/** Without a password: it can be signed in to by this identity alone. */
export async function addAccountOf(
  trx: Database,
  app: App,
  identity: Identity,
  language: Language,
): Promise<string> {
  const id = newId(app);
  const fallback = `sso.${id.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  const wished = parseSignInName(identity.userName ?? '') ?? fallback;
  const name = normaliseName(identity.name ?? identity.userName ?? '').slice(0, MOST_NAME_LENGTH) || wished;
  const account = { id, name, language, operator: false, createdAt: app.clock() };
  const added =
    (await insertAccount(trx, { ...account, signInName: wished }, null)) ||
    // Someone has that name here: it is a label, and says nothing about who they are.
    (await insertAccount(trx, { ...account, signInName: fallback }, null));
  if (!added) throw new Error('a new account finds no sign-in name');
  await linkNew(trx, app, identity, id);
  return id;
}

/** Throws `conflict`, `identity.taken`, when the identity is another account's, or the account has one of this provider. */
export async function linkNew(trx: Database, app: App, identity: Identity, accountId: string): Promise<void> {
  const { issuer, subject } = identity;
  const linked = await insertIdentity(trx, { issuer, subject, accountId, linkedAt: app.clock() });
  if (!linked) throw new AppError('conflict', 'identity.taken');
  await record(trx, app, { ...ofOwnAccount(accountId), action: 'account.identity-on' });
}
