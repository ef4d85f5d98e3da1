/** What everyone of a unit is called today, for notices that know people by id. */

import { staffName } from '../../domain/staff-names.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import type { App } from '../app.ts';

/** Empty for who is not known any more. */
export async function readNamesOf(
  { db }: Pick<App, 'db'>,
  unitId: string,
): Promise<(staffId: string) => string> {
  const people = [...(await listKnownPeople(db, unitId)).values()].map(({ member }) => member);
  return (staffId) => staffName(people, staffId);
}
