/** A process that only solves: takes up searches asked for on any server of the same database, and answers no visits. */

import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { joinServers } from '../store/postgres/nodes.ts';
import { openLog } from './log.ts';
import { openConfigured } from './open-app.ts';
import { endSoon, untilEnd } from './process-end.ts';
import { startBackground } from './run-background.ts';
import { selfAs } from './self.ts';
import { serviceManager } from './service-manager.ts';
import { openSolving, SEARCH_NICENESS } from './solving.ts';

const LOOK_MS = 60_000;

/** What a person at the console is told, in words. */
export interface WorkerConsole {
  running(): void;
  stopping(): void;
}

/**
 * Resolves with the exit code once it has given back what it had. Throws `AppError('invalid', 'cli.worker.…')` where there is
 * nothing to share; rejects as `openConfigured` does.
 */
export async function runWorker(config: Config, console: WorkerConsole): Promise<0 | 3> {
  if (config.databaseUrl === undefined) throw new AppError('invalid', 'cli.worker.file');
  if (config.solverWorkers === 0) throw new AppError('invalid', 'cli.worker.none');
  const log = openLog(config);
  const manager = serviceManager(process.env);
  // Before it looks at the schema: a newer program is not to take away meanwhile what this one uses.
  const place = await joinServers(config.databaseUrl, selfAs('worker'));
  const app = await openConfigured(config).catch((error: unknown) => {
    place.release();
    throw error;
  });
  try {
    const solving = openSolving(app, {
      ...{ config, log, niceness: SEARCH_NICENESS },
      watch: { began() {}, ended() {} },
    });
    const background = startBackground(solving.jobs, { log });
    log.note('solving', { threads: config.solverWorkers, node: process.version });
    console.running();
    manager.ready();
    // With the database away and nothing to search, nothing else would keep the process.
    const staying = setInterval(() => {}, LOOK_MS);
    const { code, signal } = await untilEnd(log);
    clearInterval(staying);
    log.note('stopping', { signal });
    manager.stopping();
    console.stopping();
    endSoon();
    await solving.close();
    await background.stop();
    log.note('stopped');
    return code;
  } finally {
    await app.close();
    place.release();
  }
}
