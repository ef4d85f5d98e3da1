/** Kysely on one better-sqlite3 connection, with write locks taken early and the file's troubles told by name. */

import type SqliteFile from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { WriteNotes } from './change-watch.ts';
import { storeError } from './sqlite-error.ts';
import { tablesIn } from './tables-in.ts';

/** @param notes told of what is committed here. */
export function dialectOn(database: SqliteFile.Database, notes?: WriteNotes): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new CarefulDriver(database, notes),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class CarefulDriver extends SqliteDriver {
  readonly #file: SqliteFile.Database;
  readonly #statements: Statements;
  readonly #written: TransactionNotes;
  /** Who waits for the connection, first come first served. */
  readonly #waiting: (() => void)[] = [];
  #held = false;

  constructor(file: SqliteFile.Database, notes: WriteNotes | undefined) {
    super({ database: file });
    this.#file = file;
    this.#statements = new Statements(file);
    this.#written = new TransactionNotes(file, notes);
  }

  /**
   * Kysely's own lock is free for whoever asks at the right moment: one long page after the other took it, and polls
   * that had come before them waited for ever. Here each is handed it in turn.
   */
  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    const connection = await super.acquireConnection();
    return telling(connection, {
      statements: this.#statements,
      written: this.#written,
      path: this.#file.name,
    });
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    const next = this.#waiting.shift();
    // Held on behalf of the next one, so that nobody comes in between.
    if (next) next();
    else this.#held = false;
  }

  /**
   * Takes the write lock when a transaction begins. A deferred one that reads first and writes later fails at once,
   * without waiting, when another process (`rota load` beside the server) has written in between.
   */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** On a full disk SQLite has rolled back by itself; a second rollback would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Statements as SQLite has compiled them, the most recent ones: compiling takes longer than most of them run. */
class Statements {
  readonly #file: SqliteFile.Database;
  readonly #kept = new Map<string, SqliteFile.Statement>();

  constructor(file: SqliteFile.Database) {
    this.#file = file;
  }

  /** Undefined for what is not asked again and again, such as a change of the schema. */
  find(sql: string): SqliteFile.Statement | undefined {
    if (!/^(select|insert|update|delete|begin|commit)\b/i.test(sql)) return undefined;
    const statement = this.#kept.get(sql) ?? this.#file.prepare(sql);
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_STATEMENTS && oldest !== undefined) this.#kept.delete(oldest);
    return statement;
  }
}

const MOST_STATEMENTS = 200;

/** As Kysely's own connection runs it. */
function run<R>(statement: SqliteFile.Statement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: statement.all(parameters) as R[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
}

interface Told {
  readonly statements: Statements;
  readonly written: TransactionNotes;
  readonly path: string;
}

/** Of troubles by their names, and of what was written. */
function telling(connection: DatabaseConnection, { statements, written, path }: Told): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        const statement = statements.find(query.sql);
        if (!statement) {
          const result = await connection.executeQuery<R>(query);
          written.note(query);
          return result;
        }
        const result = run<R>(statement, query.parameters);
        // Before anybody else's turn: nobody sees the commit before it is told of.
        written.note(query);
        return result;
      } catch (error) {
        throw storeError(path, error);
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

/** Gathers what one transaction writes to, and tells of it when it is committed. */
class TransactionNotes {
  readonly #file: SqliteFile.Database;
  readonly #notes: WriteNotes | undefined;
  readonly #tables = new Set<string>();
  /** Tables whose rows go or change with another's, by that other one's name. */
  #followers: ReadonlyMap<string, readonly string[]> | undefined;
  #isAll = false;

  constructor(file: SqliteFile.Database, notes: WriteNotes | undefined) {
    this.#file = file;
    this.#notes = notes;
  }

  note({ sql, query }: CompiledQuery): void {
    const [verb = ''] = /\w+/.exec(sql) ?? [];
    switch (verb.toLowerCase()) {
      case 'select':
      case 'pragma':
        return;
      case 'begin':
      case 'rollback':
        this.#forget();
        return;
      case 'commit':
        this.#tell();
        return;
      case 'insert':
        tablesIn(query, this.#tables);
        // It deletes what is in the way.
        if (/^\W*insert\s+or\s+replace\b/i.test(sql)) this.#follow();
        break;
      case 'update':
      case 'delete':
        tablesIn(query, this.#tables);
        this.#follow();
        break;
      default:
        this.#isAll = true;
        this.#followers = undefined;
    }
    if (!this.#file.inTransaction) this.#tell();
  }

  #tell(): void {
    if (this.#isAll || this.#tables.size > 0) {
      this.#notes?.wrote(this.#file, this.#isAll ? 'all' : this.#tables);
    }
    this.#forget();
  }

  #forget(): void {
    this.#tables.clear();
    this.#isAll = false;
  }

  #follow(): void {
    this.#followers ??= followersIn(this.#file);
    // A set grows while it is gone through: followers of followers come too.
    for (const table of this.#tables)
      for (const each of this.#followers.get(table) ?? []) this.#tables.add(each);
  }
}

/** By references that say so: `ON DELETE CASCADE` and the like. */
function followersIn(file: SqliteFile.Database): ReadonlyMap<string, readonly string[]> {
  const rows = file
    .prepare<[], { readonly parent: string; readonly child: string }>(
      `SELECT DISTINCT f."table" AS parent, t.name AS child FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' AND NOT (f.on_delete IN ('NO ACTION', 'RESTRICT') AND f.on_update IN ('NO ACTION', 'RESTRICT'))`,
    )
    .all();
  const followers = new Map<string, string[]>();
  for (const { parent, child } of rows) followers.set(parent, [...(followers.get(parent) ?? []), child]);
  return followers;
}
