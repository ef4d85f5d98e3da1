/** Private links to people's own pages, by the hash of their token. */

import type { Instant } from '../calendar/interval.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, insertIn, rowsIn } from './rows.ts';
import type { PersonalLinkRow } from './swap-tables.ts';

/** A link as it may be shown: neither token nor hash. */
export interface PersonalLink {
  readonly id: string;
  readonly unitId: string;
  readonly staffId: string;
  readonly createdAt: Instant;
  /** To the hour. */
  readonly lastUsedAt?: Instant;
  /** From then on it opens nothing. */
  readonly endsAt?: Instant;
}

/** Revoked ones leave the list. */
export async function insertPersonalLink(db: Database, link: PersonalLink, tokenHash: string): Promise<void> {
  await insertIn(db, 'personal_link', {
    ...columnsOf(link, ['id', 'unit_id', 'staff_id', 'created_at', 'ends_at']),
    token_hash: tokenHash,
  });
}

/** The live link with this token hash; a revoked one is not found. */
export async function findPersonalLink(db: Database, tokenHash: string): Promise<PersonalLink | undefined> {
  const row = await rowsIn(db, 'personal_link', {
    token_hash: tokenHash,
    revoked_at: null,
  }).executeTakeFirst();
  return row && linkFromRow(row);
}

/** Undefined for one that is not there, or was revoked. */
export async function findPersonalLinkById(
  db: Database,
  unitId: string,
  id: string,
): Promise<PersonalLink | undefined> {
  return (await listPersonalLinks(db, unitId)).find((link) => link.id === id);
}

/** Live ones, by creation. */
export async function listPersonalLinks(db: Database, unitId: string): Promise<PersonalLink[]> {
  const rows = await rowsIn(db, 'personal_link', { unit_id: unitId, revoked_at: null })
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(linkFromRow);
}

export async function recordPersonalLinkUse(db: Database, id: string, at: Instant): Promise<void> {
  await changeIn(db, 'personal_link', { id }).to({ last_used_at: at });
}

/** Ends every live link of the person, and names them. */
export async function revokePersonalLinks(
  db: Database,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
  at: Instant,
): Promise<string[]> {
  const rows = await db
    .updateTable('personal_link')
    .set({ revoked_at: at })
    .where('unit_id', '=', unitId)
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface Person {
  readonly unitId: string;
  readonly staffId: string;
}

function linkFromRow(row: PersonalLinkRow): PersonalLink {
  return fieldsOf(row, ['id', 'unit_id', 'staff_id', 'created_at', 'last_used_at', 'ends_at']);
}
