/** An audit entry: who changed what and when. Details hold ids and figures, no names and no phone numbers. */

import type { Instant } from '../calendar/interval.ts';
import type { Params } from '../kernel/app-error.ts';

export const AUDIT_ACTIONS = [
  'case.load',
  'draft.save',
  'version.publish',
  'version.withdraw',
  'ledger.carry',
  'feed.issue',
  'feed.revoke',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly at: Instant;
  /** Who did it: an account's id, or `cli`. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly unitId: string;
  /** What it was done to, by id: a period, a feed link. */
  readonly subject: string;
  readonly details: Params;
}
