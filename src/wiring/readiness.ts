/**
 * Whether the server can do its work now: the store answers, a thread can be started, the disk takes what is written, and
 * nobody has told it to stop. Asked by proxies every few seconds, so threads and disk are tried once in a while.
 */

import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Readiness } from '../web/kit/deps.ts';

const TRIED_EVERY_MS = 15_000;
const THREAD_MS = 5_000;
/** About what a draft takes. */
const TRIAL_BYTES = 64 * 1024;

export interface ReadinessSettings {
  readonly databasePath: string;
  readonly clock: () => number;
  readonly probeStore: () => Promise<void>;
  /** False once damage was found in the database. */
  readonly isSound: () => boolean;
  /** True once the server is on its way out. */
  readonly isStopping: () => boolean;
  /** Whether it would send what is queued, should the server that does be gone; absent where it is the only one. */
  readonly isThere?: () => boolean;
}

export function createReadiness(settings: ReadinessSettings): () => Promise<readonly Readiness[]> {
  const { clock, probeStore, isSound, isStopping, isThere } = settings;
  const thread = onceInAWhile(startThread, clock);
  const disk = onceInAWhile(() => writeSomething(dirname(settings.databasePath)), clock);
  return async () => {
    const tried = [check('store', probeStore), check('threads', thread), check('disk', disk)];
    const known = [
      { name: 'running', ok: !isStopping() },
      { name: 'database', ok: isSound() },
      ...(isThere ? [{ name: 'queue', ok: isThere() }] : []),
    ];
    return [...known, ...(await Promise.all(tried))];
  };
}

async function check(name: string, attempt: () => Promise<void>): Promise<Readiness> {
  return attempt().then(
    () => ({ name, ok: true }),
    () => ({ name, ok: false }),
  );
}

/** The last attempt's result for as long as it is fresh; of many who ask at once, one tries. A failure is tried again. */
function onceInAWhile(attempt: () => Promise<void>, clock: () => number): () => Promise<void> {
  let last: { readonly at: number; readonly result: Promise<void> } | undefined;
  return () => {
    const now = clock();
    if (last && Math.abs(now - last.at) < TRIED_EVERY_MS) return last.result;
    const tried = { at: now, result: attempt() };
    last = tried;
    tried.result.catch(() => {
      if (last === tried) last = undefined;
    });
    return tried.result;
  };
}

/** Searches and documents need threads; a machine without memory or process numbers gives none. */
function startThread(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('', { eval: true });
    const timer = setTimeout(() => void worker.terminate(), THREAD_MS);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`a thread ended with ${code}`));
    });
  });
}

/** Where the database is, since that is the disk that counts. */
async function writeSomething(folder: string): Promise<void> {
  const path = join(folder, `.ready-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(path, Buffer.alloc(TRIAL_BYTES), { flag: 'wx', mode: 0o600, flush: true });
  } finally {
    await rm(path, { force: true });
  }
}
