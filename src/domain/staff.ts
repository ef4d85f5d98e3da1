/** A staff member and the limits that are this person's own. Its fields stand in `staff-fields.ts`. */

import {
  isStaffLimit,
  mergedRecord,
  type StaffField,
  type StaffFieldKind,
  type StaffKindValues,
  type StaffLimit,
  type StaffRecord,
  staffKind,
  staffRecord,
} from './staff-fields.ts';

/** Tighter limits than the rules set, by agreement; absent means only the rules apply. */
export type PersonalLimits = { readonly [L in StaffLimit]?: number };

export interface StaffMember extends StaffRecord {
  readonly limits: PersonalLimits;
  /** Where they stood in the unit's own list, from 1; absent for who was never in one. */
  readonly listPlace?: number;
}

/** What holds where nothing is known of a field. */
export const BLANK_VALUES: StaffKindValues = {
  code: '',
  name: '',
  text: '',
  phone: '',
  email: '',
  words: [],
  flag: false,
  share: 1,
};

/** Someone of whom nothing is known. */
export const BLANK_MEMBER: StaffMember = {
  ...staffRecord((field) => BLANK_VALUES[staffKind(field)]),
  limits: {},
};

/** A field as a cell of a list has it; the readers of lists take it back unchanged. */
export function staffText(member: StaffMember, field: StaffField): string {
  const value = isStaffLimit(field) ? member.limits[field] : member[field];
  if (typeof value === 'boolean') return value ? 'x' : '';
  return typeof value === 'object' ? value.join('; ') : String(value ?? '');
}

/** The member with nothing told of fields of some kinds. */
export function blanked(member: StaffMember, ...kinds: readonly StaffFieldKind[]): StaffMember {
  const record = mergedRecord((field) => (kinds.includes(staffKind(field)) ? BLANK_MEMBER : member));
  return { ...member, ...record };
}
