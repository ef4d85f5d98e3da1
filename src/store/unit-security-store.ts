/** What a unit asks of its members' accounts; a unit without a row asks what everybody is asked. */

import type { Database } from './database.ts';
import { saveIn, someIn } from './rows.ts';

export interface UnitSecurity {
  /** 14 characters of a password without a second step. */
  readonly longPasswords: boolean;
}

export async function findUnitSecurity(db: Database, unitId: string): Promise<UnitSecurity> {
  return { longPasswords: await asksLongPasswords(db, [unitId]) };
}

export async function saveUnitSecurity(
  db: Database,
  unitId: string,
  { longPasswords }: UnitSecurity,
): Promise<void> {
  const row = { unit_id: unitId, long_passwords: longPasswords ? 1 : 0 };
  await saveIn(db, 'unit_security', ['unit_id'], row);
}

/** Whether any of these units does. */
export async function asksLongPasswords(db: Database, unitIds: readonly string[]): Promise<boolean> {
  if (unitIds.length === 0) return false;
  const row = await someIn(db, 'unit_security', { unit_id: [...unitIds], long_passwords: 1 })
    .select('unit_id')
    .executeTakeFirst();
  return row !== undefined;
}
