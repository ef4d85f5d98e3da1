/** What someone is called where the name stands alone: as on the unit's list, namesakes told apart. */

import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Database } from '../../store/database.ts';
import { listNamesakes } from '../../store/staff-store.ts';

/** Who left the list is called as written. */
export async function calledName(db: Database, unitId: string, { id, name }: StaffMember): Promise<string> {
  return staffName(await listNamesakes(db, unitId, name), id) || name;
}
