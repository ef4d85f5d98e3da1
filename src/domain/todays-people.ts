/**
 * People as the unit knows them today, put in place of those a published version was printed with: for showing, never
 * for judging. Skills and limits stay as the version has them.
 */

import { onceFor } from '../kernel/once-for.ts';
import type { StaffMember } from './staff.ts';
import type { RosterVersion } from './version.ts';

export interface KnownPerson {
  readonly member: StaffMember;
  /** Off the staff list. */
  readonly left: boolean;
}

/** By id: everyone the unit has on its list or had on it. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>;

/**
 * Name, title, department, phone and e-mail are today's; who left keeps the name and can't be reached. Whoever the unit
 * doesn't know stays as published. The same object when nothing differs, so that what is made of it once stays.
 */
export function withTodaysPeople(version: RosterVersion, people: KnownPeople): RosterVersion {
  const { plan } = version;
  const staff = plan.staff.map((member) => today(member, people.get(member.id)));
  if (staff.every((member, i) => member === plan.staff[i])) return version;
  const name = JSON.stringify(staff);
  const known = lastShown(version);
  if (known.name === name && known.version) return known.version;
  known.name = name;
  known.version = { ...version, plan: { ...plan, staff } };
  return known.version;
}

/** The version as last shown: pages remember what they made of it. */
const lastShown = onceFor((_version: RosterVersion): { name: string; version?: RosterVersion } => ({
  name: '',
}));

function today(printed: StaffMember, known: KnownPerson | undefined): StaffMember {
  if (!known) return printed;
  const { name, title, department, phone, email } = known.left
    ? { ...printed, phone: '', email: '' }
    : known.member;
  const same =
    name === printed.name &&
    title === printed.title &&
    department === printed.department &&
    phone === printed.phone &&
    email === printed.email;
  return same ? printed : { ...printed, name, title, department, phone, email };
}
