/** Passkeys of the visitor's own account: added, named, taken off again. */

import { hasSecondStep, type Passkey, type Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccount } from '../../store/account-store.ts';
import {
  deletePasskey,
  insertPasskey,
  listPasskeys,
  type PasskeyWithKey,
  renamePasskey,
} from '../../store/passkey-store.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from '../../store/recovery-code-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { requireProof } from './authorise.ts';
import { askForNewKey, checkNewKey, type PasskeySite } from './passkey-check.ts';
import { beginFlow, openFlow, takeFlow } from './passkey-flow.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';

/** Enough for phone, computer, stick and spares. */
const MOST_PASSKEYS = 10;
const NAME_LENGTH = 60;

export async function listOwnPasskeys(app: App, { account }: Visitor): Promise<Passkey[]> {
  return listPasskeys(app.db, account.id);
}

export interface KeyQuestion {
  /** For the browser, as JSON. */
  readonly options: object;
  /** Comes back with the answer. */
  readonly sealed: string;
}

/** Throws `forbidden`, `error.access.prove-again`; `conflict`, `passkey.too-many`. */
export async function proposePasskey(app: App, visitor: Visitor, site: PasskeySite): Promise<KeyQuestion> {
  requireProof(app, visitor);
  const { account } = visitor;
  const known = await listPasskeys(app.db, account.id);
  requireRoom(known);
  const { challenge, sealed } = beginFlow(app, { purpose: 'add', accountId: account.id });
  return { options: await askForNewKey(site, { challenge, account, known }), sealed };
}

export interface NewPasskey {
  readonly sealed: string;
  /** As the browser answered, JSON. */
  readonly answer: string;
  readonly name: string;
}

/**
 * From now on sign-in asks for a second step, and other sessions end. The recovery codes, told this once, where there were none
 * before; undefined when the answer is not good. Throws `forbidden` when unproved, `conflict` for too many.
 */
export async function addPasskey(
  app: App,
  visitor: Visitor,
  { site, sealed, answer, name }: NewPasskey & { readonly site: PasskeySite },
): Promise<{ readonly codes: readonly string[] } | undefined> {
  requireProof(app, visitor);
  const { id: accountId } = visitor.account;
  const flow = openFlow(app, sealed, ['add']);
  if (flow?.accountId !== accountId) return undefined;
  const key = await checkNewKey(site, flow.challenge, answer);
  if (!key) return undefined;
  return app.db.transaction().execute(async (trx) => {
    if (!(await takeFlow(trx, app, flow))) return undefined;
    const known = await listPasskeys(trx, accountId);
    requireRoom(known);
    const passkey: PasskeyWithKey = { ...key, accountId, name: cleanName(name, known), addedAt: app.clock() };
    if (!(await insertPasskey(trx, passkey))) return undefined;
    await deleteSessions(trx, accountId, visitor.session.id);
    await record(
      trx,
      app,
      { ...ofOwnAccount(accountId), action: 'account.passkey-on' },
      { passkeys: known.length + 1 },
    );
    const hasCodes = (await countRecoveryCodes(trx, accountId)) > 0;
    return { codes: hasCodes ? [] : await makeRecoveryCodes(trx, app, accountId) };
  });
}

function requireRoom(known: readonly Passkey[]): void {
  if (known.length >= MOST_PASSKEYS)
    throw new AppError('conflict', 'passkey.too-many', { most: MOST_PASSKEYS });
}

/** One that tells it from the others, where none is typed. */
function cleanName(typed: string, known: readonly Passkey[]): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, NAME_LENGTH);
  return name === '' ? `#${known.length + 1}` : name;
}

/** Throws `not-found` for one that is not the visitor's own. */
export async function nameOwnPasskey(
  app: App,
  visitor: Visitor,
  { id, name }: Pick<Passkey, 'id' | 'name'>,
): Promise<void> {
  const accountId = visitor.account.id;
  await app.db.transaction().execute(async (trx) => {
    const clean = cleanName(name, await listPasskeys(trx, accountId));
    if (!(await renamePasskey(trx, { id, accountId }, clean))) throw missing();
  });
}

/** It opens nothing any more. Throws `forbidden`, `error.access.prove-again`; `not-found` as above. */
export async function removeOwnPasskey(app: App, visitor: Visitor, id: string): Promise<void> {
  requireProof(app, visitor);
  const accountId = visitor.account.id;
  await app.db.transaction().execute(async (trx) => {
    if (!(await deletePasskey(trx, { id, accountId }))) throw missing();
    await record(trx, app, { actor: accountId, action: 'account.passkey-off', unitId: '', subject: id });
    const found = await findAccount(trx, accountId);
    if (found && !hasSecondStep(found.account)) await replaceRecoveryCodes(trx, accountId, []);
  });
}

function missing(): AppError {
  return new AppError('not-found', 'passkey.missing');
}
