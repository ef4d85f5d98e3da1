/**
 * Slows down whoever guesses: per account and per address, kept in the store so that a restart forgives nothing. An
 * attempt counts as failed before the password is looked at, so that a thousand at once do not all slip in before the
 * first is counted (ASVS 5.0 15.4.2); a good one is taken back.
 */

import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import {
  ACCOUNT_THROTTLE,
  ADDRESS_THROTTLE,
  nextAttemptAt,
  type ThrottleRule,
} from '../../domain/throttle.ts';
import type { Database } from '../../store/database.ts';
import { findAttempts, forgetAttempts, pruneAttempts, saveAttempts } from '../../store/throttle-store.ts';
import type { App } from '../app.ts';
import { networkOf } from './network.ts';

/** Where a local visit comes from. */
const HERE = 'local';

interface Key {
  readonly key: string;
  readonly rule: ThrottleRule;
}

export interface Attempt {
  readonly keys: readonly Key[];
}

export type AttemptStart =
  | { readonly allowed: true; readonly attempt: Attempt }
  | { readonly allowed: false; readonly retryAt: Instant };

/** @param name what is being guessed at: a sign-in name, whether there is such an account or not. */
export function beginAttempt(app: App, name: string): Promise<AttemptStart> {
  const address = networkOf(app.origin?.address ?? HERE);
  const keys: Key[] = [
    { key: hashed(`account ${name}`), rule: ACCOUNT_THROTTLE },
    { key: hashed(`address ${address}`), rule: ADDRESS_THROTTLE },
  ];
  return app.db.transaction().execute(async (trx): Promise<AttemptStart> => {
    const now = app.clock();
    await pruneAttempts(trx, now);
    const before = await Promise.all(keys.map(({ key }) => findAttempts(trx, key, now)));
    const waits = keys.map(({ rule }, i) => {
      const attempts = before[i];
      return attempts ? nextAttemptAt(attempts, rule, now) : now;
    });
    const retryAt = Math.max(...waits) as Instant;
    if (retryAt > now) return { allowed: false, retryAt };
    for (const [i, { key }] of keys.entries()) {
      await saveAttempts(trx, key, { failures: (before[i]?.failures ?? 0) + 1, lastAt: now });
    }
    return { allowed: true, attempt: { keys } };
  });
}

/** The attempt was good after all: the account's count ends, the address is where it was before. */
export async function forgive(trx: Database, app: App, { keys }: Attempt): Promise<void> {
  const now = app.clock();
  for (const { key, rule } of keys) {
    const attempts = await findAttempts(trx, key, now);
    if (!attempts || rule === ACCOUNT_THROTTLE || attempts.failures <= 1) await forgetAttempts(trx, key);
    else await saveAttempts(trx, key, { ...attempts, failures: attempts.failures - 1 });
  }
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
