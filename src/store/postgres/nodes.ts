/**
 * The servers on one database, as its own list of connections knows them: whoever is killed is gone from it at once, and nothing
 * is left to be cleared away. One of them at a time is the first, which does what one alone may do; when it goes, the
 * next is first within a second or two.
 */

import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import { withoutPassword } from '../database-place.ts';
import type { ServerLock } from '../server-lock.ts';
import type { Tables } from '../tables.ts';
import { postgresError } from './error.ts';
import { inTime, missedSoon, openClient } from './pool.ts';

/** Beside the number that writers take: held together by all servers, alone by programs of before there could be several. */
const SERVERS_LOCK = 8028;
const FIRST_LOCK = 8029;
const LOOK_MS = 1_000;
/** Shorter than the database waits for a machine that is gone (`missedSoon`), so that no two think they are first. */
const ANSWER_MS = 4_000;

/** What a process says of itself: a server, or one that only solves. */
export interface ServerSelf {
  readonly id: string;
  readonly kind: 'serve' | 'worker';
  /** Of the program. */
  readonly version: string;
  /** The newest step of the schema it knows. */
  readonly schema: number;
}

export interface ServerNode extends ServerSelf {
  /** Since when it has been there without a break. */
  readonly since: Instant;
  /** When it last asked the database for its place; each does so every second. */
  readonly heardAt: Instant;
  readonly isFirst: boolean;
}

/** Of a connection: PostgreSQL cuts it at 63 octets. */
const NAME = /^rota-(serve|worker) (\S+) s(\d+) (\S+)$/;

function nameOf({ kind, version, schema, id }: ServerSelf): string {
  return `rota-${kind} ${version.slice(0, 24)} s${schema} ${id}`;
}

/** In the order they came. Those of another account are seen only by one that may read all statistics. */
export const SERVERS = `
  SELECT application_name AS name, floor(extract(epoch FROM backend_start) * 1000)::bigint AS since,
    floor(extract(epoch FROM coalesce(state_change, backend_start)) * 1000)::bigint AS heard,
    EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory' AND l.objid = ${FIRST_LOCK}
      AND l.database = a.datid AND l.granted) AS first
  FROM pg_stat_activity a WHERE datname = current_database() AND application_name ~ '^rota-(serve|worker) '
  ORDER BY backend_start`;

export interface ServerRow {
  readonly name: string;
  readonly since: number;
  readonly heard: number;
  readonly first: number;
}

export function serversFromRows(rows: readonly ServerRow[]): ServerNode[] {
  return rows.flatMap(({ name, since, heard, first }) => {
    const [, word, version, schema, id] = NAME.exec(name) ?? [];
    if (version === undefined || id === undefined) return [];
    const kind = word === 'worker' ? 'worker' : 'serve';
    const times = { since: since as Instant, heardAt: heard as Instant };
    return [{ id, kind, version, schema: Number(schema), ...times, isFirst: Boolean(first) }];
  });
}

export async function listServers(db: Kysely<Tables>): Promise<ServerNode[]> {
  const { rows } = await sql.raw<ServerRow>(SERVERS).execute(db);
  return serversFromRows(rows);
}

type Client = ReturnType<typeof openClient>;

/**
 * Among the servers from when it resolves until it is released; a connection that is lost, as when the database is started
 * anew, is made again. Throws `AppError('unavailable', 'error.server.served')` where an older program serves alone.
 */
export async function joinServers(url: string, self: ServerSelf): Promise<ServerLock> {
  const place = withoutPassword(url);
  const seat = new Seat(url, self);
  try {
    if (!(await seat.look())) throw new AppError('unavailable', 'error.server.served', { place });
  } catch (error) {
    seat.leave();
    throw postgresError(place, error);
  }
  // While it cannot be reached it is tried again, second by second.
  const timer = setInterval(() => void seat.look().catch(() => undefined), LOOK_MS).unref();
  return {
    isFirst: () => seat.isFirst,
    isThere: () => seat.isThere,
    whenFirst: (run) => seat.whenFirst(run),
    release() {
      clearInterval(timer);
      seat.leave();
    },
  };
}

/** A connection that is held, and the lock on it where it could be had. */
class Seat {
  readonly #url: string;
  readonly #self: ServerSelf;
  readonly #waiting: (() => void)[] = [];
  #client: Client | undefined;
  #first = false;
  #looking: Promise<boolean> | undefined;
  #left = false;

  constructor(url: string, self: ServerSelf) {
    this.#url = url;
    this.#self = self;
  }

  get isFirst(): boolean {
    return this.#first;
  }

  get isThere(): boolean {
    return this.#client !== undefined;
  }

  /** Now where it is first, and each time it becomes so. */
  whenFirst(run: () => void): void {
    this.#waiting.push(run);
    if (this.#first) run();
  }

  /** Whether it is there, by what the database says now. Only the first look rejects. */
  look(): Promise<boolean> {
    this.#looking ??= (this.#client ? this.#again(this.#client) : this.#join()).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  leave(): void {
    this.#left = true;
    this.#lose();
  }

  async #join(): Promise<boolean> {
    const client = openClient(this.#url, nameOf(this.#self));
    client.on('error', () => undefined);
    client.once('end', () => this.#client === client && this.#lose());
    try {
      await client.connect();
      await missedSoon(client);
      const isLetIn = await holds(client, `pg_try_advisory_lock_shared(${SERVERS_LOCK})`);
      if (isLetIn && !this.#left) this.#client = client;
      else await client.end();
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    return this.#client === client && this.#again(client);
  }

  /** Asks for the lock, or whether the database is still there to hold it. */
  async #again(client: Client): Promise<boolean> {
    try {
      const asks = this.#first || this.#self.kind === 'worker' ? '0' : `pg_try_advisory_lock(${FIRST_LOCK})`;
      const isNow = (await holds(client, asks)) || this.#first;
      if (this.#client !== client) return false;
      const isNew = isNow && !this.#first;
      this.#first = isNow;
      if (isNew) for (const run of this.#waiting) run();
      return true;
    } catch {
      if (this.#client === client) this.#lose();
      return false;
    }
  }

  #lose(): void {
    this.#first = false;
    const client = this.#client;
    this.#client = undefined;
    client?.end().catch(() => undefined);
  }
}

async function holds(client: Client, what: string): Promise<boolean> {
  const { rows } = await inTime(client.query<{ held: number }>(`SELECT ${what} AS held`), ANSWER_MS);
  return rows[0]?.held === 1;
}
