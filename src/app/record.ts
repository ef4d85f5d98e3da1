/**
 * The one way a change reaches the audit trail: stamped with the time and with where the visit came from; and, where it takes
 * something back, the list that outlives the restoring of a backup.
 */

import type { Instant } from '../calendar/interval.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { PeriodKey } from '../domain/period.ts';
import { appendAudit } from '../store/audit-store.ts';
import type { Database } from '../store/database.ts';
import type { App } from './app.ts';
import { auditKeyOf } from './derived-key.ts';
import { keepRevocation, type RecordedChange } from './revocations.ts';

type Change = Omit<AuditEntry, 'at' | 'address' | 'requestId' | 'details'> &
  Pick<RecordedChange, 'erased'> & { readonly at?: Instant };

/** Where somebody changes what is theirs on the whole installation, or is refused it. */
export function ofOwnAccount(id: string): Pick<AuditEntry, 'actor' | 'unitId' | 'subject'> {
  return { actor: id, unitId: '', subject: id };
}

/** Where the change is of a period. */
export function ofPeriod({ unitId, periodId }: PeriodKey): Pick<AuditEntry, 'unitId' | 'subject'> {
  return { unitId, subject: periodId };
}

/**
 * @param details figures and words of the change, as the trail shows them.
 *
 * Call it inside the transaction that makes the change: neither is ever kept without the other. What changes nothing else,
 * such as a refusal, gets one of its own: the entry's number is the next after the last one there is.
 */
export async function record(
  db: Database,
  app: App,
  change: Change,
  details: AuditEntry['details'] = {},
): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => record(trx, app, change, details));
  const { erased: _, ...entry } = { at: app.clock(), ...change, details };
  await appendAudit(db, { ...entry, ...app.origin }, auditKeyOf(app));
  await keepRevocation(db, app, { ...change, details });
}
