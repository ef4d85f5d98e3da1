/** From a change in the audit trail to a line in the list of what was taken back. */

import { createHmac } from 'node:crypto';
import { ROLES, type Role } from '../domain/account.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { isRevoking, type RevokingAction } from '../domain/revocation.ts';
import type { Database } from '../store/database.ts';
import { nextRevocationNumber } from '../store/revocation-count-store.ts';
import type { App } from './app.ts';
import { derivedKey } from './derived-key.ts';

/** What can be taken back. */
export type Thing =
  | 'feed'
  | 'personal-link'
  | 'display-link'
  | 'answer-link'
  | 'api-token'
  | 'web-hook'
  | 'busy-calendar'
  | 'upward'
  | 'member'
  | 'account'
  | 'credentials'
  | 'identity'
  | 'recovery-codes'
  | 'passkey'
  | 'person';

const THINGS: Readonly<Record<RevokingAction, Thing>> = {
  'feed.revoke': 'feed',
  'personal-link.revoke': 'personal-link',
  'display-link.revoke': 'display-link',
  'answer-link.revoke': 'answer-link',
  'api-token.revoke': 'api-token',
  'web-hook.end': 'web-hook',
  'busy-calendar.add': 'busy-calendar',
  'busy-calendar.remove': 'busy-calendar',
  'upward.save': 'upward',
  'upward.end': 'upward',
  'account.join': 'member',
  'account.role': 'member',
  'account.leave': 'member',
  'account.disable': 'account',
  'account.enable': 'account',
  'account.password': 'credentials',
  'account.totp-on': 'credentials',
  'account.totp-off': 'credentials',
  'account.passkey-on': 'credentials',
  'account.passkey-off': 'passkey',
  'account.recovery-codes': 'recovery-codes',
  'account.recovery-used': 'recovery-codes',
  'account.identity-on': 'identity',
  'account.identity-off': 'identity',
  'staff.erase': 'person',
};

/** Things of an account are the whole installation's. */
const UNITLESS: readonly Thing[] = ['account', 'credentials', 'identity', 'recovery-codes', 'passkey'];

/** The mark of a thing: the same for the same one, and telling nothing to who has no key. */
export function markOf(
  { sealingKey }: Pick<App, 'sealingKey'>,
  thing: Thing,
  ids: readonly string[],
): string {
  return createHmac('sha256', sealingKey)
    .update(JSON.stringify(['revocation', thing, ...ids]))
    .digest('base64url');
}

/** By what a list is known as this key's; the key cannot be told from it. */
export function listKeyOf(app: Pick<App, 'sealingKey'>): string {
  return derivedKey(app, 'list of revocations').toString('base64url');
}

export type RecordedChange = Pick<AuditEntry, 'action' | 'unitId' | 'subject' | 'details'> & {
  /** Of a person erased: the id they had, which the trail does not keep. */
  readonly erased?: string;
};

/** On the disk before the transaction is; nothing for a change that takes nothing back. */
export async function keepRevocation(trx: Database, app: App, change: RecordedChange): Promise<void> {
  const { action, unitId, details } = change;
  if (!isRevoking(action)) return;
  const thing = THINGS[action];
  const id = change.erased ?? change.subject;
  const of = markOf(app, thing, UNITLESS.includes(thing) ? [id] : [unitId, id]);
  const role = roleOf(details.after ?? details.role);
  const number = await nextRevocationNumber(trx);
  app.revocations.append({ number, at: app.clock(), action, of, ...(role === undefined ? {} : { role }) });
}

function roleOf(value: unknown): Role | undefined {
  return ROLES.find((role) => role === value);
}
