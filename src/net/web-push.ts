/**
 * The adapter to web-push: messages encrypted for one device (RFC 8291) and signed as this server's (VAPID, RFC 8292). The
 * library only writes them; they travel by the same guarded way as everything that goes to an address someone gave us.
 */

import webPush from 'web-push';
import type { Outbound } from '../app/machines/outbound.ts';
import type { Pusher } from '../app/notices/pusher.ts';
import { AppError } from '../kernel/app-error.ts';

export interface PushSettings {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may write to about us: an https address (RFC 8292, 2.1). */
  readonly contact: string;
}

const TIMEOUT_MS = 10_000;
const MOST_OCTETS = 64 * 1024;
/** The subscription has expired or was taken back (RFC 8030, 7.3). */
const GONE = [404, 410];
/** Something of ours that it will never take: too large, or malformed. */
const REFUSED = [400, 413];

/** Rejects with `AppError`: `invalid`, `push.gone` or `push.refused`, for good; `unavailable`, `push.later`, for now. */
export function createPusher(send: Outbound, { publicKey, privateKey, contact }: PushSettings): Pusher {
  return async ({ endpoint, p256dh, auth }, { text, urgent, keptSeconds }) => {
    const { headers, body } = written(() =>
      webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
        vapidDetails: { subject: contact, publicKey, privateKey },
        TTL: keptSeconds,
        urgency: urgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      }),
    );
    const { status } = await send({
      method: 'POST',
      address: endpoint,
      headers: textOf(headers),
      ...(body === null ? {} : { body }),
      timeoutMs: TIMEOUT_MS,
      mostOctets: MOST_OCTETS,
      mostRedirects: 0,
    });
    if (GONE.includes(status)) throw new AppError('invalid', 'push.gone', { code: status });
    if (REFUSED.includes(status)) throw new AppError('invalid', 'push.refused', { code: status });
    if (status < 200 || status >= 300) throw new AppError('unavailable', 'push.later', { code: status });
  };
}

/** A device's keys are whatever was sent as such: for some nothing can be written, now or later. */
function written<T>(write: () => T): T {
  try {
    return write();
  } catch {
    throw new AppError('invalid', 'push.refused', { code: 0 });
  }
}

function textOf(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
