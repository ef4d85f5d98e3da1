/** By which push services know this installation (VAPID, RFC 8292): a key pair made of the sealing key, and kept nowhere. */

import { createECDH, createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { derivedKey } from '../derived-key.ts';

export interface PushKeys {
  /** Uncompressed point on P-256, base64url: what browsers ask with. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** One in 2³² keys is no number of the curve: the next that is. */
export function pushKeysOf(app: Pick<App, 'sealingKey'>): PushKeys {
  const pair = createECDH('prime256v1');
  let secret = derivedKey(app, 'web push');
  for (;;) {
    try {
      pair.setPrivateKey(secret);
      break;
    } catch {
      secret = createHash('sha256').update(secret).digest();
    }
  }
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: secret.toString('base64url'),
  };
}
