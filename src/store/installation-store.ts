/** Which installation this is: one row, by a chance id that says nothing of where it runs. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';
import { insertIn } from './rows.ts';

export async function findInstallationId(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('installation').select('id').executeTakeFirst();
  return row?.id;
}

export async function insertInstallationId(db: Database, id: string, madeAt: Instant): Promise<void> {
  await insertIn(db, 'installation', { id, made_at: madeAt });
}
