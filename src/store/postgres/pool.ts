/** The adapter to `pg`: connections to a server of PostgreSQL, and what it sends read as this program knows SQLite's. */

import pg from 'pg';
import { withoutPassword } from '../database-place.ts';
import type { Session, Sessions } from './dialect.ts';

/** Visits wait for a connection rather than for one another; a server of PostgreSQL has a hundred by default. */
const MOST_CONNECTIONS = 10;
const CONNECT_MS = 10_000;
/** A process that stopped in the middle of writing keeps all others from it no longer than this. */
const IDLE_WRITER_MS = 60_000;

/** int8 and numeric: moments in milliseconds, counts and sums are all exact in a number. SQLite's yes is 1. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => (text === 't' ? 1 : 0),
  20: Number,
  1700: Number,
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    PARSERS[id] ?? pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
};

/** @param node names this process to its fellows. */
function clientSettings(url: string, node: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: node,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_WRITER_MS,
    types,
  };
}

/** The database misses a machine that lost its power in some twelve seconds, in place of two hours, and lets go of what it held. */
export async function missedSoon(client: pg.ClientBase): Promise<void> {
  await client.query(
    'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 12000',
  );
}

/** Rejects where there is no answer within so many milliseconds. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms).unref();
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** A connection of its own, outside the pool. */
export function openClient(url: string, node: string): pg.Client {
  return new pg.Client(clientSettings(url, node));
}

export function openPool(url: string, node: string): Sessions {
  const pool = new pg.Pool({ ...clientSettings(url, node), max: MOST_CONNECTIONS, onConnect: missedSoon });
  // An idle connection that breaks is replaced when one is asked for; what is asked then tells whether the server is there.
  pool.on('error', () => undefined);
  return {
    place: withoutPassword(url),
    acquire: async () => sessionOf(await pool.connect()),
    destroy: () => pool.end(),
  };
}

function sessionOf(client: pg.PoolClient): Session {
  // One that breaks between two questions would end the process if nobody listened.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  return {
    async query(text, values) {
      const answer: pg.QueryResult | pg.QueryResult[] = await client.query(text, [...values]);
      const last = Array.isArray(answer) ? answer.at(-1) : answer;
      return { rows: last?.rows ?? [], count: last?.rowCount ?? 0, command: last?.command ?? '' };
    },
    release(broken) {
      client.removeListener('error', ignore);
      client.release(broken);
    },
  };
}
