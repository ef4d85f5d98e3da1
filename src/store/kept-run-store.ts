/** What is kept of searches, one a period. */

import type { RawBuilder, Selectable } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import type { KeptRun } from '../domain/kept-run.ts';
import type { PeriodKey } from '../domain/period.ts';
import { withoutNulls } from './absent.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { assignments, readJson, runHistory } from './records.ts';
import { changeIn, deleteIn, rowIn, rowsIn } from './rows.ts';
import type { KeptRunRow } from './upkeep-tables.ts';
import { wordsOf } from './words-of.ts';

const COLUMNS = [
  'id',
  'purpose',
  'started_at',
  'seconds',
  'seed',
  'revision',
  'actor',
  'state',
  'claims',
  'problem',
] as const;

/** In place of whatever was kept of the period's last search. */
export async function insertKeptRun(db: Database, run: KeptRun): Promise<void> {
  await putRow(db, { ...runToRow(run), free_at: null });
}

/** Asked for, for whoever solves to take up. */
export async function insertSharedRun(db: Database, run: KeptRun): Promise<void> {
  await putRow(db, { ...runToRow(run), free_at: wordsOf(db).now });
}

type NewRow = ReturnType<typeof runToRow> & { readonly free_at: RawBuilder<Instant> | null };

async function putRow(db: Database, row: NewRow): Promise<void> {
  const { unit_id, period_id, ...rest } = { ...row, claimed_by: null };
  await db
    .insertInto('kept_run')
    .values({ unit_id, period_id, ...rest })
    .onConflict((conflict) => conflict.columns(['unit_id', 'period_id']).doUpdateSet(rest))
    .execute();
}

/** Its roster, how far it is, whether it ended; nothing where the search is not the one that is kept. */
export async function updateKeptRun(db: Database, run: KeptRun): Promise<void> {
  const { elapsed_ms, ended, assignments } = runToRow(run);
  await changeIn(db, 'kept_run', { id: run.id }).to({ elapsed_ms, ended, assignments });
}

export async function findKeptRun(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<KeptRun | undefined> {
  const row = await rowIn(db, 'kept_run', { unit_id: unitId, period_id: periodId });
  return row && runFromRow(row);
}

export async function deleteKeptRun(db: Database, id: string): Promise<void> {
  await deleteIn(db, 'kept_run', { id });
}

/** Its roster is the draft: a shared one is still shown to whoever watched it, of one's own nothing is left. */
export async function markKeptRunTaken(db: Database, id: string): Promise<void> {
  await deleteIn(db, 'kept_run', { id, state: 'own' });
  await changeIn(db, 'kept_run', { id }).to({ state: 'taken' });
}

/** Of all periods of the unit, those whose roster has the person in it; and those at work with the person in mind. */
export async function deleteKeptRunsOf(db: Database, unitId: string, staffId: string): Promise<void> {
  const rows = await rowsIn(db, 'kept_run', { unit_id: unitId }).orderBy('period_id').execute();
  for (const { id, state, assignments = [] } of rows.map(runFromRow)) {
    const names = assignments.some((each) => each.staffId === staffId);
    if (names || state === 'running') await deleteKeptRun(db, id);
  }
}

/** But who has it, and when it is free. */
function runToRow({ key, mend, assignments, history, elapsedMs, ...run }: KeptRun) {
  return {
    ...columnsOf(key, ['unit_id', 'period_id']),
    ...columnsOf(run, COLUMNS),
    elapsed_ms: Math.round(elapsedMs),
    ended: flag(run.ended),
    stopping: flag(run.isStopping),
    assignments: assignments ? JSON.stringify(assignments) : null,
    mend_from: mend?.from ?? null,
    near: mend?.near ?? null,
    history: history ? JSON.stringify(history) : null,
  };
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

export function runFromRow(row: Selectable<KeptRunRow>): KeptRun {
  return {
    ...fieldsOf(row, [...COLUMNS, 'elapsed_ms']),
    key: fieldsOf(row, ['unit_id', 'period_id']),
    ended: row.ended === 1,
    isStopping: row.stopping === 1,
    ...withoutNulls({
      mend: row.mend_from === null || row.near === null ? null : { from: row.mend_from, near: row.near },
      assignments: row.assignments === null ? null : readJson(assignments, row.assignments),
      history: row.history === null ? null : readJson(runHistory, row.history),
    }),
  };
}
