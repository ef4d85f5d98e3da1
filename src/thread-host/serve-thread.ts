/** The far side of a `ThreadLine`: does one work after another in the order they come, standing back for the thread that answers, and tells what became of each. */

import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { lowerThreadPriority } from './thread-niceness.ts';
import type { ThreadAnswer, ThreadJob } from './thread-protocol.ts';

/** Pages come first; somebody waits for this too, so that searches stand back further. */
const NICENESS = 5;

export function serveThread<Work, Result>(resultOf: (work: Work) => Result | Promise<Result>): void {
  const post = (answer: ThreadAnswer<Result>): void => parentPort?.postMessage(answer);
  lowerThreadPriority(NICENESS);
  const thread = ownThread();
  parentPort?.on('message', async ({ id, work }: ThreadJob<Work>) => {
    post({ id, kind: 'begun', ...(thread === undefined ? {} : { thread }) });
    try {
      post({ id, kind: 'done', result: await resultOf(work) });
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ id, kind: 'failed', reason });
    }
  });
}

/** proc(5): `/proc/thread-self` is `1234/task/1236`. */
function ownThread(): number | undefined {
  try {
    const number = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    return Number.isSafeInteger(number) ? number : undefined;
  } catch {
    return undefined;
  }
}
