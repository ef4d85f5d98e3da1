/** Tells for two microseconds whether anyone has written to the database, this process included; not what was written. */

import SqliteFile from 'better-sqlite3';

export interface ChangeWatch {
  /** Another number after every commit, by whatever process; the same number when there was none. */
  stamp(): number;
  close(): void;
}

/** Opens a second connection to the file, which must be there; close it before the database itself. */
export function watchChanges(path: string): ChangeWatch {
  const file = new SqliteFile(path, { readonly: true });
  // It moves when another connection has committed; this one never writes, so every commit is another's.
  const version = file.prepare<[], number>('PRAGMA data_version').pluck();
  return {
    stamp: () => version.get() ?? 0,
    close: () => file.close(),
  };
}
