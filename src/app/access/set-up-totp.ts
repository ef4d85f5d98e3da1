/** An authenticator app for the visitor's own account: proposed, proved by a first code, and turned off again. */

import type { Visitor } from '../../domain/account.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAccount, proposeTotpSecret, saveTotpSecret } from '../../store/account-store.ts';
import { listPasskeys } from '../../store/passkey-store.ts';
import { replaceRecoveryCodes } from '../../store/recovery-code-store.ts';
import { deleteSessions } from '../../store/session-store.ts';
import type { App } from '../app.ts';
import { ofOwnAccount, record } from '../record.ts';
import { beginAttempt, forgive } from './attempts.ts';
import { requireProof } from './authorise.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { seal } from './secret-box.ts';
import { takeCodeOf } from './take-totp-code.ts';
import { throttled } from './throttled.ts';
import { formatBase32, TOTP_SECRET_BYTES, totpAddress } from './totp.ts';

const ISSUER = 'Lịch Trực';

export interface TotpProposal {
  /** Base32, to be typed by who cannot scan. */
  readonly secret: string;
  /** `otpauth://…`, to be shown as a QR code. */
  readonly address: string;
}

/** Changes nothing yet at sign-in. Throws `forbidden`, `error.access.prove-again`. */
export async function proposeTotp(app: App, visitor: Visitor): Promise<TotpProposal> {
  requireProof(app, visitor);
  const { id, signInName } = visitor.account;
  const secret = app.randomBytes(TOTP_SECRET_BYTES);
  await proposeTotpSecret(app.db, id, seal(app, id, secret));
  return {
    secret: formatBase32(secret),
    address: totpAddress(secret, { issuer: ISSUER, account: signInName }),
  };
}

/**
 * From now on sign-in asks for a code, and other sessions end. The recovery codes, told this once; undefined for a wrong
 * code. Throws `invalid`,
 * `error.access.totp-none`, when nothing was proposed; `forbidden` when unproved, `too-many` when throttled.
 */
export async function confirmTotp(app: App, visitor: Visitor, code: string): Promise<string[] | undefined> {
  requireProof(app, visitor);
  const { id } = visitor.account;
  const start = await beginAttempt(app, [{ throttle: 'session', of: `code ${visitor.session.id}` }]);
  if (!start.allowed) throw throttled(app, start.retryAt);
  return app.db.transaction().execute(async (trx) => {
    const sealed = (await findAccount(trx, id))?.credentials.totpProposed;
    if (sealed === undefined) throw new AppError('invalid', 'error.access.totp-none');
    if (!(await takeCodeOf(trx, app, { accountId: id, sealed, code }))) return undefined;
    await forgive(trx, app, start.attempt);
    await saveTotpSecret(trx, id, sealed);
    await deleteSessions(trx, id, visitor.session.id);
    await record(trx, app, { ...ofOwnAccount(id), action: 'account.totp-on' });
    return makeRecoveryCodes(trx, app, id);
  });
}

/** Sign-in asks for a password only, or for a passkey where there is one. Throws `forbidden`, `error.access.prove-again`. */
export async function dropTotp(app: App, visitor: Visitor): Promise<void> {
  requireProof(app, visitor);
  const { id } = visitor.account;
  return app.db.transaction().execute(async (trx) => {
    await saveTotpSecret(trx, id, null);
    if ((await listPasskeys(trx, id)).length === 0) await replaceRecoveryCodes(trx, id, []);
    await record(trx, app, { ...ofOwnAccount(id), action: 'account.totp-off' });
  });
}
