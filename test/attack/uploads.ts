/** The built server over a real database, sent hostile files by a browser: `/healthz` answers all the while. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { archive } from './archives.ts';
import type { Attack, AttackModule } from './attack.ts';

const ROOT = join(import.meta.dirname, '../..');
const UNIT = 'unit-small';
/** A server that is held up answers nothing for minutes; one on a busy machine takes a second or two. */
const LONGEST_ANSWER_MS = 10_000;
const PROBES = 20;

export const HOSTILE_UPLOADS: AttackModule = {
  name: 'uploads',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'rota-attack-'));
    const path = join(folder, 'rota.db');
    const app = await openApp(path, sampleHolidays());
    const loaded = await loadCase(app, { source: sampleCase(UNIT), actor: 'cli' });
    await app.close();
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const { child, url } = await startServer(path);
    const to = `${url}/units/${loaded.value.unitId}/staff/import`;
    return {
      attacks: attacksOn(url, to),
      async close() {
        child.kill('SIGKILL');
        await once(child, 'exit');
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

function attacksOn(url: string, to: string): Attack[] {
  const bomb = archive([
    { name: 'xl/workbook.xml', content: '<a/>' },
    { name: 'xl/worksheets/sheet1.xml', content: '<c '.repeat(320_000) },
  ]);
  const intricate = Buffer.from(`a${'\u0301'.repeat(2_400_000)}`);
  return [
    { name: 'a workbook of tags that never end', short: true, run: () => refusedWhileAlive(url, to, [bomb]) },
    {
      name: 'twelve intricate tables at once',
      run: () =>
        refusedWhileAlive(
          url,
          to,
          Array.from({ length: 12 }, () => intricate),
        ),
    },
  ];
}

/** Every file is refused by a page in words, and every question for health asked meanwhile is answered. */
async function refusedWhileAlive(
  url: string,
  to: string,
  files: readonly Uint8Array[],
): Promise<string | undefined> {
  const sent = files.map((bytes) => send(url, to, bytes));
  for (let i = 0; i < PROBES; i++) {
    const health = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(LONGEST_ANSWER_MS) }).catch(
      () => undefined,
    );
    if (health?.status !== 200) return `no health at question ${i + 1}`;
  }
  const statuses = await Promise.all(sent);
  const wrong = statuses.filter((status) => status !== 422 && status !== 503);
  return wrong.length > 0 ? `answered with ${wrong.join(', ')}` : undefined;
}

async function send(url: string, to: string, bytes: Uint8Array): Promise<number> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], 'ds.xlsx'));
  const headers = { Origin: url };
  const answer = await fetch(to, { method: 'POST', body, headers, signal: AbortSignal.timeout(120_000) });
  await answer.arrayBuffer();
  return answer.status;
}

async function startServer(path: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ROTA_DB: path, ROTA_PORT: String(port), ROTA_ACCESS: 'open' };
  const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], { env, stdio: 'ignore' });
  for (let tries = 0; tries < 600; tries++) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.status === 200) return { child, url };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error('the server did not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
