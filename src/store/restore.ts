/**
 * Puts a backup in the place of the database: checked first, gone over while nobody has it yet, and what stood there is kept
 * beside it, for the last few times.
 */

import { chmodSync, copyFileSync, existsSync, linkSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import type { Instant } from '../calendar/interval.ts';
import { AppError } from '../kernel/app-error.ts';
import { checksumPath } from './backup.ts';
import { decryptFile, isEncrypted } from './backup-encryption.ts';
import { flushFolder, moveIntoPlace, PRIVATE_MODE, sha256Of } from './durable-file.ts';
import { type Inspection, inspectDatabase } from './inspection.ts';
import { storeError } from './sqlite-error.ts';

export interface Restoring {
  /** The backup; its checksum file stands beside it. */
  readonly from: string;
  /** Where the database belongs. */
  readonly to: string;
  /** Names what stood there before. */
  readonly at: Instant;
  /** What opens an encrypted backup; see `decryptFile`. */
  readonly identities?: string;
}

/** What stood there before, of so many restorings; they hold people who were erased since. */
export const MOST_KEPT = 3;

export interface Restored<T> extends Inspection {
  /** What `amend` made of it. */
  readonly amended: T;
  /** Where the database that stood there is kept; absent when there was none. */
  readonly kept?: string;
}

/**
 * Throws `AppError('invalid', 'error.backup.…')` without a checksum or with another one, `unavailable` when the copy is
 * no sound database of this program or an older one, or when a server has the old one open; of an encrypted one also
 * `error.backup.identity-wanted`, and as `decryptFile` does. Nothing changes then.
 * @param amend goes over the copy at this path before it is put in place, and closes it again.
 */
export async function restoreDatabase<T>(
  { from, to, at, identities }: Restoring,
  amend: (path: string, found: Inspection) => Promise<T>,
): Promise<Restored<T>> {
  const partial = `${to}.restoring`;
  try {
    await requireChecksum(from);
    await copyPlain(from, partial, identities);
    // The copy, not the original: what is put in place is what was looked at.
    const inspection = inspectDatabase(partial);
    const amended = await amend(partial, inspection);
    inspectDatabase(partial);
    const kept = existsSync(to) ? putAside(to, at) : undefined;
    moveIntoPlace(partial, to);
    forgetOldest(to);
    return { ...inspection, amended, ...(kept === undefined ? {} : { kept }) };
  } catch (error) {
    throw storeError(to, error);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
  }
}

async function copyPlain(from: string, to: string, identities: string | undefined): Promise<void> {
  rmSync(to, { force: true });
  if (!isEncrypted(from)) {
    copyFileSync(from, to);
    chmodSync(to, PRIVATE_MODE);
    return;
  }
  if (identities === undefined) throw new AppError('invalid', 'error.backup.identity-wanted', { path: from });
  await decryptFile(from, to, identities);
}

function forgetOldest(to: string): void {
  const stem = `${basename(to)}.before-`;
  const kept = readdirSync(dirname(to))
    .filter((name) => name.startsWith(stem) && /^\d{8}T\d{6}Z$/.test(name.slice(stem.length)))
    .sort();
  for (const name of kept.slice(0, -MOST_KEPT)) {
    for (const end of ['', '-wal', '-shm']) rmSync(join(dirname(to), `${name}${end}`), { force: true });
  }
}

async function requireChecksum(path: string): Promise<void> {
  if (!existsSync(path)) throw new AppError('not-found', 'error.backup.missing', { path });
  const listed = existsSync(checksumPath(path)) ? readFileSync(checksumPath(path), 'utf8') : '';
  const [expected] = /^[0-9a-f]{64}/.exec(listed) ?? [];
  if (expected === undefined) throw new AppError('invalid', 'error.backup.no-checksum', { path });
  if ((await sha256Of(path)) !== expected) throw new AppError('invalid', 'error.backup.checksum', { path });
}

/** A second name for the old file, so that at no moment there is none; what its log holds goes with it. */
function putAside(to: string, at: Instant): string {
  const kept = `${to}.before-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const log = { path: `${to}-wal`, kept: `${kept}-wal` };
  // First of all: SQLite may throw the log of a damaged file away.
  if (existsSync(log.path)) copyFileSync(log.path, log.kept);
  if (closeLog(to)) {
    rmSync(log.kept, { force: true });
  } else {
    // Neither may meet the new file, which is not theirs.
    rmSync(log.path, { force: true });
    rmSync(`${to}-shm`, { force: true });
  }
  rmSync(kept, { force: true });
  linkSync(to, kept);
  flushFolder(dirname(to));
  return kept;
}

/**
 * Writes the log into the file and ends it, which SQLite allows only to the last one who has the file open. False when
 * the file is no readable database. Throws `error.database.in-use`.
 */
function closeLog(path: string): boolean {
  let file: SqliteFile.Database | undefined;
  try {
    file = new SqliteFile(path, { timeout: 500 });
    file.pragma('journal_mode = DELETE');
    return true;
  } catch (error) {
    const told = storeError(path, error);
    if (told instanceof AppError && told.key === 'error.database.locked') {
      throw new AppError('unavailable', 'error.database.in-use', { path });
    }
    if (
      told instanceof AppError &&
      ['error.database.damaged', 'error.database.not-a-database'].includes(told.key)
    ) {
      return false;
    }
    throw told;
  } finally {
    file?.close();
  }
}
