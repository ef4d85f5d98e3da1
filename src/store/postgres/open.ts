/** Opens a database on a server of PostgreSQL, brings it up to this program's schema and hears what other nodes write to it. */

import { randomBytes } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { withoutPassword } from '../database-place.ts';
import { migrate } from '../migration.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { type Listener, listenTo, tellChanges } from './changes.ts';
import { postgresDialect, type Sessions } from './dialect.ts';
import { postgresError } from './error.ts';
import { openPool } from './pool.ts';
import { Written } from './written.ts';

/** Throws `AppError('unavailable', 'error.server.…')` where the server cannot be reached or refuses, `error.database.newer` as for a file. */
export async function openPostgres(url: string): Promise<Store> {
  const node = `rota-${randomBytes(6).toString('hex')}`;
  const written = new Written();
  const db = await openSessions(openPool(url, node), written);
  try {
    let catchUp = async (): Promise<void> => undefined;
    const listener = await listenTo(url, node, {
      told: () => void catchUp(),
      missed: () => written.all(),
    });
    catchUp = catchingUp(listener, written);
    return {
      db,
      stamp() {
        // While nothing is heard, nothing that is remembered may be believed.
        if (!listener.isHearing()) written.all();
        return written.stamp;
      },
      isUnchanged: (tables, since) => listener.isHearing() && written.isUnchanged(tables, since),
      catchUp,
      async close() {
        await listener.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw postgresError(withoutPassword(url), error);
  }
}

/** What was committed on another node before a visit began is known to it, whether or not it was told of by then. */
function catchingUp(listener: Listener, written: Written): () => Promise<void> {
  return sharedFromNow(async () => {
    const { known } = written;
    await listener.since(known).then(
      (rows) => written.caughtUp(rows, known),
      // Where it cannot be asked, nothing that is remembered may be believed.
      () => written.all(),
    );
  });
}

/**
 * One asking for all who come in the same turn of the event loop, and for all who come while another is under way, which
 * began before they came: they share the next.
 */
function sharedFromNow(ask: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let isThisTurn = false;
  const begin = (): Promise<void> => {
    isThisTurn = true;
    setImmediate(() => {
      isThisTurn = false;
    });
    const mine = ask().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (!running) return begin();
    if (isThisTurn) return running;
    next ??= running.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };
}

/** @param written told before whoever wrote hears that it was written. */
export async function openSessions(sessions: Sessions, written: Written): Promise<Kysely<Tables>> {
  const nullable = new Set<string>();
  const isNullable = (column: string): boolean => nullable.has(column);
  let isCounted = false;
  const settings = { sessions, written, isNullable, isCounted: () => isCounted };
  const db = new Kysely<Tables>({ dialect: postgresDialect(settings) });
  try {
    await migrate(db);
    await tellChanges(db);
    isCounted = true;
    for (const column of await nullableColumns(db)) nullable.add(column);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function nullableColumns(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT attname AS name FROM pg_attribute c JOIN pg_class t ON t.oid = c.attrelid
    WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
      AND attnum > 0 AND NOT attisdropped AND NOT attnotnull`.execute(db);
  return rows.map(({ name }) => name);
}
