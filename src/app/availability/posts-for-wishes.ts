/** The posts that a wish may name. */

import type { Post } from '../../domain/unit.ts';
import type { Database } from '../../store/database.ts';
import { listPosts } from '../../store/post-store.ts';
import { listStandingPosts } from '../../store/standing-store.ts';

/** Those of the period looked at; without one, those that stand for the unit. */
export function postsForWishes(trx: Database, unitId: string, periodId?: string): Promise<Post[]> {
  return periodId === undefined ? listStandingPosts(trx, unitId) : listPosts(trx, { unitId, periodId });
}
