/** The server as a process: opened, told about, ended in order. */

import type { Config } from '../config.ts';
import { joinServers } from '../store/postgres/nodes.ts';
import { holdServerLock, networkKindOf, type ServerLock } from '../store/server-lock.ts';
import { openLog, type ServerLog } from './log.ts';
import { openConfigured } from './open-app.ts';
import { endSoon, untilEnd } from './process-end.ts';
import { selfAs } from './self.ts';
import { type Running, serve } from './serve.ts';
import { serviceManager } from './service-manager.ts';
import { SEARCH_NICENESS } from './solving.ts';

const SEARCHES = { niceness: SEARCH_NICENESS };

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
    const running = await serve(app, config, log, { ...SEARCHES, place: lock });
    log.note('listening', { url: config.publicUrl, access: config.access, node: process.version });
    console.listening(running);
    manager.ready();
    const { code, signal } = await untilEnd(log);
    log.note('stopping', { signal });
    manager.stopping();
    console.stopping();
    endSoon(config.stopDelaySeconds * 1000);
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
    return joinServers(databaseUrl, selfAs('serve'));
  }
  const lock = holdServerLock(path);
  const fileSystem = networkKindOf(path);
  if (fileSystem !== undefined) log.warn('network-file-system', { path, fileSystem });
  return lock;
}
