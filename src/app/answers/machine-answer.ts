/**
 * Answers that come from another installation or program, by a token of the unit that is asked: taken once under each key,
 * however often they arrive, and acknowledged with what they were judged to be.
 */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import type { AnswerReceipt } from '../../domain/answer-receipt.ts';
import { demandsFor, type OrderDemand } from '../../domain/order.ts';
import { answerBody, parseAnswerBody } from '../../input/answer-body.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type ApiAccess, findApiToken } from '../../store/api-token-store.ts';
import { listRevisions } from '../../store/order-store.ts';
import { isPast } from '../../store/token-store.ts';
import { findReceipt, insertReceipt } from '../../store/upward-store.ts';
import type { App } from '../app.ts';
import { noteUse } from '../feeds/token-uses.ts';
import { requireAsked } from '../orders/order-access.ts';
import { hashOfToken, isToken } from '../secret-token.ts';
import { type AnswerSent, sendAnswerWithin } from './send-answer.ts';

/** The shape of a body, for the description of the API. */
export { answerBody };

export interface MachineSending {
  readonly token: string;
  /** What the program calls itself. */
  readonly client: string;
  readonly orderId: string;
  /** Of what is sent; the same over every attempt. */
  readonly key: string;
  /** As it arrived. */
  readonly body: string;
  /** `v1,` and base64 of HMAC-SHA-256 by the token's hash; absent where the program signs nothing. */
  readonly signature?: string;
}

export interface MachineRefused {
  readonly kind: 'refused';
  readonly why: 'token' | 'signature' | 'key-reused';
}

export type MachineTaken =
  | { readonly kind: 'taken'; readonly receipt: AnswerReceipt; readonly repeated: boolean }
  | { readonly kind: 'wrong'; readonly wrong: readonly string[] }
  | MachineRefused;

/** Whether a body may be read of whoever sends it. */
export async function isAnswerToken(app: App, token: string): Promise<boolean> {
  return (await accessOf(app, token)) !== undefined;
}

async function accessOf(app: App, token: string): Promise<ApiAccess | undefined> {
  const access = isToken(token) ? await findApiToken(app.db, hashOfToken(token), ['answer']) : undefined;
  return access && !isPast(access, app.clock()) ? access : undefined;
}

type Admitted =
  | { readonly access: ApiAccess; readonly refused?: never }
  | { readonly access?: never; readonly refused: MachineRefused };

/** By its token, and its signature where there is one; its use is noted. */
export async function admitMachine(app: App, sending: MachineSending): Promise<Admitted> {
  const { token, client, key, body, signature } = sending;
  const access = await accessOf(app, token);
  if (!access) return { refused: { kind: 'refused', why: 'token' } };
  if (signature !== undefined && !isSigned(signature, { token, key, body }))
    return { refused: { kind: 'refused', why: 'signature' } };
  noteUse(app.apiUses, access, { at: app.clock(), client });
  return { access };
}

/** Late ones are taken and marked. Throws `not-found` for an order that does not ask the unit, `conflict` for a lifted one. */
export async function takeMachineAnswer(app: App, sending: MachineSending): Promise<MachineTaken> {
  const { access, refused } = await admitMachine(app, sending);
  if (refused) return refused;
  const { orderId, key, body } = sending;
  const about = { orderId, unitId: access.unitId, key };
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return app.db.transaction().execute(async (trx): Promise<MachineTaken> => {
    const known = await findReceipt(trx, about);
    if (known) {
      if (known.bodyHash !== bodyHash) return { kind: 'refused', why: 'key-reused' };
      return { kind: 'taken', receipt: known.receipt, repeated: true };
    }
    const { order, asked } = await requireAsked(trx, about);
    if (order.origin) throw new AppError('not-found', 'orders.error.missing');
    const demands = demandsFor(order.content, asked.kind);
    // One that was asked for when the list was made: the order may have changed while it was on its way.
    const ever = (await listRevisions(trx, orderId)).flatMap(({ content }) => content.demands);
    const read = parseAnswerBody(parsedJson(body), new Set([...ever, ...demands].map(({ id }) => id)));
    if (!read.ok) return { kind: 'wrong', wrong: read.wrong };
    const { duties } = read;
    const actor = `token:${access.id}`;
    const sent = await sendAnswerWithin(trx, app, { order, asked, duties, source: 'machine', actor });
    const receipt = receiptOf(sent, { demands, revision: order.revision, now: app.clock() });
    await insertReceipt(trx, about, { answerId: sent.id, bodyHash, receipt });
    return { kind: 'taken', receipt, repeated: false };
  });
}

function receiptOf(
  { number, late, judgement }: AnswerSent,
  {
    demands,
    revision,
    now,
  }: { readonly demands: readonly OrderDemand[]; readonly revision: number; readonly now: Instant },
): AnswerReceipt {
  const { askedMinutes, shortMinutes, phonesMissing, days } = judgement;
  return {
    ...{ number, receivedAt: now, late, revision, askedMinutes, shortMinutes, phonesMissing },
    gaps: days.flatMap(({ day, demandId, gaps }) => {
      const demand = demands.find(({ id }) => id === demandId);
      return gaps.map(({ span, held }) => ({
        ...{ day, demand: demand?.name ?? '', start: span.start, end: span.end },
        ...{ held, least: demand?.least ?? 0 },
      }));
    }),
  };
}

interface Signed {
  readonly token: string;
  readonly key: string;
  readonly body: string;
}

/** As both sides can make it: the one keeps the token, the other its hash. What is replayed is known by its key. */
export function signatureOf({ token, key, body }: Signed): string {
  const secret = Buffer.from(hashOfToken(token));
  return `v1,${createHmac('sha256', secret).update(`${key}.${body}`).digest('base64')}`;
}

function isSigned(signature: string, signed: Signed): boolean {
  const [given, meant] = [signature, signatureOf(signed)].map((text) => Buffer.from(text));
  return (
    given !== undefined &&
    meant !== undefined &&
    given.length === meant.length &&
    timingSafeEqual(given, meant)
  );
}

/** Undefined for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
