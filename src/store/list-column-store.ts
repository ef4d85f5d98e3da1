/** What a unit said the columns of its lists are, by folded heading; empty for a column that is left out. */

import type { Database } from './database.ts';
import { someIn } from './rows.ts';
import type { ListColumnRow } from './tables.ts';

export interface ListOf {
  readonly unitId: string;
  readonly list: ListColumnRow['list'];
}

export async function listColumns(db: Database, { unitId, list }: ListOf): Promise<Map<string, string>> {
  const rows = await someIn(db, 'list_column', { unit_id: unitId, list })
    .select(['heading', 'field'])
    .execute();
  return new Map(rows.map(({ heading, field }) => [heading, field]));
}

export async function saveColumns(
  db: Database,
  { unitId, list }: ListOf,
  columns: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [heading, field] of columns) {
    await db
      .insertInto('list_column')
      .values({ unit_id: unitId, list, heading, field })
      .onConflict((conflict) => conflict.columns(['unit_id', 'list', 'heading']).doUpdateSet({ field }))
      .execute();
  }
}
