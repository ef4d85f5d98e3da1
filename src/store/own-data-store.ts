/**
 * Everything a unit keeps about one of its people, table by table, as it stands: every table that names a person by code is
 * asked, so that one of later is not forgotten. Hashes, seals and keys are left out: they tell of nobody.
 */

import { sql } from 'kysely';
import type { Database } from './database.ts';
import { listUnitColumns } from './unit-columns.ts';

/** Columns that hold a person's code. */
const NAMING = ['staff_id', 'subject_id', 'asker_id', 'partner_id', 'from_id', 'to_id'];
/** The address of a private calendar opens it: a key too. */
const SECRET = /hash|secret|sealed|seal$|^link$|^address$/;
/** Of what is told twice: the notice has it. */
const LEFT_OUT = ['notice_delivery'];
const MOST_ROWS = 10_000;

export type OwnRow = Readonly<Record<string, string | number | null>>;

/** By the table's name, in that order; tables without a row of the person's are left out. */
export async function readOwnRows(
  db: Database,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
): Promise<ReadonlyMap<string, readonly OwnRow[]>> {
  const found = new Map<string, OwnRow[]>();
  const self = await sql<OwnRow>`
    SELECT * FROM staff_member WHERE unit_id = ${unitId} AND id = ${staffId}`.execute(db);
  found.set('staff_member', self.rows.map(told));
  for (const [table, columns] of await tablesOfPeople(db)) {
    const isTheirs = sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${staffId}`),
      sql` OR `,
    );
    const { rows } = await sql<OwnRow>`
      SELECT * FROM ${sql.table(table)} WHERE unit_id = ${unitId} AND (${isTheirs}) LIMIT ${MOST_ROWS}`.execute(
      db,
    );
    if (rows.length > 0) found.set(table, rows.map(told));
  }
  return found;
}

/** Every table of a unit that names people, with the columns that do. */
export async function tablesOfPeople(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const columns = await listUnitColumns(db);
  const tables = new Map<string, string[]>();
  for (const { table, column } of columns.filter((each) => NAMING.includes(each.column))) {
    if (!LEFT_OUT.includes(table)) tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}

function told(row: OwnRow): OwnRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET.test(column)));
}
