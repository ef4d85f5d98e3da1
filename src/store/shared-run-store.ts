/**
 * Searches that processes on one database share: taken up by one of those who solve, kept by it for as long as it gives signs,
 * and free again once it does not. All moments are by the database's own clock, since those of machines differ.
 */

import { type ExpressionBuilder, sql } from 'kysely';
import type { KeptRun, RunState } from '../domain/kept-run.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Database } from './database.ts';
import { runFromRow } from './kept-run-store.ts';
import { changeIn, deleteIn, someIn } from './rows.ts';
import type { Tables } from './tables.ts';
import { wordsOf } from './words-of.ts';

/** How a process has a search. */
export interface Claim {
  /** Which process, by a name nobody else has. */
  readonly by: string;
  /** Without a sign for so long it counts as dead, and its searches are free. */
  readonly leaseMs: number;
}

export interface Claiming extends Claim {
  /** Only what has been free for so long. */
  readonly waitedMs: number;
}

/** The oldest that is free, if any, and it is this process's from now on. Of many who ask at once no two get the same. */
export async function claimRun(
  db: Database,
  { by, leaseMs, waitedMs }: Claiming,
): Promise<KeptRun | undefined> {
  const { now, skippingLocked } = wordsOf(db);
  const next = db
    .selectFrom('kept_run')
    .select('id')
    .where('state', 'in', ['waiting', 'running'])
    .where('free_at', '<=', sql<never>`${now} - ${waitedMs}`)
    .orderBy('started_at')
    .orderBy('id')
    .limit(1)
    .modifyEnd(skippingLocked);
  const row = await db
    .updateTable('kept_run')
    .set((eb) => ({
      state: 'running',
      claimed_by: by,
      free_at: sql<never>`${now} + ${leaseMs}`,
      claims: eb('claims', '+', 1),
    }))
    .where('id', '=', next)
    .returningAll()
    .executeTakeFirst();
  return row && runFromRow(row);
}

/** Whether anything is free, without taking it up. */
export async function isRunFree(db: Database, waitedMs: number): Promise<boolean> {
  const row = await someIn(db, 'kept_run', { state: ['waiting', 'running'] })
    .select('id')
    .where('free_at', '<=', sql<never>`${wordsOf(db).now} - ${waitedMs}`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is new of a search; what is absent stays. */
export type RunNews = Pick<KeptRun, 'id' | 'elapsedMs' | 'assignments' | 'history' | 'problem'>;

/** A sign of life with what is new. `lost` where the search is this process's no more: dropped, or taken up by another. */
export async function renewRun(
  db: Database,
  { by, leaseMs }: Claim,
  news: RunNews,
): Promise<'going' | 'stopping' | 'lost'> {
  const row = await db
    .updateTable('kept_run')
    .set({ ...newsToRow(news), free_at: sql<never>`${wordsOf(db).now} + ${leaseMs}` })
    .where(isHeld(news.id, by))
    .returning('stopping')
    .executeTakeFirst();
  if (!row) return 'lost';
  return row.stopping === 1 ? 'stopping' : 'going';
}

/** It came to its end. False where the search is this process's no more. */
export async function endRun(db: Database, by: string, news: RunNews): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('kept_run')
    .set({ ...newsToRow(news), state: 'ended', ended: 1, claimed_by: null, free_at: wordsOf(db).now })
    .where(isHeld(news.id, by))
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Nothing can come of it. */
export async function failRun(db: Database, by: string, id: string): Promise<void> {
  await db
    .updateTable('kept_run')
    .set({ state: 'failed', claimed_by: null, free_at: wordsOf(db).now })
    .where(isHeld(id, by))
    .execute();
}

/** For others to go on with at once. */
export async function giveBackRun(db: Database, by: string, news: RunNews): Promise<void> {
  await db
    .updateTable('kept_run')
    .set((eb) => ({
      ...newsToRow(news),
      state: 'waiting',
      claimed_by: null,
      free_at: wordsOf(db).now,
      claims: eb('claims', '-', 1),
    }))
    .where(isHeld(news.id, by))
    .execute();
}

/** To whoever runs it; one that nobody has taken up is gone. */
export async function askRunToStop(db: Database, { unitId, periodId }: PeriodKey): Promise<void> {
  await deleteIn(db, 'kept_run', {
    unit_id: unitId,
    period_id: periodId,
    state: 'waiting',
    assignments: null,
  });
  await changeIn(db, 'kept_run', { unit_id: unitId, period_id: periodId, state: ['waiting', 'running'] }).to({
    stopping: 1,
  });
}

export interface RunSign {
  readonly key: PeriodKey;
  readonly state: RunState;
  readonly elapsedMs: number;
  /** How long it has been free; 0 while someone has it. */
  readonly waitedMs: number;
}

/** Of these periods, what is cheap to read. */
export async function listRunSigns(db: Database, keys: readonly PeriodKey[]): Promise<RunSign[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('kept_run')
    .select(['unit_id', 'period_id', 'state', 'elapsed_ms', leftMs(db).as('left')])
    .where((eb) =>
      eb.or(
        keys.map(({ unitId, periodId }) =>
          eb.and([eb('unit_id', '=', unitId), eb('period_id', '=', periodId)]),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({
    key: { unitId: row.unit_id, periodId: row.period_id },
    state: row.state,
    elapsedMs: row.elapsed_ms,
    waitedMs: row.state === 'waiting' ? Math.max(0, -(row.left ?? 0)) : 0,
  }));
}

export interface GoingRun {
  readonly key: PeriodKey;
  readonly periodName: string;
}

/** Of the unit, asked for and not over, by period. */
export async function listGoingRuns(db: Database, unitId: string): Promise<GoingRun[]> {
  const rows = await db
    .selectFrom('kept_run')
    .innerJoin('period', (join) =>
      join.onRef('period.unit_id', '=', 'kept_run.unit_id').onRef('period.id', '=', 'kept_run.period_id'),
    )
    .select(['period.id', 'period.name'])
    .where('kept_run.unit_id', '=', unitId)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('period.id')
    .execute();
  return rows.map(({ id, name }) => ({ key: { unitId, periodId: id }, periodName: name }));
}

export interface RunQueue {
  readonly waiting: number;
  /** At a process that gives signs of life. */
  readonly running: number;
  /** How long the one that is free longest has been so; 0 where none is. */
  readonly longestMs: number;
}

export async function readRunQueue(db: Database): Promise<RunQueue> {
  const rows = await someIn(db, 'kept_run', { state: ['waiting', 'running'] })
    .select(['state', leftMs(db).as('left')])
    .execute();
  const left = rows.map((row) => ({ state: row.state, ms: row.left ?? 0 }));
  return {
    waiting: left.filter(({ state }) => state === 'waiting').length,
    running: left.filter(({ state, ms }) => state === 'running' && ms > 0).length,
    longestMs: Math.max(0, ...left.map(({ ms }) => -ms)),
  };
}

/** Whether any came to its end so lately: whoever ran it is there. */
export async function isAnyLatelyOver(db: Database, ms: number): Promise<boolean> {
  const row = await someIn(db, 'kept_run', { state: ['ended', 'taken', 'failed'] })
    .select('id')
    .where('free_at', '>', sql<never>`${wordsOf(db).now} - ${ms}`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Until it is free; empty where nobody is to take it up. */
function leftMs(db: Database) {
  return sql<number | null>`free_at - ${wordsOf(db).now}`;
}

function isHeld(id: string, by: string) {
  return (eb: ExpressionBuilder<Tables, 'kept_run'>) =>
    eb.and([eb('id', '=', id), eb('claimed_by', '=', by), eb('state', '=', 'running')]);
}

function newsToRow({ elapsedMs, assignments, history, problem }: RunNews) {
  return {
    elapsed_ms: Math.round(elapsedMs),
    ...(assignments ? { assignments: JSON.stringify(assignments) } : {}),
    ...(history ? { history: JSON.stringify(history) } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}
