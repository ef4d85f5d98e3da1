/**
 * `npm run test:cluster [-- --json FILE]`: two servers behind a small proxy on one PostgreSQL that this starts, 500 polls of
 * calendars a second, a log that is written and read, rosters published and told by mail. Meanwhile a server is killed, the other is,
 * the database is started anew, a server is stopped in order, and both give way to the next version. Nothing that was acknowledged may be
 * lost, no notice may be doubled, no page may be older than one before it in the same session.
 */

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SCHEMA_NUMBER } from '../../src/store/migration.ts';
import { listServers } from '../../src/store/postgres/nodes.ts';
import { type OpenedApp, openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { freePort, startLoadGenerator, startScript, stop } from '../bench/feeds/processes.ts';
import { ROOT, withFolder } from '../bench/feeds/setting.ts';
import { headOf } from '../bench/load/house.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { type Node, nextProgram, startNode } from './nodes.ts';
import { type MailServer, makeSetting, type Setting, startMailServer } from './setting.ts';
import { keepPolling, keepReading, keepWriting } from './watchers.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, polls: { type: 'string', default: '500' } },
});
const KEY = 'k'.repeat(43);
const SESSIONS = 4;
const CALM_MS = 3_000;
const LONGEST_GAP_MS = 1_000;
const SENT_WITHIN_MS = 180_000;

interface Phase {
  readonly what: string;
  /** The longest time without an answered poll. */
  readonly longestMs: number;
  readonly refused: number;
  /** Until there was a first server again. */
  readonly firstMs?: number;
}

const faults: string[] = [];
const hold = (isSo: boolean, what: string): void => {
  if (!isSo) faults.push(what);
  console.log(`${isSo ? '✓' : '✗'} ${what}`);
};

interface Cluster {
  readonly app: OpenedApp;
  readonly database: PostgresServer;
  readonly folder: string;
  readonly mail: MailServer;
  readonly setting: Setting;
  /** The proxy's port. */
  readonly port: number;
  readonly nodes: [Node, Node];
  start(i: number, program?: string, port?: number): Promise<Node>;
}

async function withCluster(use: (cluster: Cluster) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const ends: (() => Promise<unknown>)[] = [];
    try {
      await use(await madeCluster(folder, (end) => ends.unshift(end)));
    } finally {
      for (const end of ends) await end();
    }
  });
}

async function madeCluster(folder: string, atEnd: (end: () => Promise<unknown>) => void): Promise<Cluster> {
  const database = await startPostgres({ isDurable: true });
  atEnd(database.stop);
  const mail = await startMailServer();
  atEnd(mail.stop);
  const given = { beside: join(folder, 'maker'), key: { text: KEY } };
  const app = await openApp(database.url, readHolidays(ROOT), given);
  atEnd(app.close);
  const setting = await makeSetting(app, SESSIONS);
  const ports = [await freePort(), await freePort()];
  const start = (i: number, program?: string, port = ports[i] ?? 0): Promise<Node> =>
    startNode({
      ...{ folder: join(folder, `node-${i}`), port },
      environment: {
        ...{ ROTA_DB: database.url, ROTA_KEY: KEY, ROTA_STOP_DELAY: '2', ROTA_SMTP_TLS: 'none' },
        ...{ ROTA_SMTP: `smtp://127.0.0.1:${mail.port}`, ROTA_SMTP_FROM: 'truc@x.example' },
      },
      ...(program === undefined ? {} : { program }),
    });
  const nodes: [Node, Node] = [await start(0), await start(1)];
  atEnd(() => Promise.all(nodes.map((node) => node.end('SIGKILL'))));
  const proxy = startScript(join(import.meta.dirname, 'proxy.ts'), ports.map(String));
  atEnd(() => stop(proxy));
  const [port] = (await once(proxy, 'message')) as [number];
  return { app, database, folder, mail, setting, port, nodes, start };
}

/** Milliseconds until some server does what one at a time does. */
async function untilFirst({ app }: Cluster): Promise<number> {
  const began = performance.now();
  const isThere = (): Promise<boolean> =>
    listServers(app.db).then(
      (servers) => servers.some(({ isFirst }) => isFirst),
      () => false,
    );
  while (!(await isThere())) await setTimeout(20);
  return Math.round(performance.now() - began);
}

const PHASES: readonly (readonly [string, (cluster: Cluster) => Promise<number | undefined>])[] = [
  ['calm', async () => undefined],
  ['the first server killed', (cluster) => killed(cluster, 0)],
  ['the other server killed', (cluster) => killed(cluster, 1)],
  [
    'the database started anew',
    async (cluster) => {
      await cluster.database.restart();
      return untilFirst(cluster);
    },
  ],
  [
    'a server stopped in order',
    async ({ nodes, start }) => {
      await nodes[0].end('SIGTERM');
      nodes[0] = await start(0);
      return undefined;
    },
  ],
  ['both replaced by the next version, one after the other', replaced],
];

async function killed(cluster: Cluster, i: 0 | 1): Promise<number> {
  await cluster.nodes[i].end('SIGKILL');
  const firstMs = await untilFirst(cluster);
  await setTimeout(CALM_MS);
  cluster.nodes[i] = await cluster.start(i);
  return firstMs;
}

/** The next version only adds; the one after it takes away, and has to wait for the older ones to go. */
async function replaced({ app, folder, nodes, start }: Cluster): Promise<undefined> {
  const more = {
    oldest: SCHEMA_NUMBER,
    statements: ["ALTER TABLE unit ADD COLUMN next TEXT NOT NULL DEFAULT ''"],
  };
  const less = { statements: ['ALTER TABLE unit DROP COLUMN next'] };
  const next = nextProgram(join(folder, 'next'), '0.2.9', [more]);
  const last = nextProgram(join(folder, 'last'), '0.3.0', [more, less]);
  await nodes[0].end('SIGTERM');
  nodes[0] = await start(0, next);
  const versions = (await listServers(app.db)).map(({ version }) => version);
  hold(new Set(versions).size === 2, `two versions serve side by side: ${versions.join(' and ')}`);
  await setTimeout(CALM_MS);
  const refused = await start(1, last, await freePort()).catch((error: unknown) => String(error));
  hold(/0\.2\.0/.test(String(refused)), 'a version that takes away is not started beside an older one');
  await nodes[1].end('SIGTERM');
  nodes[1] = await start(1, next);
}

async function run(cluster: Cluster): Promise<void> {
  const { setting, port } = cluster;
  const { unitId, tokens, feeds } = setting;
  const asked = (i: number) => ({ port, unitId, token: tokens[i] ?? '' });
  const writer = keepWriting(asked(0));
  const readers = [1, 2, 3].map((i) => keepReading(asked(i)));
  const probe = keepPolling(port, feeds[0] ?? '');
  const polls = startLoadGenerator();
  const publishing = keepPublishing(cluster);
  const phases: Phase[] = [];
  let isOver = false;
  const polling = (async () => {
    const statuses: Record<string, number> = {};
    let max = 0;
    while (!isOver) {
      const load = await polls.run({
        ...{ port, connections: 64, perSecond: Number(values.polls), ms: 2_000 },
        request: feeds.map(
          (path) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: cluster\r\n\r\n`,
        ),
      });
      max = Math.max(max, load.max);
      for (const [status, count] of Object.entries(load.statuses))
        statuses[status] = (statuses[status] ?? 0) + count;
    }
    return { statuses, max };
  })();
  for (const [what, disturb] of PHASES) {
    probe.longest();
    const firstMs = await disturb(cluster);
    await setTimeout(CALM_MS);
    const { ms: longestMs, refused } = probe.longest();
    phases.push({ what, longestMs, refused, ...(firstMs === undefined ? {} : { firstMs }) });
    console.log(
      `${what}: longest without a calendar ${longestMs} ms, ${refused} polls refused` +
        (firstMs === undefined ? '' : `, background work taken up after ${firstMs} ms`),
    );
  }
  isOver = true;
  const { statuses } = await polling;
  const written = await writer.stop();
  const read = await Promise.all(readers.map((each) => each.stop()));
  await probe.stop();
  await polls.stop();
  const published = await publishing.stop();
  await judge(cluster, { written, read, published, phases, statuses });
}

/** Rosters are published from beside, as a command does; how many were acknowledged. */
function keepPublishing({ database, folder, setting }: Cluster): { stop(): Promise<number> } {
  const { unitId, periodId } = setting.period;
  const words = [database.url, join(folder, 'publisher'), KEY, unitId, periodId];
  const child = startScript(join(import.meta.dirname, 'publisher.ts'), words);
  return {
    async stop() {
      child.send('stop');
      const [count] = (await once(child, 'message')) as [number];
      await stop(child);
      return count;
    },
  };
}

interface Outcome {
  readonly written: Awaited<ReturnType<ReturnType<typeof keepWriting>['stop']>>;
  readonly read: readonly Awaited<ReturnType<ReturnType<typeof keepReading>['stop']>>[];
  readonly published: number;
  readonly phases: readonly Phase[];
  readonly statuses: Readonly<Record<string, number>>;
}

async function judge(cluster: Cluster, outcome: Outcome): Promise<void> {
  const { app, mail, setting } = cluster;
  const { written, read, published, phases, statuses } = outcome;
  const { db } = app;
  const lines = await db
    .selectFrom('log_entry')
    .select('entry_key')
    .where('unit_id', '=', setting.unitId)
    .execute();
  const keys = lines.map(({ entry_key }) => entry_key);
  const lost = written.acknowledged.filter((key) => !keys.includes(key));
  hold(
    written.acknowledged.length > 30 && lost.length === 0,
    `${written.acknowledged.length} lines acknowledged, ${lost.length} lost`,
  );
  hold(new Set(keys).size === keys.length, 'no line is there twice');
  const versions = await db
    .selectFrom('version')
    .select('number')
    .where('period_id', '=', setting.period.periodId)
    .execute();
  // One was published when the setting was made; one may have been taken whose acknowledgement the restart cut off.
  hold(
    published > 10 && versions.length > published,
    `${published} rosters acknowledged, ${versions.length - 1} there`,
  );
  const pages = [written, ...read];
  const older = pages.flatMap((each) => each.older);
  hold(
    older.length === 0,
    `${pages.reduce((sum, each) => sum + each.pages, 0)} pages, ${older.length} older than one before: ${older.slice(0, 5).join('; ')}`,
  );
  // On a machine that others use as well, even a calm minute has its pauses: a kill may add a second to them.
  const calmMs = phases.find(({ what }) => what === 'calm')?.longestMs ?? 0;
  const most = calmMs + LONGEST_GAP_MS;
  for (const { what, longestMs } of phases) {
    if (!what.includes('database'))
      hold(longestMs <= most, `${what}: calendars within ${longestMs} ms (calm ${calmMs} ms)`);
  }
  const told = await untilSent(cluster);
  const twice = mail.keys.length - new Set(mail.keys).size;
  hold(
    told.waiting === 0,
    `${told.notices} notices, ${told.deliveries} mails of them, ${told.waiting} not sent`,
  );
  hold(
    new Set(mail.keys).size === told.deliveries,
    `${mail.keys.length} mails under ${new Set(mail.keys).size} keys, ${twice} sent twice`,
  );
  hold(told.notices === told.distinct, 'no notice is there twice');
  const other = Object.entries(statuses).filter(([status]) => status !== '200');
  console.log(`polls: ${JSON.stringify(statuses)}`);
  if (values.json !== undefined) {
    const figures = {
      acknowledged: written.acknowledged.length,
      lost: lost.length,
      published,
      pages: pages.map((each) => ({ ...each, acknowledged: undefined })),
      phases,
      told,
      mails: mail.keys.length,
      twice,
      statuses,
      faults,
    };
    writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
  console.log(
    `cluster: ${other.reduce((sum, [, count]) => sum + count, 0)} polls not answered, ${faults.length} faults; ${headOf(loadavg())}`,
  );
}

interface Told {
  readonly notices: number;
  /** By whom, of what. */
  readonly distinct: number;
  readonly deliveries: number;
  readonly waiting: number;
}

/** What a killed server had taken up is due again two minutes later. */
async function untilSent({ app: { db } }: Cluster): Promise<Told> {
  const end = performance.now() + SENT_WITHIN_MS;
  for (;;) {
    const notices = await db
      .selectFrom('notice')
      .select(['staff_id', 'kind', 'subject', 'spread_at'])
      .execute();
    const deliveries = await db.selectFrom('notice_delivery').select('sent_at').execute();
    const waiting =
      deliveries.filter(({ sent_at }) => sent_at === null).length +
      notices.filter(({ spread_at }) => spread_at === null).length;
    if (waiting === 0 || performance.now() > end) {
      const distinct = new Set(notices.map((each) => `${each.staff_id} ${each.kind} ${each.subject}`)).size;
      return { notices: notices.length, distinct, deliveries: deliveries.length, waiting };
    }
    await setTimeout(500);
  }
}

await withCluster(run);
process.exitCode = faults.length === 0 ? 0 : 1;
