/** The door to SQLite: opens one file, sets it up to lose nothing, and hands out the query builder on it. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type TransactionSettings,
} from 'kysely';
import { AppError } from '../kernel/app-error.ts';
import { migrate } from './migration.ts';
import type { Tables } from './tables.ts';

/**
 * A database or a transaction on it: stores take either. Inside a transaction use only the one handed in, since there
 * is a single connection and a query beside it would wait for itself.
 */
export type Database = Kysely<Tables>;

/**
 * Opens the file, made with its folder when missing, and brings it up to this program's schema. Throws
 * `AppError('unavailable', 'error.database.…')`: `newer` when a newer program wrote it, `not-a-database`, `damaged`,
 * `locked`, `unreachable` otherwise. Close it with `destroy()`.
 */
export async function openDatabase(path: string): Promise<Database> {
  let file: SqliteFile.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    file = new SqliteFile(path);
    setUp(file);
    const db = new Kysely<Tables>({ dialect: dialectOn(file) });
    await migrate(db);
    return db;
  } catch (error) {
    file?.close();
    throw openingError(path, error);
  }
}

/** What was deleted may still stand in the write-ahead log: moves all of it into the file and empties the log. */
export async function emptyWal(db: Database): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

function setUp(file: SqliteFile.Database): void {
  // First of all, so that even the next lines wait for another process instead of failing at once.
  file.pragma('busy_timeout = 5000');
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

/**
 * Takes the write lock when a transaction begins. A deferred one that reads first and writes later fails at once,
 * without waiting, when another process (`rota load` beside the server) has written in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

function dialectOn(database: SqliteFile.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver({ database }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

const OPENING_KEYS: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'error.database.not-a-database',
  SQLITE_CORRUPT: 'error.database.damaged',
  SQLITE_BUSY: 'error.database.locked',
};

function openingError(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const key = Object.entries(OPENING_KEYS).find(([prefix]) => code.startsWith(prefix))?.[1];
  if (key !== undefined) return new AppError('unavailable', key, { path });
  if (!/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)|E[A-Z]+$)/.test(code)) return error;
  return new AppError('unavailable', 'error.database.unreachable', { path, cause: code });
}
