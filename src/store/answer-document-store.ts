/** What the document system gave an answer: số, ký hiệu, date, signer, and the signed file itself. Entered after sending. */

import type { Instant } from '../calendar/interval.ts';
import type { AnswerDocument } from '../domain/answer.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { someIn } from './rows.ts';

/** @param content of the signed file; absent: the one that is there stays. */
export async function saveAnswerDocument(
  db: Database,
  answerId: number,
  { number, day, signer, fileName }: AnswerDocument,
  kept: { readonly savedAt: Instant; readonly content?: Uint8Array },
): Promise<void> {
  const said = { number, day: day ?? null, signer, saved_at: kept.savedAt };
  const file = kept.content
    ? { file_name: fileName ?? null, content: Buffer.from(kept.content).toString('base64') }
    : {};
  await db
    .insertInto('answer_document')
    .values({ answer_id: answerId, file_name: null, content: null, ...said, ...file })
    .onConflict((conflict) => conflict.column('answer_id').doUpdateSet({ ...said, ...file }))
    .execute();
}

/** By answer; without the files. */
export async function listAnswerDocuments(
  db: Database,
  orderId: string,
): Promise<Map<number, AnswerDocument>> {
  const rows = await db
    .selectFrom('answer_document as document')
    .innerJoin('answer', 'answer.id', 'document.answer_id')
    .select(['document.answer_id', 'document.number', 'day', 'signer', 'file_name'])
    .where('answer.order_id', '=', orderId)
    .execute();
  return new Map(
    rows.map(({ answer_id, number, day, signer, file_name }) => [
      answer_id,
      { number, signer, ...withoutNulls({ day, fileName: file_name }) },
    ]),
  );
}

export async function findSignedFile(db: Database, answerId: number): Promise<Uint8Array | undefined> {
  const row = await someIn(db, 'answer_document', { answer_id: answerId })
    .select('content')
    .executeTakeFirst();
  return row?.content ? new Uint8Array(Buffer.from(row.content, 'base64')) : undefined;
}
