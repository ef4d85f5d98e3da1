/**
 * People as the unit knows them today, put in place of those a published version was printed with: for showing, never
 * for judging. Skills and limits stay as the version has them.
 */

import type { Instant } from '../calendar/interval.ts';
import { onceFor } from '../kernel/once-for.ts';
import { blanked, type StaffMember } from './staff.ts';
import { STAFF_RECORD_FIELDS, staffSpec } from './staff-fields.ts';
import type { RosterVersion } from './version.ts';

export interface KnownPerson {
  readonly member: StaffMember;
  /** When they were taken off the staff list; absent for who is on it. */
  readonly leftAt?: Instant;
}

/** By id: everyone the unit has on its list or had on it. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>;

/**
 * What rosters are not judged by (name, title, department, phones …) is today's; who left keeps the name and can't be reached. Whoever the unit
 * doesn't know stays as published. `away` is worked out elsewhere, from leave and skills. The same object when nothing differs, so that what is made of it once stays.
 */
export function withTodaysPeople(
  version: RosterVersion,
  people: KnownPeople,
  away?: RosterVersion['away'],
): RosterVersion {
  const { plan } = version;
  const staff = plan.staff.map((member) => today(member, people.get(member.id)));
  const left = leaversOf(plan.staff, people);
  if (!left && !away && staff.every((member, i) => member === plan.staff[i])) return version;
  const oldPhones = oldPhonesOf(version, people);
  const name = JSON.stringify([staff, left, away]);
  const known = lastShown(version);
  if (known.name === name && known.version) return known.version;
  known.name = name;
  const absences = { ...(left ? { left } : {}), ...(away ? { away } : {}) };
  known.version = { ...version, plan: { ...plan, staff }, ...absences, ...oldPhones };
  return known.version;
}

/** The version as last shown: pages remember what they made of it. */
const lastShown = onceFor((_version: RosterVersion): { name: string; version?: RosterVersion } => ({
  name: '',
}));

/** As it was printed, and who of it has another number by now. The same object when nobody has. */
export function withOldPhones(version: RosterVersion, people: KnownPeople): RosterVersion {
  const old = oldPhonesOf(version, people);
  return old.oldPhones ? { ...version, ...old } : version;
}

function oldPhonesOf({ plan, roster }: RosterVersion, people: KnownPeople): Pick<RosterVersion, 'oldPhones'> {
  const stands = new Set(roster.assignments.map(({ staffId }) => staffId));
  const oldPhones = plan.staff
    .filter(({ id, phone }) => {
      const known = people.get(id);
      return (
        stands.has(id) && known?.leftAt === undefined && known !== undefined && known.member.phone !== phone
      );
    })
    .map(({ id }) => id);
  return oldPhones.length > 0 ? { oldPhones } : {};
}

function leaversOf(staff: readonly StaffMember[], people: KnownPeople): RosterVersion['left'] {
  const left = staff.flatMap(({ id }): [string, Instant][] => {
    const leftAt = people.get(id)?.leftAt;
    return leftAt === undefined ? [] : [[id, leftAt]];
  });
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

/** All but the code, which never changes, and what the version was judged by. */
const SHOWN_FIELDS = STAFF_RECORD_FIELDS.filter((field) => field !== 'id' && !staffSpec(field).judges);

function today(printed: StaffMember, known: KnownPerson | undefined): StaffMember {
  if (!known) return printed;
  const shown = known.leftAt !== undefined ? blanked(printed, 'phone', 'email') : known.member;
  const changed = SHOWN_FIELDS.filter((field) => shown[field] !== printed[field]);
  if (changed.length === 0) return printed;
  return { ...printed, ...Object.fromEntries(changed.map((field) => [field, shown[field]])) };
}
