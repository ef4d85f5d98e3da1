/**
 * Sends what waits for web hooks: signed, several times if need be, each time after a longer pause, and not for ever.
 * Headers are those of Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature), which receivers have
 * libraries for. A message may arrive twice; its id stays the same.
 */

import { createHmac } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  type Attempt,
  claimDueMessages,
  type DueMessage,
  deleteSettledMessages,
  listDueMessages,
  recordAttempt,
} from '../../store/web-hook-store.ts';
import { requireMachine } from '../access/authorise.ts';
import { unseal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import { claim, writtenDown } from '../claims.ts';
import type { Outbound } from './outbound.ts';

/** Seconds before the second attempt, the third, …: given up after the eighth, about a day later. */
const PAUSES_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 43_200];
const TIMEOUT_MS = 10_000;
/** Answers are not read for what they say. */
const MOST_OCTETS = 64 * 1024;
const AT_ONCE = 8;
const SETTLED_KEPT_MS = 30 * 86_400_000;

/** How many were attempted. Slow receivers hold up only the round they are in. */
export async function deliverMessages(app: App, send: Outbound): Promise<number> {
  requireMachine(app);
  const due = await claim(
    app,
    (db, now) => listDueMessages(db, now, 1),
    (trx, claimed) => claimDueMessages(trx, claimed, AT_ONCE),
  );
  await Promise.all(due.map((message) => deliver(app, send, message)));
  await deleteSettledMessages(app.db, (app.clock() - SETTLED_KEPT_MS) as Instant);
  return due.length;
}

async function deliver(app: App, send: Outbound, message: DueMessage): Promise<void> {
  const outcome = await attempt(app, send, message);
  const after = attemptAfter(message, outcome, app.clock());
  await writtenDown(() => recordAttempt(app.db, message.id, after));
}

/** The receiver's status, or the key of what kept it from answering. */
async function attempt(app: App, send: Outbound, message: DueMessage): Promise<number | string> {
  try {
    const secret = unseal(app, message.hook.id, message.sealedSecret);
    const { status } = await send({
      method: 'POST',
      address: message.hook.address,
      headers: signedHeaders(message, secret, app.clock()),
      body: message.body,
      timeoutMs: TIMEOUT_MS,
      mostOctets: MOST_OCTETS,
      // A receiver that has moved must be told anew: a signed message goes nowhere else.
      mostRedirects: 0,
    });
    return status;
  } catch (error) {
    if (error instanceof AppError) return error.key;
    throw error;
  }
}

export function signedHeaders(
  { id, body }: Pick<DueMessage, 'id' | 'body'>,
  secret: Uint8Array,
  now: Instant,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'lich-truc',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

const GONE = 410;

function attemptAfter(message: DueMessage, outcome: number | string, now: Instant): Attempt {
  const attempts = message.attempts + 1;
  const told = { attempts, outcome: String(outcome) };
  if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return { ...told, deliveredAt: now };
  const pause = PAUSES_SECONDS[attempts - 1];
  if (pause === undefined || outcome === GONE) return told;
  return { ...told, nextAt: (now + pause * 1000) as Instant };
}
