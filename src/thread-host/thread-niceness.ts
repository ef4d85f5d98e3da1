/** Lets one thread stand back for the others of its process, where the system can. */

import { setPriority } from 'node:os';

/** Linux's setpriority(2) takes 0 for the calling thread; POSIX, and so macOS and BSD, takes it for the whole process. */
const ONE_THREAD_ONLY = 'linux';

/**
 * @param niceness 1–19: the higher, the less it takes from others. Where it cannot be had (another system, a sandbox that
 * refuses) the thread goes on as it is: slower pages, and no wrong answer.
 */
export function lowerThreadPriority(niceness: number): void {
  if (process.platform !== ONE_THREAD_ONLY) return;
  try {
    setPriority(0, niceness);
  } catch {
    // As good as asked for.
  }
}
