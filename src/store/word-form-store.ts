/** The Word forms of a unit: what they are called, and the file itself. What stands in a form is not known here. */

import type { WordForm } from '../domain/word-form.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { WordFormRow } from './document-tables.ts';
import { deleteIn, rowIn, someIn } from './rows.ts';

export interface FormKey {
  readonly unitId: string;
  readonly id: string;
}

const SHOWN = ['id', 'name', 'file_name', 'bytes', 'saved_at'] as const;

/** In no order: names sort by the alphabet of the reader. */
export async function listWordForms(db: Database, unitId: string): Promise<WordForm[]> {
  const rows = await someIn(db, 'word_form', { unit_id: unitId }).select(SHOWN).execute();
  return rows.map(formFromRow);
}

export async function findWordForm(
  db: Database,
  { unitId, id }: FormKey,
): Promise<(WordForm & { readonly content: Uint8Array }) | undefined> {
  const row = await rowIn(db, 'word_form', { unit_id: unitId, id });
  return row && { ...formFromRow(row), content: new Uint8Array(Buffer.from(row.content, 'base64')) };
}

/** In place of the form with this id, if there is one. */
export async function saveWordForm(
  db: Database,
  unitId: string,
  { id, name, fileName, savedAt, content }: Omit<WordForm, 'bytes'> & { readonly content: Uint8Array },
): Promise<void> {
  const row = {
    name,
    file_name: fileName,
    bytes: content.length,
    content: Buffer.from(content).toString('base64'),
    saved_at: savedAt,
  };
  await db
    .insertInto('word_form')
    .values({ unit_id: unitId, id, ...row })
    .onConflict((conflict) => conflict.columns(['unit_id', 'id']).doUpdateSet(row))
    .execute();
}

/** False when there is none. */
export async function deleteWordForm(db: Database, { unitId, id }: FormKey): Promise<boolean> {
  return (await deleteIn(db, 'word_form', { unit_id: unitId, id })) === 1;
}

function formFromRow(row: Pick<WordFormRow, (typeof SHOWN)[number]>): WordForm {
  return fieldsOf(row, SHOWN);
}
