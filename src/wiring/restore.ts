/** A backup in the place of the database, with everything ended in it that was taken back since. */

import { type EndedAgain, endRevoked } from '../app/end-revoked.ts';
import type { Config } from '../config.ts';
import { AppError } from '../kernel/app-error.ts';
import { type Restored, type Restoring, restoreDatabase } from '../store/restore.ts';
import { COUNTING_SCHEMA } from '../store/revocation-count-store.ts';
import { holdServerLock, type ServerLock } from '../store/server-lock.ts';
import { openApp, openConfigured, readHolidays, readRevocationsBeside } from './open-app.ts';
import { ROOT } from './root.ts';

/** Throws as `restoreDatabase` does, and `error.database.in-use` while a server runs on it. */
export async function restoreWithoutRevoked(restoring: Restoring): Promise<Restored<EndedAgain>> {
  const lock = holdLock(restoring.to);
  try {
    return await restoreDatabase(restoring, (path, { schema }) => amend(path, schema, restoring.to));
  } finally {
    lock.release();
  }
}

/**
 * On a server of PostgreSQL whose keeper has brought a backup back: everything ended in it that was taken back since. Before
 * this program's server starts on it, which counts on from the backup.
 */
export async function endRevokedInPlace(
  config: Pick<Config, 'databasePath' | 'databaseUrl' | 'key'>,
): Promise<EndedAgain> {
  const list = readRevocationsBeside(config.databasePath, config.key);
  const app = await openConfigured(config);
  try {
    return await endRevoked(app, list);
  } finally {
    await app.close();
  }
}

function holdLock(path: string): ServerLock {
  try {
    return holdServerLock(path);
  } catch (error) {
    const served = error instanceof AppError && error.key === 'error.database.served';
    throw served ? new AppError('unavailable', 'error.database.in-use', { path }) : error;
  }
}

async function amend(path: string, schema: number, to: string): Promise<EndedAgain> {
  // Before the database is opened, which begins a list where there is none.
  const list = readRevocationsBeside(to);
  const app = await openApp(path, readHolidays(ROOT), { beside: to });
  try {
    return await endRevoked(app, schema < COUNTING_SCHEMA ? undefined : list);
  } finally {
    await app.close();
  }
}
