/** How many changes that take something back the database has seen: what tells a backup from what came after it. */

import type { Database } from './database.ts';
import { revocationCountSchema } from './migrations/0014-revocation-count.ts';
import { saveIn } from './rows.ts';

/** The first schema whose databases count what they take back. */
export const COUNTING_SCHEMA = revocationCountSchema.number;

export async function readRevocationCount(db: Database): Promise<number> {
  const row = await db.selectFrom('revocation_count').select('number').executeTakeFirst();
  return row?.number ?? 0;
}

/** The next number, taken with the change. */
export async function nextRevocationNumber(trx: Database): Promise<number> {
  const number = (await readRevocationCount(trx)) + 1;
  await saveRevocationCount(trx, number);
  return number;
}

export async function saveRevocationCount(trx: Database, number: number): Promise<void> {
  const row = { id: 1, number };
  await saveIn(trx, 'revocation_count', ['id'], row);
}
