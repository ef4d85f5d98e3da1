/** Whose feeds a unit can hand out links to: its people and its posts. */

import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listPostNames } from '../../store/post-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FeedSubjects {
  readonly unit: Unit;
  /** In no order a person would notice. */
  readonly staff: readonly StaffMember[];
  /** In the order of the latest period. */
  readonly posts: readonly Named[];
}

/** Throws `not-found`. */
export async function listFeedSubjects({ db }: App, unitId: string): Promise<FeedSubjects> {
  const unit = await findUnit(db, unitId);
  if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
  return { unit, staff: await listStaff(db, unitId), posts: await listPostNames(db, unitId) };
}
