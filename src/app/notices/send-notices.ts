/**
 * Sends what is queued: at least once, each person's notices in their order, again after longer and longer pauses, and not for
 * ever. What was sent is written down soon after (`Sent`); after a crash in between the same notice goes out again under the same
 * key, by which the receiver knows it.
 */

import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../../calendar/interval.ts';
import { type Attempted, type Delivery, deliveryAfter } from '../../domain/delivery.ts';
import { AppError } from '../../kernel/app-error.ts';
import { claimDueDeliveries, type DueDelivery, listDueDeliveries } from '../../store/delivery-store.ts';
import { deleteOldNotices } from '../../store/notice-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { claim } from '../claims.ts';
import { createComposer } from './compose.ts';
import type { Composing } from './composing.ts';
import { Sent } from './sent.ts';
import { spreadNotices } from './spread-notices.ts';

/** Of one round: few enough that stopping the server does not wait for them. */
const AT_ONCE = 64;
const MOST_ROUNDS = 8;
/** As many as there are connections to a mail server. */
const LANES = 16;
/** A year and a bit: a roster's receipts are asked for until the next one of its kind. */
const KEPT_MS = 400 * 86_400_000;

/** How many were attempted. */
export async function sendNotices(app: App, composing: Composing): Promise<number> {
  requireMachine(app);
  const means = { mail: composing.mailer !== undefined, push: composing.pusher !== undefined };
  while ((await spreadNotices(app, means)) > 0);
  let attempted = 0;
  const compose = createComposer(app, composing);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const due = await claim(
      app,
      (db, now) => listDueDeliveries(db, now, 1),
      (trx, claimed) => claimDueDeliveries(trx, claimed, AT_ONCE),
    );
    if (due.length === 0) break;
    const faults: unknown[] = [];
    const note = (fault: unknown): unknown => faults.push(fault);
    const sent = new Sent(app);
    const after = await inLanes(due, async (each) => {
      const delivery = await attempt(app, { compose, note }, each);
      sent.add(delivery);
      return delivery;
    }).finally(() => sent.end());
    attempted += due.length;
    // It is told in the log; what was sent is written down all the same.
    if (faults.length > 0) throw faults[0];
    // Nobody can be reached at the moment: the rest waits for the next turn instead of failing one by one.
    if (after.every(({ sentAt }) => sentAt === undefined)) break;
  }
  return attempted;
}

/** Those whose rosters are long over, with what was sent of them. */
export async function forgetOldNotices(app: App): Promise<void> {
  requireMachine(app);
  await deleteOldNotices(app.db, (app.clock() - KEPT_MS) as Instant);
}

/** A few at a time, visits answered in between: what is made for a mail takes the thread that serves pages. */
async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.values();
  const lane = async (): Promise<void> => {
    for (const item of left) {
      await setImmediate();
      results.push(await work(item));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

interface Attempting {
  readonly compose: ReturnType<typeof createComposer>;
  /** Told of what is no refusal anybody foresaw. */
  readonly note: (fault: unknown) => unknown;
}

async function attempt(
  app: App,
  { compose, note }: Attempting,
  { notice, ...delivery }: DueDelivery,
): Promise<Delivery> {
  const attempted = await compose(notice, delivery).then(
    (): Attempted => ({ kind: 'sent' }),
    (fault: unknown): Attempted => {
      if (fault instanceof AppError) return refusalOf(fault);
      note(fault);
      return { kind: 'failed', outcome: 'notice.outcome.fault' };
    },
  );
  return deliveryAfter(delivery, attempted, app.clock());
}

/** `mail.refused 550`: why, and what the other side answered. */
function refusalOf({ key, code, params }: AppError): Attempted {
  const answered = params.code;
  const outcome = answered === undefined || answered === 0 ? key : `${key} ${answered}`;
  return { kind: code === 'invalid' ? 'refused' : 'failed', outcome };
}
