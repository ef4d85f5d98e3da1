/** Looks the database over in a thread of its own: a large one takes seconds, and nobody's answer waits for it. */

import { parentPort, workerData } from 'node:worker_threads';
import { quickCheck } from '../store/quick-check.ts';
import { lowerThreadPriority } from '../thread-host/thread-niceness.ts';

/** Nobody waits for it. */
lowerThreadPriority(10);

parentPort?.postMessage(quickCheck(String(workerData)));
