/** What is noted for the audit trail in memory, until `audit-notes.ts` writes it down. */

import type { Instant } from '../calendar/interval.ts';
import type { AuditAction, AuditEntry } from '../domain/audit.ts';
import type { Params } from '../kernel/app-error.ts';

export interface AuditNote {
  readonly actor: string;
  readonly action: AuditAction;
  readonly unitId: string;
  readonly subject: string;
  readonly details: Params;
}

interface Noted extends AuditNote {
  readonly at: Instant;
  readonly origin: Pick<AuditEntry, 'address' | 'requestId'> | undefined;
  times: number;
}

/** By what is told, without the request's own id. */
export type AuditNotes = Map<string, Noted>;
