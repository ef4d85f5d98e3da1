/** Changes several people of the staff list alike, whole or not at all: a skill, title, department, share; or off the list. */

import { type StaffMember, staffText } from '../../domain/staff.ts';
import { STAFF_FIELD_NAMES } from '../../domain/staff-fields.ts';
import { FaultList } from '../../input/fault-list.ts';
import { fieldFaults, formRow } from '../../input/form-row.ts';
import { readMember } from '../../input/staff-file.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { foldForSearch } from '../../kernel/names.ts';
import type { Database } from '../../store/database.ts';
import { listStaff, saveStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { notingContacts } from './note-contacts.ts';
import { leaveWithin } from './remove-staff-member.ts';
import { dropCertificatesOf } from './staff-change.ts';

/** As typed. */
export const PEOPLE_CHANGES = ['give-skill', 'take-skill', 'title', 'department', 'share', 'remove'] as const;
export type PeopleChangeKind = (typeof PEOPLE_CHANGES)[number];

export interface PeopleChange {
  readonly kind: PeopleChangeKind;
  /** What to give, take or set; of no use with `remove`. */
  readonly text: string;
}

export interface PeopleChanging {
  readonly unitId: string;
  /** Ids that are not on the list are passed over. */
  readonly staffIds: readonly string[];
  readonly change: PeopleChange;
  readonly actor: string;
}

export type PeopleChanged =
  | { readonly changed: number }
  /** Of the field `text`. */
  | { readonly faults: readonly FieldFault[] };

export async function changePeople(app: App, changing: PeopleChanging): Promise<PeopleChanged> {
  allow(app, 'staff.edit', { unitId: changing.unitId });
  return app.db.transaction().execute((trx) => changeWithin(trx, app, changing));
}

/** The same inside a transaction of whoever may edit people. */
export async function changeWithin(
  trx: Database,
  app: App,
  { unitId, staffIds, change, actor }: PeopleChanging,
): Promise<PeopleChanged> {
  const wanted = new Set(staffIds);
  const people = (await listStaff(trx, unitId)).filter(({ id }) => wanted.has(id));
  if (change.kind === 'remove') {
    for (const { id } of people) {
      const periods = await leaveWithin(trx, app, { unitId, staffId: id, actor });
      const details = { periods: periods.length };
      await record(trx, app, { actor, action: 'staff.leave', unitId, subject: id }, details);
    }
    return { changed: people.length };
  }
  const faults = new FaultList();
  const read = people.map((member) => changedMember(member, change, faults));
  // The same text is wrong in the same way for everyone.
  if (faults.count > 0) return { faults: fieldFaults(faults).slice(0, 1) };
  const members = read.filter((member, i) => member && !isSame(member, people[i])) as StaffMember[];
  await notingContacts(trx, app, unitId, () => saveStaff(trx, unitId, members));
  const ids = members.map(({ id }) => id);
  await dropCertificatesOf(trx, app, unitId, ids);
  for (const subject of ids) {
    await record(trx, app, { actor, action: 'staff.edit', unitId, subject });
  }
  return { changed: members.length };
}

function changedMember(
  member: StaffMember,
  { kind, text }: PeopleChange,
  faults: FaultList,
): StaffMember | undefined {
  const texts = Object.fromEntries(STAFF_FIELD_NAMES.map((field) => [field, staffText(member, field)]));
  const fold = foldForSearch(text);
  const others = member.skills.filter((skill) => foldForSearch(skill) !== fold);
  const changed =
    kind === 'give-skill'
      ? { skills: [...others, text].join('; ') }
      : kind === 'take-skill'
        ? { skills: others.join('; ') }
        : { [kind]: text };
  return readMember(formRow({ ...texts, ...changed }, faults), faults);
}

function isSame(member: StaffMember, before: StaffMember | undefined): boolean {
  return (
    before !== undefined &&
    STAFF_FIELD_NAMES.every((field) => staffText(member, field) === staffText(before, field))
  );
}
