/** What an administrator sees of who comes into a unit: accounts, invitations, and the staff they may belong to. */

import type { Invitation, Visitor } from '../../domain/account.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { listDirectoryMembers } from '../../store/directory-store.ts';
import type { Member } from '../../store/membership-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findUnitSecurity, type UnitSecurity } from '../../store/unit-security-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { listUnitMembers } from './edit-members.ts';

export interface UnitMembers {
  readonly unitName: string;
  readonly members: readonly Member[];
  /** Ids of accounts whose role here is a group's of the directory: it changes there. */
  readonly byGroup: ReadonlySet<string>;
  readonly invitations: readonly Invitation[];
  readonly staff: readonly StaffMember[];
  readonly security: UnitSecurity;
}

/** Throws `not-found`, `forbidden`. */
export async function openMembers(app: App, visitor: Visitor, unitId: string): Promise<UnitMembers> {
  const { members, invitations } = await listUnitMembers(app, visitor, unitId);
  const unit = await findUnit(app.db, unitId);
  return {
    unitName: unit?.name ?? unitId,
    members,
    byGroup: await listDirectoryMembers(app.db, unitId),
    invitations,
    staff: await listStaff(app.db, unitId),
    security: await findUnitSecurity(app.db, unitId),
  };
}
