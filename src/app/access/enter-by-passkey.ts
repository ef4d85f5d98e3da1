/**
 * From a passkey's answer to a session: after a password or a provider, or alone where the authenticator has asked for
 * finger, face or PIN, which is two factors by itself.
 */

import { findAccount } from '../../store/account-store.ts';
import {
  findPasskey,
  listPasskeys,
  type PasskeyWithKey,
  recordPasskeyUse,
} from '../../store/passkey-store.ts';
import { deleteSessionByToken } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { hashOfToken } from '../secret-token.ts';
import { type Attempt, beginAttempt, codeCounts, forgive, networkHere } from './attempts.ts';
import type { Directory } from './directory.ts';
import type { ComingIn } from './enter-by-identity.ts';
import { knownDevice } from './known-device.ts';
import { askForKey, checkKeyUse, type PasskeySite, parseKeyAnswer } from './passkey-check.ts';
import { beginFlow, openFlow, type PasskeyFlow, passwordMark, takeFlow } from './passkey-flow.ts';
import type { KeyQuestion } from './passkeys.ts';
import { type Opened, openSession, type SessionOpening } from './sign-in.ts';
import { isStillThere } from './still-in-directory.ts';
import { throttled } from './throttled.ts';

/** In place of name and password. Nothing is kept of it. */
export async function askForAnyPasskey(app: App, site: PasskeySite): Promise<KeyQuestion> {
  const { challenge, sealed } = beginFlow(app, { purpose: 'alone' });
  return { options: await askForKey(site, challenge), sealed };
}

/** After the first step was right; undefined for an account without passkeys. */
export async function askForPasskeyOf(
  app: App,
  site: PasskeySite,
  { accountId, by }: { readonly accountId: string; readonly by: 'password' | 'provider' },
): Promise<KeyQuestion | undefined> {
  const keys = await listPasskeys(app.db, accountId);
  const found = await findAccount(app.db, accountId);
  if (keys.length === 0 || !found) return undefined;
  const mark = passwordMark(found.credentials.passwordHash);
  const { challenge, sealed } = beginFlow(app, { purpose: 'second', accountId, by, passwordMark: mark });
  return { options: await askForKey(site, challenge, { keys }), sealed };
}

export interface PasskeyEntry extends ComingIn {
  readonly site: PasskeySite;
  readonly sealed: string;
  /** As the browser answered, JSON. */
  readonly answer: string;
  /** Asked about the account where there is one. */
  readonly directory?: Directory | undefined;
}

type EntryFlow = Extract<PasskeyFlow, { purpose: 'alone' | 'second' }>;

/** Undefined for an answer that is not good, whatever is wrong with it. Throws `too-many`, `error.access.throttled`. */
export async function enterByPasskey(app: App, entry: PasskeyEntry): Promise<Opened | undefined> {
  const flow = openFlow(app, entry.sealed, ['alone', 'second']);
  if (!flow) return undefined;
  const start = await beginAttempt(app, await countsOf(app, flow, entry.deviceToken));
  if (!start.allowed) throw throttled(app, start.retryAt);
  const answer = parseKeyAnswer(entry.answer);
  const key = answer && (await findPasskey(app.db, answer.id));
  const isTheirs = key && (flow.purpose === 'alone' || flow.accountId === key.accountId);
  const use = { challenge: flow.challenge, verified: flow.purpose === 'alone' };
  const counter = answer && isTheirs ? await checkKeyUse(entry.site, { ...use, answer, key }) : undefined;
  // A password has just been checked where it is kept; a key alone says nothing of who still belongs there.
  const isIn =
    key &&
    counter !== undefined &&
    (flow.purpose === 'second' || (await isStillThere(app, key.accountId, entry.directory)));
  const opened =
    isIn && counter !== undefined
      ? await enter(app, entry, { flow, key, counter, attempt: start.attempt })
      : undefined;
  if (!opened) await refuse(app, flow.purpose === 'second' ? flow.accountId : (key?.accountId ?? ''));
  return opened;
}

async function countsOf(app: App, flow: EntryFlow, deviceToken: string | undefined) {
  if (flow.purpose === 'alone') return [{ throttle: 'network', of: networkHere(app) }] as const;
  return codeCounts(flow.accountId, await knownDevice(app, deviceToken, flow.accountId));
}

interface Answered {
  readonly flow: EntryFlow;
  readonly key: PasskeyWithKey;
  readonly counter: number;
  readonly attempt: Attempt;
}

/** While it was checked, the key, the password or the account may have gone, or the same answer have come twice. */
function enter(
  app: App,
  { client, previousToken, deviceToken }: PasskeyEntry,
  { flow, key, counter, attempt }: Answered,
): Promise<Opened | undefined> {
  return app.db.transaction().execute(async (trx) => {
    if (!(await takeFlow(trx, app, flow))) return undefined;
    const found = await findAccount(trx, key.accountId);
    if (!found || found.account.disabledAt !== undefined) return undefined;
    const isSamePassword =
      flow.purpose === 'alone' || flow.passwordMark === passwordMark(found.credentials.passwordHash);
    if (!isSamePassword || !(await recordPasskeyUse(trx, key, { counter, at: app.clock() })))
      return undefined;
    await forgive(trx, app, attempt);
    if (previousToken !== undefined) await deleteSessionByToken(trx, hashOfToken(previousToken));
    const by: SessionOpening['by'] = flow.purpose === 'alone' ? 'passkey' : `${flow.by}+passkey`;
    return openSession(trx, app, { accountId: key.accountId, client, by, deviceToken });
  });
}

async function refuse(app: App, accountId: string): Promise<void> {
  const details = { refusal: 'passkey-wrong' };
  await record(app.db, app, { ...ofOwnAccount(accountId), action: 'session.refuse' }, details);
}
