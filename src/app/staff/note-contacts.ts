/** Calendars are told of a changed name or number by its moment: whatever changes people's records goes through here. */

import type { KnownPeople, KnownPerson } from '../../domain/todays-people.ts';
import { addContactChanges } from '../../store/contact-change-store.ts';
import type { Database } from '../../store/database.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import type { App } from '../app.ts';

/** Does the work inside its transaction, and keeps for whom it changed what calendars show of people. */
export async function notingContacts<T>(
  trx: Database,
  app: App,
  unitId: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = await listKnownPeople(trx, unitId);
  const result = await work();
  const after = await listKnownPeople(trx, unitId);
  const at = app.clock();
  const changed = [...before].filter(([id, person]) => shown(person) !== shownOf(after, id));
  await addContactChanges(
    trx,
    unitId,
    changed.filter(([id]) => after.has(id)).map(([staffId]) => ({ staffId, at })),
  );
  return result;
}

function shownOf(people: KnownPeople, id: string): string | undefined {
  const person = people.get(id);
  return person && shown(person);
}

/** Title and department tell namesakes apart. */
function shown({ member: { name, title, department, phone }, leftAt }: KnownPerson): string {
  return JSON.stringify([name, title, department, phone, leftAt !== undefined]);
}
