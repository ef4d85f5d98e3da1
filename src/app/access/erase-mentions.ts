/** What people wrote of someone who is erased: notes, reasons, letters, contacts, names of tokens, wherever it stands. */

import type { Erasure } from '../../domain/erased-person.ts';
import { isPersonal, STAFF_RECORD_FIELDS } from '../../domain/staff-fields.ts';
import type { Database } from '../../store/database.ts';
import { type LogKeeper, rewriteLog } from '../../store/log-keeping.ts';
import { isShared, type Replacement, replaceCodes, replaceMentions } from '../../store/mention-store.ts';

/** Shorter ones stand in other words and numbers too. */
const LEAST_LENGTH = 6;

/**
 * Call it once the person is off the staff list. Of two who are called the same, or share a telephone, nobody knows whom
 * a text means: such stays. How many fields were changed.
 */
export async function eraseMentions(
  trx: Database,
  { unitId, key }: LogKeeper,
  { member, ghost }: Erasure,
): Promise<number> {
  // In quotes: a code is a word of its own in what is kept as JSON, and may be part of one in what people write.
  const replacements: Replacement[] = [{ from: JSON.stringify(member.id), to: JSON.stringify(ghost.id) }];
  for (const field of STAFF_RECORD_FIELDS.filter(isPersonal)) {
    const from = member[field];
    if (from.length < LEAST_LENGTH || (await isShared(trx, field, from))) continue;
    replacements.push({ from, to: ghost[field] });
  }
  await replaceCodes(trx, unitId, { from: member.id, to: ghost.id });
  const code = { from: member.id, to: ghost.id };
  return (
    (await replaceMentions(trx, unitId, replacements)) +
    (await rewriteLog(trx, { unitId, key }, { code, replacements }))
  );
}
