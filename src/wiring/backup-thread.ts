/** Copies, checks and encrypts in a thread of its own: of a large database that takes seconds, and nobody's page waits. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type Params } from '../kernel/app-error.ts';
import type { BackupDatabase, BackupFile } from '../store/backup.ts';
import { ROOT } from './root.ts';

export interface BackupOrder {
  readonly from: string;
  readonly to: string;
  readonly recipients: readonly string[];
}

/** What was thrown on purpose keeps its words on the way between threads. */
export type BackupAnswer =
  | { readonly made: BackupFile }
  | { readonly refused: { readonly code: ErrorCode; readonly key: string; readonly params: Params } };

/** Compiled: a worker cannot be started from TypeScript sources. */
const WORKER = pathToFileURL(join(ROOT, 'dist', 'wiring', 'backup-worker.js'));

export const backupInThread: BackupDatabase = async (from, to, recipients) => {
  const answer = await new Promise<BackupAnswer>((resolve, reject) => {
    const workerData: BackupOrder = { from, to, recipients };
    const worker = new Worker(WORKER, { workerData, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the backup ended with ${code}`)));
  });
  if ('made' in answer) return answer.made;
  const { code, key, params } = answer.refused;
  throw new AppError(code, key, params);
};
