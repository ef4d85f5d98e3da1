/** Searches stand back for visits in the server as started, and nowhere else. Linux tells each thread's niceness. */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../src/wiring/root.ts';
import { startProduct } from '../bench/feeds/processes.ts';
import { sampleCase } from '../sample-case.ts';
import { loadedFile } from '../store/loaded-file.ts';
import { temporaryPath } from '../store/temporary-database.ts';

const SAMPLE = 'tet-2027-national';
/** Processor time, in hundredths of a second, that only a search takes on a thread beside the first. */
const SEARCHED = 100;

interface Thread {
  readonly first: boolean;
  readonly niceness: number;
  readonly ticks: number;
}

/** proc(5): of /proc/…/stat, fields 14, 15 and 19. */
function threadsOf(pid: number): Thread[] {
  const folder = `/proc/${pid}/task`;
  return readdirSync(folder).map((id) => {
    const fields = readFileSync(join(folder, id, 'stat'), 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { first: Number(id) === pid, niceness: Number(fields[16]), ticks };
  });
}

/** The threads that search, once they have for a while. */
async function searchers(pid: number): Promise<Thread[]> {
  const found = () => threadsOf(pid).filter(({ first, ticks }) => !first && ticks >= SEARCHED);
  await expect.poll(() => found().length, { timeout: 60_000, interval: 100 }).toBeGreaterThan(0);
  return found();
}

describe.runIf(process.platform === 'linux')('a search', () => {
  it("of the server stands back for its visits, which keep the process's own priority", async () => {
    const { path, key } = await loadedFile(sampleCase(SAMPLE));
    const { pid, port, stop } = await startProduct(path, { ROTA_ACCESS: 'open', ROTA_WORKERS: '1' });
    onTestFinished(stop);
    const started = await fetch(`http://127.0.0.1:${port}/periods/${key.periodId}/run`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ seconds: '60' }),
      redirect: 'manual',
    });
    expect(started.status).toBe(303);
    for (const { niceness } of await searchers(pid)) expect(niceness).toBe(10);
    expect(threadsOf(pid).find(({ first }) => first)?.niceness).toBe(getPriority());
  });

  it('of the command line does not', async () => {
    const folder = join(ROOT, 'data/samples', SAMPLE);
    const words = [join(ROOT, 'dist/cli.js'), 'solve', folder, '--out', '.', '--seconds', '60'];
    const env = { ...process.env, ROTA_WORKERS: '1' };
    const child = spawn(process.execPath, words, { cwd: dirname(temporaryPath()), stdio: 'ignore', env });
    onTestFinished(() => void child.kill('SIGKILL'));
    for (const { niceness } of await searchers(child.pid ?? 0)) expect(niceness).toBe(getPriority());
  });
});
