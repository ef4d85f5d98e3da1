/**
 * From a name and a password to a session, whoever keeps the password: this installation for accounts that have one here, the
 * organisation's directory for everyone else. A password kept here is never sent there.
 */

import type { Instant } from '../../calendar/interval.ts';
import { type Account, hasSecondStep, parseSignInName } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Language } from '../../kernel/languages.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { findAccount, findAccountNamed } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import { findIdentityAccountId } from '../../store/identity-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { deleteSessionByToken } from '../../store/session-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { hashOfToken } from '../secret-token.ts';
import {
  type Attempt,
  beginAttempt,
  type Count,
  codeCounts,
  excuse,
  forgive,
  passwordCounts,
} from './attempts.ts';
import { DIRECTORY_ISSUER, type Directory, type DirectoryCheck, type DirectoryPerson } from './directory.ts';
import { followGroups, rolesOf } from './follow-groups.ts';
import { addAccountOf } from './join-by-identity.ts';
import { knownDevice } from './known-device.ts';
import { openSession, type SignInResult, type SigningIn, signIn } from './sign-in.ts';
import { takeTotpCode } from './take-totp-code.ts';

export interface DirectorySigningIn extends SigningIn {
  /** Of an account that is made now. */
  readonly language: Language;
}

export type DirectoryResult =
  | SignInResult
  /** The directory does not answer; the password is right but must be changed there; right, and of nobody with a role here. */
  | { readonly signedIn: false; readonly refusal: 'directory-down' | 'expired' | 'no-role' };

const LONGEST_NAME = 256;
const LONGEST_PASSWORD = 1_024;

export async function signInHere(
  app: App,
  signing: DirectorySigningIn,
  directory: Directory | undefined,
): Promise<DirectoryResult> {
  if (!directory) return signIn(app, signing);
  const name = parseSignInName(signing.signInName);
  const found = name === undefined ? undefined : await findAccountNamed(app.db, name);
  if (found?.credentials.passwordHash !== undefined) return signIn(app, signing);
  const device = await knownDevice(app, signing.deviceToken, found?.account.id);
  return enterByDirectory(app, signing, { directory, device });
}

interface Asking {
  readonly directory: Directory;
  readonly device: string | undefined;
}

async function enterByDirectory(
  app: App,
  signing: DirectorySigningIn,
  { directory, device }: Asking,
): Promise<DirectoryResult> {
  const name = nameFrom(signing.signInName);
  const start = await beginAttempt(app, directoryCounts(app, name, device));
  if (!start.allowed) return { signedIn: false, refusal: 'throttled', retryAt: start.retryAt };
  const checked = await askDirectory(directory, name, signing.password);
  if (checked === 'down') {
    await app.db.transaction().execute((trx) => excuse(trx, app, start.attempt));
    return refused(app, app.db, { refusal: 'directory-down' });
  }
  if (!checked.right) return wrong(app, directory, checked);
  const account = await app.db
    .transaction()
    .execute((trx) => settle(trx, app, { directory, person: checked.person, language: signing.language }));
  if (!account) {
    await app.db.transaction().execute((trx) => excuse(trx, app, start.attempt));
    return refused(app, app.db, { refusal: 'no-role' });
  }
  return finish(app, signing, { account, attempt: start.attempt, device });
}

/** Signs that a directory passes over, such as soft hyphens, would make one name many. */
const NAME = /^[\p{L}\p{M}\p{N}._@+' -]{1,256}$/u;

/** As a directory is asked for it. */
export function nameFrom(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** A directory reads names without case, some without diacritics too: every spelling is the same guess. */
export function directoryCounts(app: App, name: string, device?: string): Count[] {
  return passwordCounts(app, foldForSearch(name).slice(0, LONGEST_NAME), device);
}

/** Nameless and empty questions are never put: to a directory an empty password is right (RFC 4513, 5.1.2). */
export async function askDirectory(
  directory: Directory,
  name: string,
  password: string,
): Promise<DirectoryCheck | 'down'> {
  const isAsked = NAME.test(name) && password !== '' && password.length <= LONGEST_PASSWORD;
  if (!isAsked) return { right: false, why: 'wrong' };
  try {
    return await directory.check({ name }, password);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable') return 'down';
    throw error;
  }
}

async function wrong(
  app: App,
  directory: Directory,
  { why, person }: Extract<DirectoryCheck, { readonly right: false }>,
): Promise<DirectoryResult> {
  return app.db.transaction().execute(async (trx) => {
    const accountId =
      person && (await findIdentityAccountId(trx, { issuer: DIRECTORY_ISSUER, subject: person.subject }));
    // Whoever asked: the directory has shut the person out, so what is open of theirs ends now.
    if (accountId !== undefined && why === 'disabled')
      await followGroups(trx, app, { accountId, person, roles: directory.roles });
    const refusal = why === 'expired' ? 'expired' : 'wrong';
    return refused(app, trx, { refusal, accountId: accountId ?? '' });
  });
}

interface Settling {
  readonly directory: Directory;
  readonly person: DirectoryPerson;
  readonly language: Language;
}

/** The person's account as the directory has it, made where there is none; undefined for who has nothing to do here. */
async function settle(
  trx: Database,
  app: App,
  { directory: { roles }, person, language }: Settling,
): Promise<Account | undefined> {
  const identity = { issuer: DIRECTORY_ISSUER, ...person };
  const known = await findIdentityAccountId(trx, identity);
  if (known === undefined && !(await hasRole(trx, rolesOf(roles, person.groups)))) return undefined;
  const accountId = known ?? (await addAccountOf(trx, app, identity, language));
  await followGroups(trx, app, { accountId, person, roles });
  const account = (await findAccount(trx, accountId))?.account;
  const memberships = await listMemberships(trx, accountId);
  const isIn = account?.disabledAt === undefined && (account?.operator || memberships.length > 0);
  return isIn ? account : undefined;
}

/** In a unit that is here: the list of groups may know of others. */
async function hasRole(trx: Database, roles: ReadonlyMap<string, unknown>): Promise<boolean> {
  for (const unitId of roles.keys()) if (await findUnit(trx, unitId)) return true;
  return false;
}

interface Finishing {
  readonly account: Account;
  readonly attempt: Attempt;
  readonly device: string | undefined;
}

/** The second step is this installation's own, and asked for as after a password kept here. */
async function finish(
  app: App,
  { code, client, deviceToken, previousToken }: SigningIn,
  { account: { id: accountId, ...account }, attempt, device }: Finishing,
): Promise<DirectoryResult> {
  const attempts = [attempt];
  const twoSteps = hasSecondStep(account);
  if (twoSteps) {
    if (!code) {
      await app.db.transaction().execute((trx) => excuse(trx, app, attempt));
      return { signedIn: false, refusal: 'code-wanted', accountId };
    }
    const codes = await beginAttempt(app, codeCounts(accountId, device));
    if (!codes.allowed) return { signedIn: false, refusal: 'throttled', retryAt: codes.retryAt as Instant };
    attempts.push(codes.attempt);
  }
  return app.db.transaction().execute(async (trx): Promise<DirectoryResult> => {
    const found = await findAccount(trx, accountId);
    if (!found || found.account.disabledAt !== undefined)
      return refused(app, trx, { refusal: 'wrong', accountId });
    if (hasSecondStep(found.account) && !(twoSteps && (await takeTotpCode(trx, app, found, code ?? ''))))
      return refused(app, trx, { refusal: 'code-wrong', accountId });
    for (const each of attempts) await forgive(trx, app, each);
    if (previousToken !== undefined) await deleteSessionByToken(trx, hashOfToken(previousToken));
    const by = twoSteps ? 'directory+totp' : 'directory';
    return openSession(trx, app, { accountId, client, by, deviceToken });
  });
}

async function refused<R extends 'wrong' | 'code-wrong' | 'directory-down' | 'expired' | 'no-role'>(
  app: App,
  db: Database,
  { refusal, accountId = '' }: { readonly refusal: R; readonly accountId?: string },
): Promise<{ readonly signedIn: false; readonly refusal: R }> {
  const details = { refusal, by: 'directory' };
  await record(db, app, { ...ofOwnAccount(accountId), action: 'session.refuse' }, details);
  return { signedIn: false, refusal };
}
