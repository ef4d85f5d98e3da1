/**
 * Text that tells of someone, wherever it stands in what is a unit's: every column of text is asked, so that a table of later
 * is not forgotten. Keys are left out: they are codes, renamed by those who know them.
 */

import { sql } from 'kysely';
import type { PersonalField } from '../domain/staff-fields.ts';
import { columnOf } from './columns.ts';
import type { Database } from './database.ts';
import { withoutTriggers } from './triggers.ts';
import { listUnitColumns } from './unit-columns.ts';
import { wordsOf } from './words-of.ts';

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
          WHERE unit_id = ${unitId} AND ${wordsOf(trx).holds(column, from)}`.execute(trx);
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
  const columns = await listUnitColumns(db);
  return columns.filter(
    ({ table, column, isText, keyPlace }) =>
      isText && keyPlace === 0 && !column.endsWith('_id') && !LEFT_OUT.includes(table),
  );
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
  const columns = await listUnitColumns(trx);
  for (const { table, column } of columns.filter((each) => each.isText && /_(id|by)$/.test(each.column))) {
    if ([...LEFT_OUT, ...PROVEN].includes(table) || [...OTHER_CODES, ...OTHER_LINKS].includes(column))
      continue;
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${to}
      WHERE unit_id = ${unitId} AND ${sql.ref(column)} = ${from}`.execute(trx);
  }
}
