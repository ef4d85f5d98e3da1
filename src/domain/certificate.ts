/** What may be said of how good a roster is: only what a proven bound supports. */

import type { Certificate } from './version.ts';

export type Quality =
  | { readonly kind: 'proven' }
  /** At most this share above the best possible; no more seats can be filled, no fewer hard rules broken. */
  | { readonly kind: 'within'; readonly gap: number }
  | { readonly kind: 'unknown' };

/** The gap is a share of the bound: (soft − bound) ÷ bound. It is unknown until the bound settles hard and cover. */
export function qualityOf({
  score,
  bound,
  proven,
}: Pick<Certificate, 'score' | 'bound' | 'proven'>): Quality {
  if (proven) return { kind: 'proven' };
  if (!bound || bound.hard !== score.hard || bound.cover !== score.cover || bound.soft <= 0)
    return { kind: 'unknown' };
  return { kind: 'within', gap: (score.soft - bound.soft) / bound.soft };
}
