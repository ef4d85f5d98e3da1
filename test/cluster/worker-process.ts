/** `rota worker` as a process, in a folder of its own as on a machine of its own. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../bench/feeds/setting.ts';

export interface WorkerProcess {
  readonly pid: number;
  /** Resolves once it is gone, with its exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  /** What it said last. */
  said(): string;
}

/** Resolves once it says that it is ready; rejects with what it said where it does not start. */
export async function startWorker(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<WorkerProcess> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'worker'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const closed = once(child, 'close');
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(-8_000);
        if (said.includes('"event":"solving"')) resolve();
      });
    }
    closed.then(() => reject(new Error(`a worker ended with ${child.exitCode}: ${said}`)));
  });
  await ready;
  return {
    pid: child.pid ?? 0,
    async end(signal) {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
    said: () => said,
  };
}
