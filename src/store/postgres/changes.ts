/**
 * Tells of what other nodes write: every table says so when a transaction that wrote to it is committed, and counts it in a
 * rows of its own. Who listens hears of it some milliseconds later; who asks the rows knows at once.
 */

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { inTime, openClient } from './pool.ts';
import { UNTOLD_TABLES } from './untold.ts';
import { COUNTER, type WrittenRow } from './written.ts';

/** What is listened to; the message is the name of the node that wrote. */
const CHANNEL = 'rota_changed';
const UNTOLD = [COUNTER, 'rota_change', ...UNTOLD_TABLES];
/** Everything since a number; the row without a name in any case. */
const SINCE = `SELECT name, number FROM ${COUNTER} WHERE number > $1 OR name = ''`;
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
  'DROP TABLE IF EXISTS rota_change',
  `CREATE TABLE IF NOT EXISTS ${COUNTER}
    (name TEXT COLLATE "C" PRIMARY KEY, number BIGINT NOT NULL, writer XID8 NOT NULL) WITH (fillfactor = 20)`,
  `INSERT INTO ${COUNTER} VALUES ('', 0, '0') ON CONFLICT DO NOTHING`,
  `CREATE OR REPLACE FUNCTION ${CHANNEL}() RETURNS trigger LANGUAGE plpgsql AS $told$ BEGIN
    UPDATE ${COUNTER} SET number = number + 1, writer = pg_current_xact_id()
    WHERE name = '' AND writer <> pg_current_xact_id();
    IF FOUND THEN PERFORM pg_notify('${CHANNEL}', current_setting('application_name')); END IF;
    INSERT INTO ${COUNTER} AS c
      SELECT TG_TABLE_NAME, number, writer FROM ${COUNTER} WHERE name = ''
      ON CONFLICT (name) DO UPDATE SET number = EXCLUDED.number, writer = EXCLUDED.writer
        WHERE c.writer <> EXCLUDED.writer;
    RETURN NULL;
  END $told$`,
];

export interface Listener {
  /** False while nothing would be heard. */
  isHearing(): boolean;
  /** What was written since that number, by whatever node. Rejects where it cannot be asked. */
  since(number: number): Promise<readonly WrittenRow[]>;
  close(): Promise<void>;
}

export interface Hearing {
  /** Another node has written. */
  told(): void;
  /** Nothing was heard for a while. */
  missed(): void;
}

/** Listens until it is closed, and begins anew when the connection is lost. Resolves once it hears. */
export async function listenTo(url: string, node: string, { told, missed }: Hearing): Promise<Listener> {
  let current: Client | undefined;
  /** The last that was asked on the connection: it answers one question at a time. */
  let asked: Promise<unknown> = Promise.resolve();
  let closed = false;
  const begin = async (): Promise<void> => {
    const client = await listening(url, node, told);
    if (closed) return void client.end().catch(() => undefined);
    client.once('end', () => lost(client));
    current = client;
    // Whatever was written while nobody listened.
    missed();
  };
  const lost = (client: Client): void => {
    if (current !== client) return;
    current = undefined;
    missed();
    again();
  };
  const again = (): void => {
    if (!closed) setTimeout(() => void begin().catch(again), AGAIN_MS).unref();
  };
  const ask = async (number: number): Promise<readonly WrittenRow[]> => {
    const client = current;
    if (!client) throw new Error('nobody listens');
    try {
      const asking = { name: 'since', text: SINCE, values: [number] };
      return (await inTime(client.query<WrittenRow>(asking), ANSWER_MS)).rows;
    } catch (error) {
      lost(client);
      client.end().catch(() => undefined);
      throw error;
    }
  };
  const since = (number: number): Promise<readonly WrittenRow[]> => {
    const mine = asked.then(
      () => ask(number),
      () => ask(number),
    );
    asked = mine;
    return mine;
  };
  // A network that is gone says nothing by itself.
  const pulse = setInterval(() => {
    if (current) void since(Number.MAX_SAFE_INTEGER).catch(() => undefined);
  }, PULSE_MS).unref();
  await begin();
  return {
    isHearing: () => current !== undefined,
    since,
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

async function listening(url: string, node: string, told: () => void): Promise<Client> {
  const client = openClient(url, node);
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => {
    if (payload !== node) told();
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
