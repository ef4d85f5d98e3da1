/** Makes the `App` every use case is given from what this machine has: the database file, the holidays, clock and chance. */

import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PASSWORD_COST } from '../app/access/password-hash.ts';
import type { App } from '../app/app.ts';
import { createFeedMemory } from '../app/feeds/feed-memory.ts';
import { listKeyOf } from '../app/revocations.ts';
import { parseHolidayFile } from '../calendar/holiday-file.ts';
import type { HolidaySources } from '../calendar/holiday-sources.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { isServer } from '../store/database-place.ts';
import { openStore } from '../store/open-store.ts';
import { readRevocationCount } from '../store/revocation-count-store.ts';
import { openRevocationFile, type Revocations, readRevocations } from '../store/revocation-file.ts';
import type { Store } from '../store/store.ts';
import { createFileReader } from '../thread-host/file-reader.ts';
import { oncePerTurn } from './once-per-turn.ts';
import { ROOT } from './root.ts';
import { readGivenKey, readSealingKey, requireKey } from './sealing-key.ts';

/** Compiled: a worker cannot be started from TypeScript sources. */
const FILE_WORKER = pathToFileURL(join(ROOT, 'dist', 'thread-host', 'file-worker.js'));

export const systemClock = (): Instant => Date.now() as Instant;

export interface OpenedApp extends App {
  /** Nothing may be asked of the app afterwards. */
  close(): Promise<void>;
}

/** The app on the database that is configured, with the holidays that are shipped. */
export function openConfigured(
  config: Pick<Config, 'databasePath' | 'databaseUrl' | 'key'>,
): Promise<OpenedApp> {
  const { databasePath: beside, databaseUrl: place = beside, key } = config;
  return openApp(place, readHolidays(ROOT), { beside, ...(key ? { key } : {}) });
}

export interface Beside {
  /** What the key and the list of revocations are called by: the database, unless it is on its way there or on a server. */
  readonly beside?: string;
  /** A key that stands elsewhere. */
  readonly key?: Config['key'];
}

/** @param place as `openStore` takes it. */
export async function openApp(
  place: string,
  holidays: HolidaySources,
  { beside = place, key }: Beside = {},
): Promise<OpenedApp> {
  const store = await openStore(place);
  try {
    const sealingKey = key ? readGivenKey(key) : readSealingKey(`${beside}.key`);
    await requireKey(store.db, sealingKey, { mayChange: !key && !isServer(place) });
    return await appOn(store, { holidays, sealingKey, beside });
  } catch (error) {
    // Its connections would keep the process from ending.
    await store.close();
    throw error;
  }
}

interface Given {
  readonly holidays: HolidaySources;
  readonly sealingKey: Uint8Array;
  readonly beside: string;
}

async function appOn(store: Store, { holidays, sealingKey, beside }: Given): Promise<OpenedApp> {
  const { db, stamp, isUnchanged, catchUp } = store;
  const files = createFileReader(FILE_WORKER);
  return {
    db,
    stamp,
    isUnchanged,
    catchUp,
    clock: systemClock,
    caller: 'machine',
    randomBytes: (count) => randomBytes(count),
    holidays,
    apiUses: new Map(),
    sessionUses: new Map(),
    auditNotes: new Map(),
    // Where visits catch up, within a turn the stamp may move on, and reading it costs nothing.
    feeds: createFeedMemory({ stamp: catchUp ? stamp : oncePerTurn(stamp), isUnchanged }),
    sealingKey,
    revocations: openRevocationFile({
      path: revocationPath(beside),
      key: listKeyOf({ sealingKey }),
      from: await readRevocationCount(db),
    }),
    passwordCost: PASSWORD_COST,
    parseFile: files.parse,
    async close() {
      await files.close();
      await store.close();
    },
  };
}

/** Beside the key, and worth as much: a backup restored without it revives what was taken back. */
export function revocationPath(databasePath: string): string {
  return `${databasePath}.revoked`;
}

/** As it is before the database is opened; undefined where none can be read. */
export function readRevocationsBeside(databasePath: string, key?: Config['key']): Revocations | undefined {
  const sealingKey = key ? readGivenKey(key) : readSealingKey(`${databasePath}.key`);
  return readRevocations(revocationPath(databasePath), listKeyOf({ sealingKey }));
}

/** Every file of `data/holidays`. Throws `AppError('invalid', 'error.holidays')` naming each fault. */
export function readHolidays(root: string): HolidaySources {
  const folder = join(root, 'data', 'holidays');
  const parsed = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseHolidayFile(JSON.parse(readFileSync(join(folder, name), 'utf8')), name));
  const faults = parsed.flatMap((each) => (each.ok ? [] : each.faults));
  if (faults.length > 0) {
    const list = faults.map(
      ({ file, column, key, params }) => `${file} ${column ?? ''} ${key} ${JSON.stringify(params)}`,
    );
    throw new AppError('invalid', 'error.holidays', { faults: list.join('\n') });
  }
  return { files: parsed.flatMap((each) => (each.ok ? each.value : [])) };
}
