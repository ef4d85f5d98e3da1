/**
 * Tells of what other nodes write: every table says so when a transaction that wrote to it is committed, and counts it in a
 * row of its own. Who listens hears of it some milliseconds later; who asks the row knows at once.
 */

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { inTime, openClient } from './pool.ts';
import { UNTOLD_TABLES } from './untold.ts';

/** What is listened to; the message is the name of the node that wrote. */
const CHANNEL = 'rota_changed';
/**
 * One row, moved on once by each transaction that writes: a number that is seen exactly when what it counts is seen.
 * A sequence would be ahead of the commit, and what is read in between would be believed for ever.
 */
export const COUNTER = 'rota_change';
const UNTOLD = [COUNTER, ...UNTOLD_TABLES];
const COUNT = `SELECT number FROM ${COUNTER}`;
const AGAIN_MS = 1_000;
const PULSE_MS = 10_000;
const ANSWER_MS = 5_000;

/** A trigger for each statement on every table, those of later steps included; nothing is done where all have theirs. */
export async function tellChanges(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class t
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname NOT IN (${sql.join(UNTOLD)})
      AND NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = t.oid AND tgname = ${CHANNEL})`.execute(db);
  const { rows: counters } = await sql`SELECT 1 FROM pg_class
    WHERE relname = ${COUNTER} AND relnamespace = current_schema()::regnamespace`.execute(db);
  if (rows.length === 0 && counters.length === 1) return;
  await db.transaction().execute(async (trx) => {
    for (const statement of COUNTING) await sql.raw(statement).execute(trx);
    // Databases of before have one.
    for (const table of UNTOLD_TABLES) {
      await sql`DROP TRIGGER IF EXISTS ${sql.ref(CHANNEL)} ON ${sql.table(table)}`.execute(trx);
    }
    for (const { name } of rows) {
      await sql`CREATE OR REPLACE TRIGGER ${sql.ref(CHANNEL)} AFTER INSERT OR UPDATE OR DELETE ON ${sql.table(name)}
        FOR EACH STATEMENT EXECUTE FUNCTION ${sql.ref(CHANNEL)}()`.execute(trx);
    }
  });
}

const COUNTING = [
  `CREATE TABLE IF NOT EXISTS ${COUNTER} (number BIGINT NOT NULL, writer XID8 NOT NULL) WITH (fillfactor = 10)`,
  `INSERT INTO ${COUNTER} SELECT 0, '0' WHERE NOT EXISTS (SELECT 1 FROM ${COUNTER})`,
  `CREATE OR REPLACE FUNCTION ${CHANNEL}() RETURNS trigger LANGUAGE plpgsql AS $told$ BEGIN
    UPDATE ${COUNTER} SET number = number + 1, writer = pg_current_xact_id() WHERE writer <> pg_current_xact_id();
    IF FOUND THEN PERFORM pg_notify('${CHANNEL}', current_setting('application_name')); END IF;
    RETURN NULL;
  END $told$`,
];

export interface Listener {
  /** False while nothing would be heard. */
  isHearing(): boolean;
  /** Transactions that have written until now, by whatever node. Rejects where it cannot be asked. */
  count(): Promise<number>;
  close(): Promise<void>;
}

/** Listens until it is closed, and begins anew when the connection is lost. Resolves once it hears. */
export async function listenTo(url: string, node: string, changed: () => void): Promise<Listener> {
  let current: Client | undefined;
  /** The last that was asked on the connection: it answers one question at a time. */
  let asked: Promise<unknown> = Promise.resolve();
  let closed = false;
  const begin = async (): Promise<void> => {
    const client = await listening(url, node, changed);
    if (closed) return void client.end().catch(() => undefined);
    client.once('end', () => lost(client));
    current = client;
    // Whatever was written while nobody listened.
    changed();
  };
  const lost = (client: Client): void => {
    if (current !== client) return;
    current = undefined;
    changed();
    again();
  };
  const again = (): void => {
    if (!closed) setTimeout(() => void begin().catch(again), AGAIN_MS).unref();
  };
  const ask = async (): Promise<number> => {
    const client = current;
    if (!client) throw new Error('nobody listens');
    try {
      const { rows } = await inTime(client.query<{ number: number }>(COUNT), ANSWER_MS);
      return rows[0]?.number ?? Number.NaN;
    } catch (error) {
      lost(client);
      client.end().catch(() => undefined);
      throw error;
    }
  };
  const count = (): Promise<number> => {
    const mine = asked.then(ask, ask);
    asked = mine;
    return mine;
  };
  // A network that is gone says nothing by itself.
  const pulse = setInterval(() => {
    if (current) void count().catch(() => undefined);
  }, PULSE_MS).unref();
  await begin();
  return {
    isHearing: () => current !== undefined,
    count,
    async close() {
      closed = true;
      clearInterval(pulse);
      const client = current;
      current = undefined;
      await client?.end().catch(() => undefined);
    },
  };
}

type Client = ReturnType<typeof openClient>;

async function listening(url: string, node: string, changed: () => void): Promise<Client> {
  const client = openClient(url, node);
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => {
    if (payload !== node) changed();
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
}
