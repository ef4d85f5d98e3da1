/** Keys of this installation that are not in its database: one a purpose, each made of the sealing key. */

import { createHmac } from 'node:crypto';
import type { App } from './app.ts';

type Keeper = Pick<App, 'sealingKey'>;

/** 32 bytes; the purpose's name never changes, or what was made with the key is worth nothing. */
export function derivedKey({ sealingKey }: Keeper, purpose: string): Buffer {
  return createHmac('sha256', sealingKey).update(purpose).digest();
}

/** Of the audit trail's chain. */
export function auditKeyOf(app: Keeper): Uint8Array {
  return derivedKey(app, 'audit trail');
}

/** Of the chains of units' logs. */
export function logKeyOf(app: Keeper): Uint8Array {
  return derivedKey(app, 'watch log');
}
