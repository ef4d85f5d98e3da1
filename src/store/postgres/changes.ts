/** Tells of what other nodes write: every table says so when a transaction that wrote to it is committed. */

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { openClient } from './pool.ts';

/** What is listened to; the message is the name of the node that wrote. */
const CHANNEL = 'rota_changed';
const AGAIN_MS = 1_000;
const PULSE_MS = 10_000;
const ANSWER_MS = 5_000;

/** A trigger for each statement on every table, those of later steps included; nothing is done where all have theirs. */
export async function tellChanges(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class t
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = t.oid AND tgname = ${CHANNEL})`.execute(db);
  if (rows.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await sql
      .raw(`CREATE OR REPLACE FUNCTION ${CHANNEL}() RETURNS trigger LANGUAGE plpgsql AS $told$ BEGIN
        PERFORM pg_notify('${CHANNEL}', current_setting('application_name'));
        RETURN NULL;
      END $told$`)
      .execute(trx);
    for (const { name } of rows) {
      await sql`CREATE OR REPLACE TRIGGER ${sql.ref(CHANNEL)} AFTER INSERT OR UPDATE OR DELETE ON ${sql.table(name)}
        FOR EACH STATEMENT EXECUTE FUNCTION ${sql.ref(CHANNEL)}()`.execute(trx);
    }
  });
}

export interface Listener {
  /** False while nothing would be heard. */
  isHearing(): boolean;
  close(): Promise<void>;
}

/** Listens until it is closed, and begins anew when the connection is lost. Resolves once it hears. */
export async function listenTo(url: string, node: string, changed: () => void): Promise<Listener> {
  let current: Client | undefined;
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
  const pulse = setInterval(() => {
    const client = current;
    if (!client) return;
    isAlive(client).catch(() => {
      lost(client);
      client.end().catch(() => undefined);
    });
  }, PULSE_MS).unref();
  await begin();
  return {
    isHearing: () => current !== undefined,
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

/** A network that is gone says nothing by itself. */
async function isAlive(client: Client): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), ANSWER_MS).unref();
  });
  await Promise.race([client.query('SELECT 1'), late]);
}
