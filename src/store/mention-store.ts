/**
 * Text that tells of someone, wherever it stands in what is a unit's: every column of text is asked, so that a table of later
 * is not forgotten. Keys are left out: they are codes, renamed by those who know them.
 */

import { sql } from 'kysely';
import type { PersonalField } from '../domain/staff-fields.ts';
import type { Database } from './database.ts';
import { columnOf } from './staff-row.ts';
import { withoutTriggers } from './triggers.ts';

export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** The trail changes for nobody, and holds no names. */
const LEFT_OUT = ['audit_entry', 'unit', 'staff_member'];
/** Rewritten with a proof, in `log-keeping.ts`. */
const PROVEN = ['log_entry'];

/** How many fields were changed. Published versions change too, as they do for an erasure. */
export function replaceMentions(
  trx: Database,
  unitId: string,
  replacements: readonly Replacement[],
): Promise<number> {
  return withoutTriggers(trx, ['version_never_changes'], async () => {
    let changed = 0;
    for (const { table, column } of await textColumns(trx)) {
      if (PROVEN.includes(table)) continue;
      for (const { from, to } of replacements) {
        // What was made from a version is made anew.
        const rewritten = table === 'version' ? sql`, rewrites = rewrites + 1` : sql``;
        const { numAffectedRows = 0n } = await sql`
          UPDATE ${sql.table(table)}
          SET ${sql.ref(column)} = replace(${sql.ref(column)}, ${from}, ${to})${rewritten}
          WHERE unit_id = ${unitId} AND instr(${sql.ref(column)}, ${from}) > 0`.execute(trx);
        changed += Number(numAffectedRows);
      }
    }
    return changed;
  });
}

/** Whether another member of staff has the same name, phone or address: then it does not tell who is meant. */
export async function isShared(db: Database, field: PersonalField, value: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_member')
    .select('id')
    .where(columnOf(field), '=', value)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface TextColumn {
  readonly table: string;
  readonly column: string;
}

/** Of every table that is a unit's, keys left out. */
export async function textColumns(db: Database): Promise<readonly TextColumn[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT t.name AS "table", c.name AS "column"
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.type = 'TEXT' AND c.pk = 0 AND substr(c.name, -3) <> '_id'
      AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) u WHERE u.name = 'unit_id')
    ORDER BY t.name, c.cid`.execute(db);
  return rows.filter(({ table }) => !LEFT_OUT.includes(table));
}

/** Codes of other things than people. */
const OTHER_CODES = [
  'unit_id',
  'period_id',
  'post_id',
  'shift_id',
  'other_shift_id',
  'pattern_id',
  'account_id',
];
const OTHER_LINKS = ['link_id', 'call_id', 'request_id', 'ghost_id'];

/**
 * Puts another code in the place of a person's wherever one still stands in a column of codes: whoever keeps a table of their own
 * knows it, and this is for a table of later that nobody thought of.
 */
export async function replaceCodes(trx: Database, unitId: string, { from, to }: Replacement): Promise<void> {
  const { rows } = await sql<TextColumn>`
    SELECT t.name AS "table", c.name AS "column"
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.type = 'TEXT' AND (substr(c.name, -3) = '_id' OR substr(c.name, -3) = '_by')
      AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) u WHERE u.name = 'unit_id')
    ORDER BY t.name, c.cid`.execute(trx);
  for (const { table, column } of rows) {
    if ([...LEFT_OUT, ...PROVEN].includes(table) || [...OTHER_CODES, ...OTHER_LINKS].includes(column))
      continue;
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${to}
      WHERE unit_id = ${unitId} AND ${sql.ref(column)} = ${from}`.execute(trx);
  }
}
