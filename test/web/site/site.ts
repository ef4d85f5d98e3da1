/** The real server on a port of its own, over use cases that answer from made-up versions. */

import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { dayFrom } from '../../../src/calendar/day.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { VIETNAM } from '../../../src/calendar/zone.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { openDatabase } from '../../../src/store/database.ts';
import type { WebApp, WebDeps } from '../../../src/web/kit/deps.ts';
import type { Desk } from '../../../src/web/kit/desk.ts';
import type { FeedDesk } from '../../../src/web/kit/feed-desk.ts';
import { createServer } from '../../../src/web/site/server.ts';
import { emptyFile } from '../../store/temporary-database.ts';
import { momentOf, TET_BREAK } from '../roster/rosters.ts';

const ROOT = join(import.meta.dirname, '../../..');

export const FOLDERS = {
  viewsDir: join(ROOT, 'views'),
  fontsDir: join(ROOT, 'node_modules/@fontsource'),
  scriptsDir: join(ROOT, 'dist/browser'),
};

export interface Site {
  readonly url: string;
  readonly logged: readonly { readonly reference: string; readonly path: string; readonly cause: unknown }[];
  close(): Promise<void>;
}

/** Use cases over versions held in memory. */
export function appOf(versions: readonly RosterVersion[], changes: Partial<WebApp> = {}): WebApp {
  const of = (periodId: string): RosterVersion[] =>
    versions.filter((each) => each.periodId === periodId).sort((a, b) => a.number - b.number);
  return {
    listCurrentVersions: async () =>
      [...new Set(versions.map(({ periodId }) => periodId))].flatMap((id) => of(id).slice(-1)),
    listVersions: async (periodId) => of(periodId),
    readVersion: async (periodId, number) =>
      number === undefined ? of(periodId).at(-1) : of(periodId).find((each) => each.number === number),
    listBreaks: async () => [TET_BREAK],
    listContacts: async () => [],
    readFeed: async () => undefined,
    probe: async () => {},
    ...changes,
  };
}

/** For pages that read versions only: whatever is asked of it fails. */
const NO_DESK = { listPeriods: async () => [] } as unknown as Desk;

/** For sites that are given no store: one without any unit. */
async function emptyStore() {
  const folder = mkdtempSync(join(tmpdir(), 'rota-site-'));
  const path = join(folder, 'rota.db');
  writeFileSync(path, await emptyFile());
  const db = await openDatabase(path);
  return {
    db,
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
const NO_FEEDS = {} as unknown as FeedDesk;

export async function openSite(app: WebApp, changes: Partial<WebDeps> = {}, port = 0): Promise<Site> {
  const logged: { reference: string; path: string; cause: unknown }[] = [];
  const now: Instant = momentOf(dayFrom(2027, 1, 22), '09:42');
  const empty = await emptyStore();
  const server = createServer({
    app,
    core: { db: empty.db, stamp: () => 0 } as App,
    desk: NO_DESK,
    feeds: NO_FEEDS,
    clock: () => now,
    log: { error: (event) => logged.push(event) },
    newReference: () => 'A1B2C3',
    publicUrl: 'http://127.0.0.1:8027',
    zone: VIETNAM,
    language: 'vi',
    folders: FOLDERS,
    ...changes,
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logged,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await empty.close();
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Raw, since `fetch` decodes bodies and adds headers of its own. */
export function ask(
  site: Site,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${site.url}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
