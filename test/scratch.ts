/** What makes runs of tests quicker and changes none of them: where they keep what is gone after them, and what one run leaves the next. */

import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gone with the packages it was made from. */
export const CACHE = join(import.meta.dirname, '../node_modules/.cache');

const IN_MEMORY = '/dev/shm';
/** Databases, backups and browsers' profiles of all tests together take a few hundred megabytes; containers have 64. */
const ROOM = 2 * 1024 ** 3;

/** In memory where there is room: a database waits for its disk at every transaction. */
function scratchFolder(): string {
  // Whoever names a place means it.
  if (process.env.TMPDIR !== undefined) return process.env.TMPDIR;
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

export const SCRATCH = {
  env: {
    TMPDIR: scratchFolder(),
    // For the programs that tests start, which else compile themselves anew each time.
    NODE_COMPILE_CACHE: join(CACHE, 'compiled'),
  },
  // What one run has translated from TypeScript the next need not.
  experimental: { fsModuleCache: true, fsModuleCachePath: join(CACHE, 'modules') },
} as const;
