/**
 * The one way a change reaches the audit trail: stamped with the time and with where the visit came from; and, where it takes
 * something back, the list that outlives the restoring of a backup.
 */

import type { Instant } from '../calendar/interval.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { appendAudit } from '../store/audit-store.ts';
import type { Database } from '../store/database.ts';
import type { App } from './app.ts';
import { auditKeyOf } from './derived-key.ts';
import { keepRevocation, type RecordedChange } from './revocations.ts';

export type Change = Omit<AuditEntry, 'at' | 'address' | 'requestId'> &
  Pick<RecordedChange, 'erased'> & { readonly at?: Instant };

/** Call it inside the transaction that makes the change: neither is ever kept without the other. */
export async function record(trx: Database, app: App, change: Change): Promise<void> {
  const { erased: _, ...entry } = change;
  await appendAudit(trx, { at: app.clock(), ...entry, ...app.origin }, auditKeyOf(app));
  await keepRevocation(trx, app, change);
}
