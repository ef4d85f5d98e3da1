/** One server on one database for now: a lock that the database lets go of when the connection ends, however it ends. */

import { AppError } from '../../kernel/app-error.ts';
import { withoutPassword } from '../database-place.ts';
import type { ServerLock } from '../server-lock.ts';
import { postgresError } from './error.ts';
import { openClient } from './pool.ts';

/** Beside the number that writers take. */
const SERVER_LOCK = 8028;
const AGAIN_MS = 1_000;

/**
 * Throws `AppError('unavailable', 'error.server.served')` while another process holds it.
 * @param taken called when the connection was lost, as when the database is started anew, and another server was quicker.
 */
export async function holdPostgresLock(url: string, taken: () => void): Promise<ServerLock> {
  let released = false;
  let client = openClient(url, 'rota-lock');
  const take = async (): Promise<boolean> => {
    const mine = openClient(url, 'rota-lock');
    client = mine;
    mine.on('error', () => undefined);
    await mine.connect();
    const { rows } = await mine.query(`SELECT pg_try_advisory_lock(${SERVER_LOCK}) AS held`);
    const [row] = rows as { readonly held: number }[];
    if (row?.held !== 1) {
      await mine.end();
      return false;
    }
    mine.on('end', () => again());
    return true;
  };
  const again = (): void => {
    if (released) return;
    setTimeout(() => {
      if (!released) take().then((held) => held || taken(), again);
    }, AGAIN_MS).unref();
  };
  const place = withoutPassword(url);
  const held = await take().catch((error: unknown) => {
    throw postgresError(place, error);
  });
  if (!held) throw new AppError('unavailable', 'error.server.served', { place });
  return {
    release() {
      released = true;
      client.end().catch(() => undefined);
    },
  };
}
