/**
 * What is sent outside is first claimed: put off for a while, so that no other server takes it up, and should this one be
 * gone before it is written what became of it, it is due again.
 */

import type { Instant } from '../calendar/interval.ts';
import { AppError } from '../kernel/app-error.ts';
import type { Database } from '../store/database.ts';
import type { App } from './app.ts';

/** Longer than a round of mails to a server that hardly answers. */
const CLAIMED_MS = 120_000;
const AGAIN_MS = 500;
const MOST_TRIES = 40;

export interface Claim {
  readonly now: Instant;
  /** When it is due again unless something else is written. */
  readonly until: Instant;
}

/** Takes up what is due, where anything is. */
export async function claim<T>(
  { db, clock }: App,
  due: (db: Database, now: Instant) => Promise<readonly unknown[]>,
  take: (trx: Database, claim: Claim) => Promise<T[]>,
): Promise<T[]> {
  const now = clock();
  // Who only looks keeps nobody from writing.
  if ((await due(db, now)).length === 0) return [];
  const until = (now + CLAIMED_MS) as Instant;
  return db.transaction().execute((trx) => take(trx, { now, until }));
}

/** Writes down what became of it, again while the database is away: what nobody wrote down would be sent once more. */
export async function writtenDown(write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof AppError) || tries >= MOST_TRIES) throw error;
      await new Promise((again) => setTimeout(again, AGAIN_MS));
    }
  }
}
