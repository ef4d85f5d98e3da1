/** A unit's own entries in the contact directory. */

import type { OwnContact } from '../domain/contact-entry.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import type { ContactRow } from './upkeep-tables.ts';

/** Adds the entry, or replaces what is known of it. */
export async function saveContact(db: Database, unitId: string, contact: OwnContact): Promise<void> {
  const row = contactToRow(unitId, contact);
  await db
    .insertInto('contact_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['unit_id', 'id']).doUpdateSet(row))
    .execute();
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
  const rows = await db
    .selectFrom('contact_entry')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(contactFromRow);
}

function contactToRow(unitId: string, contact: OwnContact): ContactRow {
  const { id, name, role, phone, email, standIn, channel, note, asOf, source, replaces } = contact;
  return {
    unit_id: unitId,
    id,
    name,
    role,
    phone,
    email,
    stand_in: standIn,
    channel,
    note,
    as_of: asOf,
    source,
    replaces: replaces ?? null,
  };
}

function contactFromRow({
  unit_id: _,
  as_of: asOf,
  stand_in: standIn,
  replaces,
  ...row
}: ContactRow): OwnContact {
  return { ...row, asOf, standIn, ...withoutNulls({ replaces }) };
}
