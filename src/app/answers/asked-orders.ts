/** Orders as an asked unit sees them: what is asked, until when, and what was sent. */

import type { AnswerDocument } from '../../domain/answer.ts';
import type { DayJudgement } from '../../domain/answer-judgement.ts';
import type { AnswerUpload } from '../../domain/answer-receipt.ts';
import type { Order } from '../../domain/order.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Post } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  findSignedFile,
  listAnswerDocuments,
  saveAnswerDocument,
} from '../../store/answer-document-store.ts';
import {
  type AnswerCount,
  type AnswerSummary,
  listAnswerDays,
  listAnswers,
  listCounts,
} from '../../store/answer-store.ts';
import { type AskedRow, listOrdersAsking, markOpened } from '../../store/order-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { listStandingPosts } from '../../store/standing-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { listUploads } from '../../store/upward-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { attachedName } from '../orders/attached-file.ts';
import { type OrderKey, requireAsked } from '../orders/order-access.ts';
import { keptReading } from '../readings.ts';
import { record } from '../record.ts';

export interface AskedOrder {
  readonly order: Order;
  readonly asked: AskedRow;
  /** Of the unit that is asked: deadlines are told by its clock. */
  readonly zone: string;
  /** The answer in force, with its figures. */
  readonly answer?: AnswerSummary & AnswerCount;
}

const readAsked = keptReading(
  async (db, unitId: string): Promise<readonly AskedOrder[]> => {
    const orders = await listOrdersAsking(db, unitId);
    const own = orders.length === 0 ? undefined : (await findUnit(db, unitId))?.zone;
    return Promise.all(
      orders.map(async ({ order, asked }) => {
        const { answerId } = asked;
        const answer = answerId === undefined ? undefined : (await listCounts(db, order.id)).get(answerId);
        return { order, asked, zone: own ?? order.zone, ...(answer ? { answer } : {}) };
      }),
    );
  },
  { most: 500 },
);

/** The newest first; none for who may not see orders. */
export async function listAskedOrders(app: App, unitId: string): Promise<readonly AskedOrder[]> {
  return isAllowed(app, 'order.view', { unitId }) ? readAsked(app, unitId) : [];
}

export interface OpenedOrder extends AskedOrder {
  /** Newest first. */
  readonly answers: readonly AnswerSummary[];
  readonly documents: ReadonlyMap<number, AnswerDocument>;
  readonly judged: readonly DayJudgement[];
  /** By answer, where the superior is on another installation. */
  readonly uploads: ReadonlyMap<number, AnswerUpload>;
  /** Name of the file that goes with the order; empty for none. */
  readonly attached: string;
  readonly posts: readonly Post[];
  readonly staff: readonly StaffMember[];
}

/** Notes that the unit has opened it. Throws `not-found`, `forbidden`. */
export async function openAskedOrder(app: App, key: OrderKey): Promise<OpenedOrder> {
  allow(app, 'order.view', { unitId: key.unitId });
  const { db } = app;
  const { order, asked } = await requireAsked(db, key);
  const { answerId, openedAt } = asked;
  if (openedAt === undefined) await markOpened(db, key, app.clock());
  const answer = answerId === undefined ? undefined : (await listCounts(db, order.id)).get(answerId);
  return {
    ...{ order, asked, ...(answer ? { answer } : {}) },
    zone: (await findUnit(db, key.unitId))?.zone ?? order.zone,
    answers: await listAnswers(db, key),
    documents: await listAnswerDocuments(db, order.id),
    uploads: order.origin ? await listUploads(db, key) : new Map(),
    judged: answerId === undefined ? [] : ((await listAnswerDays(db, [answerId])).get(answerId) ?? []),
    attached: await attachedName(app, order.id),
    posts: await listStandingPosts(db, key.unitId),
    staff: await listStaff(db, key.unitId),
  };
}

export interface DocumentSaving extends OrderKey {
  readonly answer: number;
  readonly document: AnswerDocument;
  readonly content?: Uint8Array;
  readonly actor: string;
}

/** Throws `not-found`, `forbidden`. */
export function addAnswerDocument(
  app: App,
  { answer, document, content, actor, ...key }: DocumentSaving,
): Promise<void> {
  allow(app, 'answer.send', { unitId: key.unitId });
  return app.db.transaction().execute(async (trx) => {
    const found = (await listAnswers(trx, key)).find(({ number }) => number === answer);
    if (!found) throw new AppError('not-found', 'orders.error.missing');
    await saveAnswerDocument(trx, found.id, document, {
      savedAt: app.clock(),
      ...(content ? { content } : {}),
    });
    const details = { number: answer, file: content ? 1 : 0 };
    await record(
      trx,
      app,
      { actor, action: 'answer.document', unitId: key.unitId, subject: key.orderId },
      details,
    );
  });
}

/** Undefined where none was added. Throws `not-found`, `forbidden`. */
export async function readSignedFile(
  app: App,
  { answer, ...key }: OrderKey & { readonly answer: number },
): Promise<Uint8Array | undefined> {
  allow(app, 'order.view', { unitId: key.unitId });
  const found = (await listAnswers(app.db, key)).find(({ number }) => number === answer);
  return found && findSignedFile(app.db, found.id);
}
