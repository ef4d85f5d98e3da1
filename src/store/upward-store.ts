/** Where units send their answers on other installations, and what is on its way. The token passes through sealed. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import { type AnswerReceipt, type AnswerUpload, REPLACED } from '../domain/answer-receipt.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { day, readJson } from './records.ts';
import { changeIn, insertIn, rowIn, saveIn, someIn } from './rows.ts';
import type { AnswerUploadRow, UpwardLinkRow } from './upward-tables.ts';

export interface UpwardLink {
  readonly unitId: string;
  /** Of the superior's installation, without a trailing slash. */
  readonly address: string;
  /** As the superior said. */
  readonly superiorName: string;
  readonly unitName: string;
  readonly savedAt: Instant;
  /** When its orders were last asked for, and when that last went well. */
  readonly askedAt?: Instant;
  readonly readAt?: Instant;
  /** The key of what went wrong the last time; empty for nothing. */
  readonly outcome: string;
}

export type SealedLink = UpwardLink & { readonly secret: string };

export async function saveUpwardLink(db: Database, link: SealedLink): Promise<void> {
  const row: UpwardLinkRow = {
    ...{ unit_id: link.unitId, address: link.address, secret: link.secret },
    ...{ superior_name: link.superiorName, unit_name: link.unitName, saved_at: link.savedAt },
    ...{ asked_at: link.askedAt ?? null, read_at: link.readAt ?? null, outcome: link.outcome },
  };
  await saveIn(db, 'upward_link', ['unit_id'], row);
}

export async function findUpwardLink(db: Database, unitId: string): Promise<SealedLink | undefined> {
  const row = await rowIn(db, 'upward_link', { unit_id: unitId });
  return row && linkFromRow(row);
}

/** What waits is given up. */
export async function deleteUpwardLink(db: Database, unitId: string): Promise<boolean> {
  for (const table of ['answer_upload', 'report_upload'] as const) {
    await db
      .updateTable(table)
      .set({ next_at: null, outcome: 'upward.outcome.ended' })
      .where('unit_id', '=', unitId)
      .where('next_at', 'is not', null)
      .execute();
  }
  const { numDeletedRows } = await db
    .deleteFrom('upward_link')
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Those not asked since, the longest ago first. */
export async function listDueLinks(db: Database, before: Instant, most: number): Promise<SealedLink[]> {
  const rows = await db
    .selectFrom('upward_link')
    .selectAll()
    .where((eb) => eb.or([eb('asked_at', 'is', null), eb('asked_at', '<=', before)]))
    .orderBy('asked_at')
    .limit(most)
    .execute();
  return rows.map(linkFromRow);
}

/** @param asked.readAt absent: as it was. */
export async function noteAsked(
  db: Database,
  unitId: string,
  asked: Partial<Pick<UpwardLink, 'readAt' | 'superiorName' | 'unitName'>> & {
    readonly askedAt: Instant;
    readonly outcome: string;
  },
): Promise<void> {
  const { askedAt, readAt, outcome, superiorName, unitName } = asked;
  await changeIn(db, 'upward_link', { unit_id: unitId }).to({
    ...{ asked_at: askedAt, outcome },
    ...(readAt === undefined ? {} : { read_at: readAt }),
    ...(superiorName === undefined ? {} : { superior_name: superiorName }),
    ...(unitName === undefined ? {} : { unit_name: unitName }),
  });
}

/** In place of what still waits of the same order: the newest alone goes. Call it inside a transaction. */
export async function queueUpload(
  trx: Database,
  { orderId, ...upload }: Pick<AnswerUpload, 'answerId' | 'unitId' | 'key'> & { readonly orderId: string },
  now: Instant,
): Promise<void> {
  await trx
    .updateTable('answer_upload')
    .set({ next_at: null, outcome: REPLACED })
    .where('unit_id', '=', upload.unitId)
    .where('next_at', 'is not', null)
    .where('answer_id', 'in', (eb) => eb.selectFrom('answer').select('id').where('order_id', '=', orderId))
    .execute();
  await insertIn(trx, 'answer_upload', {
    ...{ answer_id: upload.answerId, unit_id: upload.unitId, upload_key: upload.key, created_at: now },
    ...{ attempts: 0, next_at: now, received_at: null, outcome: '', receipt: null },
  });
}

/** Those whose time has come, in the order they were made. */
export async function listDueUploads(db: Database, now: Instant, most: number): Promise<AnswerUpload[]> {
  const rows = await db
    .selectFrom('answer_upload')
    .selectAll()
    .where('next_at', '<=', now)
    .orderBy('answer_id')
    .limit(most)
    .execute();
  return rows.map(uploadFromRow);
}

/** By answer. */
export async function listUploads(
  db: Database,
  { orderId, unitId }: { readonly orderId: string; readonly unitId: string },
): Promise<Map<number, AnswerUpload>> {
  const rows = await db
    .selectFrom('answer_upload as upload')
    .innerJoin('answer', 'answer.id', 'upload.answer_id')
    .selectAll('upload')
    .where('answer.order_id', '=', orderId)
    .where('answer.unit_id', '=', unitId)
    .execute();
  return new Map(rows.map((row) => [row.answer_id, uploadFromRow(row)]));
}

/** What another took the place of meanwhile stays so, unless it was received after all. */
export async function saveUpload(db: Database, upload: AnswerUpload): Promise<void> {
  const { answerId, attempts, nextAt, receivedAt, outcome, receipt } = upload;
  await db
    .updateTable('answer_upload')
    .set({
      ...{ attempts, outcome, next_at: nextAt ?? null, received_at: receivedAt ?? null },
      receipt: receipt ? JSON.stringify(receipt) : null,
    })
    .where('answer_id', '=', answerId)
    .where((eb) => (receipt ? eb.lit(true) : eb('outcome', '<>', REPLACED)))
    .execute();
}

/** What was refused for the sake of the connection goes once more. */
export async function retryUploads(trx: Database, unitId: string, now: Instant): Promise<void> {
  for (const table of ['answer_upload', 'report_upload'] as const) {
    await trx
      .updateTable(table)
      .set({ next_at: now })
      .where('unit_id', '=', unitId)
      .where('received_at', 'is', null)
      .where('outcome', '<>', REPLACED)
      .execute();
  }
}

const gap = z.object({
  ...{ day, demand: z.string(), start: z.custom<Instant>(Number.isSafeInteger) },
  ...{ end: z.custom<Instant>(Number.isSafeInteger), held: z.int(), least: z.int() },
});
const receipt: z.ZodType<AnswerReceipt> = z.object({
  ...{ number: z.int(), receivedAt: z.custom<Instant>(Number.isSafeInteger), late: z.boolean() },
  ...{ revision: z.int(), askedMinutes: z.int(), shortMinutes: z.int(), phonesMissing: z.int() },
  gaps: z.array(gap),
});

export interface KeptReceipt {
  readonly bodyHash: string;
  readonly receipt: AnswerReceipt;
}

export interface ReceiptKey {
  readonly orderId: string;
  readonly unitId: string;
  readonly key: string;
}

export async function findReceipt(
  db: Database,
  { orderId, unitId, key }: ReceiptKey,
): Promise<KeptReceipt | undefined> {
  const row = await someIn(db, 'answer_receipt', { order_id: orderId, unit_id: unitId, receipt_key: key })
    .select(['body_hash', 'receipt'])
    .executeTakeFirst();
  return row && { bodyHash: row.body_hash, receipt: readJson(receipt, row.receipt) };
}

export async function insertReceipt(
  trx: Database,
  { orderId, unitId, key }: ReceiptKey,
  { answerId, bodyHash, receipt: kept }: KeptReceipt & { readonly answerId: number },
): Promise<void> {
  await insertIn(trx, 'answer_receipt', {
    ...{ order_id: orderId, unit_id: unitId, receipt_key: key, body_hash: bodyHash, answer_id: answerId },
    receipt: JSON.stringify(kept),
  });
}

function linkFromRow(row: UpwardLinkRow): SealedLink {
  return {
    ...fieldsOf(row, ['unit_id', 'address', 'secret', 'outcome', 'superior_name', 'unit_name']),
    ...fieldsOf(row, ['saved_at', 'asked_at', 'read_at']),
  };
}

function uploadFromRow(row: AnswerUploadRow): AnswerUpload {
  return {
    ...fieldsOf(row, ['answer_id', 'unit_id', 'attempts', 'outcome', 'next_at', 'received_at']),
    key: row.upload_key,
    ...(row.receipt === null ? {} : { receipt: readJson(receipt, row.receipt) }),
  };
}
