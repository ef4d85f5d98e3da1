/** What is kept of searches, one a period. */

import type { KeptRun } from '../domain/kept-run.ts';
import type { PeriodKey } from '../domain/period.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { assignments, readJson } from './records.ts';
import type { KeptRunRow } from './upkeep-tables.ts';

/** In place of whatever was kept of the period's last search. */
export async function insertKeptRun(db: Database, run: KeptRun): Promise<void> {
  const { unit_id, period_id, ...rest } = runToRow(run);
  await db
    .insertInto('kept_run')
    .values({ unit_id, period_id, ...rest })
    .onConflict((conflict) => conflict.columns(['unit_id', 'period_id']).doUpdateSet(rest))
    .execute();
}

/** Its roster, how far it is, whether it ended; nothing where the search is not the one that is kept. */
export async function updateKeptRun(db: Database, run: KeptRun): Promise<void> {
  const { elapsed_ms, ended, assignments } = runToRow(run);
  await db.updateTable('kept_run').set({ elapsed_ms, ended, assignments }).where('id', '=', run.id).execute();
}

export async function findKeptRun(
  db: Database,
  { unitId, periodId }: PeriodKey,
): Promise<KeptRun | undefined> {
  const row = await db
    .selectFrom('kept_run')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  return row && runFromRow(row);
}

export async function deleteKeptRun(db: Database, id: string): Promise<void> {
  await db.deleteFrom('kept_run').where('id', '=', id).execute();
}

/** Of all periods of the unit, those whose roster has the person in it. */
export async function deleteKeptRunsOf(db: Database, unitId: string, staffId: string): Promise<void> {
  const rows = await db
    .selectFrom('kept_run')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('period_id')
    .execute();
  for (const { id, assignments = [] } of rows.map(runFromRow)) {
    if (assignments.some((each) => each.staffId === staffId)) await deleteKeptRun(db, id);
  }
}

function runToRow({ key, assignments, ...run }: KeptRun): KeptRunRow {
  return {
    unit_id: key.unitId,
    period_id: key.periodId,
    id: run.id,
    purpose: run.purpose,
    started_at: run.startedAt,
    seconds: run.seconds,
    elapsed_ms: Math.round(run.elapsedMs),
    seed: run.seed,
    revision: run.revision,
    actor: run.actor,
    ended: run.ended ? 1 : 0,
    assignments: assignments ? JSON.stringify(assignments) : null,
  };
}

function runFromRow(row: KeptRunRow): KeptRun {
  return {
    id: row.id,
    key: { unitId: row.unit_id, periodId: row.period_id },
    purpose: row.purpose,
    startedAt: row.started_at,
    seconds: row.seconds,
    elapsedMs: row.elapsed_ms,
    seed: row.seed,
    revision: row.revision,
    actor: row.actor,
    ended: row.ended === 1,
    ...withoutNulls({
      assignments: row.assignments === null ? null : readJson(assignments, row.assignments),
    }),
  };
}
