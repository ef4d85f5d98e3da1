/**
 * What most questions to the database come to: the rows of one table whose columns have these values, found, written, changed or
 * deleted. What else is asked is written out in Kysely where it is asked.
 */

import type {
  ExpressionBuilder,
  Insertable,
  Kysely,
  Selectable,
  SelectQueryBuilder,
  Updateable,
} from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

type Table = keyof Tables;
type Row<T extends Table> = Selectable<Tables[T]>;
/** Columns and the value each must have, or one of several; null where it must have none. */
type Match<T extends Table> = {
  readonly [C in keyof Row<T>]?:
    | NonNullable<Row<T>[C]>
    | readonly NonNullable<Row<T>[C]>[]
    | (null & Row<T>[C]);
};

// The query builder cannot reckon with a table that is not named yet; whoever calls names it, and is checked.
type AnyTables = Record<string, Record<string, unknown>>;
const anyIn = (db: Database) => db as unknown as Kysely<AnyTables>;

/** As it follows `WHERE`; all rows where nothing is asked. */
const matching = (match: object) => (eb: ExpressionBuilder<AnyTables, string>) =>
  eb.and(Object.entries(match).map(([column, value]) => eb(column, operatorOf(value), value)));

function operatorOf(value: unknown): 'is' | 'in' | '=' {
  if (value === null) return 'is';
  return Array.isArray(value) ? 'in' : '=';
}

/** Of which columns are still to be chosen. */
export function someIn<T extends Table>(
  db: Database,
  table: T,
  match: Match<T>,
): SelectQueryBuilder<Tables, T, object> {
  const found = anyIn(db).selectFrom<string>(table).where(matching(match));
  return found as unknown as SelectQueryBuilder<Tables, T, object>;
}

/** To be ordered, narrowed further, and executed. */
export function rowsIn<T extends Table>(
  db: Database,
  table: T,
  match: Match<T>,
): SelectQueryBuilder<Tables, T, Row<T>> {
  return someIn(db, table, match).selectAll() as SelectQueryBuilder<Tables, T, Row<T>>;
}

/** The one there is; the first in no order where there are several. */
export function rowIn<T extends Table>(db: Database, table: T, match: Match<T>): Promise<Row<T> | undefined> {
  return rowsIn(db, table, match).executeTakeFirst() as Promise<Row<T> | undefined>;
}

export async function insertIn<T extends Table>(
  db: Database,
  table: T,
  rows: Insertable<Tables[T]> | readonly Insertable<Tables[T]>[],
): Promise<void> {
  await anyIn(db)
    .insertInto<string>(table)
    .values(rows as object)
    .execute();
}

/** In place of the row with the same values in the columns of the key, where there is one. */
export async function saveIn<T extends Table>(
  db: Database,
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  row: Insertable<Tables[T]>,
): Promise<void> {
  await anyIn(db)
    .insertInto<string>(table)
    .values(row)
    .onConflict((conflict) => conflict.columns([...key]).doUpdateSet(row))
    .execute();
}

/** `to` tells how many rows it changed. */
export function changeIn<T extends Table>(db: Database, table: T, match: Match<T>) {
  return {
    async to(change: Updateable<Tables[T]>): Promise<number> {
      const changing = anyIn(db).updateTable<string>(table).set(change).where(matching(match));
      return Number((await changing.executeTakeFirstOrThrow()).numUpdatedRows);
    },
  };
}

/** How many rows there were. */
export async function deleteIn<T extends Table>(db: Database, table: T, match: Match<T>): Promise<number> {
  const deleting = anyIn(db).deleteFrom<string>(table).where(matching(match));
  return Number((await deleting.executeTakeFirstOrThrow()).numDeletedRows);
}
