/**
 * A session proven anew by one of the account's passkeys, in place of the password. The authenticator must have asked for
 * finger, face or PIN: a key left in the machine is no proof of who sits there.
 */

import type { Visitor } from '../../domain/account.ts';
import { findPasskey, listPasskeys, recordPasskeyUse } from '../../store/passkey-store.ts';
import type { App } from '../app.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { askForKey, checkKeyUse, type PasskeySite, parseKeyAnswer } from './passkey-check.ts';
import { beginFlow, openFlow, takeFlow } from './passkey-flow.ts';
import type { KeyQuestion } from './passkeys.ts';
import { type Proved, takeProof } from './prove-again.ts';
import { throttled } from './throttled.ts';

/** Undefined for an account without passkeys. Nothing is kept of it. */
export async function askToProve(
  app: App,
  { account, session }: Visitor,
  site: PasskeySite,
): Promise<KeyQuestion | undefined> {
  const keys = await listPasskeys(app.db, account.id);
  if (keys.length === 0) return undefined;
  const about = { purpose: 'prove', accountId: account.id, sessionId: session.id } as const;
  const { challenge, sealed } = beginFlow(app, about);
  return { options: await askForKey(site, challenge, { keys, verified: true }), sealed };
}

export interface KeyProof {
  readonly site: PasskeySite;
  readonly sealed: string;
  /** As the browser answered, JSON. */
  readonly answer: string;
}

/** Undefined for an answer that is not good, whatever is wrong with it. Throws `too-many`, `error.access.throttled`. */
export async function proveByPasskey(
  app: App,
  visitor: Visitor,
  { site, sealed, answer: text }: KeyProof,
): Promise<Proved | undefined> {
  const { account, session } = visitor;
  const flow = openFlow(app, sealed, ['prove']);
  if (flow?.accountId !== account.id || flow.sessionId !== session.id) return undefined;
  const start = await beginAttempt(app, [{ throttle: 'session', of: `passkey ${session.id}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  const answer = parseKeyAnswer(text);
  const key = answer && (await findPasskey(app.db, answer.id));
  if (!answer || key?.accountId !== account.id) return undefined;
  const counter = await checkKeyUse(site, { challenge: flow.challenge, verified: true, answer, key });
  if (counter === undefined) return undefined;
  return app.db.transaction().execute(async (trx) => {
    if (!(await takeFlow(trx, app, flow))) return undefined;
    if (!(await recordPasskeyUse(trx, key, { counter, at: app.clock() }))) return undefined;
    await forgive(trx, app, start.attempt);
    return takeProof(trx, app, visitor, 'passkey');
  });
}
