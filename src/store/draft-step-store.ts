/** The steps of drafts: appended, marked undone or done again, never edited. */

import { z } from 'zod';
import { type DraftStep, STEP_KINDS, type StepName } from '../domain/draft-step.ts';
import type { PeriodKey } from '../domain/period.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { assignments, readJson } from './records.ts';
import { changeIn, insertIn, someIn } from './rows.ts';
import type { DraftStepRow } from './tables.ts';
import { wordsOf } from './words-of.ts';

/** Undo goes back this far. */
const MOST_STEPS = 200;

const pins = z.array(z.looseObject({ shiftId: z.string(), staffId: z.string() }));
const change = z.looseObject({ removed: assignments, added: assignments, unpinned: pins, pinned: pins });
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const kind = z.enum(STEP_KINDS);

export type NewStep = StepName & Pick<DraftStep, 'change' | 'at' | 'actor'>;

/** Steps that were undone can no longer be done again: they and steps from too long ago go. */
export async function appendStep(db: Database, key: PeriodKey, step: NewStep): Promise<void> {
  const { unitId, periodId } = key;
  await stepsOf(db.deleteFrom('draft_step'), key).where('undone', '=', 1).execute();
  const number = ((await lastDone(db, key))?.number ?? 0) + 1;
  await insertIn(db, 'draft_step', {
    unit_id: unitId,
    period_id: periodId,
    number,
    kind: step.kind,
    params: JSON.stringify(step.params),
    change: JSON.stringify(step.change),
    made_at: step.at,
    actor: step.actor,
    undone: 0,
  });
  await stepsOf(db.deleteFrom('draft_step'), key)
    .where('number', '<=', number - MOST_STEPS)
    .execute();
}

/** For a draft that was replaced from outside. */
export async function forgetSteps(db: Database, key: PeriodKey): Promise<void> {
  await stepsOf(db.deleteFrom('draft_step'), key).execute();
}

/** The steps of every draft of the unit in which one of them names the person: there is nothing to undo any more. */
export async function forgetStepsNaming(db: Database, unitId: string, staffId: string): Promise<void> {
  const named = JSON.stringify(staffId);
  const { holds } = wordsOf(db);
  const rows = await someIn(db, 'draft_step', { unit_id: unitId })
    .select('period_id')
    .distinct()
    .where(({ or }) => or([holds('change', named), holds('params', named)]))
    .execute();
  for (const row of rows) await forgetSteps(db, { unitId, periodId: row.period_id });
}

/** The step that undo would take back. */
export async function lastDone(db: Database, key: PeriodKey): Promise<DraftStep | undefined> {
  const row = await stepsOf(db.selectFrom('draft_step').selectAll(), key)
    .where('undone', '=', 0)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row && stepFromRow(row);
}

/** The step that redo would do again. */
export async function firstUndone(db: Database, key: PeriodKey): Promise<DraftStep | undefined> {
  const row = await stepsOf(db.selectFrom('draft_step').selectAll(), key)
    .where('undone', '=', 1)
    .orderBy('number')
    .executeTakeFirst();
  return row && stepFromRow(row);
}

export async function markStep(
  db: Database,
  key: PeriodKey,
  { number, undone }: Pick<DraftStep, 'number' | 'undone'>,
): Promise<void> {
  await changeIn(db, 'draft_step', { unit_id: key.unitId, period_id: key.periodId, number }).to({
    undone: undone ? 1 : 0,
  });
}

/** Any statement on the steps of one period. */
function stepsOf<T extends { where(column: 'unit_id' | 'period_id', operator: '=', value: string): T }>(
  statement: T,
  { unitId, periodId }: PeriodKey,
): T {
  return statement.where('unit_id', '=', unitId).where('period_id', '=', periodId);
}

function stepFromRow(row: DraftStepRow): DraftStep {
  return {
    ...fieldsOf(row, ['number', 'actor']),
    at: row.made_at,
    kind: kind.parse(row.kind),
    params: readJson(params, row.params),
    change: readJson(change, row.change),
    undone: row.undone === 1,
  };
}
