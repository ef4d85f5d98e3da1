/** The worker thread: solves the one problem it was started with, and says how it goes. */

import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '../solver/solve.ts';
import { lowerThreadPriority } from '../thread-host/thread-niceness.ts';
import { openExchange } from './exchange.ts';
import { type SolveRequest, STOP, type WorkerMessage } from './protocol.ts';

async function run({
  problem,
  stopFlag,
  exchangeMemory,
  niceness,
  ...settings
}: SolveRequest): Promise<void> {
  if (niceness !== undefined) lowerThreadPriority(niceness);
  const flag = new Int32Array(stopFlag);
  const outcome = await solve(problem, {
    ...settings,
    clock: () => performance.now(),
    ...(exchangeMemory ? { exchange: openExchange(exchangeMemory) } : {}),
    shouldStop: () => Atomics.load(flag, 0) === STOP,
    onProgress: (progress) => post({ kind: 'progress', progress }),
  });
  post({ kind: 'done', outcome });
}

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

run(workerData as SolveRequest).catch((error: unknown) => {
  post({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
