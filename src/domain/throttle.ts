/** How long one waits after so many failed attempts: nothing at first, then twice as long each time, up to a limit. */

import type { Instant } from '../calendar/interval.ts';

export interface ThrottleRule {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const SECOND = 1000;

/**
 * ASVS 5.0 6.3.1. An account is never locked, only slowed: whoever guesses against it cannot shut its owner out for
 * longer than a quarter of an hour, and gets about a hundred guesses a day.
 */
export const ACCOUNT_THROTTLE: ThrottleRule = {
  free: 5,
  firstWaitMs: 30 * SECOND,
  longestWaitMs: 900 * SECOND,
};
/** A whole unit may sit behind one address. */
export const ADDRESS_THROTTLE: ThrottleRule = {
  free: 30,
  firstWaitMs: 30 * SECOND,
  longestWaitMs: 900 * SECOND,
};

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
