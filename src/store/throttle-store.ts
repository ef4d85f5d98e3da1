/** Failed attempts, by hashed key. Old ones are forgotten, and there is never more than so many. */

import type { Instant } from '../calendar/interval.ts';
import { type Attempts, THROTTLE_KEPT_MS } from '../domain/throttle.ts';
import type { Database } from './database.ts';
import { deleteIn, rowsIn, saveIn } from './rows.ts';

/** Some 10 MB: whoever tries a million names drops the oldest counts, not the disk. */
const MOST_KEYS = 100_000;

export async function findAttempts(db: Database, key: string, now: Instant): Promise<Attempts | undefined> {
  const row = await rowsIn(db, 'throttle', { key })
    .where('last_at', '>', (now - THROTTLE_KEPT_MS) as Instant)
    .executeTakeFirst();
  return row && { failures: row.failures, lastAt: row.last_at };
}

export async function saveAttempts(db: Database, key: string, attempts: Attempts): Promise<void> {
  const row = { key, failures: attempts.failures, last_at: attempts.lastAt };
  await saveIn(db, 'throttle', ['key'], row);
}

export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await deleteIn(db, 'throttle', { key });
}

export async function pruneAttempts(db: Database, now: Instant): Promise<void> {
  await db
    .deleteFrom('throttle')
    .where('last_at', '<=', (now - THROTTLE_KEPT_MS) as Instant)
    .execute();
  const { count } = await db
    .selectFrom('throttle')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const surplus = Number(count) - MOST_KEYS;
  if (surplus <= 0) return;
  await db
    .deleteFrom('throttle')
    .where('key', 'in', (eb) => eb.selectFrom('throttle').select('key').orderBy('last_at').limit(surplus))
    .execute();
}
