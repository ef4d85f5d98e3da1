/** A database that notes which tables are asked of it. */

import type { KyselyPlugin } from 'kysely';
import type { Database } from './database.ts';
import { tablesIn } from './tables-in.ts';

/** The same database; what is asked of it, also within a transaction on it, is noted. */
export function noting(db: Database, tables: Set<string>): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      tablesIn(node, tables);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return db.withPlugin(plugin);
}
