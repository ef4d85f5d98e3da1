/**
 * Slows down whoever guesses, by counts kept in the store so that a restart forgives nothing. An attempt counts as
 * failed before anything is looked at, so that a thousand at once do not all slip in before the first is counted (ASVS
 * 5.0 15.4.2); a good one is taken back once the whole of it was good.
 */

import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import { nextAttemptAt, THROTTLES, type Throttle } from '../../domain/throttle.ts';
import type { Database } from '../../store/database.ts';
import { findAttempts, forgetAttempts, pruneAttempts, saveAttempts } from '../../store/throttle-store.ts';
import type { App } from '../app.ts';
import { noteInAudit } from '../audit-notes.ts';
import { networkOf } from './network.ts';

/** Where a local visit comes from. */
const HERE = 'local';

/** One of the counts an attempt adds to: which rule it goes by, and what it is of. */
export interface Count {
  readonly throttle: Throttle;
  readonly of: string;
}

export interface Attempt {
  readonly counts: readonly Count[];
}

export type AttemptStart =
  | { readonly allowed: true; readonly attempt: Attempt }
  | { readonly allowed: false; readonly retryAt: Instant };

/**
 * @param name what is typed as the sign-in name, whether there is such an account or not.
 * @param device of those that have signed in to this account before; undefined for any other.
 */
export function passwordCounts(app: App, name: string, device?: string): Count[] {
  if (device !== undefined) return [{ throttle: 'device', of: `${device} ${name}` }];
  const network = networkHere(app);
  return [
    { throttle: 'pair', of: `${network} ${name}` },
    { throttle: 'account', of: name },
    { throttle: 'network', of: network },
  ];
}

/** Whoever holds the password tries codes; a device of the account's own is counted by itself here too. */
export function codeCounts(accountId: string, device?: string): Count[] {
  if (device !== undefined) return [{ throttle: 'device', of: `code ${device} ${accountId}` }];
  return [{ throttle: 'code', of: accountId }];
}

export function networkHere(app: App): string {
  return networkOf(app.origin?.address ?? HERE);
}

export function beginAttempt(app: App, counts: readonly Count[]): Promise<AttemptStart> {
  return app.db.transaction().execute(async (trx): Promise<AttemptStart> => {
    const now = app.clock();
    await pruneAttempts(trx, now);
    const before = await Promise.all(counts.map((count) => findAttempts(trx, keyOf(count), now)));
    const waits = counts.map(({ throttle }, i) => {
      const attempts = before[i];
      return attempts ? nextAttemptAt(attempts, THROTTLES[throttle], now) : now;
    });
    const retryAt = Math.max(...waits) as Instant;
    if (retryAt > now) {
      const [slowest] = counts.filter((_, i) => waits[i] === retryAt);
      const details = { count: slowest?.throttle ?? '' };
      noteInAudit(app, { actor: '', action: 'session.throttle', unitId: '', subject: '', details });
      return { allowed: false, retryAt };
    }
    for (const [i, count] of counts.entries()) {
      await saveAttempts(trx, keyOf(count), { failures: (before[i]?.failures ?? 0) + 1, lastAt: now });
    }
    return { allowed: true, attempt: { counts } };
  });
}

/** The attempt was good from end to end: see `ThrottleRule.own`. */
export async function forgive(trx: Database, app: App, { counts }: Attempt): Promise<void> {
  for (const count of counts) {
    if (THROTTLES[count.throttle].own) await forgetAttempts(trx, keyOf(count));
    else await takeBack(trx, app, count);
  }
}

/**
 * The attempt was no wrong guess, yet proved nothing: it weighs on nobody else's, and whatever was counted before it
 * stays.
 */
export async function excuse(trx: Database, app: App, { counts }: Attempt): Promise<void> {
  for (const count of counts) if (!THROTTLES[count.throttle].own) await takeBack(trx, app, count);
}

async function takeBack(trx: Database, app: App, count: Count): Promise<void> {
  const key = keyOf(count);
  const attempts = await findAttempts(trx, key, app.clock());
  if (!attempts) return;
  if (attempts.failures <= 1) await forgetAttempts(trx, key);
  else await saveAttempts(trx, key, { ...attempts, failures: attempts.failures - 1 });
}

function keyOf({ throttle, of }: Count): string {
  return createHash('sha256').update(`${throttle} ${of}`).digest('base64url');
}
