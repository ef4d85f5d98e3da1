/** What a database says of itself, on either engine, without opening it for work: nothing is brought up to date or written. */

import SqliteFile from 'better-sqlite3';
import type { Instant } from '../calendar/interval.ts';
import { withoutPassword } from './database-place.ts';
import { neededSql } from './migration.ts';
import { postgresError } from './postgres/error.ts';
import { SERVERS, type ServerNode, type ServerRow, serversFromRows } from './postgres/nodes.ts';
import { openClient } from './postgres/pool.ts';
import { storeError } from './sqlite-error.ts';

export interface Glance {
  readonly schema: number;
  /** The step a program has to know at least. */
  readonly needed: number;
  /** Of the key it was made with; absent in a schema older than that. */
  readonly keyProof?: string;
  /** When something was last written to the audit trail. */
  readonly newest?: Instant;
  /** That run on it; absent of a file. */
  readonly servers?: readonly ServerNode[];
}

const SCHEMA = 'SELECT max(number) AS value FROM migration';
const NEWEST = 'SELECT max(at) AS value FROM audit_entry';
const KEY_PROOF = 'SELECT proof AS value FROM key_proof';
/** The step that brought it. */
const KEY_PROOF_SCHEMA = 52;

/** A file that is there. Throws as `openDatabase` does. */
export function glanceAtFile(path: string): Promise<Glance> {
  let file: SqliteFile.Database | undefined;
  try {
    const open = new SqliteFile(path, { readonly: true, fileMustExist: true });
    file = open;
    return glance(async (text) => open.prepare(text).pluck().get()).finally(() => open.close());
  } catch (error) {
    file?.close();
    throw storeError(path, error);
  }
}

/** Throws as `openPostgres` does. */
export async function glanceAtServer(url: string): Promise<Glance> {
  const client = openClient(url, 'rota-glance');
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SET default_transaction_read_only = on');
    const seen = await glance(async (text) => (await client.query<{ value: unknown }>(text)).rows[0]?.value);
    return { ...seen, servers: serversFromRows((await client.query<ServerRow>(SERVERS)).rows) };
  } catch (error) {
    throw postgresError(withoutPassword(url), error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function glance(ask: (text: string) => Promise<unknown>): Promise<Glance> {
  const schema = Number(await ask(SCHEMA));
  const newest = await ask(NEWEST);
  const proof = schema < KEY_PROOF_SCHEMA ? undefined : await ask(KEY_PROOF);
  return {
    schema,
    needed: Number(await ask(neededSql(schema))),
    ...(typeof proof === 'string' && { keyProof: proof }),
    ...(typeof newest === 'number' && { newest: newest as Instant }),
  };
}
