/** How long one waits after so many failed attempts: nothing at first, then twice as long each time, up to a limit. */

import type { Instant } from '../calendar/interval.ts';

export interface ThrottleRule {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /**
   * True where one person fails and succeeds: a good attempt ends the count. Where many are counted together it takes
   * back itself alone, or everybody who comes in would give whoever guesses beside them a fresh start.
   */
  readonly own: boolean;
}

const SECOND = 1000;
const WAITS = { firstWaitMs: 30 * SECOND, longestWaitMs: 900 * SECOND };

/**
 * What is counted (ASVS 5.0 6.3.1). Nobody is locked out, only slowed: after the free failures 30 s, twice as long each
 * time up to a quarter of an hour, so at most 7 more in the first hour and 4 in each hour after it.
 *
 * A device that has signed in to the account before is counted by itself, and by nothing else: whoever guesses from
 * elsewhere cannot make it wait.
 */
export const THROTTLES = {
  device: { ...WAITS, free: 5, own: true },
  /** One account from one network. */
  pair: { ...WAITS, free: 5, own: true },
  /** One account, from whichever networks. */
  account: { ...WAITS, free: 20, own: false },
  /** One network, at whichever accounts: a whole unit may sit behind it. */
  network: { ...WAITS, free: 30, own: false },
  /** Codes of one account's second step, by whoever has its password. */
  code: { ...WAITS, free: 5, own: false },
  /** Whoever is signed in and proves it once more. */
  session: { ...WAITS, free: 5, own: true },
  /** What is reached by a secret that nobody guesses: the setup code's page from one network, an invitation's form. */
  secret: { ...WAITS, free: 5, own: true },
} as const satisfies Readonly<Record<string, ThrottleRule>>;

export type Throttle = keyof typeof THROTTLES;

/** After this long without an attempt, what was counted is forgotten. */
export const THROTTLE_KEPT_MS = 24 * 3600 * SECOND;

export interface Attempts {
  readonly failures: number;
  readonly lastAt: Instant;
}

/** When the next attempt may be made; a clock that was set back makes nobody wait longer than the rule says. */
export function nextAttemptAt({ failures, lastAt }: Attempts, rule: ThrottleRule, now: Instant): Instant {
  const doublings = Math.min(failures - rule.free - 1, 30);
  if (doublings < 0) return now;
  const wait = Math.min(rule.firstWaitMs * 2 ** doublings, rule.longestWaitMs);
  return (Math.min(lastAt, now) + wait) as Instant;
}
