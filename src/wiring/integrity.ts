/** Damage to the database, found before the day someone needs it: looked for at the start and every hour. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../kernel/app-error.ts';
import { storeError } from '../store/sqlite-error.ts';
import { ROOT } from './root.ts';
import type { BackgroundJob } from './run-background.ts';

/** Compiled: a worker cannot be started from TypeScript sources. */
const WORKER = pathToFileURL(join(ROOT, 'dist', 'wiring', 'integrity-worker.js'));

const HOUR_MS = 3_600_000;

export interface Integrity {
  /** Rejects with `AppError('unavailable', 'error.database.damaged')` naming the file, or with why it could not be looked at. */
  check(): Promise<void>;
  /** False from a check that found damage until one that finds none. */
  isSound(): boolean;
}

export function createIntegrity(databasePath: string): Integrity {
  let sound = true;
  return {
    async check() {
      sound = await isWhole(databasePath);
      if (!sound) throw new AppError('unavailable', 'error.database.damaged', { path: databasePath });
    },
    isSound: () => sound,
  };
}

export function integrityJob({ check }: Integrity): BackgroundJob {
  return { name: 'database check', atStart: true, everyMs: HOUR_MS, run: check };
}

/** A file that SQLite refuses to read as damaged is not whole either. */
async function isWhole(path: string): Promise<boolean> {
  try {
    return (await quickCheckInThread(path)) === undefined;
  } catch (cause) {
    const told = storeError(path, cause);
    const damaged =
      told instanceof AppError &&
      ['error.database.damaged', 'error.database.not-a-database'].includes(told.key);
    if (damaged) return false;
    throw told;
  }
}

function quickCheckInThread(path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: path, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the check ended with ${code}`)));
  });
}
