/** Tells of what other nodes write: every table says so when a transaction that wrote to it is committed. */

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { openClient } from './pool.ts';

/** What is listened to; the message is the name of the node that wrote. */
const CHANNEL = 'rota_changed';
const AGAIN_MS = 1_000;

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
  let client = openClient(url, node);
  let hearing = false;
  let closed = false;
  const begin = async (): Promise<void> => {
    const mine = openClient(url, node);
    client = mine;
    mine.on('notification', ({ payload }) => {
      if (payload !== node) changed();
    });
    const lost = (): void => {
      if (client !== mine || closed) return;
      hearing = false;
      changed();
      mine.end().catch(() => undefined);
      again();
    };
    mine.on('error', lost);
    mine.on('end', lost);
    await mine.connect();
    await mine.query(`LISTEN ${CHANNEL}`);
    // Whatever was written while nobody listened.
    changed();
    hearing = true;
  };
  const again = (): void => {
    client = openClient(url, node);
    setTimeout(() => {
      if (!closed) begin().catch(again);
    }, AGAIN_MS).unref();
  };
  await begin();
  return {
    isHearing: () => hearing,
    async close() {
      closed = true;
      hearing = false;
      await client.end().catch(() => undefined);
    },
  };
}
