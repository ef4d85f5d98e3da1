/** What a superior sees of all units an order asks, in one reading: places, answers in force and the figures they were judged by. */

import type { Instant } from '../calendar/interval.ts';
import type { AnswerSource } from '../domain/answer.ts';
import type { StandingFacts } from '../domain/order-standing.ts';
import type { UnitContact } from '../domain/unit-tree.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';

export interface AskedOverview extends StandingFacts {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly branch: string;
  readonly openedAt?: Instant;
  readonly contact: UnitContact;
  /** A newer roster was published than the answer in force was copied from. */
  readonly outdatedAt?: Instant;
  readonly answer?: NonNullable<StandingFacts['answer']> & {
    readonly id: number;
    readonly number: number;
    readonly source: AnswerSource;
    readonly people: number;
  };
}

/** Every unit the order asks, by name. */
export async function listAskedOverview(db: Database, orderId: string): Promise<AskedOverview[]> {
  const rows = await db
    .selectFrom('asked_unit as asked')
    .innerJoin('unit', 'unit.id', 'asked.unit_id')
    .leftJoin('unit_place as place', 'place.unit_id', 'asked.unit_id')
    .leftJoin('answer', 'answer.id', 'asked.answer_id')
    .leftJoin('answer_count as count', 'count.answer_id', 'asked.answer_id')
    .select(['asked.unit_id', 'unit.name', 'asked.kind', 'asked.branch', 'asked.deadline', 'asked.opened_at'])
    .select(['asked.answer_id', 'asked.outdated_at', 'answer.number', 'answer.sent_at', 'answer.late'])
    .select(['answer.source', 'count.people', 'count.short_minutes', 'count.phones_missing'])
    .select(['place.contact_name', 'place.contact_title', 'place.contact_phone', 'place.contact_email'])
    .where('asked.order_id', '=', orderId)
    .orderBy('unit.name')
    .execute();
  return rows.map((row) => ({
    ...{ unitId: row.unit_id, name: row.name, kind: row.kind, branch: row.branch, deadline: row.deadline },
    contact: {
      ...{ name: row.contact_name ?? '', title: row.contact_title ?? '' },
      ...{ phone: row.contact_phone ?? '', email: row.contact_email ?? '' },
    },
    ...withoutNulls({ openedAt: row.opened_at, outdatedAt: row.outdated_at, answer: answerOf(row) }),
  }));
}

export interface AnswerInHistory {
  readonly unitId: string;
  readonly name: string;
  readonly number: number;
  readonly sentAt: Instant;
  readonly sentBy: string;
  readonly source: AnswerSource;
  readonly late: boolean;
  readonly people: number;
  readonly shortMinutes: number;
  readonly phonesMissing: number;
}

/** Every answer to the order, by unit and number, each with the figures it was last judged by. */
export async function listAnswerHistory(db: Database, orderId: string): Promise<AnswerInHistory[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('unit', 'unit.id', 'answer.unit_id')
    .leftJoin('answer_count as count', 'count.answer_id', 'answer.id')
    .select(['answer.unit_id', 'unit.name', 'answer.number', 'answer.sent_at', 'answer.sent_by'])
    .select(['answer.source', 'answer.late', 'count.people', 'count.short_minutes', 'count.phones_missing'])
    .where('answer.order_id', '=', orderId)
    .orderBy('answer.unit_id')
    .orderBy('answer.number')
    .execute();
  return rows.map((row) => ({
    ...{ unitId: row.unit_id, name: row.name, number: row.number, sentAt: row.sent_at, sentBy: row.sent_by },
    ...{ source: row.source, late: row.late === 1, people: row.people ?? 0 },
    ...{ shortMinutes: row.short_minutes ?? 0, phonesMissing: row.phones_missing ?? 0 },
  }));
}

interface AnswerColumns {
  answer_id: number | null;
  number: number | null;
  sent_at: Instant | null;
  late: number | null;
  source: AnswerSource | null;
  people: number | null;
  short_minutes: number | null;
  phones_missing: number | null;
}

function answerOf(row: AnswerColumns): NonNullable<AskedOverview['answer']> | null {
  const { answer_id: id, number, sent_at: sentAt, source } = row;
  if (id === null || number === null || sentAt === null || source === null) return null;
  return {
    ...{ id, number, sentAt, source, late: row.late === 1, people: row.people ?? 0 },
    ...{ shortMinutes: row.short_minutes ?? 0, phonesMissing: row.phones_missing ?? 0 },
  };
}
