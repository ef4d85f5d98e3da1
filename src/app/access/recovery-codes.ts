/** Ten codes to keep on paper, each good once in place of a code of the authenticator app or a passkey. */

import { createHmac } from 'node:crypto';
import { hasSecondStep, type Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccount } from '../../store/account-store.ts';
import type { Database } from '../../store/database.ts';
import {
  countRecoveryCodes,
  replaceRecoveryCodes,
  takeRecoveryHash,
} from '../../store/recovery-code-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { requireProof } from './authorise.ts';
import { newSpokenCode, readSpokenCode } from './spoken-code.ts';

const CODES = 10;
/** 50 bits each, under the counts of wrong codes. */
const LENGTH = 10;
const GROUP = 5;

/** New ones in place of any before, told this once. */
export async function makeRecoveryCodes(trx: Database, app: App, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => newSpokenCode(app, LENGTH, GROUP));
  const hashes = codes.map((code) => hashOf(app, accountId, code));
  await replaceRecoveryCodes(trx, accountId, hashes);
  return codes;
}

/** Throws `forbidden`, `error.access.prove-again`; `invalid`, `error.access.totp-none`, without a second step. */
export function renewRecoveryCodes(app: App, visitor: Visitor): Promise<string[]> {
  requireProof(app, visitor);
  const { id } = visitor.account;
  return app.db.transaction().execute(async (trx) => {
    const found = await findAccount(trx, id);
    if (!found || !hasSecondStep(found.account)) throw new AppError('invalid', 'error.access.totp-none');
    await record(trx, app, { ...ofOwnAccount(id), action: 'account.recovery-codes' });
    return makeRecoveryCodes(trx, app, id);
  });
}

/** How many are left. */
export function countOwnRecoveryCodes(app: App, { account }: Visitor): Promise<number> {
  return countRecoveryCodes(app.db, account.id);
}

/** False for anything but one of the account's that was not taken yet. */
export async function takeRecoveryCode(
  trx: Database,
  app: App,
  accountId: string,
  typed: string,
): Promise<boolean> {
  if (readSpokenCode(typed).length !== LENGTH) return false;
  const taken = await takeRecoveryHash(trx, accountId, hashOf(app, accountId, typed));
  if (!taken) return false;
  // Also into the list beside the key: a backup restored still has the code.
  await record(trx, app, {
    actor: accountId,
    action: 'account.recovery-used',
    unitId: '',
    subject: accountId,
  });
  return true;
}

function hashOf({ sealingKey }: App, accountId: string, code: string): string {
  return createHmac('sha256', sealingKey)
    .update(JSON.stringify(['recovery', accountId, readSpokenCode(code)]))
    .digest('base64url');
}
