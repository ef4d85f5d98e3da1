/** Web hooks of units, and the messages that wait to be sent to them. Secrets pass through sealed. */

import type { Instant } from '../calendar/interval.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { WebHookMessageRow, WebHookRow } from './machine-tables.ts';
import { changeIn, insertIn, rowsIn } from './rows.ts';

const MESSAGE_COLUMNS = [
  'id',
  'hook_id',
  'body',
  'created_at',
  'attempts',
  'next_at',
  'delivered_at',
  'outcome',
] as const;

export interface WebHook {
  readonly id: string;
  readonly unitId: string;
  readonly address: string;
  readonly createdAt: Instant;
  readonly endedAt?: Instant;
}

export interface WebHookMessage {
  readonly id: string;
  readonly hookId: string;
  /** JSON, sent as it stands. */
  readonly body: string;
  readonly createdAt: Instant;
  readonly attempts: number;
  /** Absent once it was delivered or given up. */
  readonly nextAt?: Instant;
  readonly deliveredAt?: Instant;
  /** What came of the last attempt: a status, or why there was none. */
  readonly outcome?: string;
}

/** A message with what it takes to send it. */
export interface DueMessage extends WebHookMessage {
  readonly hook: WebHook;
  readonly sealedSecret: string;
}

export async function insertWebHook(db: Database, hook: WebHook, sealedSecret: string): Promise<void> {
  await insertIn(db, 'web_hook', {
    ...columnsOf(hook, ['id', 'unit_id', 'address', 'created_at']),
    secret: sealedSecret,
  });
}

/** Ended ones too, by creation. */
export async function listWebHooks(db: Database, unitId: string): Promise<WebHook[]> {
  const rows = await rowsIn(db, 'web_hook', { unit_id: unitId })
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(hookFromRow);
}

/** Its waiting messages are given up. False when the unit has no such hook that has not ended. */
export async function endWebHook(
  db: Database,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  at: Instant,
): Promise<boolean> {
  if ((await changeIn(db, 'web_hook', { unit_id: unitId, id, ended_at: null }).to({ ended_at: at })) !== 1)
    return false;
  await changeIn(db, 'web_hook_message', { hook_id: id }).to({ next_at: null });
  return true;
}

export async function insertMessage(db: Database, message: WebHookMessage): Promise<void> {
  await insertIn(db, 'web_hook_message', {
    ...columnsOf(message, MESSAGE_COLUMNS),
  });
}

/** Those whose time has come, the longest waiting first. */
export async function listDueMessages(db: Database, now: Instant, limit: number): Promise<DueMessage[]> {
  const rows = await db
    .selectFrom('web_hook_message as message')
    .innerJoin('web_hook as hook', 'hook.id', 'message.hook_id')
    .selectAll('message')
    .select(['hook.unit_id', 'hook.address', 'hook.secret', 'hook.created_at as hook_created_at'])
    .where('message.next_at', '<=', now)
    .orderBy('message.next_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...messageFromRow(row),
    hook: { id: row.hook_id, unitId: row.unit_id, address: row.address, createdAt: row.hook_created_at },
    sealedSecret: row.secret,
  }));
}

/** Those whose time has come, put off as `claimDueDeliveries` does. Call it inside a transaction. */
export async function claimDueMessages(
  trx: Database,
  { now, until }: { readonly now: Instant; readonly until: Instant },
  limit: number,
): Promise<DueMessage[]> {
  const due = await listDueMessages(trx, now, limit);
  const ids = due.map(({ id }) => id);
  await changeIn(trx, 'web_hook_message', { id: ids }).to({ next_at: until });
  return due;
}

/** Newest first. */
export async function listMessages(db: Database, hookId: string, limit: number): Promise<WebHookMessage[]> {
  const rows = await rowsIn(db, 'web_hook_message', { hook_id: hookId })
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(messageFromRow);
}

export interface Attempt {
  readonly attempts: number;
  readonly outcome: string;
  readonly nextAt?: Instant;
  readonly deliveredAt?: Instant;
}

export async function recordAttempt(db: Database, id: string, attempt: Attempt): Promise<void> {
  await changeIn(db, 'web_hook_message', { id }).to({
    attempts: attempt.attempts,
    outcome: attempt.outcome,
    next_at: attempt.nextAt ?? null,
    delivered_at: attempt.deliveredAt ?? null,
  });
}

/** Messages that were delivered or given up are forgotten after a while. */
export async function deleteSettledMessages(db: Database, before: Instant): Promise<void> {
  await db
    .deleteFrom('web_hook_message')
    .where('next_at', 'is', null)
    .where('created_at', '<', before)
    .execute();
}

function hookFromRow(row: WebHookRow): WebHook {
  return fieldsOf(row, ['id', 'unit_id', 'address', 'created_at', 'ended_at']);
}

function messageFromRow(row: WebHookMessageRow): WebHookMessage {
  return fieldsOf(row, MESSAGE_COLUMNS);
}
