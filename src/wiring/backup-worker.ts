/** The thread that makes one backup. */

import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../kernel/app-error.ts';
import { backupDatabase } from '../store/backup.ts';
import { lowerThreadPriority } from '../thread-host/thread-niceness.ts';
import type { BackupAnswer, BackupOrder } from './backup-thread.ts';

/** Nobody waits for it. */
lowerThreadPriority(10);

const { from, to, recipients } = workerData as BackupOrder;

async function answer(): Promise<BackupAnswer> {
  try {
    return { made: await backupDatabase(from, to, recipients) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, key, params } = error;
    return { refused: { code, key, params } };
  }
}

parentPort?.postMessage(await answer());
