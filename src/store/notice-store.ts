/** What people were told: added once for each person and subject, marked as read, forgotten after a while. */

import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import { NAMED_DAYS } from '../calendar/named-days.ts';
import { isOfRoster, type Notice, type NoticeFacts, subjectOf, WATCH_MATTERS } from '../domain/notice.ts';
import { ORDER_PARTS } from '../domain/order-faults.ts';
import { ORDER_MATTERS } from '../domain/order-notice.ts';
import type { PeriodKey } from '../domain/period.ts';
import { SWAP_STATES } from '../domain/swap.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import type { Person } from './personal-link-store.ts';
import { day, readJson, span } from './records.ts';
import { rowIn, rowsIn, someIn } from './rows.ts';
import { wordsOf } from './words-of.ts';

const text = z.string();
const toldShift = z.looseObject({
  id: text,
  day,
  span,
  label: text,
  night: z.boolean(),
  namedDay: z.exactOptional(z.enum(NAMED_DAYS)),
  post: text,
  others: z.array(text),
});

const facts: z.ZodType<NoticeFacts> = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.enum(['roster', 'reminder']),
    periodId: text,
    periodName: text,
    version: z.int(),
    at: z.exactOptional(z.custom<Instant>(Number.isSafeInteger)),
    first: z.boolean(),
    withdrawn: z.boolean(),
    gained: z.array(toldShift),
    lost: z.array(toldShift),
    moved: z.array(z.looseObject({ before: toldShift, after: toldShift })),
  }),
  z.looseObject({
    kind: z.literal('swap'),
    swapId: text,
    periodId: text,
    state: z.enum(SWAP_STATES),
    part: z.enum(['asker', 'partner', 'decider']),
    askerId: text,
    partnerId: z.exactOptional(text),
    given: z.exactOptional(toldShift),
    taken: z.exactOptional(toldShift),
    note: text,
  }),
  z.looseObject({
    kind: z.literal('absence'),
    periodId: text,
    absentId: text,
    shift: toldShift,
    at: z.custom<Instant>(Number.isSafeInteger),
  }),
  z.looseObject({
    kind: z.literal('call'),
    callId: text,
    periodId: text,
    state: z.enum(['asked', 'taken']),
    fromId: text,
    takenBy: z.exactOptional(text),
    shift: toldShift,
  }),
  z.looseObject({
    kind: z.literal('shift'),
    when: z.enum(['evening', 'hour']),
    periodId: text,
    shift: toldShift,
  }),
  z.looseObject({
    kind: z.literal('late'),
    periodId: text,
    absentId: text,
    place: z.int(),
    shift: toldShift,
  }),
  z.looseObject({
    kind: z.literal('sign-in'),
    periodId: z.literal(''),
    sessionId: text,
    client: text,
    address: text,
    at: z.custom<Instant>(Number.isSafeInteger),
  }),
  z.looseObject({
    kind: z.literal('watch'),
    what: z.enum(WATCH_MATTERS),
    periodId: text,
    shift: toldShift,
    key: text,
    about: text,
    at: z.custom<Instant>(Number.isSafeInteger),
  }),
  z.looseObject({
    ...{ kind: z.literal('order'), what: z.enum(ORDER_MATTERS), periodId: z.literal('') },
    ...{ orderId: text, orderName: text, superior: text, key: text, parts: z.array(z.enum(ORDER_PARTS)) },
    at: z.custom<Instant>(Number.isSafeInteger),
  }),
  z.looseObject({
    kind: z.literal('idle'),
    periodId: z.literal(''),
    days: z.int(),
    at: z.custom<Instant>(Number.isSafeInteger),
  }),
]);

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

/** What a person has been told of already is left as it is. */
export async function insertNotices(
  db: Database,
  notices: readonly Omit<Notice, 'id' | 'readAt'>[],
): Promise<void> {
  const rows = notices.map(({ unitId, staffId, facts: told, createdAt }) => ({
    unit_id: unitId,
    staff_id: staffId,
    kind: told.kind,
    subject: subjectOf(told),
    period_id: told.periodId,
    version: isOfRoster(told) ? told.version : null,
    facts: JSON.stringify(told),
    created_at: createdAt,
    read_at: null,
    spread_at: null,
  }));
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await db
      .insertInto('notice')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.columns(['unit_id', 'staff_id', 'kind', 'subject']).doNothing())
      .execute();
  }
}

/** Newest first. */
export async function listNotices(db: Database, person: Person, limit: number): Promise<Notice[]> {
  const rows = await rowsIn(db, 'notice', { unit_id: person.unitId, staff_id: person.staffId })
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(noticeFromRow);
}

export async function findNotice(db: Database, id: number): Promise<Notice | undefined> {
  const row = await rowIn(db, 'notice', { number: id });
  return row && noticeFromRow(row);
}

/** How many the person has not seen yet. */
export async function countUnread(db: Database, { unitId, staffId }: Person): Promise<number> {
  const { count } = await someIn(db, 'notice', { unit_id: unitId, staff_id: staffId, read_at: null })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of one period, or all of them. */
export async function markRead(
  db: Database,
  { unitId, staffId }: Person,
  { at, periodId }: { readonly at: Instant; readonly periodId?: string },
): Promise<void> {
  let query = db
    .updateTable('notice')
    .set({ read_at: at })
    .where('unit_id', '=', unitId)
    .where('staff_id', '=', staffId)
    .where('read_at', 'is', null);
  if (periodId !== undefined)
    query = query.where('period_id', '=', periodId).where('kind', 'in', ['roster', 'reminder']);
  await query.execute();
}

/** The newest roster notice of each person in the period, by person. */
export async function listNewestTold(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<ReadonlyMap<string, Notice>> {
  const rows = await rowsIn(db, 'notice', { unit_id: unitId, period_id: periodId, kind: 'roster' })
    .orderBy('number')
    .execute();
  return new Map(rows.map((row) => [row.staff_id, noticeFromRow(row)]));
}

/** When each person was reminded of the period last. */
export async function listReminded(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await someIn(db, 'notice', { unit_id: unitId, period_id: periodId, kind: 'reminder' })
    .select(['staff_id', 'created_at'])
    .orderBy('number')
    .execute();
  return new Map(rows.map((row) => [row.staff_id, row.created_at]));
}

/** What was told of shifts since then, as `person kind subject`. */
export async function listSubjects(
  db: Database,
  unitId: string,
  since: Instant,
): Promise<ReadonlySet<string>> {
  const rows = await someIn(db, 'notice', { unit_id: unitId, kind: ['shift', 'late', 'watch'] })
    .select(['staff_id', 'kind', 'subject'])
    .where('created_at', '>', since)
    .execute();
  return new Set(rows.map(({ staff_id, kind, subject }) => `${staff_id} ${kind} ${subject}`));
}

/** One person becomes another in what others were told: of someone erased, who is nameless from now on. */
export async function renameInNotices(
  db: Database,
  unitId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const [old, other] = [JSON.stringify(from), JSON.stringify(to)];
  await db
    .updateTable('notice')
    .set({
      facts: sql<string>`replace(facts, ${old}, ${other})`,
      subject: sql<string>`replace(subject, ${old}, ${other})`,
    })
    .where('unit_id', '=', unitId)
    .where(wordsOf(db).holds('facts', old))
    .execute();
}

/** Those older than the moment, with their deliveries. */
export async function deleteOldNotices(db: Database, before: Instant): Promise<void> {
  await db.deleteFrom('notice').where('created_at', '<', before).execute();
}

interface StoredNotice {
  readonly number: number;
  readonly unit_id: string;
  readonly staff_id: string;
  readonly facts: string;
  readonly created_at: Instant;
  readonly read_at: Instant | null;
}

export function noticeFromRow(row: StoredNotice): Notice {
  return {
    ...fieldsOf(row, ['unit_id', 'staff_id', 'created_at', 'read_at']),
    id: row.number,
    facts: readJson(facts, row.facts),
  };
}
