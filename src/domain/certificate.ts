/** What may be said of how good a roster is: only what a proven bound supports. */

import type { Certificate } from './version.ts';

export type Quality =
  | { readonly kind: 'proven' }
  /** At most this share above the best possible; no more seats can be filled, no fewer hard rules broken. */
  | { readonly kind: 'within'; readonly gap: number }
  | { readonly kind: 'unknown' };

/** Above it a bound tells nobody anything: "2,937 % at most" is no praise. */
const WIDEST_GAP = 1;

/**
 * The gap is a share of the bound: (soft − bound) ÷ bound. It is unknown until the bound settles hard and cover, and comes
 * within as much again of the cost.
 */
export function qualityOf({
  score,
  bound,
  proven,
}: Pick<Certificate, 'score' | 'bound' | 'proven'>): Quality {
  if (proven) return { kind: 'proven' };
  if (!bound || bound.hard !== score.hard || bound.cover !== score.cover || bound.soft <= 0)
    return { kind: 'unknown' };
  const gap = (score.soft - bound.soft) / bound.soft;
  return gap > WIDEST_GAP ? { kind: 'unknown' } : { kind: 'within', gap };
}
