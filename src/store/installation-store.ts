/** Which installation this is: one row, by a chance id that says nothing of where it runs. */

import type { Instant } from '../calendar/interval.ts';
import type { Database } from './database.ts';

export async function findInstallationId(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('installation').select('id').executeTakeFirst();
  return row?.id;
}

export async function insertInstallationId(db: Database, id: string, madeAt: Instant): Promise<void> {
  await db.insertInto('installation').values({ id, made_at: madeAt }).execute();
}
