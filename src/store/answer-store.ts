/** Answers as they were sent, and the figures they were judged by. Answers are added, never changed. */

import type { Instant } from '../calendar/interval.ts';
import type { Answer, AnswerDuty } from '../domain/answer.ts';
import type { DayJudgement, Judgement } from '../domain/answer-judgement.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { gapRows } from './order-records.ts';
import type { AskedKey } from './order-store.ts';
import type { AnswerDayRow, AnswerDutyRow, AnswerRow } from './order-tables.ts';
import { readJson } from './records.ts';
import { changeIn, deleteIn, insertIn, rowIn, rowsIn, someIn } from './rows.ts';

/** An answer without its people. */
export type AnswerSummary = Omit<Answer, 'duties'> & { readonly id: number };

/** What an answer was judged to be, as far as an overview shows it. */
export interface AnswerCount extends Omit<Judgement, 'days'> {
  readonly answerId: number;
  /** Of the order, by which it was judged. */
  readonly revision: number;
  readonly people: number;
}

const SUMMARY_COLUMNS = [
  ...(['order_id', 'unit_id', 'number', 'sent_at', 'sent_by'] as const),
  ...(['source', 'period_id', 'version', 'revision'] as const),
];
const DUTY_COLUMNS = ['tier', 'label', 'demand_id', 'name', 'title', 'phone', 'staff_id'] as const;
const FIGURE_COLUMNS = ['asked_minutes', 'covered_minutes', 'short_minutes', 'phones_missing'] as const;
const DAY_COLUMNS = ['day', 'demand_id', 'tier', ...FIGURE_COLUMNS] as const;

/** Puts the answer in force, with its figures, in place of the one before. Call it inside a transaction. */
export async function insertAnswer(db: Database, answer: Answer, judgement: Judgement): Promise<number> {
  const { id } = await db
    .insertInto('answer')
    .values({ ...columnsOf(answer, SUMMARY_COLUMNS), late: answer.late ? 1 : 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const rows of chunks(answer.duties.map((duty, position) => dutyToRow(id, position, duty)))) {
    await insertIn(db, 'answer_duty', rows);
  }
  const asked = await someIn(db, 'asked_unit', { order_id: answer.orderId, unit_id: answer.unitId })
    .select('answer_id')
    .executeTakeFirstOrThrow();
  if (asked.answer_id !== null) {
    await deleteIn(db, 'answer_day', { answer_id: asked.answer_id });
  }
  await saveJudgement(db, { answerId: id, revision: answer.revision, people: peopleIn(answer) }, judgement);
  await changeIn(db, 'asked_unit', { order_id: answer.orderId, unit_id: answer.unitId }).to({
    answer_id: id,
    outdated_at: null,
  });
  return id;
}

/** In place of an earlier judgement of the same answer. Call it inside a transaction. */
export async function saveJudgement(
  db: Database,
  { answerId, revision, people }: Pick<AnswerCount, 'answerId' | 'revision' | 'people'>,
  judgement: Judgement,
): Promise<void> {
  const figures = { revision, people, ...columnsOf(judgement, FIGURE_COLUMNS) };
  await db
    .insertInto('answer_count')
    .values({ answer_id: answerId, ...figures })
    .onConflict((conflict) => conflict.column('answer_id').doUpdateSet(figures))
    .execute();
  await deleteIn(db, 'answer_day', { answer_id: answerId });
  for (const rows of chunks(judgement.days.map((day) => dayToRow(answerId, day)))) {
    await insertIn(db, 'answer_day', rows);
  }
}

/** Newest first. */
export async function listAnswers(db: Database, { orderId, unitId }: AskedKey): Promise<AnswerSummary[]> {
  const rows = await rowsIn(db, 'answer', { order_id: orderId, unit_id: unitId })
    .orderBy('number', 'desc')
    .execute();
  return rows.map(summaryFromRow);
}

export async function findAnswer(db: Database, id: number): Promise<Answer | undefined> {
  const row = await rowIn(db, 'answer', { id });
  if (!row) return undefined;
  const { id: _, ...summary } = summaryFromRow(row);
  return { ...summary, duties: await listAnswerDuties(db, [id]).then((found) => found.get(id) ?? []) };
}

/** The duties of these answers, by answer, each in the order they were sent. */
export async function listAnswerDuties(
  db: Database,
  answerIds: readonly number[],
): Promise<Map<number, AnswerDuty[]>> {
  const found = new Map<number, AnswerDuty[]>();
  for (const ids of chunks(answerIds)) {
    const rows = await rowsIn(db, 'answer_duty', { answer_id: ids })
      .orderBy('answer_id')
      .orderBy('position')
      .execute();
    for (const row of rows) {
      const own = found.get(row.answer_id) ?? [];
      own.push(dutyFromRow(row));
      found.set(row.answer_id, own);
    }
  }
  return found;
}

/** The figures of the answers in force, by answer: two queries for a whole order. */
export async function listCounts(
  db: Database,
  orderId: string,
): Promise<Map<number, AnswerCount & AnswerSummary>> {
  const rows = await db
    .selectFrom('asked_unit as asked')
    .innerJoin('answer', 'answer.id', 'asked.answer_id')
    .innerJoin('answer_count as count', 'count.answer_id', 'answer.id')
    .selectAll('answer')
    .select(['count.revision as judged', 'people', 'asked_minutes', 'covered_minutes'])
    .select(['short_minutes', 'phones_missing'])
    .where('asked.order_id', '=', orderId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...summaryFromRow(row),
        ...fieldsOf(row, ['people', ...FIGURE_COLUMNS]),
        ...{ answerId: row.id, revision: row.judged },
      },
    ]),
  );
}

/** Days of these answers, by answer; those no longer in force have none. */
export async function listAnswerDays(
  db: Database,
  answerIds: readonly number[],
): Promise<Map<number, DayJudgement[]>> {
  const found = new Map<number, DayJudgement[]>();
  for (const ids of chunks(answerIds)) {
    const rows = await rowsIn(db, 'answer_day', { answer_id: ids })
      .orderBy('answer_id')
      .orderBy('day')
      .orderBy('demand_id')
      .execute();
    for (const row of rows) {
      const own = found.get(row.answer_id) ?? [];
      own.push(dayFromRow(row));
      found.set(row.answer_id, own);
    }
  }
  return found;
}

/** Marks answers copied from an older version of the period; how many. */
export async function markOutdated(
  db: Database,
  { unitId, answerIds }: { readonly unitId: string; readonly answerIds: readonly number[] },
  at: Instant | null,
): Promise<void> {
  for (const ids of chunks(answerIds)) {
    await changeIn(db, 'asked_unit', { unit_id: unitId, answer_id: ids }).to({ outdated_at: at });
  }
}

/** Answers in force that were copied from a version of the period. */
export async function listAnswersFrom(
  db: Database,
  unitId: string,
  periodId: string,
): Promise<AnswerSummary[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('asked_unit as asked', 'asked.answer_id', 'answer.id')
    .selectAll('answer')
    .where('answer.unit_id', '=', unitId)
    .where('answer.period_id', '=', periodId)
    .execute();
  return rows.map(summaryFromRow);
}

export function peopleIn({ duties }: Pick<Answer, 'duties'>): number {
  return new Set(duties.map(({ staffId, name, phone }) => staffId ?? `${name} ${phone}`)).size;
}

/** SQLite takes 32,766 values a statement. */
const ROWS_AT_ONCE = 500;

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, i) =>
    rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE),
  );
}

function summaryFromRow(row: Omit<AnswerRow, 'id'> & { readonly id: number }): AnswerSummary {
  return { ...fieldsOf(row, ['id', ...SUMMARY_COLUMNS]), late: row.late === 1 };
}

function dutyToRow(answerId: number, position: number, duty: AnswerDuty): AnswerDutyRow {
  const { start, end } = duty.span;
  return {
    ...{ answer_id: answerId, position, starts_at: start, ends_at: end },
    ...columnsOf(duty, DUTY_COLUMNS),
  };
}

export function dutyFromRow(row: AnswerDutyRow): AnswerDuty {
  return { ...fieldsOf(row, DUTY_COLUMNS), span: { start: row.starts_at, end: row.ends_at } };
}

function dayToRow(answerId: number, day: DayJudgement): AnswerDayRow {
  const gaps = day.gaps.map(({ span, held }) => [span.start, span.end, held]);
  return {
    ...{ answer_id: answerId, starts_at: day.span.start, ends_at: day.span.end },
    ...columnsOf(day, DAY_COLUMNS),
    gaps: JSON.stringify(gaps),
  };
}

function dayFromRow(row: AnswerDayRow): DayJudgement {
  return {
    ...fieldsOf(row, DAY_COLUMNS),
    span: { start: row.starts_at, end: row.ends_at },
    gaps: readJson(gapRows, row.gaps).map(([start, end, held]) => ({ span: { start, end }, held })),
  };
}
