/**
 * Lifts the triggers that keep rows from changing, for the length of one act inside one transaction: whether the act
 * ends well or not, what is committed has them all. The law knows two such acts: erasing a person, and letting go of
 * an audit trail past its keeping (Law 91/2025/QH15 on personal data: the right to erasure, and no longer keeping than the purpose asks).
 */

import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Throws when a trigger is missing, or when called outside a transaction. */
export async function withoutTriggers<T>(
  trx: Database,
  names: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  if (!trx.isTransaction) throw new Error('triggers are lifted inside a transaction only');
  const { rows } = await sql<{ name: string; sql: string }>`
    SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`.execute(trx);
  const lifted = names.map((name) => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw new Error(`there is no trigger ${name}`);
    return found;
  });
  for (const { name } of lifted) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(trx);
  const result = await act();
  // An act that throws takes the whole transaction back, the dropping included.
  for (const trigger of lifted) await sql.raw(trigger.sql).execute(trx);
  return result;
}
