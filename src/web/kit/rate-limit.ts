/** Counts what comes from one side, as wrong guesses by network address, so that whoever only guesses is soon told to wait. */

import type { App } from '../../app/app.ts';
import type { Instant } from '../../calendar/interval.ts';
import { onceFor } from '../../kernel/once-for.ts';

export interface RateLimit {
  /** Notes one more; false when `who` has had more than its share. */
  allows(who: string, now: Instant): boolean;
}

export interface Allowance {
  readonly most: number;
  readonly windowMs: number;
}

/** Remembered at a time; when more come within one window, counting begins anew. */
const MOST_REMEMBERED = 10_000;

export function createRateLimit({ most, windowMs }: Allowance): RateLimit {
  const counts = new Map<string, number>();
  let windowStart = Number.NEGATIVE_INFINITY;
  return {
    allows(who, now) {
      if (Math.abs(now - windowStart) >= windowMs || counts.size >= MOST_REMEMBERED) {
        counts.clear();
        windowStart = now;
      }
      const count = (counts.get(who) ?? 0) + 1;
      counts.set(who, count);
      return count <= most;
    },
  };
}

/** One count for each server, of visits that bring an address with them. */
export function missLimits(allowance: Allowance): (app: Pick<App, 'db' | 'clock' | 'origin'>) => boolean {
  const limitOf = onceFor((_: App['db']) => createRateLimit(allowance));
  return ({ db, clock, origin }) => limitOf(db).allows(origin?.address ?? '', clock());
}
