/** The texts people write in a unit, one by one: read whole, and changed by whoever takes a name out of them. */

import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from './database.ts';
import { rewriteText } from './log-keeping.ts';
import type { TextColumn } from './mention-store.ts';
import type { StoredColumn } from './sql-words.ts';
import { withoutTriggers } from './triggers.ts';
import { wordsOf } from './words-of.ts';

/** Columns people write in, or that hold what they wrote; every other column of text is a code, a date, a figure. */
export const FREE_TEXTS = [
  'alert.title',
  'api_token.name',
  'availability.note',
  'contact_entry.name',
  'contact_entry.role',
  'contact_entry.phone',
  'contact_entry.email',
  'contact_entry.stand_in',
  'contact_entry.channel',
  'contact_entry.note',
  'contact_entry.source',
  'data_breach.words',
  'data_request.answer',
  'data_request.words',
  'display_link.name',
  'document_fields.fields',
  'duty_order.content',
  'duty_report.signer',
  'duty_report.texts',
  'incident.cause',
  'incident.remaining',
  'incident.title',
  'incident_report.content',
  'incident_report.receipt',
  'ledger_edit.reason',
  'log_entry.wanted_from',
  'log_entry.words',
  'notice.facts',
  'period.name',
  'post.name',
  'post.contacts',
  'replacement.reason',
  'submission.note',
  'submission.reason',
  'swap.message',
  'swap.note',
  'unit_place.contact_name',
  'unit_place.contact_title',
  'unit_place.contact_phone',
  'unit_place.contact_email',
  'unit_post.name',
  'unit_post.contacts',
  'version.note',
  'version.override_reason',
  'version.snapshot',
  'watched_system.email',
  'watched_system.former',
  'watched_system.name',
  'watched_system.note',
  'watched_system.owner',
  'watched_system.phone',
  'watch_check.name',
  'watch_check.phrases',
  'word_form.name',
  'word_form.file_name',
] as const;
export type FreeText = (typeof FREE_TEXTS)[number];

/** One row's text. */
export interface PlacedText {
  readonly place: FreeText;
  /** The values of the row's key, as JSON. */
  readonly rowKey: string;
  readonly text: string;
}

/** What else the row tells of where it stands. */
export interface TextOwner {
  readonly periodId: string;
  readonly staffId: string;
  /** Of a published version; 0 for anything else. */
  readonly version: number;
}

function columnOfPlace(place: FreeText): TextColumn {
  const [table = '', column = ''] = place.split('.');
  return { table, column };
}

/** Rows of the unit whose text holds anything at all, a table at a time; by place, then by key. */
export async function* placedTexts(db: Database, unitId: string): AsyncGenerator<PlacedText> {
  const columns = await wordsOf(db).listColumns(db);
  for (const place of FREE_TEXTS) {
    const { table, column } = columnOfPlace(place);
    const { rows } = await sql<{ key: string; text: string }>`
      SELECT ${wordsOf(db).keyJson(keyIn(columns, table))} AS key, ${sql.ref(column)} AS text FROM ${sql.table(table)}
      WHERE unit_id = ${unitId} AND ${sql.ref(column)} <> '' ORDER BY 1`.execute(db);
    for (const { key, text } of rows) yield { place, rowKey: key, text };
  }
}

/** Undefined where the row, or its text, is gone. */
export async function findPlacedText(
  db: Database,
  { place, rowKey }: Omit<PlacedText, 'text'>,
): Promise<(PlacedText & TextOwner) | undefined> {
  const { table, column } = columnOfPlace(place);
  const { rows } = await sql<Record<string, unknown>>`
    SELECT * FROM ${sql.table(table)} WHERE ${isRow(db, await keyOf(db, table), rowKey)}`.execute(db);
  const [row] = rows;
  const text = row?.[column];
  if (!row || typeof text !== 'string') return undefined;
  return {
    place,
    rowKey,
    text,
    periodId: String(row.period_id ?? (table === 'period' ? row.id : '')),
    staffId: String(row.staff_id ?? ''),
    version: table === 'version' ? Number(row.number) : 0,
  };
}

/**
 * Published versions change too, as they do for an erasure, and so does the log.
 * @param logKey proves what is rewritten in the log.
 */
export async function rewritePlacedText(
  trx: Database,
  { place, rowKey, text }: PlacedText,
  logKey: Uint8Array,
): Promise<void> {
  const { table, column } = columnOfPlace(place);
  if (table === 'log_entry') {
    const [unitId, number] = entryKey.parse(JSON.parse(rowKey));
    return rewriteText(trx, { unitId, key: logKey }, { number, [column]: text });
  }
  const keys = await keyOf(trx, table);
  // What was made from a version is made anew.
  const rewritten = table === 'version' ? sql`, rewrites = rewrites + 1` : sql``;
  await withoutTriggers(trx, table === 'version' ? ['version_never_changes'] : [], async () => {
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${text}${rewritten}
      WHERE ${isRow(trx, keys, rowKey)}`.execute(trx);
  });
}

const entryKey = z.tuple([z.string(), z.int()]);

async function keyOf(db: Database, table: string): Promise<readonly string[]> {
  return keyIn(await wordsOf(db).listColumns(db), table);
}

function keyIn(columns: readonly StoredColumn[], table: string): readonly string[] {
  return columns
    .filter((each) => each.table === table && each.keyPlace > 0)
    .sort((a, b) => a.keyPlace - b.keyPlace)
    .map(({ column }) => column);
}

function isRow(db: Database, keys: readonly string[], rowKey: string) {
  return sql`${wordsOf(db).keyJson(keys)} = ${rowKey}`;
}
