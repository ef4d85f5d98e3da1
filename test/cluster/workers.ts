/**
 * Two processes of `rota worker` on one PostgreSQL, with a search going on: the one that has it is killed, the database is started
 * anew, the other is told to end, none is left. Nothing that was told may be taken back, and it goes on within ten seconds.
 */

import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findDraft } from '../../src/app/drafts/find-draft.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { dropRun, stopRun } from '../../src/app/runs/end-run.ts';
import { findRun } from '../../src/app/runs/find-run.ts';
import { sharedRuns } from '../../src/app/runs/shared-runs.ts';
import type { RunPoint, SolveRun } from '../../src/app/runs/solve-run.ts';
import { startRun } from '../../src/app/runs/start-run.ts';
import { compareScores } from '../../src/constraints/shapes.ts';
import type { PeriodKey } from '../../src/domain/period.ts';
import { insertSharedRun } from '../../src/store/kept-run-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { claimRun } from '../../src/store/shared-run-store.ts';
import { type OpenedApp, openApp, readHolidays } from '../../src/wiring/open-app.ts';
import { waitingRuns } from '../app/runs/waiting-runs.ts';
import { ROOT, withFolder } from '../bench/feeds/setting.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { sampleCase } from '../sample-case.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const KEY = 'k'.repeat(43);
const SECONDS = 600;
const ASKED = 20;
const JOBS = 300;
const MOST_MS = 10_000;
const LONGEST_MS = 60_000;

const faults: string[] = [];
const figures: Record<string, unknown> = {};
function hold(isSo: boolean, what: string): void {
  if (!isSo) faults.push(what);
  console.log(`${isSo ? '✓' : '✗'} ${what}`);
}

interface Workers {
  readonly app: OpenedApp;
  readonly key: PeriodKey;
  readonly database: PostgresServer;
  readonly processes: Map<string, WorkerProcess>;
  start(name: string): Promise<void>;
}

/** As any server sees them. */
const runs = sharedRuns({ newId: () => `s-${Math.round(performance.now() * 1000)}`, lookEveryMs: 100 });

async function withWorkers(use: (workers: Workers) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const database = await startPostgres({ isDurable: true });
    const given = { beside: join(folder, 'asker'), key: { text: KEY } };
    const app = await openApp(database.url, readHolidays(ROOT), given);
    const processes = new Map<string, WorkerProcess>();
    const start = async (name: string): Promise<void> => {
      const environment = { ROTA_DB: database.url, ROTA_KEY: KEY, ROTA_WORKERS: '2' };
      processes.set(name, await startWorker(join(folder, name), environment));
    };
    try {
      const loaded = await loadCase(app, { source: sampleCase('tet-2027-national'), actor: 'cluster' });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
      await use({ app, key: loaded.value, database, processes, start });
    } finally {
      await Promise.all([...processes.values()].map((each) => each.end('SIGKILL')));
      await app.close();
      await database.stop();
    }
  });
}

interface Held {
  /** Of the process that has it; 0 where none has. */
  readonly pid: number;
  readonly elapsedMs: number;
}

async function held({ app }: Workers): Promise<Held> {
  const row = await app.db
    .selectFrom('kept_run')
    .select(['claimed_by', 'elapsed_ms'])
    .executeTakeFirst()
    .catch(() => undefined);
  return { pid: Number(row?.claimed_by?.split(' ')[1] ?? 0), elapsedMs: row?.elapsed_ms ?? 0 };
}

async function until<T>(look: () => Promise<T | undefined | false>, everyMs = 20): Promise<T> {
  const end = performance.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`in vain: ${look}`);
    await setTimeout(everyMs);
  }
}

function ask({ app, key }: Workers): Promise<SolveRun> {
  return startRun(app, runs, { key, seconds: SECONDS, seed: 7, actor: 'cluster' });
}

async function lastTold({ app, key }: Workers): Promise<RunPoint> {
  return until(async () => (await findRun(app, runs, key).catch(() => undefined))?.points.at(-1));
}

/** Neither roster nor bound is worse than was told before. */
function holdTold(before: RunPoint, after: RunPoint, when: string): void {
  const isKept = compareScores(after.score, before.score) <= 0;
  hold(isKept, `${when}: ${words(after.score)}, before ${words(before.score)}`);
  if (!before.bound) return;
  const isBound = after.bound !== undefined && compareScores(after.bound, before.bound) >= 0;
  hold(isBound, `${when}: bound ${after.bound ? words(after.bound) : 'none'}, before ${words(before.bound)}`);
}

function words({ hard, cover, soft }: RunPoint['score']): string {
  return `${hard}/${cover}/${soft}`;
}

/** From the asking until a process has it. */
async function claims(workers: Workers): Promise<void> {
  const { app, key } = workers;
  const took: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const began = performance.now();
    await ask(workers);
    await until(async () => (await held(workers)).pid !== 0, 5);
    took.push(Math.round(performance.now() - began));
    await dropRun(app, runs, key);
    // Whoever had it has to notice before it is free for the next.
    await setTimeout(1_500);
  }
  took.sort((a, b) => a - b);
  figures.askedMs = took;
  console.log(
    `from asking to being taken up, ${ASKED} times: median ${middle(took)} ms, at most ${took.at(-1)} ms`,
  );
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Three who ask at once for all that waits, each over connections of its own. */
async function jobs({ app, key, database }: Workers): Promise<void> {
  for (const run of await waitingRuns(app.db, key, JOBS)) await insertSharedRun(app.db, run);
  const took: number[] = [];
  const claimed = await Promise.all(
    ['a', 'b', 'c'].map(async (by) => {
      const { db, close } = await openStore(database.url);
      const mine: string[] = [];
      for (;;) {
        const began = performance.now();
        const run = await claimRun(db, { by, leaseMs: 60_000, waitedMs: 0 });
        if (!run) break;
        took.push(performance.now() - began);
        mine.push(run.id);
      }
      await close();
      return mine;
    }),
  );
  took.sort((a, b) => a - b);
  const p50 = Math.round(middle(took) * 10) / 10;
  figures.jobs = { shares: claimed.map(({ length }) => length), p50 };
  const all = claimed.flat();
  hold(
    all.length === JOBS && new Set(all).size === JOBS,
    `${JOBS} searches, 3 who claim, none twice; p50 ${p50} ms`,
  );
  await app.db.deleteFrom('period').where('id', 'like', 'p0%').execute();
}

/** @returns when the other went on, told by its first sign with more than the one before had. */
async function killed(workers: Workers): Promise<void> {
  const { processes } = workers;
  await ask(workers);
  await until(
    async () => (await lastTold(workers)).bound !== undefined && (await held(workers)).elapsedMs > 5_000,
  );
  const before = await lastTold(workers);
  const { pid, elapsedMs } = await held(workers);
  const [name, victim] = [...processes].find(([, each]) => each.pid === pid) ?? [];
  if (!victim || name === undefined) throw new Error(`no process ${pid}`);
  const began = performance.now();
  await victim.end('SIGKILL');
  const claimedMs = await until(async () => {
    const now = await held(workers);
    return now.pid !== 0 && now.pid !== pid && performance.now() - began;
  });
  await until(async () => (await held(workers)).elapsedMs > elapsedMs);
  const goesOnMs = performance.now() - began;
  figures.killed = { claimedMs: Math.round(claimedMs), goesOnMs: Math.round(goesOnMs) };
  const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;
  hold(
    claimedMs <= MOST_MS,
    `a worker killed: taken up by another after ${seconds(claimedMs)}, first word of it after ${seconds(goesOnMs)}`,
  );
  holdTold(before, await lastTold(workers), 'a worker killed');
  processes.delete(name);
  await workers.start(name);
}

async function restarted(workers: Workers): Promise<void> {
  const before = await lastTold(workers);
  const { pid, elapsedMs } = await held(workers);
  await workers.database.restart();
  await until(async () => (await held(workers)).elapsedMs > elapsedMs);
  hold((await held(workers)).pid === pid, 'the database started anew: whoever had it has it still');
  holdTold(before, await lastTold(workers), 'the database started anew');
}

async function givenBack(workers: Workers): Promise<void> {
  const before = await lastTold(workers);
  const { pid } = await held(workers);
  const [name, leaver] = [...workers.processes].find(([, each]) => each.pid === pid) ?? [];
  const began = performance.now();
  const code = await leaver?.end('SIGTERM');
  const ms = await until(async () => {
    const now = await held(workers);
    return now.pid !== 0 && now.pid !== pid && performance.now() - began;
  });
  figures.givenBackMs = Math.round(ms);
  hold(code === 0, `told to end: exit code ${code}, at another ${Math.round(ms)} ms after the word`);
  holdTold(before, await lastTold(workers), 'told to end');
  workers.processes.delete(name ?? '');
}

/** With nobody left it waits and says so; whoever comes goes on, and a stop ends it with its best as the draft. */
async function unattended(workers: Workers): Promise<void> {
  const { app, key, processes } = workers;
  const before = await lastTold(workers);
  await Promise.all([...processes.values()].map((each) => each.end('SIGTERM')));
  processes.clear();
  const alone = await until(async () => (await findRun(app, runs, key))?.isUnattended);
  hold(alone, 'nobody left: its page says so');
  await workers.start('late');
  await until(async () => (await held(workers)).pid !== 0);
  const began = performance.now();
  await stopRun(app, runs, key);
  const run = await until(async () => {
    const now = await findRun(app, runs, key);
    return now?.status === 'taken' && now;
  });
  const ms = Math.round(performance.now() - began);
  figures.stoppedMs = ms;
  console.log(`stopped ${ms} ms after the word`);
  const last = run.points.at(-1);
  if (last) holdTold(before, last, 'in the end');
  const certificate = (await findDraft(app, key))?.draft.certificate;
  hold(
    certificate?.bound !== undefined &&
      before.bound !== undefined &&
      compareScores(certificate.bound, before.bound) >= 0,
    'the draft is certified by the bound',
  );
}

await withWorkers(async (workers) => {
  await jobs(workers);
  await Promise.all([workers.start('one'), workers.start('other')]);
  await claims(workers);
  await killed(workers);
  await restarted(workers);
  await givenBack(workers);
  await unattended(workers);
});
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ ...figures, faults }, null, 2)}\n`);
console.log(
  `workers: ${faults.length} faults; load ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
