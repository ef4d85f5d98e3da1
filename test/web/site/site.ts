/** The real server on a port of its own, over a store that may hold made-up versions. */

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { createRepairsGate, type Searches } from '../../../src/app/runs/searches.ts';
import { dayFrom } from '../../../src/calendar/day.ts';
import { type Instant, plusMinutes } from '../../../src/calendar/interval.ts';
import { VIETNAM } from '../../../src/calendar/zone.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { savePeriod } from '../../../src/store/period-store.ts';
import { saveUnit } from '../../../src/store/unit-store.ts';
import { insertVersion } from '../../../src/store/version-store.ts';
import type { WebDeps } from '../../../src/web/kit/deps.ts';
import { createServer } from '../../../src/web/site/server.ts';
import { readIncidentRules } from '../../../src/wiring/incident-rules.ts';
import { openApp } from '../../../src/wiring/open-app.ts';
import { keptEmpty } from '../../store/engine.ts';
import { momentOf, TET_BREAK } from '../roster/rosters.ts';

const ROOT = join(import.meta.dirname, '../../..');

export const FOLDERS = {
  viewsDir: join(ROOT, 'views'),
  fontsDir: join(ROOT, 'node_modules'),
  scriptsDir: join(ROOT, 'dist/browser'),
};

export interface Site {
  readonly url: string;
  readonly logged: readonly { readonly reference: string; readonly path: string; readonly cause: unknown }[];
  close(): Promise<void>;
}

/** An app that ends with its site. */
export interface SiteApp extends App {
  close?(): Promise<void>;
}

/** A store of its own that holds these versions, as if they had been published, and the Tết of 2027. */
export async function appOf(
  versions: readonly RosterVersion[],
  changes: Partial<App> = {},
): Promise<SiteApp & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-site-'));
  const beside = join(folder, 'rota.db');
  const opened = await openApp(await (await keptEmpty()).place(beside), { files: [TET_BREAK] }, { beside });
  for (const [i, version] of versions.entries()) {
    const publishedAt = plusMinutes(version.publishedAt, i);
    await putVersion(opened, { ...version, publishedAt });
  }
  return {
    ...opened,
    clock: NOW,
    ...changes,
    async close() {
      await opened.close().catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every reading fails, as when the disk is gone. */
export function failing(cause: unknown): Promise<SiteApp> {
  return appOf([], {
    stamp() {
      throw cause;
    },
  });
}

/** With its unit and period, and withdrawn or rewritten as it says of itself. */
export async function putVersion({ db }: App, version: RosterVersion): Promise<void> {
  const { periodId } = version;
  const plan = { ...version.plan, period: { ...version.plan.period, id: periodId } };
  await saveUnit(db, plan.unit);
  await savePeriod(db, plan.unit.id, plan.period);
  await insertVersion(db, { ...version, plan, roster: { ...version.roster, periodId } });
}

const NOW = (): Instant => momentOf(dayFrom(2027, 1, 22), '09:42');

/** Where nothing is searched for. */
const NO_SEARCHES = {
  runs: {
    ...{ find: async () => undefined, findInterrupted: async () => undefined },
    ...{ list: async () => [], listGoing: async () => [] },
  },
  search: () => {
    throw new Error('nothing is searched here');
  },
  repairs: createRepairsGate(),
} as unknown as Searches;

export async function openSite(
  given: SiteApp | Promise<SiteApp>,
  changes: Partial<WebDeps> = {},
  port = 0,
): Promise<Site> {
  const logged: { reference: string; path: string; cause: unknown }[] = [];
  const app = await given;
  const server = createServer({
    app,
    access: 'open',
    searches: NO_SEARCHES,
    contacts: [],
    incidentRules: readIncidentRules(ROOT),
    clock: app.clock,
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
      await app.close?.();
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
