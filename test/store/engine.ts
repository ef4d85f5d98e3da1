/**
 * The engine that tests run on: `ROTA_TEST_STORE` is `sqlite` (the default), `pglite`, or `postgres://…` of a server where
 * databases may be made and dropped. What many tests begin with is made once in a process, and copied for each of them.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { isServer } from '../../src/store/database-place.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openSessions } from '../../src/store/postgres/open.ts';
import { openClient } from '../../src/store/postgres/pool.ts';
import { Written } from '../../src/store/postgres/written.ts';
import type { Store } from '../../src/store/store.ts';
import { openPglite, pgliteSessions } from './pglite.ts';

const SAID = process.env.ROTA_TEST_STORE ?? 'sqlite';
export const ENGINE = isServer(SAID) ? 'postgres' : SAID === 'pglite' ? 'pglite' : 'sqlite';
/** For what tests SQLite itself: its files, its words, its locks. */
export const onSqlite = ENGINE === 'sqlite';

/** What a database held when it was kept. */
export interface Kept {
  /** A new database that holds the same: a file at this path, or the address of one on the server. */
  place(path: string): Promise<string>;
  /** A new one, opened. */
  open(): Promise<Store>;
}

/** What `fill` makes of an empty database of today's schema. */
export async function kept(fill: Fill): Promise<Kept> {
  return KEEPERS[ENGINE](fill, await keptEmpty());
}

let empty: Promise<Kept> | undefined;

export function keptEmpty(): Promise<Kept> {
  empty ??= KEEPERS[ENGINE](async () => {});
  return empty;
}

type Fill = (store: Store) => Promise<void>;

const KEEPERS = { sqlite: keepFile, pglite: keepPglite, postgres: keepDatabase } as const;

async function keepFile(fill: Fill, from?: Kept): Promise<Kept> {
  const made = mkdtempSync(join(tmpdir(), 'rota-made-'));
  const first = join(made, 'rota.db');
  await from?.place(first);
  const store = await openStore(first);
  try {
    await fill(store);
  } finally {
    await store.close();
  }
  const file = readFileSync(first);
  rmSync(made, { recursive: true, force: true });
  const place = async (path: string): Promise<string> => {
    writeFileSync(path, file);
    return path;
  };
  return {
    place,
    async open() {
      const folder = mkdtempSync(join(tmpdir(), 'rota-'));
      const opened = await openStore(await place(join(folder, 'rota.db')));
      return closing(opened, async () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}

function closing(store: Store, then: () => Promise<unknown>): Store {
  return {
    ...store,
    async close() {
      await store.close();
      await then();
    },
  };
}

/** What the engine held, by what was kept of it. */
const dumps = new WeakMap<Kept, Blob>();

async function keepPglite(fill: Fill, from?: Kept): Promise<Kept> {
  const engine = await openPglite(from && dumps.get(from));
  const store = await openedPglite(engine);
  await fill(store);
  const data = await engine.dumpDataDir('none');
  await store.close();
  const result: Kept = {
    place: () => Promise.reject(new Error('PGlite has no address')),
    open: async () => openedPglite(await openPglite(data)),
  };
  dumps.set(result, data);
  return result;
}

export async function openedPglite(engine: Awaited<ReturnType<typeof openPglite>>): Promise<Store> {
  const written = new Written();
  const db = await openSessions(pgliteSessions(engine), written);
  return {
    db,
    stamp: () => written.stamp,
    isUnchanged: (tables, since) => written.isUnchanged(tables, since),
    close: () => db.destroy(),
  };
}

let keeper: Promise<pg.Client> | undefined;

async function asKeeper(statement: string): Promise<void> {
  keeper ??= (async () => {
    const client = openClient(SAID, 'test-keeper');
    await client.connect();
    return client;
  })();
  await (await keeper).query(statement);
}

let count = 0;
/** Databases of tests that are over take room: the oldest go when new ones are made. */
const made: string[] = [];
const MOST_MADE = 12;

async function newDatabase(template?: string): Promise<string> {
  count += 1;
  const name = `t_${process.pid}_${count}`;
  await asKeeper(`CREATE DATABASE ${name} ${template === undefined ? '' : `TEMPLATE ${template}`}`);
  return name;
}

async function dropOld(): Promise<void> {
  const [oldest] = made;
  if (made.length <= MOST_MADE || oldest === undefined) return;
  made.shift();
  // One that is still open stays until a later round.
  await asKeeper(`DROP DATABASE ${oldest}`).catch(() => made.push(oldest));
}

function urlOf(database: string): string {
  return SAID.replace(/(:\/\/[^/]*\/)[^?]*/, `$1${database}`);
}

const templates = new WeakMap<Kept, string>();

async function keepDatabase(fill: Fill, from?: Kept): Promise<Kept> {
  const template = await newDatabase(from && templates.get(from));
  const store = await openStore(urlOf(template));
  try {
    await fill(store);
  } finally {
    await store.close();
  }
  const place = async (): Promise<string> => {
    await dropOld();
    const name = await newDatabase(template);
    made.push(name);
    return urlOf(name);
  };
  const result: Kept = { place, open: async () => openStore(await place()) };
  templates.set(result, template);
  return result;
}
