/** What SQLite and the file system refuse, told as what happened to the file and what to do about it. */

import { AppError } from '../kernel/app-error.ts';

/** By the beginning of SQLite's extended codes, such as SQLITE_CORRUPT_INDEX. */
const KEYS: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'error.database.not-a-database',
  SQLITE_CORRUPT: 'error.database.damaged',
  SQLITE_BUSY: 'error.database.locked',
  SQLITE_FULL: 'error.database.full',
  ENOSPC: 'error.database.full',
  SQLITE_READONLY: 'error.database.read-only',
  EROFS: 'error.database.read-only',
  SQLITE_CANTOPEN: 'error.database.unreachable',
  SQLITE_PERM: 'error.database.unreachable',
  SQLITE_IOERR: 'error.database.unreachable',
};

/** `AppError('unavailable', 'error.database.…')` where the file is the trouble; any other error as it is. */
export function storeError(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = Object.entries(KEYS).find(([prefix]) => code.startsWith(prefix))?.[1];
  // Node's own codes: EACCES, EISDIR, ENOTDIR.
  const key = known ?? (/^E[A-Z]+$/.test(code) ? 'error.database.unreachable' : undefined);
  return key === undefined ? error : new AppError('unavailable', key, { path, cause: code });
}
