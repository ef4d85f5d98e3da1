/** The adapter to SQLite: opens one file, sets it up to lose nothing, and hands out the query builder on it. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import SqliteFile from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { WriteNotes } from './change-watch.ts';
import { dialectOn } from './dialect.ts';
import { migrate } from './migration.ts';
import { storeError } from './sqlite-error.ts';
import type { Tables } from './tables.ts';
import { wordsOf } from './words-of.ts';

/**
 * A database or a transaction on it: stores take either. Inside a transaction use only the one handed in, since there
 * is a single connection and a query beside it would wait for itself.
 */
export type Database = Kysely<Tables>;

/**
 * Opens the file, made with its folder when missing, and brings it up to this program's schema. Throws
 * `AppError('unavailable', 'error.database.…')`: `newer` when a newer program wrote it, `not-a-database`, `damaged`,
 * `locked`, `full`, `read-only`, `unreachable` otherwise. Close it with `destroy()`.
 * @param notes told of what is committed on this connection.
 */
export async function openDatabase(path: string, notes?: WriteNotes): Promise<Database> {
  const until = performance.now() + BUSY_MS;
  for (;;) {
    try {
      return await opened(path, notes);
    } catch (error) {
      // SQLite asks its busy handler in vain where waiting could be a deadlock, as when two begin a new file's log at once.
      if (!isBusy(error) || performance.now() >= until) throw storeError(path, error);
      await setTimeout(AGAIN_MS);
    }
  }
}

/** How long another process is waited for. */
const BUSY_MS = 5_000;
const AGAIN_MS = 50;

function isBusy(error: unknown): boolean {
  return error instanceof SqliteFile.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

async function opened(path: string, notes: WriteNotes | undefined): Promise<Database> {
  let file: SqliteFile.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Phones and whereabouts: for the server's own account on the machine only. SQLite gives its log the same mode.
    closeSync(openSync(path, 'a', 0o600));
    file = new SqliteFile(path);
    setUp(file);
    const db = new Kysely<Tables>({ dialect: dialectOn(file, notes) });
    await migrate(db);
    return db;
  } catch (error) {
    file?.close();
    throw error;
  }
}

/** What was deleted may still stand in the engine's log: see to it that it does not, as far as the engine is asked. */
export function emptyWal(db: Database): Promise<void> {
  return wordsOf(db).emptyLog(db);
}

function setUp(file: SqliteFile.Database): void {
  // First of all, so that even the next lines wait for another process instead of failing at once.
  file.pragma(`busy_timeout = ${BUSY_MS}`);
  // Readers go on while someone writes, and a crash leaves either all of a transaction or nothing.
  file.pragma('journal_mode = WAL');
  // WAL alone may lose the last commits when the power fails; what was acknowledged must be on the disk.
  file.pragma('synchronous = FULL');
  // SQLite checks references only where asked to, connection by connection.
  file.pragma('foreign_keys = ON');
  // What is deleted (a phone number, a leave note) is overwritten and not left readable in the file.
  file.pragma('secure_delete = ON');
  // The schema of a file from elsewhere may call no function with side effects.
  file.pragma('trusted_schema = OFF');
}
