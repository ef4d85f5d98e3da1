/** Who stands on a roster, in the order of the unit's lists, with what a list says of each. Phones only where the source allows them. */

import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { cleanLine } from '../plain-text.ts';
import type { SheetSource } from '../roster/sheet.ts';
import type { DocumentContext } from './document-request.ts';

export interface ListedPerson {
  readonly id: string;
  /** Namesakes told apart. */
  readonly name: string;
  /** `Kỹ sư`. */
  readonly title: string;
  /** `Phòng An toàn thông tin`. */
  readonly department: string;
  /** `Kỹ sư, Phòng An toàn thông tin`. */
  readonly office: string;
  /** Empty when there is none or it may not stand on paper. */
  readonly phone: string;
}

/** Those who hold at least one seat, as the unit orders its lists. */
export function sortedPeople({ source }: DocumentContext): ListedPerson[] {
  const standing = new Set(source.roster.assignments.map(({ staffId }) => staffId));
  const { staff, unit } = source.plan;
  return inListOrder(staff, unit.listOrder)
    .filter(({ id }) => standing.has(id))
    .map((member) => listed(source, member));
}

export function listed({ plan, phones }: SheetSource, member: StaffMember): ListedPerson {
  const { id, title, department, phone } = member;
  return {
    id,
    name: cleanLine(staffName(plan.staff, id)),
    title: cleanLine(title),
    department: cleanLine(department),
    office: [title, department]
      .map(cleanLine)
      .filter((part) => part !== '')
      .join(', '),
    phone: phones ? cleanLine(phone) : '',
  };
}
