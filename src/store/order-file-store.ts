/** Files of an order: the superior's own form of the list. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { deleteIn, rowIn, someIn } from './rows.ts';

export interface OrderFile {
  readonly fileName: string;
  readonly savedAt: Instant;
  readonly content: Uint8Array;
}

/** One of each id. */
interface FileKey {
  readonly orderId: string;
  readonly id: string;
}

/** In place of the one before. */
export async function saveOrderFile(
  db: Database,
  { orderId, id }: FileKey,
  { fileName, savedAt, content }: OrderFile,
): Promise<void> {
  const row = {
    ...{ file_name: fileName, bytes: content.length, saved_at: savedAt },
    content: Buffer.from(content).toString('base64'),
  };
  await db
    .insertInto('order_file')
    .values({ order_id: orderId, id, ...row })
    .onConflict((conflict) => conflict.columns(['order_id', 'id']).doUpdateSet(row))
    .execute();
}

export async function findOrderFile(db: Database, { orderId, id }: FileKey): Promise<OrderFile | undefined> {
  const row = await rowIn(db, 'order_file', { order_id: orderId, id });
  return (
    row && {
      ...{ fileName: row.file_name, savedAt: row.saved_at },
      content: new Uint8Array(Buffer.from(row.content, 'base64')),
    }
  );
}

export async function findFileName(db: Database, { orderId, id }: FileKey): Promise<string | undefined> {
  const row = await someIn(db, 'order_file', { order_id: orderId, id })
    .select('file_name')
    .executeTakeFirst();
  return row?.file_name;
}

export async function deleteOrderFile(db: Database, { orderId, id }: FileKey): Promise<void> {
  await deleteIn(db, 'order_file', { order_id: orderId, id });
}
