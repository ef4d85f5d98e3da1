/** What a feed's own title names: the person, the post by its newest name, or the unit. */

import type { FeedScope } from '../../domain/feed.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Database } from '../../store/database.ts';
import { findPostName } from '../../store/post-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';

export async function subjectOfFeed(db: Database, scope: FeedScope, unit: Unit): Promise<string> {
  if (scope.kind === 'personal') return (await findStaffMember(db, unit.id, scope.staffId))?.name ?? '';
  if (scope.kind === 'post') return (await findPostName(db, unit.id, scope.postId)) ?? scope.postId;
  return unit.name;
}
