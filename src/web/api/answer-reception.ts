/**
 * `POST /api/v1/orders/{order}/answer`: the token, then a bounded body, then once under each `Idempotency-Key`. The answer
 * says what was judged: whoever reads none has to send again, and nothing is taken twice.
 */

import type { IncomingMessage } from 'node:http';
import {
  isAnswerToken,
  type MachineRefused,
  type MachineSending,
  takeMachineAnswer,
} from '../../app/answers/machine-answer.ts';
import type { App } from '../../app/app.ts';
import { formatTimestamp } from '../../calendar/zone.ts';
import { answerFit } from '../../domain/answer-judgement.ts';
import type { AnswerReceipt } from '../../domain/answer-receipt.ts';
import { bearerOf, bodyOf, challengeOf, type Reception, type Refused, refused } from './json-body.ts';
import type { ReceiptAnswer } from './order-shapes.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const KEY = /^[\w.:-]{8,100}$/;

export interface OrderAbout {
  readonly orderId: string;
  readonly zone: string;
}

export async function readAnswer(app: App, request: IncomingMessage, about: OrderAbout): Promise<Reception> {
  const sending = await readSending(app, request, about.orderId);
  if ('status' in sending) return sending;
  const taken = await takeMachineAnswer(app, sending);
  if (taken.kind !== 'taken') return toldRefused(taken);
  return { kind: 'taken', taken: receiptAnswer(taken.receipt, { ...about, repeated: taken.repeated }) };
}

/** What any program sends of an order, or why nothing of it is read. */
export async function readSending(
  app: App,
  request: IncomingMessage,
  orderId: string,
): Promise<MachineSending | Refused> {
  const token = bearerOf(request);
  if (token === undefined || !(await isAnswerToken(app, token)))
    return refused(401, 'api.refused.answer-token', { headers: challengeOf(token) });
  const key = headerOf(request, 'idempotency-key');
  if (key === undefined || !KEY.test(key)) return refused(400, 'api.refused.answer-key');
  const body = await bodyOf(request, MOST_BYTES);
  if (body === undefined)
    return refused(413, 'api.refused.alert-big', { params: { kilobytes: MOST_BYTES / 1024 } });
  const signature = headerOf(request, 'x-signature');
  return {
    ...{ token, orderId, key, body, client: request.headers['user-agent'] ?? '' },
    ...(signature === undefined ? {} : { signature }),
  };
}

export function toldRefused(
  taken: MachineRefused | { readonly kind: 'wrong'; readonly wrong: readonly string[] },
): Refused {
  if (taken.kind === 'wrong')
    return refused(400, 'api.refused.answer-body', { params: { wrong: taken.wrong.join('; ') } });
  const { why } = taken;
  if (why === 'token') return refused(401, 'api.refused.answer-token', { headers: challengeOf('') });
  return why === 'signature' ? refused(401, 'api.refused.signature') : refused(422, 'api.refused.key-reused');
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function receiptAnswer(
  receipt: AnswerReceipt,
  about: { readonly orderId: string; readonly zone: string; readonly repeated: boolean },
): ReceiptAnswer {
  const { revision, number, late, askedMinutes, shortMinutes, phonesMissing } = receipt;
  const at = (instant: AnswerReceipt['receivedAt']): string => formatTimestamp(instant, about.zone);
  return {
    ...{ order: about.orderId, revision, number, receivedAt: at(receipt.receivedAt), late },
    ...{ fits: answerFit(receipt), askedMinutes, shortMinutes, phonesMissing, repeated: about.repeated },
    gaps: receipt.gaps.map((gap) => ({ ...gap, start: at(gap.start), end: at(gap.end) })),
  };
}
