/** Drafts handed in to be approved, and how each unit lets changes through. */

import type { DutyFlow } from '../domain/duty-flow.ts';
import { STANDARD_FLOW } from '../domain/duty-flow.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Submission } from '../domain/submission.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { rowIn, rowsIn, saveIn } from './rows.ts';
import type { SubmissionRow } from './swap-tables.ts';

const COLUMNS = [
  'number',
  'revision',
  'note',
  'submitted_by',
  'submitted_at',
  'state',
  'decided_by',
  'decided_at',
  'reason',
] as const;

/** The newest of the period. */
export async function findSubmission(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<Submission | undefined> {
  const row = await rowsIn(db, 'submission', { unit_id: unitId, period_id: periodId })
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && submissionFromRow(row);
}

/** Adds it, or replaces what was known of it. */
export async function saveSubmission(db: Database, key: PeriodKey, submission: Submission): Promise<void> {
  const row = submissionToRow(key, submission);
  await saveIn(db, 'submission', ['unit_id', 'period_id', 'number'], row);
}

export async function readDutyFlow(db: Database, unitId: string): Promise<DutyFlow> {
  const row = await rowIn(db, 'duty_flow', { unit_id: unitId });
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
  await saveIn(db, 'duty_flow', ['unit_id'], row);
}

function submissionToRow(key: PeriodKey, submission: Submission): SubmissionRow {
  return { ...columnsOf(key, ['unit_id', 'period_id']), ...columnsOf(submission, COLUMNS) };
}

function submissionFromRow(row: SubmissionRow): Submission {
  return fieldsOf(row, COLUMNS);
}
