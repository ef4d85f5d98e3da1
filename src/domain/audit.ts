/**
 * An audit entry: who changed or read what, when and from where. Details hold ids and figures, no names and no phone numbers,
 * so that the trail can be kept when people leave.
 */

import type { Instant } from '../calendar/interval.ts';
import type { Params } from '../kernel/app-error.ts';

export const AUDIT_ACTIONS = [
  'case.load',
  'period.create',
  'period.save',
  'period.extend',
  'period.lift',
  'period.delete',
  'posts.save',
  'rules.save',
  'standing.posts',
  'standing.rules',
  'holidays.save',
  'holidays.notice',
  'draft.save',
  'version.publish',
  'version.withdraw',
  'version.submit',
  'version.approve',
  'version.return',
  'duty-flow.save',
  'seat.replace',
  'seat.refuse',
  'seat.call',
  'seat.take',
  'seat.approve',
  'swap.ask',
  'swap.consent',
  'swap.decline',
  'swap.withdraw',
  'swap.approve',
  'swap.refuse',
  'swap.expire',
  'swap.arrange',
  'notice.remind',
  'notice.retry',
  'notice.settings',
  'shift.take',
  'push.add',
  'push.end',
  'display-link.issue',
  'display-link.revoke',
  'personal-link.issue',
  'personal-link.revoke',
  'ledger.carry',
  'document.save',
  'word-form.save',
  'word-form.remove',
  'ledger.correct',
  'contact.save',
  'contact.remove',
  'feed.issue',
  'feed.revoke',
  'api-token.issue',
  'api-token.revoke',
  'web-hook.add',
  'web-hook.end',
  'busy-calendar.add',
  'busy-calendar.remove',
  'leave.accept',
  'leave.refuse',
  'availability.add',
  'availability.remove',
  'availability.import',
  'account.set-up',
  'account.invite',
  'account.uninvite',
  'account.join',
  'account.role',
  'account.leave',
  'account.disable',
  'account.enable',
  'account.operator',
  'account.password',
  'account.totp-on',
  'account.totp-off',
  'account.recovery-codes',
  'account.recovery-used',
  'account.identity-on',
  'account.identity-off',
  'session.open',
  'session.refuse',
  'session.throttle',
  'session.prove',
  'session.close',
  'unit.add',
  'unit.edit',
  'unit.security',
  'staff.add',
  'staff.edit',
  'staff.import',
  'staff.leave',
  'staff.return',
  'staff.join-period',
  'staff.quit-period',
  'staff.erase',
  'staff.mention-replaced',
  'staff.mention-kept',
  'data.request',
  'data.answer',
  'data.breach',
  'data.breach-told',
  'audit.trim',
  'audit.left-out',
  'read.file',
  'read.people',
  'read.audit',
  'backup.make',
  'backup.restore',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly at: Instant;
  /** Who did it: an account's id, or the command, such as `rota load`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Empty for what concerns no one unit: signing in, backups. */
  readonly unitId: string;
  /** What it was done to, by id: a period, a feed link, an account. */
  readonly subject: string;
  readonly details: Params;
  /** Network address of the visit; absent for what the machine itself did. */
  readonly address?: string;
  /** Names the same visit in the log. */
  readonly requestId?: string;
}
