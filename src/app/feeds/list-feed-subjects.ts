/** Whose feeds the caller can hand out links to: all people and posts of the unit, or the caller's own person. */

import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import type { Unit } from '../../domain/unit.ts';
import { listPostNames } from '../../store/post-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FeedSubjects {
  readonly unit: Unit;
  /** As the unit orders its lists. */
  readonly staff: readonly StaffMember[];
  /** In the order of the latest period. */
  readonly posts: readonly Named[];
}

/** Throws `not-found`. */
export async function listFeedSubjects(app: App, unitId: string): Promise<FeedSubjects> {
  const { db } = app;
  const unit = await requireUnit(db, unitId);
  const all = await listStaff(db, unitId);
  const staff = inListOrder(all, unit.listOrder).filter(({ id }) =>
    isAllowed(app, 'feed.edit', { unitId, staffId: id }),
  );
  return {
    unit,
    staff,
    posts: isAllowed(app, 'feed.edit', { unitId }) ? await listPostNames(db, unitId) : [],
  };
}
