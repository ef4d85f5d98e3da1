/** What a database says of itself, on either engine, without opening it for work: nothing is brought up to date or written. */

import SqliteFile from 'better-sqlite3';
import type { Instant } from '../calendar/interval.ts';
import { withoutPassword } from './database-place.ts';
import { neededSql } from './migration.ts';
import { postgresError } from './postgres/error.ts';
import { SERVERS, type ServerNode, type ServerRow, serversFromRows } from './postgres/nodes.ts';
import { openClient } from './postgres/pool.ts';
import { storeError } from './sqlite-error.ts';

export interface DatabaseState {
  /** 0 where nothing was ever set up in it. */
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

const IS_SET_UP = {
  file: "SELECT count(*) AS value FROM sqlite_schema WHERE name = 'migration'",
  server: "SELECT count(*) AS value FROM pg_tables WHERE tablename = 'migration'",
} as const;
const SCHEMA = 'SELECT max(number) AS value FROM migration';
const NEWEST = 'SELECT max(at) AS value FROM audit_entry';
const KEY_PROOF = 'SELECT proof AS value FROM key_proof';
/** The step that brought it. */
const KEY_PROOF_SCHEMA = 52;

/** A file that is there. Throws as `openDatabase` does. */
export function readFileState(path: string): Promise<DatabaseState> {
  let file: SqliteFile.Database | undefined;
  try {
    const open = new SqliteFile(path, { readonly: true, fileMustExist: true });
    file = open;
    return readState('file', async (text) => open.prepare(text).pluck().get()).finally(() => open.close());
  } catch (error) {
    file?.close();
    throw storeError(path, error);
  }
}

/** Throws as `openPostgres` does. */
export async function readServerState(url: string): Promise<DatabaseState> {
  const client = openClient(url, 'rota-doctor');
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SET default_transaction_read_only = on');
    const ask = async (text: string) => (await client.query<{ value: unknown }>(text)).rows[0]?.value;
    const seen = await readState('server', ask);
    if (seen.schema === 0) return seen;
    return { ...seen, servers: serversFromRows((await client.query<ServerRow>(SERVERS)).rows) };
  } catch (error) {
    throw postgresError(withoutPassword(url), error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readState(
  place: keyof typeof IS_SET_UP,
  ask: (text: string) => Promise<unknown>,
): Promise<DatabaseState> {
  if (Number(await ask(IS_SET_UP[place])) === 0) return { schema: 0, needed: 0 };
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
