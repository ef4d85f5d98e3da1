/** Seals short secrets for the database with AES-256-GCM, bound to the account they belong to. */

import { createCipheriv, createDecipheriv } from 'node:crypto';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param owner the account's id: sealed text copied to another row does not open there. */
export function seal(
  app: Pick<App, 'sealingKey' | 'randomBytes'>,
  owner: string,
  secret: Uint8Array,
): string {
  const nonce = app.randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, app.sealingKey, nonce).setAAD(Buffer.from(owner));
  const sealed = [cipher.update(secret), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Throws `AppError('unavailable', 'error.access.sealed')` when the key is not the one it was sealed with. */
export function unseal(app: Pick<App, 'sealingKey'>, owner: string, sealed: string): Uint8Array {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, app.sealingKey, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new AppError('unavailable', 'error.access.sealed');
  }
}
