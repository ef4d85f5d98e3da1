/**
 * What was taken back, as the list beside the sealing key keeps it: a backup made before still holds it, and restoring that
 * backup must not bring it to life again. Neither names nor ids stand there, only marks that nobody makes without the key.
 */

import type { Instant } from '../calendar/interval.ts';
import type { Role } from './account.ts';
import type { AuditAction } from './audit.ts';

/** Changes that take something back, and those that give it again: the last one about a thing counts. */
export const REVOKING_ACTIONS = [
  'feed.revoke',
  'personal-link.revoke',
  'display-link.revoke',
  'answer-link.revoke',
  'api-token.revoke',
  'web-hook.end',
  'busy-calendar.add',
  'busy-calendar.remove',
  'upward.save',
  'upward.end',
  'account.join',
  'account.role',
  'account.leave',
  'account.disable',
  'account.enable',
  'account.password',
  'account.totp-on',
  'account.totp-off',
  'account.passkey-on',
  'account.passkey-off',
  'account.recovery-codes',
  'account.recovery-used',
  'account.identity-on',
  'account.identity-off',
  'staff.erase',
] as const satisfies readonly AuditAction[];
export type RevokingAction = (typeof REVOKING_ACTIONS)[number];

export interface Revocation {
  /** Counted up by the database, change by change: what a backup's own count does not reach came after it. */
  readonly number: number;
  readonly at: Instant;
  readonly action: RevokingAction;
  /** The thing's mark. */
  readonly of: string;
  /** What a member is from then on. */
  readonly role?: Role;
}

/** Where revocations are kept, outside the database. */
export interface RevocationList {
  /** Returns once it is on the disk. Throws `unavailable` where it cannot be: then nothing may be taken back either. */
  append(revocation: Revocation): void;
}

export function isRevoking(action: AuditAction): action is RevokingAction {
  return (REVOKING_ACTIONS as readonly string[]).includes(action);
}
