/** The process: a port that is taken, a search without memory, a signal in the middle of everything. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findDraft } from '../../src/app/drafts/find-draft.ts';
import { getPlan } from '../../src/app/periods/get-plan.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { compile } from '../../src/constraints/compile.ts';
import { translate } from '../../src/i18n/translate.ts';
import { startSolve } from '../../src/solver-host/start-solve.ts';
import { findKeptRun } from '../../src/store/kept-run-store.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { SOLVER_WORKER } from '../../src/wiring/solver-worker.ts';
import { loaded } from '../app/sample-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { loadedFile } from '../store/loaded-file.ts';
import { temporaryPath } from '../store/temporary-database.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Started {
  readonly child: ChildProcess;
  /** What it has logged so far. */
  events(): { event: string; url?: string; signal?: string }[];
  readonly said: { text: string };
}

/** The built program, everyone let in; searches have one thread, and leave the rest of a small machine to the tests beside. */
function start(path: string, port: number): Started {
  const own = { ROTA_DB: path, ROTA_PORT: String(port), ROTA_ACCESS: 'open', ROTA_WORKERS: '1' };
  const env = { ...process.env, ...own };
  const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], { cwd: dirname(path), env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { text: '' };
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.text += chunk;
  });
  const events = () =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { event: string });
  return { child, events, said };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000, interval: 100 },
    )
    .toBe(200);
}

describe('a port that is taken', () => {
  it('is told in words, with the port, and the program ends', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    onTestFinished(() => void holder.close());
    const { port } = holder.address() as AddressInfo;
    const { child, said } = start(temporaryPath(), port);
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said.text.replace(/[.,]/g, '')).toContain(String(port));
    expect(said.text).not.toMatch(/\bat .*\.js/);
  });
});

describe('a search', () => {
  it('that is out of memory ends alone, and the next one goes well', async () => {
    const { app } = await loaded();
    const national = await loadCase(app, { source: sampleCase('tet-2027-national'), actor: 'cli' });
    if (!national.ok) throw new Error('the sample is good');
    const problem = compile(await getPlan(app, national.value));
    const budget = { kind: 'steps', moves: 20_000_000, nodes: 0 } as const;
    const small = startSolve(problem, { workerUrl: SOLVER_WORKER, seed: 1, budget, memoryMb: 4 });
    await expect(small.outcome).rejects.toThrow(/memory/i);
    const short = { kind: 'steps', moves: 2_000, nodes: 0 } as const;
    const next = startSolve(problem, { workerUrl: SOLVER_WORKER, seed: 1, budget: short, memoryMb: 512 });
    expect((await next.outcome).cells.length).toBeGreaterThan(0);
  });
});

/** A server of its own, in the middle of a search that takes long. */
async function searching() {
  const { path, key } = await loadedFile(sampleCase('tet-2027-national'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, events } = start(path, port);
  await untilAnswers(url);
  const page = `${url}/periods/${key.periodId}`;
  await post(`${page}/run`, { seconds: '600' });
  return { path, key, port, url, page, child, events };
}

function post(address: string, form: Record<string, string> = {}): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
}

describe('SIGTERM', () => {
  it('in the middle of a search and an event stream ends the program, the best so far kept as the draft', async () => {
    const { path, key, page, child, events } = await searching();
    // A roster is there to be kept, and a reader watches.
    const parts = async () =>
      (await (await fetch(`${page}/run/parts`)).json()) as { parts: Record<string, string> };
    const seen = async () => Object.values((await parts()).parts).join();
    await expect.poll(seen, { timeout: 60_000 }).not.toContain(translate('vi', 'editor.run.nothing-yet'));
    const stream = await fetch(`${page}/run/events`);
    expect(stream.status).toBe(200);
    // The search has ten minutes, and the reader never leaves: ending at all is what was asked for.
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(events().map(({ event }) => event)).toEqual(
      expect.arrayContaining(['listening', 'stopping', 'stopped']),
    );
    const after = await openApp(path, sampleHolidays());
    onTestFinished(() => after.close());
    const draft = await findDraft(after, key);
    expect(draft?.draft.roster.assignments.length ?? 0).toBeGreaterThan(0);
    expect(draft?.draft.revision).toBe(1);
  });
});

describe('kill -9', () => {
  it('in the middle of a search leaves word of it, and its best roster, to whoever comes after the new start', async () => {
    const { path, key, port, url, page, child } = await searching();
    const app = await openApp(path, sampleHolidays());
    const kept = async () => (await findKeptRun(app.db, key))?.assignments?.length ?? 0;
    await expect.poll(kept, { timeout: 60_000, interval: 200 }).toBeGreaterThan(0);
    const seats = await kept();
    await app.close();
    child.kill('SIGKILL');
    await once(child, 'close');
    start(path, port);
    await untilAnswers(url);
    const told = translate('vi', 'editor.run.status.interrupted');
    const run = await (await fetch(`${page}/run`)).text();
    expect(run).toContain(told);
    expect(run).toContain('Phương án tốt nhất giữ được');
    for (const other of ['/prepare', '/draft']) {
      expect(await (await fetch(page + other)).text()).toContain('bị ngắt vì máy chủ dừng đột ngột');
    }
    expect((await post(`${page}/run/take`)).status).toBe(303);
    const after = await openApp(path, sampleHolidays());
    onTestFinished(() => after.close());
    expect((await findDraft(after, key))?.draft.roster.assignments.length).toBe(seats);
    expect((await fetch(`${page}/run`)).url).toBe(`${page}/prepare`);
  });
});
