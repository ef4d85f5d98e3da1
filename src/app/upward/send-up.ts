/**
 * Sends answers on to superiors' installations: signed, under a key that stays the same, again after longer and longer
 * pauses for as long as nobody says that they will never be taken. Only what is acknowledged counts as received.
 */

import type { Instant } from '../../calendar/interval.ts';
import { formatTimestamp } from '../../calendar/zone.ts';
import type { Answer } from '../../domain/answer.ts';
import { type AnswerUpload, pauseAfter, type Upload } from '../../domain/answer-receipt.ts';
import { parseReceipt } from '../../input/upward-orders.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAnswer } from '../../store/answer-store.ts';
import { findOrder } from '../../store/order-store.ts';
import { findUpwardLink, listDueUploads, saveUpload } from '../../store/upward-store.ts';
import { requireMachine } from '../access/authorise.ts';
import { signatureOf } from '../answers/machine-answer.ts';
import type { App } from '../app.ts';
import type { Outbound } from '../machines/outbound.ts';
import { askSuperior, tokenOf } from './ask-superior.ts';

const AT_ONCE = 16;

/** One after the other: of one order the newer answer never comes before the older. How many were attempted. */
export async function sendUp(app: App, send: Outbound): Promise<number> {
  requireMachine(app);
  const due = await listDueUploads(app.db, app.clock(), AT_ONCE);
  for (const upload of due)
    await saveUpload(app.db, await attempted(app, upload, () => deliver(app, send, upload)));
  return due.length;
}

/** As it stands after one more attempt: received, given up, or to be tried again later. */
export async function attempted<T extends Upload>(
  app: App,
  upload: T,
  deliver: () => Promise<Partial<T> & { readonly receivedAt: Instant }>,
): Promise<T> {
  const { nextAt: _, ...rest } = upload;
  const tried = { ...rest, attempts: upload.attempts + 1 } as T;
  try {
    return { ...tried, ...(await deliver()), outcome: '' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const outcome = error.key;
    if (error.code === 'invalid' && outcome.startsWith('upward.')) return { ...tried, outcome };
    return { ...tried, outcome, nextAt: (app.clock() + pauseAfter(tried.attempts)) as Instant };
  }
}

async function deliver(app: App, send: Outbound, { answerId, unitId, key }: AnswerUpload) {
  const link = await findUpwardLink(app.db, unitId);
  const answer = await findAnswer(app.db, answerId);
  const order = answer && (await findOrder(app.db, answer.orderId));
  if (!link || !answer || !order?.origin) throw new AppError('invalid', 'upward.outcome.ended');
  const token = tokenOf(app, link);
  const body = bodyOf(answer, order.zone);
  const read = await askSuperior(
    send,
    { address: link.address, token },
    {
      path: `/api/v1/orders/${encodeURIComponent(order.origin.orderId)}/answer`,
      headers: { 'Idempotency-Key': key, 'X-Signature': signatureOf({ token, key, body }) },
      body,
    },
  );
  const receipt = parseReceipt(read);
  // Whatever stands in between said 200: it is no word of the superior's.
  if (!receipt) throw new AppError('unavailable', 'upward.outcome.no-receipt');
  return { receipt, receivedAt: receipt.receivedAt };
}

/** The same bytes every time: a key goes with one body. */
function bodyOf({ duties }: Answer, zone: string): string {
  return JSON.stringify({
    duties: duties.map(({ tier, demandId, label, span, name, title, phone }) => ({
      ...{ tier, demand: demandId ?? null, label, name, title, phone },
      ...{ start: formatTimestamp(span.start, zone), end: formatTimestamp(span.end, zone) },
    })),
  });
}
