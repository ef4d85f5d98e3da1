/** Opens what ROTA_DB says: a file of SQLite, or a database on a server of PostgreSQL. */

import { watchChanges } from './change-watch.ts';
import { openDatabase } from './database.ts';
import { isServer } from './database-place.ts';
import { openPostgres } from './postgres/open.ts';
import type { Store } from './store.ts';

/** @param place a file, or `postgres://…`. Throws as `openDatabase` and `openPostgres` do. */
export async function openStore(place: string): Promise<Store> {
  if (isServer(place)) return openPostgres(place);
  const db = await openDatabase(place);
  const watch = watchChanges(place);
  return {
    db,
    stamp: watch.stamp,
    async close() {
      watch.close();
      await db.destroy();
    },
  };
}
