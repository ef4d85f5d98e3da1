/** Opens what ROTA_DB says: a file of SQLite, or a database on a server of PostgreSQL. */

import { FileChanges } from './change-watch.ts';
import { openDatabase } from './database.ts';
import { isServer } from './database-place.ts';
import { openPostgres } from './postgres/open.ts';
import type { Store } from './store.ts';

/** @param place a file, or `postgres://…`. Throws as `openDatabase` and `openPostgres` do. */
export async function openStore(place: string): Promise<Store> {
  if (isServer(place)) return openPostgres(place);
  const changes = new FileChanges();
  const db = await openDatabase(place, changes);
  changes.open(place);
  return {
    db,
    stamp: () => changes.stamp(),
    isUnchanged: (tables, since) => changes.isUnchanged(tables, since),
    async close() {
      changes.close();
      await db.destroy();
    },
  };
}
