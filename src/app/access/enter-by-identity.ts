/**
 * From an identity that a provider vouches for to a session. Only issuer and subject say which account it is: a mail
 * address or a name that happens to be the same opens nothing.
 */

import { hasSecondStep } from '../../domain/account.ts';
import { findAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { findIdentityAccountId } from '../../store/identity-store.ts';
import { deleteSessionByToken } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { hashOfToken } from '../secret-token.ts';
import { beginAttempt, codeCounts, forgive } from './attempts.ts';
import type { Identity } from './identity.ts';
import { knownDevice } from './known-device.ts';
import { type Opened, openSession, type SessionOpening } from './sign-in.ts';
import { takeTotpCode } from './take-totp-code.ts';
import { throttled } from './throttled.ts';

export interface ComingIn {
  /** What the browser calls itself. */
  readonly client: string;
  /** The session the browser came with: it ends. */
  readonly previousToken?: string;
  /** What the browser is known by, where it has signed in before. */
  readonly deviceToken?: string;
}

export type Entered =
  | Opened
  /** `unknown` for identities of no account and for disabled accounts alike. */
  | { readonly signedIn: false; readonly refusal: 'unknown' }
  /** The account asks for a code too: whichever way one comes, it is as strong (ASVS 5.0 6.3.4). */
  | { readonly signedIn: false; readonly refusal: 'code-wanted'; readonly accountId: string };

export function enterByIdentity(app: App, identity: Identity, coming: ComingIn): Promise<Entered> {
  return app.db.transaction().execute(async (trx): Promise<Entered> => {
    const accountId = await findIdentityAccountId(trx, identity);
    const found = accountId === undefined ? undefined : await findAccount(trx, accountId);
    if (!found || found.account.disabledAt !== undefined) {
      await refuse(trx, app, found?.account.id ?? '', 'identity');
      return { signedIn: false, refusal: 'unknown' };
    }
    const { id } = found.account;
    if (hasSecondStep(found.account)) {
      return { signedIn: false, refusal: 'code-wanted', accountId: id };
    }
    return enter(trx, app, { ...coming, accountId: id, by: 'provider' });
  });
}

/** After `code-wanted`. Undefined for a wrong code. Throws `too-many`, `error.access.throttled`. */
export async function enterByIdentityCode(
  app: App,
  { accountId, code, ...coming }: ComingIn & { readonly accountId: string; readonly code: string },
): Promise<Opened | undefined> {
  const start = await beginAttempt(
    app,
    codeCounts(accountId, await knownDevice(app, coming.deviceToken, accountId)),
  );
  if (!start.allowed) throw throttled(app, start.retryAt);
  return app.db.transaction().execute(async (trx) => {
    const found = await findAccount(trx, accountId);
    const open = found !== undefined && found.account.disabledAt === undefined;
    if (!open || !(await takeTotpCode(trx, app, found, code))) {
      await refuse(trx, app, accountId, 'code-wrong');
      return undefined;
    }
    await forgive(trx, app, start.attempt);
    return enter(trx, app, { ...coming, accountId, by: 'provider+totp' });
  });
}

async function enter(
  trx: Database,
  app: App,
  { previousToken, ...opening }: SessionOpening & ComingIn,
): Promise<Opened> {
  if (previousToken !== undefined) await deleteSessionByToken(trx, hashOfToken(previousToken));
  return openSession(trx, app, opening);
}

async function refuse(trx: Database, app: App, accountId: string, refusal: string): Promise<void> {
  const details = { refusal, by: 'provider' };
  await record(trx, app, { ...ofOwnAccount(accountId), action: 'session.refuse' }, details);
}
