/** A unit's own entries in the contact directory. */

import type { OwnContact } from '../domain/contact-entry.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { rowsIn, saveIn } from './rows.ts';
import type { ContactRow } from './upkeep-tables.ts';

const COLUMNS = [
  'id',
  'name',
  'role',
  'phone',
  'email',
  'stand_in',
  'channel',
  'note',
  'as_of',
  'source',
  'replaces',
] as const;

/** Adds the entry, or replaces what is known of it. */
export async function saveContact(db: Database, unitId: string, contact: OwnContact): Promise<void> {
  const row = contactToRow(unitId, contact);
  await saveIn(db, 'contact_entry', ['unit_id', 'id'], row);
}

/** False when there was none. */
export async function deleteContact(db: Database, unitId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('contact_entry')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** By name. */
export async function listContacts(db: Database, unitId: string): Promise<OwnContact[]> {
  const rows = await rowsIn(db, 'contact_entry', { unit_id: unitId }).orderBy('name').orderBy('id').execute();
  return rows.map(contactFromRow);
}

function contactToRow(unitId: string, contact: OwnContact): ContactRow {
  return { unit_id: unitId, ...columnsOf(contact, COLUMNS) };
}

function contactFromRow(row: ContactRow): OwnContact {
  return fieldsOf(row, COLUMNS);
}
