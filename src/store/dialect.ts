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
import { storeError } from './sqlite-error.ts';

export function dialectOn(database: SqliteFile.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new CarefulDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class CarefulDriver extends SqliteDriver {
  readonly #file: SqliteFile.Database;
  readonly #statements: Statements;
  /** Who waits for the connection, first come first served. */
  readonly #waiting: (() => void)[] = [];
  #held = false;

  constructor(file: SqliteFile.Database) {
    super({ database: file });
    this.#file = file;
    this.#statements = new Statements(file);
  }

  /**
   * Kysely's own lock is free for whoever asks at the right moment: one long page after the other took it, and polls
   * that had come before them waited for ever. Here each is handed it in turn.
   */
  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    return tellingTroubles(await super.acquireConnection(), this.#statements, this.#file.name);
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

function tellingTroubles(
  connection: DatabaseConnection,
  statements: Statements,
  path: string,
): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        const statement = statements.find(query.sql);
        return statement ? run<R>(statement, query.parameters) : await connection.executeQuery<R>(query);
      } catch (error) {
        throw storeError(path, error);
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
