/** Places where a text may still speak of someone erased, until someone has said what becomes of each. */

import type { Database } from './database.ts';
import { FREE_TEXTS, type FreeText } from './free-text-store.ts';
import { deleteIn, insertIn, rowsIn } from './rows.ts';

export interface TracedMention {
  readonly number: number;
  readonly ghostId: string;
  readonly place: FreeText;
  readonly rowKey: string;
  readonly start: number;
  readonly end: number;
  /** Of the text as it was when the place was noted. */
  readonly seal: string;
}

export async function insertMentions(
  db: Database,
  unitId: string,
  mentions: readonly Omit<TracedMention, 'number'>[],
): Promise<void> {
  for (const { ghostId, place, rowKey, start, end, seal } of mentions) {
    const spot = { place, row_key: rowKey, starts_at: start, stops_at: end, seal };
    await insertIn(db, 'mention', { unit_id: unitId, ghost_id: ghostId, ...spot });
  }
}

/** By number. */
export async function listMentions(db: Database, unitId: string, ghostId: string): Promise<TracedMention[]> {
  const rows = await rowsIn(db, 'mention', { unit_id: unitId, ghost_id: ghostId })
    .orderBy('number')
    .execute();
  return rows.flatMap((row) => {
    const place = FREE_TEXTS.find((each) => each === row.place);
    if (place === undefined) return [];
    const { number, starts_at: start, stops_at: end, seal } = row;
    return [{ number, ghostId: row.ghost_id, place, rowKey: row.row_key, start, end, seal }];
  });
}

export async function deleteMentions(db: Database, numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await deleteIn(db, 'mention', { number: numbers });
}

/** A text was rewritten: what stands behind `from` moved by so many, and everything of the text is sealed anew. */
export async function moveMentions(
  db: Database,
  { unitId, place, rowKey }: { readonly unitId: string; readonly place: FreeText; readonly rowKey: string },
  {
    from,
    by,
    seal,
    before,
  }: { readonly from: number; readonly by: number; readonly seal: string; readonly before: string },
): Promise<void> {
  const here = db
    .updateTable('mention')
    .where('unit_id', '=', unitId)
    .where('place', '=', place)
    .where('row_key', '=', rowKey)
    .where('seal', '=', before);
  await here
    .set((eb) => ({ starts_at: eb('starts_at', '+', by), stops_at: eb('stops_at', '+', by) }))
    .where('starts_at', '>=', from)
    .execute();
  await here.set({ seal }).execute();
}
