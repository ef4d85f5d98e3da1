/** What `bench:load` asks of: a published unit with 200 managers signed in and 500 calendars, and another that is searched. */

import { request } from 'node:http';
import { openSession } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import { issueWithin } from '../../../src/app/feeds/issue-feed-token.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { newId } from '../../../src/app/secret-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { insertAccount } from '../../../src/store/account-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { saveMembership } from '../../../src/store/membership-store.ts';
import { formTokenOf } from '../../../src/web/access/form-token.ts';
import { type Beside, openApp, readHolidays, systemClock } from '../../../src/wiring/open-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { type BenchSize, publishBenchCase, ROOT } from '../feeds/setting.ts';

const MANAGERS = 200;
const LINKS = 500;
/** Long enough that one is always going on, proven early or not. */
const SEARCH_SECONDS = 60;
const SEARCHED = 'tet-2027-national';

export interface Searcher {
  readonly token: string;
  readonly periodId: string;
}

export interface House {
  /** Of the published unit. */
  readonly manager: {
    readonly token: string;
    readonly unitId: string;
    readonly periodId: string;
    readonly staffIds: readonly string[];
  };
  readonly searcher: Searcher;
  /** Whole requests, as the load generator sends them. */
  requests(port: number): Promise<{ readonly pages: string[]; readonly polls: string[] }>;
}

export function headOf([one, five, fifteen]: readonly number[]): string {
  return `load average ${[one, five, fifteen].map((each) => each?.toFixed(1)).join(', ')}`;
}

/** What a manager's day is made of: mostly the roster, now and then the people, the list, the start. */
const DAY = ['', '/', '', '/people', '', '/periods', '', '/documents'] as const;

export interface HouseSettings {
  /** Of the published unit. */
  readonly size?: BenchSize;
  /** Of its period where they begin with its address's end, as `/people` does; `/` and `/periods` are whole. */
  readonly pages?: readonly string[];
}

export async function openHouse(
  database: string,
  beside: Beside = {},
  { size, pages = DAY }: HouseSettings = {},
): Promise<House> {
  const app = await openApp(database, readHolidays(ROOT), beside);
  try {
    const { unitId, plan } = await publishBenchCase(app, size);
    const loaded = await loadCase(app, { source: sampleCase(SEARCHED), actor: 'bench' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const { periodId } = loaded.value;
    const page = `/periods/${plan.period.id}`;
    const paths = pages.map((each) => (each === '/' || each === '/periods' ? each : `${page}${each}`));
    const made = await app.db.transaction().execute(async (trx) => {
      const managers: string[] = [];
      for (let i = 0; i < MANAGERS; i++) managers.push(await managerOf(trx, app, unitId, i));
      const searcher = await managerOf(trx, app, loaded.value.unitId, MANAGERS);
      const links: string[] = [];
      for (let i = 0; i < LINKS; i++) {
        const staffId = plan.staff[i % plan.staff.length]?.id ?? '';
        const scope = { kind: 'personal', staffId } as const;
        const issued = await issueWithin(trx, app, {
          unitId,
          scope,
          options: DEFAULT_FEED_OPTIONS,
          actor: 'bench',
        });
        links.push(`/feeds/${issued.token}.ics`);
      }
      return { managers, links, searcher: { token: searcher, periodId } };
    });
    return {
      searcher: made.searcher,
      manager: {
        token: made.managers[0] ?? '',
        unitId,
        periodId: plan.period.id,
        staffIds: plan.staff.map(({ id }) => id),
      },
      async requests(port) {
        const pages = made.managers.flatMap((token, i) => [
          get(paths[i % paths.length] ?? page, { Cookie: `session=${token}` }),
        ]);
        const polls: string[] = [];
        for (const path of made.links)
          polls.push(get(path, { 'If-None-Match': await entityTag(port, path) }));
        return { pages, polls };
      },
    };
  } finally {
    await app.close();
  }
}

async function managerOf(trx: Database, app: App, unitId: string, i: number): Promise<string> {
  const id = newId(app);
  const account = {
    id,
    name: `Quản lý ${i}`,
    language: 'vi',
    operator: false,
    createdAt: systemClock(),
  } as const;
  await insertAccount(trx, { ...account, signInName: `quan.ly.${i}` }, null);
  await saveMembership(trx, { accountId: id, unitId, role: 'manager' });
  return (await openSession(trx, app, { accountId: id, client: 'bench', by: 'password' })).token;
}

function get(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept-Encoding: gzip\r\n${lines.join('')}\r\n`;
}

function entityTag(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const asked = request({ port, path, headers, host: '127.0.0.1', agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(String(response.headers.etag)));
    });
    asked.on('error', reject).end();
  });
}

/** Begins a search, and the next one as soon as it has ended, as often as need be; how many were begun. */
export function keepSearching(port: number, { token, periodId }: Searcher): { stop(): Promise<number> } {
  let begun = 0;
  let stopped = false;
  const ask = async (path: string, form?: Record<string, string>): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/periods/${periodId}/${path}`, {
      redirect: 'manual',
      headers: { Cookie: `session=${token}`, 'Sec-Fetch-Site': 'same-origin' },
      ...(form ? { method: 'POST', body: new URLSearchParams({ token: formTokenOf(token), ...form }) } : {}),
    });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const parts = await ask('run/parts');
      // There is none before the first.
      const going = parts.ok && ((await parts.json()) as { going: boolean }).going;
      if (!parts.ok) await parts.text();
      if (!going) {
        const started = await ask('run', { seconds: String(SEARCH_SECONDS) });
        if (started.status !== 303) throw new Error(`no search was begun: ${started.status}`);
        begun++;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  let fault: unknown;
  const running = loop().catch((error: unknown) => {
    fault = error;
  });
  return {
    async stop() {
      stopped = true;
      await running;
      if (fault !== undefined) throw fault;
      return begun;
    },
  };
}
