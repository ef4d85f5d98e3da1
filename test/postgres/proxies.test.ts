/** nginx and Caddy with their shipped files in front of two real servers on one database, one of which is killed. */

import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hashPassword } from '../../src/app/access/password-hash.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { newId } from '../../src/app/secret-token.ts';
import { insertAccount } from '../../src/store/account-store.ts';
import { saveMembership } from '../../src/store/membership-store.ts';
import { formTokenOf } from '../../src/web/access/form-token.ts';
import { openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { freePort } from '../bench/feeds/processes.ts';
import { issueLink, publishBenchCase, ROOT } from '../bench/feeds/setting.ts';
import { startNode } from '../cluster/nodes.ts';
import { caddy, nginx } from '../deploy/proxies.ts';
import { describeWith } from '../programs.ts';
import { sampleCase } from '../sample-case.ts';
import { postgresPrograms, startPostgres } from './server.ts';

const isAsked = process.env.ROTA_TEST_STORE?.startsWith('postgres') && postgresPrograms() !== undefined;
const KEY = 'k'.repeat(43);
const PASSWORD = 'bốn con vịt xòe 7 cái ô';
const SEARCHED = 'tet-2027-national';
/** Another address of this machine than the proxies'. */
const CLIENT = '127.0.0.2';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asking {
  readonly cookie?: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Ends as soon as so much has come, where nothing else would. */
  readonly until?: RegExp;
}

/** Each on a connection of its own, from the client's address. */
function ask(url: string, { cookie = '', form, until }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      Cookie: cookie,
      Accept: 'text/html',
      'Sec-Fetch-Site': 'same-origin',
      ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    };
    const method = form ? 'POST' : 'GET';
    const asked = request(url, { method, headers, localAddress: CLIENT, agent: false }, (reply) => {
      let text = '';
      const done = () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text });
      reply.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (until?.test(text)) {
          done();
          asked.destroy();
        }
      });
      reply.on('end', done);
    });
    asked.on('error', reject).end(form && new URLSearchParams(form).toString());
  });
}

/** Two servers on a database of their own, with a manager, a calendar and a case to search, and a proxy before them. */
async function twoBehind(start: typeof nginx) {
  const folder = mkdtempSync(join(tmpdir(), 'rota-proxies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = await startPostgres();
  onTestFinished(() => database.stop());
  const given = { beside: join(folder, 'maker'), key: { text: KEY } };
  const app = await openApp(database.url, readHolidays(ROOT), given);
  onTestFinished(() => app.close());
  const { unitId } = await publishBenchCase(app);
  const loaded = await loadCase(app, { source: sampleCase(SEARCHED), actor: 'test' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const feed = `/feeds/${await issueLink(app, unitId, { kind: 'unit' })}.ics`;
  const hash = await hashPassword(app, PASSWORD);
  await app.db.transaction().execute(async (trx) => {
    const account = { id: newId(app), name: 'Lê Thị An', language: 'vi', operator: true } as const;
    await insertAccount(trx, { ...account, signInName: 'an.le', createdAt: app.clock() }, hash);
    for (const of of [unitId, loaded.value.unitId])
      await saveMembership(trx, { accountId: account.id, unitId: of, role: 'manager' });
  });
  const own = await freePort();
  const environment = {
    ...{ ROTA_DB: database.url, ROTA_KEY: KEY, ROTA_WORKERS: '1' },
    ROTA_URL: `http://127.0.0.1:${own}`,
  };
  const nodes = [
    await startNode({ folder: join(folder, 'one'), port: await freePort(), environment }),
    await startNode({ folder: join(folder, 'other'), port: await freePort(), environment }),
  ];
  onTestFinished(async () => {
    for (const node of nodes) await node.end('SIGKILL');
  });
  const proxy = await start({ folder, own, ports: nodes.map(({ port }) => port) });
  onTestFinished(() => proxy.close());
  return { app, feed, nodes, url: proxy.url, period: `${proxy.url}/periods/${loaded.value.periodId}` };
}

async function signedIn(url: string): Promise<string> {
  const form = { signInName: 'an.le', password: PASSWORD };
  const { status, headers } = await ask(`${url}/sign-in`, { form });
  expect(status).toBe(303);
  return /session=[^;]+/.exec(String(headers['set-cookie']))?.[0] ?? '';
}

const elapsed = ({ text }: Answer): number =>
  Math.max(...[...text.matchAll(/"elapsedMs":(\d+)/g)].map(([, ms]) => Number(ms)));

for (const [name, start] of [
  ['nginx', nginx],
  ['caddy', caddy],
] as const) {
  describeWith([name], `${name} in front of two servers`, () => {
    it.skipIf(!isAsked)(
      'goes on where one is killed: calendars, pages, forms, a search that is watched',
      async () => {
        const { app, feed, nodes, url, period } = await twoBehind(start);
        const cookie = await signedIn(url);
        const token = formTokenOf(cookie.replace('session=', ''));
        const { address } = await app.db.selectFrom('session').select('address').executeTakeFirstOrThrow();
        expect(address).toBe(CLIENT);
        const begun = await ask(`${period}/run`, { cookie, form: { token, seconds: '60' } });
        expect(begun.status).toBe(303);
        const events = () => ask(`${period}/run/events`, { cookie, until: /(data: .*\n\n){2}/ });
        const before = await events();
        expect([before.status, before.headers['content-type']]).toEqual([
          200,
          expect.stringContaining('text/event-stream'),
        ]);
        const reading = async (): Promise<void> => {
          for (let i = 0; i < 6; i++) {
            const calendar = await ask(url + feed);
            const page = await ask(`${url}/periods`, { cookie });
            expect([calendar.status, page.status]).toEqual([200, 200]);
            expect(calendar.text).toMatch(/^BEGIN:VCALENDAR/);
          }
        };
        await reading();
        await nodes[0]?.end('SIGKILL');
        await reading();
        await signedIn(url);
        // Whichever of them solved: it goes on, and is told of by the one that is left.
        const after = await events();
        expect([after.status, elapsed(after) > elapsed(before)]).toEqual([200, true]);
        expect((await ask(`${period}/run/stop`, { cookie, form: { token } })).status).toBe(303);
      },
    );
  });
}
