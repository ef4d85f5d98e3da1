/** What a feed's own title names: the person, the post by its newest name, or the unit. */

import type { FeedScope } from '../../domain/feed.ts';
import type { Subject } from '../../domain/permission.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Database } from '../../store/database.ts';
import { findPostName } from '../../store/post-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { calledName } from '../staff/called-name.ts';

/** Whose a feed is, to the permission table: a person's own, or the unit's. */
export function ownerOfFeed({
  unitId,
  scope,
}: {
  readonly unitId: string;
  readonly scope: FeedScope;
}): Subject {
  return scope.kind === 'personal' ? { unitId, staffId: scope.staffId } : { unitId };
}

/** Undefined when there is no such person or post. */
export async function subjectOfFeed(
  db: Database,
  scope: FeedScope,
  unit: Pick<Unit, 'id' | 'name'>,
): Promise<string | undefined> {
  if (scope.kind === 'personal') {
    const member = await findStaffMember(db, unit.id, scope.staffId);
    return member && calledName(db, unit.id, member);
  }
  return scope.kind === 'post' ? findPostName(db, unit.id, scope.postId) : unit.name;
}
