/**
 * A server's place beside others on the same database. On a file there is one server: a lock beside it that the operating
 * system lets go of when the process ends, however it ends. Of those on PostgreSQL see `postgres/nodes.ts`.
 */

import { closeSync, mkdirSync, openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { AppError } from '../kernel/app-error.ts';
import { PRIVATE_MODE } from './durable-file.ts';
import { storeError } from './sqlite-error.ts';

export interface ServerPlace {
  /** Whether it does what one server at a time does. */
  isFirst(): boolean;
  /** Whether it is there to become the first, should that one go. */
  isThere(): boolean;
  /** Called now where it is first, and each time it becomes so. */
  whenFirst(run: () => void): void;
}

export interface ServerLock extends ServerPlace {
  release(): void;
}

/** Of the only server there is. */
export const ALONE: ServerPlace = { isFirst: () => true, isThere: () => true, whenFirst: (run) => run() };

/** Throws `AppError('unavailable', 'error.database.served')` while another process holds it. */
export function holdServerLock(databasePath: string): ServerLock {
  const path = `${databasePath}.lock`;
  let file: SqliteFile.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'a', PRIVATE_MODE));
    file = new SqliteFile(path, { timeout: 500 });
    // SQLite's own locks, on a file of its own: the database itself goes on to be read by commands and backups.
    file.exec('BEGIN EXCLUSIVE');
    const held = file;
    return { ...ALONE, release: () => held.close() };
  } catch (error) {
    file?.close();
    const told = storeError(path, error);
    if (told instanceof AppError && told.key === 'error.database.locked') {
      throw new AppError('unavailable', 'error.database.served', { path: databasePath });
    }
    throw told;
  }
}

/** By the numbers of Linux's statfs(2). */
const NETWORK_KINDS: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  12805120: 'Ceph',
  1397113167: 'AFS',
  198183888: 'Lustre',
  16914839: '9P',
  1702057286: 'FUSE',
};

/** The kind of file system the file stands on, where its locks cannot be relied on; undefined on a disk of the machine's own. */
export function networkKindOf(databasePath: string): string | undefined {
  return networkKind(statfsSync(dirname(databasePath)).type);
}

/** @param type as statfs tells it, perhaps as a negative number of 32 bits. */
export function networkKind(type: number): string | undefined {
  return NETWORK_KINDS[type >>> 0];
}
