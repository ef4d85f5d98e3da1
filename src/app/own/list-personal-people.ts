/** Everyone of a unit who may stand duty, each with the private link to the own page, if there is one. */

import type { StaffMember } from '../../domain/staff.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { listPersonalLinks, type PersonalLink } from '../../store/personal-link-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';

export { isPast } from '../../store/token-store.ts';

export interface PersonalPeople {
  readonly zone: string;
  /** As the unit orders its lists. */
  readonly people: readonly PersonWithLink[];
}

export interface PersonWithLink {
  readonly member: StaffMember;
  readonly link?: PersonalLink;
}

/** Throws `not-found` when there is no such unit. */
export async function listPersonalPeople(app: App, unitId: string): Promise<PersonalPeople> {
  allow(app, 'feed.edit', { unitId });
  const unit = await requireUnit(app.db, unitId);
  const links = await listPersonalLinks(app.db, unitId);
  const staff = inListOrder(await listStaff(app.db, unitId), unit.listOrder);
  const people = staff.map((member) => {
    const link = links.find(({ staffId }) => staffId === member.id);
    return { member, ...(link ? { link } : {}) };
  });
  return { zone: unit.zone, people };
}
