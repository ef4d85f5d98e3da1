/**
 * Lifts the triggers that keep rows from changing, for the length of one act inside one transaction: whether the act
 * ends well or not, what is committed has them all. The law knows two such acts: erasing a person, and letting go of
 * an audit trail past its keeping (Law 91/2025/QH15 on personal data: the right to erasure, and no longer keeping than the purpose asks).
 */

import type { Database } from './database.ts';
import { wordsOf } from './words-of.ts';

/** Throws when a trigger is missing, or when called outside a transaction. */
export async function withoutTriggers<T>(
  trx: Database,
  names: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  if (!trx.isTransaction) throw new Error('triggers are lifted inside a transaction only');
  return wordsOf(trx).withoutTriggers(trx, names, act);
}
