/** The one way an answer comes to be: numbered, judged, counted, put in force and audited, whichever way it came. */

import type { Instant } from '../../calendar/interval.ts';
import { type Answer, type AnswerDuty, type AnswerSource, byTheDay } from '../../domain/answer.ts';
import type { Judgement } from '../../domain/answer-judgement.ts';
import type { Order } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertAnswer, listAnswers } from '../../store/answer-store.ts';
import type { Database } from '../../store/database.ts';
import type { AskedRow } from '../../store/order-store.ts';
import { queueUpload } from '../../store/upward-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { newId } from '../secret-token.ts';
import { judgementOf } from './judge-anew.ts';

export interface AnswerSending {
  readonly order: Order;
  readonly asked: AskedRow;
  readonly duties: readonly AnswerDuty[];
  readonly source: AnswerSource;
  readonly from?: { readonly periodId: string; readonly version: number };
  readonly actor: string;
}

export interface AnswerSent {
  readonly id: number;
  readonly number: number;
  readonly late: boolean;
  readonly judgement: Judgement;
}

/** Late ones are taken and marked. Throws `conflict` where the order was lifted. Call it inside a transaction. */
export async function sendAnswerWithin(trx: Database, app: App, sending: AnswerSending): Promise<AnswerSent> {
  const { order, asked, source, from, actor } = sending;
  if (order.state !== 'sent') throw new AppError('conflict', 'orders.error.lifted');
  const now = app.clock();
  const [newest] = await listAnswers(trx, asked);
  const answer: Answer = {
    ...{ orderId: order.id, unitId: asked.unitId, number: (newest?.number ?? 0) + 1 },
    ...{ sentAt: now, sentBy: actor, source, revision: order.revision, late: isLate(asked, now) },
    ...(from ?? {}),
    duties: byTheDay(sending.duties),
  };
  const judgement = judgementOf(order, asked, answer.duties, now);
  const id = await insertAnswer(trx, answer, judgement);
  const { number, late, unitId } = answer;
  // The superior is on another installation: what was sent is on its way, and received once that says so.
  if (order.origin) await queueUpload(trx, { answerId: id, unitId, key: newId(app), orderId: order.id }, now);
  const details = { number, source, short: judgement.shortMinutes, late: late ? 1 : 0 };
  await record(trx, app, { actor, action: 'answer.send', unitId, subject: order.id }, details);
  return { id, number, late, judgement };
}

function isLate({ deadline }: Pick<AskedRow, 'deadline'>, now: Instant): boolean {
  return now > deadline;
}
