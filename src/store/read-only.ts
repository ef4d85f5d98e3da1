import type { Database } from './database.ts';

/** What is read in here was all so at one moment, whatever is written meanwhile; a write is refused. */
export function readOnly<T>(db: Database, read: (trx: Database) => Promise<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').execute(read);
}
