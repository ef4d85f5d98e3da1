/**
 * The server as a process: opened, told about, ended in order by a signal, and by a last resort when something breaks that
 * nobody caught (ASVS 5.0 16.5.4): what is in memory may then be wrong, so it drains and ends, and whatever watches over
 * it starts it anew.
 */

import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { withoutPassword } from '../store/database-place.ts';
import { holdPostgresLock } from '../store/postgres/server-lock.ts';
import { holdServerLock, networkKindOf, type ServerLock } from '../store/server-lock.ts';
import { openLog, type ServerLog } from './log.ts';
import { openConfigured } from './open-app.ts';
import { type Running, serve } from './serve.ts';
import { serviceManager } from './service-manager.ts';

/** Whatever hangs then is left behind; systemd and Docker wait ten seconds and more. */
const LONGEST_STOP_MS = 9_000;

/** To Linux's scheduler a tenth as much as a thread that serves visits: a search takes what they leave. */
const SEARCHES = { niceness: 10 };

/** What a person at the console is told, in words. */
export interface Console {
  listening(running: Running): void;
  stopping(): void;
}

/** Resolves with the exit code once the server has stopped. Rejects, as `openConfigured` and `serve` do, when it did not start. */
export async function runServer(config: Config, console: Console): Promise<0 | 3> {
  const log = openLog(config);
  const manager = serviceManager(process.env);
  const lock = await holdLock(config, log);
  const app = await openConfigured(config).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  try {
    const running = await serve(app, config, log, SEARCHES);
    log.note('listening', { url: config.publicUrl, access: config.access, node: process.version });
    console.listening(running);
    manager.ready();
    const { code, signal } = await untilEnd(log);
    log.note('stopping', { signal });
    manager.stopping();
    console.stopping();
    setTimeout(() => process.exit(3), LONGEST_STOP_MS).unref();
    await running.stop();
    log.note('stopped');
    return code;
  } finally {
    await app.close();
    lock.release();
  }
}

async function holdLock({ databasePath: path, databaseUrl }: Config, log: ServerLog): Promise<ServerLock> {
  if (databaseUrl !== undefined) {
    return holdPostgresLock(databaseUrl, () => {
      const cause = new AppError('unavailable', 'error.server.served', {
        place: withoutPassword(databaseUrl),
      });
      log.fatal('database-lock', cause);
      process.kill(process.pid, 'SIGTERM');
    });
  }
  const lock = holdServerLock(path);
  const fileSystem = networkKindOf(path);
  if (fileSystem !== undefined) log.warn('network-file-system', { path, fileSystem });
  return lock;
}

interface End {
  readonly code: 0 | 3;
  readonly signal: string;
}

function untilEnd(log: ServerLog): Promise<End> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve({ code: 0, signal }));
    }
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (cause: unknown) => {
        log.fatal(event, cause);
        resolve({ code: 3, signal: event });
      });
    }
  });
}
