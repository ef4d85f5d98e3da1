/**
 * Copies of the database, taken while it is in use, checked before they count, each with a checksum file beside it in
 * the form `sha256sum -c` reads; encrypted where there is somebody to encrypt them for. The key that seals secrets is not
 * in them and is kept apart.
 */

import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import type { Instant } from '../calendar/interval.ts';
import { AppError } from '../kernel/app-error.ts';
import { encryptFile } from './backup-encryption.ts';
import { moveIntoPlace, PRIVATE_MODE, sha256Of, writeIntoPlace } from './durable-file.ts';
import { inspectDatabase } from './inspection.ts';
import { storeError } from './sqlite-error.ts';

export interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** All pages in one step: with fewer, every write of the server would make the copy begin anew. */
const ALL_PAGES = 0x7fffffff;

export type BackupDatabase = (from: string, to: string, recipients: readonly string[]) => Promise<BackupFile>;

/**
 * Throws `AppError('conflict', 'error.backup.exists')` when something stands at `to`, `unavailable` when source or target cannot be read or written, or when the copy is not whole;
 * nothing stands at `to` then.
 * @param recipients for whom the copy is encrypted; in plain when there is none. The plain copy then never leaves the
 * folder of the database.
 */
export async function backupDatabase(
  from: string,
  to: string,
  recipients: readonly string[] = [],
): Promise<BackupFile> {
  // Over an old one there would be a moment with the new checksum beside the old database.
  if (existsSync(to)) throw new AppError('conflict', 'error.backup.exists', { path: to });
  const partial = `${to}.partial`;
  const isPlain = recipients.length === 0;
  const plain = isPlain ? partial : `${from}.copying`;
  try {
    mkdirSync(dirname(to), { recursive: true });
    for (const path of [partial, plain]) rmSync(path, { force: true });
    closeSync(openSync(plain, 'wx', PRIVATE_MODE));
    await copyPages(from, plain);
    inspectDatabase(plain);
    if (!isPlain) await encryptFile(plain, partial, recipients);
    const sha256 = await sha256Of(partial);
    // The checksum first: a backup is there when its database is, and is then never without one.
    writeIntoPlace(checksumPath(to), `${sha256}  ${basename(to)}\n`);
    moveIntoPlace(partial, to);
    return { path: to, bytes: statSync(to).size, sha256 };
  } catch (error) {
    if (existsSync(partial)) rmSync(partial);
    throw storeError(to, error);
  } finally {
    if (!isPlain) rmSync(plain, { force: true });
  }
}

export function checksumPath(path: string): string {
  return `${path}.sha256`;
}

async function copyPages(from: string, to: string): Promise<void> {
  const source = new SqliteFile(from, { fileMustExist: true, timeout: 5000 });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } catch (error) {
    throw storeError(from, error);
  } finally {
    source.close();
  }
  const copy = new SqliteFile(to);
  // One file that needs no log beside it to be read.
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

const NAME = /^rota-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db(?:\.age)?$/;

/** `rota-20270206T030000Z.db`, with `.age` where it is encrypted: sorts by time. */
export function backupName(at: Instant, encrypted = false): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `rota-${stamp}.db${encrypted ? '.age' : ''}`;
}

/** When a file of this name was made; undefined for other names. */
export function parseBackupName(name: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (year === undefined) return undefined;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) as Instant;
}

/** Names of the backups in the folder, oldest first. */
export function listBackups(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => parseBackupName(name) !== undefined)
    .sort();
}

/** Keeps the newest so many and deletes the others, and what broken-off backups left. The names deleted. */
export function rotateBackups(folder: string, keep: number): string[] {
  const backups = listBackups(folder);
  const gone = backups.slice(0, Math.max(0, backups.length - Math.max(1, keep)));
  const stray = readdirSync(folder).filter(
    (name) => /^rota-.*\.partial(-journal|-wal|-shm)?$/.test(name) || isOrphan(folder, name),
  );
  for (const name of gone) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, checksumPath(name)), { force: true });
  }
  for (const name of stray) rmSync(join(folder, name), { force: true });
  return gone;
}

/** A checksum whose database never came. */
function isOrphan(folder: string, name: string): boolean {
  const database = name.replace(/\.sha256$/, '');
  return database !== name && parseBackupName(database) !== undefined && !existsSync(join(folder, database));
}
