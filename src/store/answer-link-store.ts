/** Private links by which one unit answers one order without an account, by the hash of their token. */

import type { Selectable } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { insertIn, rowIn, rowsIn } from './rows.ts';
import type { Tables } from './tables.ts';
import { listIn, type TokenLife, usedFromRow } from './token-store.ts';

export interface AnswerLink extends TokenLife {
  readonly id: string;
  readonly orderId: string;
  /** The unit that answers by it. */
  readonly unitId: string;
  readonly createdAt: Instant;
}

export async function insertAnswerLink(
  db: Database,
  { id, orderId, unitId, createdAt, endsAt }: AnswerLink,
  tokenHash: string,
): Promise<void> {
  await insertIn(db, 'answer_link', {
    ...{ id, order_id: orderId, unit_id: unitId, token_hash: tokenHash, created_at: createdAt },
    ...{ last_used_at: null, last_client: null, revoked_at: null, ends_at: endsAt ?? null },
  });
}

/** A revoked one too: whoever opens it is told whom to call. */
export async function findAnswerLink(db: Database, tokenHash: string): Promise<AnswerLink | undefined> {
  const row = await rowIn(db, 'answer_link', { token_hash: tokenHash });
  return row && linkFromRow(row);
}

/** Revoked ones too, by creation. */
export async function listAnswerLinks(db: Database, orderId: string): Promise<AnswerLink[]> {
  const rows = await rowsIn(db, 'answer_link', { order_id: orderId })
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(linkFromRow);
}

/** Live ones by which the unit may answer, whatever the order. */
export async function listAnswerLinksOf(db: Database, unitId: string): Promise<AnswerLink[]> {
  const rows = await listIn(db, 'answer_link', unitId);
  return rows.filter((row) => row.revoked_at === null).map(linkFromRow);
}

function linkFromRow(row: Selectable<Tables['answer_link']>): AnswerLink {
  return { ...fieldsOf(row, ['id', 'order_id', 'unit_id', 'created_at']), ...usedFromRow(row) };
}
