/** Counts wrong guesses by network address, so that whoever only guesses is soon told to wait. */

import type { App } from '../../app/app.ts';
import type { Instant } from '../../calendar/interval.ts';

export interface MissLimit {
  /** Notes a miss; false when the address has had more than its share. */
  allows(address: string): boolean;
}

export interface MissAllowance {
  readonly most: number;
  readonly windowMs: number;
}

/** Addresses remembered at a time; when more come within one window, counting begins anew. */
const MOST_ADDRESSES = 10_000;

export function createMissLimit({ most, windowMs }: MissAllowance, clock: () => Instant): MissLimit {
  const misses = new Map<string, number>();
  let windowStart = clock();
  return {
    allows(address) {
      const now = clock();
      if (Math.abs(now - windowStart) >= windowMs || misses.size >= MOST_ADDRESSES) {
        misses.clear();
        windowStart = now;
      }
      const count = (misses.get(address) ?? 0) + 1;
      misses.set(address, count);
      return count <= most;
    },
  };
}

/** One count for each server, of visits that bring an address with them: false when it has had more than its share. */
export function missLimits(allowance: MissAllowance): (app: Pick<App, 'db' | 'clock' | 'origin'>) => boolean {
  const limits = new WeakMap<object, MissLimit>();
  return ({ db, clock, origin }) => {
    const limit = limits.get(db) ?? createMissLimit(allowance, clock);
    limits.set(db, limit);
    return limit.allows(origin?.address ?? '');
  };
}
