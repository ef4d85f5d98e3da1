/** Drafts handed in to be approved, and how each unit lets changes through. */

import type { DutyFlow } from '../domain/duty-flow.ts';
import { STANDARD_FLOW } from '../domain/duty-flow.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Submission } from '../domain/submission.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import type { SubmissionRow } from './swap-tables.ts';

/** The newest of the period. */
export async function findSubmission(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<Submission | undefined> {
  const row = await db
    .selectFrom('submission')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('period_id', '=', periodId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && submissionFromRow(row);
}

/** Adds it, or replaces what was known of it. */
export async function saveSubmission(db: Database, key: PeriodKey, submission: Submission): Promise<void> {
  const row = submissionToRow(key, submission);
  await db
    .insertInto('submission')
    .values(row)
    .onConflict((conflict) => conflict.columns(['unit_id', 'period_id', 'number']).doUpdateSet(row))
    .execute();
}

export async function readDutyFlow(db: Database, unitId: string): Promise<DutyFlow> {
  const row = await db.selectFrom('duty_flow').selectAll().where('unit_id', '=', unitId).executeTakeFirst();
  if (!row) return STANDARD_FLOW;
  return {
    approveSwaps: row.approve_swaps === 1,
    leaveWaits: row.leave_waits === 1,
    replaceAtOnce: row.replace_at_once === 1,
    ...(row.approve_publishing === null ? {} : { approvePublishing: row.approve_publishing === 1 }),
  };
}

export async function saveDutyFlow(db: Database, unitId: string, flow: DutyFlow): Promise<void> {
  const { approvePublishing: asks } = flow;
  const row = {
    unit_id: unitId,
    approve_publishing: asks === undefined ? null : Number(asks),
    approve_swaps: Number(flow.approveSwaps),
    leave_waits: Number(flow.leaveWaits),
    replace_at_once: Number(flow.replaceAtOnce ?? true),
  };
  await db
    .insertInto('duty_flow')
    .values(row)
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(row))
    .execute();
}

function submissionToRow({ unitId, periodId }: PeriodKey, submission: Submission): SubmissionRow {
  return {
    unit_id: unitId,
    period_id: periodId,
    number: submission.number,
    revision: submission.revision,
    note: submission.note,
    submitted_by: submission.submittedBy,
    submitted_at: submission.submittedAt,
    state: submission.state,
    decided_by: submission.decidedBy ?? null,
    decided_at: submission.decidedAt ?? null,
    reason: submission.reason ?? null,
  };
}

function submissionFromRow(row: SubmissionRow): Submission {
  return {
    number: row.number,
    revision: row.revision,
    note: row.note,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    state: row.state,
    ...withoutNulls({ decidedBy: row.decided_by, decidedAt: row.decided_at, reason: row.reason }),
  };
}
