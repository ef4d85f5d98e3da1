/** How far the audit trail has been sent elsewhere. */

import type { Database } from './database.ts';
import { saveIn } from './rows.ts';

/** The number of the last entry sent; 0 before the first. */
export async function readForwarded(db: Database): Promise<number> {
  const row = await db.selectFrom('audit_forward').select('number').executeTakeFirst();
  return row?.number ?? 0;
}

export async function saveForwarded(db: Database, number: number): Promise<void> {
  const row = { id: 1, number };
  await saveIn(db, 'audit_forward', ['id'], row);
}
