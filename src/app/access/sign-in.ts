/** From a name and a password, and a code where one is asked for, to a session. */

import type { Instant } from '../../calendar/interval.ts';
import { hasSecondStep, parseSignInName, type Session } from '../../domain/account.ts';
import {
  type AccountWithCredentials,
  findAccount,
  findAccountNamed,
  savePasswordHash,
} from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { deleteSessionByToken, insertSession } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { hashOfToken, newId, newToken } from '../secret-token.ts';
import { type Attempt, beginAttempt, codeCounts, excuse, forgive, passwordCounts } from './attempts.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { takeTotpCode } from './take-totp-code.ts';
import { isOddSignIn, tellOfSignIn } from './tell-sign-in.ts';

const CLIENT_LENGTH = 200;

export interface SigningIn {
  readonly signInName: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code; absent or empty when it was not asked for yet. */
  readonly code?: string;
  /** What the browser calls itself. */
  readonly client: string;
  /** The session the browser came with: it ends, and the new one has a new token (ASVS 5.0 7.2.4). */
  readonly previousToken?: string;
  /** What the browser is known by, where it has signed in before. */
  readonly deviceToken?: string;
}

export interface Opened {
  readonly signedIn: true;
  /** Told this once: it goes into the cookie. */
  readonly token: string;
  /** Goes into a cookie of its own, and stays. */
  readonly deviceToken: string;
  readonly session: Session;
}

export type SignInResult =
  | Opened
  /** `wrong` for unknown names, wrong passwords and disabled accounts alike. */
  | { readonly signedIn: false; readonly refusal: 'wrong' | 'code-wrong' }
  /** The password was right: a code, or one of the account's passkeys. */
  | { readonly signedIn: false; readonly refusal: 'code-wanted'; readonly accountId: string }
  | { readonly signedIn: false; readonly refusal: 'throttled'; readonly retryAt: Instant };

export async function signIn(app: App, signing: SigningIn): Promise<SignInResult> {
  const signInName = parseSignInName(signing.signInName);
  const found = signInName === undefined ? undefined : await findAccountNamed(app.db, signInName);
  const device = await knownDevice(app, signing.deviceToken, found?.account.id);
  const start = await beginAttempt(app, passwordCounts(app, signInName ?? '', device));
  if (!start.allowed) return throttled(start.retryAt);
  const verdict = await verifyPassword(app, signing.password, found?.credentials.passwordHash);
  if (!found || !verdict.right || found.account.disabledAt !== undefined) {
    return refuse(app, found, 'wrong');
  }
  const attempts = [start.attempt];
  const twoSteps = hasSecondStep(found.account);
  if (twoSteps) {
    // The password alone forgives nothing: whoever has it and no app must not get fresh guesses at codes by it.
    if (!signing.code) return codeWanted(app, start.attempt, found.account.id);
    const codes = await beginAttempt(app, codeCounts(found.account.id, device));
    if (!codes.allowed) return throttled(codes.retryAt);
    attempts.push(codes.attempt);
  }
  const fresh = verdict.stale ? await hashPassword(app, signing.password) : undefined;
  return app.db.transaction().execute(async (trx): Promise<SignInResult> => {
    if (!(await isUnchanged(trx, found))) return { signedIn: false, refusal: 'wrong' };
    if (twoSteps && !(await takeTotpCode(trx, app, found, signing.code ?? ''))) {
      return refuse(app, found, 'code-wrong', trx);
    }
    for (const attempt of attempts) await forgive(trx, app, attempt);
    if (fresh !== undefined) await savePasswordHash(trx, found.account.id, fresh);
    if (signing.previousToken !== undefined) {
      await deleteSessionByToken(trx, hashOfToken(signing.previousToken));
    }
    const by = twoSteps ? 'password+totp' : 'password';
    const { client, deviceToken } = signing;
    return openSession(trx, app, { accountId: found.account.id, client, by, deviceToken });
  });
}

async function codeWanted(app: App, attempt: Attempt, accountId: string): Promise<SignInResult> {
  await app.db.transaction().execute((trx) => excuse(trx, app, attempt));
  return { signedIn: false, refusal: 'code-wanted', accountId };
}

function throttled(retryAt: Instant): SignInResult {
  return { signedIn: false, refusal: 'throttled', retryAt };
}

export interface SessionOpening {
  readonly accountId: string;
  readonly client: string;
  readonly deviceToken?: string | undefined;
  /** What proved it, for the audit trail (ASVS 5.0 16.3.1). */
  readonly by:
    | 'password'
    | 'password+totp'
    | 'password+passkey'
    | 'provider'
    | 'provider+totp'
    | 'provider+passkey'
    | 'directory'
    | 'directory+totp'
    | 'passkey';
}

/** Opens a session for an account that has just proved itself in another way, such as by its invitation. */
export async function openSession(
  trx: Database,
  app: App,
  { accountId, client, by, deviceToken }: SessionOpening,
): Promise<Opened> {
  const now = app.clock();
  const token = newToken(app);
  const session: Session = {
    id: newId(app),
    accountId,
    openedAt: now,
    usedAt: now,
    provedAt: now,
    address: app.origin?.address ?? '',
    client: client.slice(0, CLIENT_LENGTH),
  };
  await insertSession(trx, session, hashOfToken(token));
  await record(
    trx,
    app,
    { actor: accountId, action: 'session.open', unitId: '', subject: session.id },
    { by },
  );
  if (await isOddSignIn(trx, app, { accountId, token: deviceToken })) await tellOfSignIn(trx, session);
  const device = await rememberDevice(trx, app, { accountId, token: deviceToken });
  return { signedIn: true, token, deviceToken: device, session };
}

/** While the hash was worked out, the password or the app may have been changed, or the account disabled. */
async function isUnchanged(
  trx: Database,
  { account, credentials }: AccountWithCredentials,
): Promise<boolean> {
  const now = await findAccount(trx, account.id);
  return (
    now !== undefined &&
    hasSecondStep(now.account) === hasSecondStep(account) &&
    now.account.disabledAt === undefined &&
    now.credentials.passwordHash === credentials.passwordHash &&
    now.credentials.totpSecret === credentials.totpSecret
  );
}

async function refuse(
  app: App,
  found: AccountWithCredentials | undefined,
  refusal: 'wrong' | 'code-wrong',
  db: Database = app.db,
): Promise<SignInResult> {
  const id = found?.account.id ?? '';
  await record(db, app, { ...ofOwnAccount(id), action: 'session.refuse' }, { refusal });
  return { signedIn: false, refusal };
}
