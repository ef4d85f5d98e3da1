/** The one way a change reaches the audit trail: stamped with the time and with where the visit came from. */

import type { Instant } from '../calendar/interval.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { appendAudit } from '../store/audit-store.ts';
import type { Database } from '../store/database.ts';
import type { App } from './app.ts';

export type Change = Omit<AuditEntry, 'at' | 'address' | 'requestId'> & { readonly at?: Instant };

/** Call it inside the transaction that makes the change: neither is ever kept without the other. */
export function record(trx: Database, { clock, origin }: App, change: Change): Promise<void> {
  return appendAudit(trx, { at: clock(), ...change, ...origin });
}
