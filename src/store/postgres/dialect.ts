/**
 * Kysely on PostgreSQL, whatever brings the connections, behaving as this program knows SQLite: who writes is alone, who reads in a
 * transaction sees one moment, and absent values come first in ascending order.
 */

import {
  AbortedTransactionError,
  type BinaryOperationNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type OrderByItemNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { postgresError } from './error.ts';
import { isUntold } from './untold.ts';
import { OWN_WRITTEN, type Written, type WrittenRow } from './written.ts';

/** What a connection answered. */
export interface Answer {
  readonly rows: readonly unknown[];
  /** Rows written. */
  readonly count: number;
  /** COMMIT is answered by ROLLBACK where a statement had failed. */
  readonly command: string;
}

export interface Session {
  /** Without values there may be several statements; the answer is the last one's. */
  query(text: string, values: readonly unknown[]): Promise<Answer>;
  /** @param broken not to be used again. */
  release(broken: boolean): void;
}

export interface Sessions {
  /** Names the database in faults; without a password. */
  readonly place: string;
  acquire(): Promise<Session>;
  destroy(): Promise<void>;
}

export interface DialectSettings {
  readonly sessions: Sessions;
  /** Told whenever something may have been committed here, before whoever wrote it hears of it. */
  readonly written: Pick<Written, 'own' | 'all'>;
  /** Whether what is written is counted by table; it is not while the schema is brought up. */
  readonly isCounted: () => boolean;
  /** Whether some table has a column of this name that may be empty. */
  readonly isNullable: (column: string) => boolean;
}

export function postgresDialect(settings: DialectSettings): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneWriterDriver(settings),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new LikeSqliteCompiler(settings.isNullable),
  };
}

/** Says what SQLite takes for granted. */
class LikeSqliteCompiler extends PostgresQueryCompiler {
  readonly #isNullable: (column: string) => boolean;

  constructor(isNullable: (column: string) => boolean) {
    super();
    this.#isNullable = isNullable;
  }

  /** A list with nothing in it. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const word = isEmptyList(node.rightOperand) ? operatorOf(node) : undefined;
    if (word === 'in') this.append('false');
    else if (word === 'not in') this.append('true');
    else super.visitBinaryOperation(node);
  }

  /** Nulls are the least of values there and the greatest here. Said only where there may be some: it keeps indexes from being used. */
  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node);
    const by =
      node.orderBy.kind === 'ReferenceNode' && 'column' in node.orderBy ? node.orderBy.column : node.orderBy;
    const name = columnName(by);
    if (node.nulls !== undefined || name === undefined || !this.#isNullable(name)) return;
    const [word] = node.direction ? directionWords(node.direction) : [];
    this.append(/^desc/i.test(word ?? '') ? ' nulls last' : ' nulls first');
  }
}

function isEmptyList(node: unknown): boolean {
  const { values } = node as { readonly values?: unknown };
  return Array.isArray(values) && values.length === 0;
}

function operatorOf({ operator }: BinaryOperationNode): string | undefined {
  return 'operator' in operator && typeof operator.operator === 'string' ? operator.operator : undefined;
}

function columnName(node: unknown): string | undefined {
  const { column } = node as { readonly column?: { readonly name?: unknown } };
  return typeof column?.name === 'string' ? column.name : undefined;
}

function directionWords(node: unknown): readonly string[] {
  return (node as { readonly sqlFragments?: readonly string[] }).sqlFragments ?? [];
}

/** One lock of the whole database for all who write, on any node: many a use case looks first and writes afterwards. */
const WRITER_LOCK = 8027;
const BEGIN_WRITING = `begin; select pg_advisory_xact_lock(${WRITER_LOCK})`;
const BEGIN_READING = 'start transaction isolation level repeatable read read only';

class OneWriterDriver implements Driver {
  readonly #settings: DialectSettings;

  constructor(settings: DialectSettings) {
    this.#settings = settings;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<StoreConnection> {
    const { sessions } = this.#settings;
    try {
      return new StoreConnection(await sessions.acquire(), this.#settings);
    } catch (error) {
      throw postgresError(sessions.place, error);
    }
  }

  beginTransaction(connection: StoreConnection, settings?: TransactionSettings): Promise<void> {
    return connection.begin(settings?.accessMode === 'read only' ? BEGIN_READING : BEGIN_WRITING);
  }

  commitTransaction(connection: StoreConnection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: StoreConnection): Promise<void> {
    return connection.end('rollback');
  }

  async releaseConnection(connection: StoreConnection): Promise<void> {
    connection.release();
  }

  destroy(): Promise<void> {
    return this.#settings.sessions.destroy();
  }
}

class StoreConnection implements DatabaseConnection {
  readonly #session: Session;
  readonly #settings: DialectSettings;
  #isWithin = false;
  #wrote = false;
  #broken = false;

  constructor(session: Session, settings: DialectSettings) {
    this.#session = session;
    this.#settings = settings;
  }

  async begin(words: string): Promise<void> {
    await this.#ask(words);
    this.#isWithin = true;
    this.#wrote = false;
  }

  async end(words: 'commit' | 'rollback'): Promise<void> {
    this.#isWithin = false;
    const { written } = this.#settings;
    let rows: readonly WrittenRow[] | undefined;
    try {
      if (words === 'commit' && this.#wrote) rows = await this.#ownWritten().catch(() => undefined);
      const { command } = await this.#ask(words);
      if (words === 'commit' && command === 'ROLLBACK') throw new AbortedTransactionError();
      if (rows) written.own(rows);
      else if (this.#wrote && words === 'commit') written.all();
    } catch (error) {
      // In whatever state it is, nobody is to go on with it.
      this.#broken = true;
      // The answer may have been lost on the way: then it may have been done.
      if (this.#wrote) written.all();
      throw error;
    }
  }

  /** By table; undefined where that is not known. */
  async #ownWritten(): Promise<readonly WrittenRow[] | undefined> {
    if (!this.#settings.isCounted()) return undefined;
    return (await this.#ask(OWN_WRITTEN)).rows as readonly WrittenRow[];
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, count } = isReading(query.sql)
      ? await this.#ask(query.sql, query.parameters)
      : await this.#write(query);
    return { rows: rows as R[], numAffectedRows: BigInt(count) };
  }

  // biome-ignore lint/correctness/useYield: nothing here reads a result bit by bit.
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('results are read whole');
  }

  release(): void {
    this.#session.release(this.#broken);
  }

  async #write(query: CompiledQuery): Promise<Answer> {
    if (this.#isWithin) {
      this.#wrote ||= !isUntold(query.sql);
      return this.#ask(query.sql, query.parameters);
    }
    await this.begin(BEGIN_WRITING);
    this.#wrote = !isUntold(query.sql);
    try {
      const answer = await this.#ask(query.sql, query.parameters);
      await this.end('commit');
      return answer;
    } catch (error) {
      if (this.#isWithin) await this.end('rollback').catch(() => undefined);
      throw error;
    }
  }

  async #ask(text: string, values: readonly unknown[] = []): Promise<Answer> {
    try {
      return await this.#session.query(text, values);
    } catch (error) {
      const told = postgresError(this.#settings.sessions.place, error);
      if (told !== error) this.#broken = true;
      throw told;
    }
  }
}

/** Steps of the schema are writing too. */
function isReading(sql: string): boolean {
  return /^\s*(select|with)\b/i.test(sql);
}
