/** Searches as they are kept, and as pages see what was kept of them. */

import { check } from '../../constraints/check.ts';
import { cellsOf, rosterOf } from '../../constraints/compile.ts';
import type { Problem } from '../../constraints/shapes.ts';
import type { KeptRun, RunHistory } from '../../domain/kept-run.ts';
import type { Roster } from '../../domain/roster.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import { PHASES } from '../../solver/outcome.ts';
import { stampOf } from '../stamp.ts';
import type { SolveRun } from './solve-run.ts';

/** As one's own, or for those who share searches to fill in. */
export function keptOf(run: SolveRun, roster: Roster | undefined): KeptRun {
  const { id, key, purpose, startedAt, seconds, elapsedMs, seed, revision, actor } = run;
  return {
    ...{ id, key, purpose, startedAt, seconds, elapsedMs, seed, revision, actor },
    ...{ state: 'own', isStopping: false, claims: 0 },
    ended: run.status === 'ended',
    ...(roster ? { assignments: roster.assignments } : {}),
  };
}

/** The best so far, as a roster; absent before the first. */
export function bestOf({ plan, best, base, roster }: SolveRun): Roster | undefined {
  return roster ?? (best && rosterOf(plan, best, base));
}

/** Of what is told of the problem, whether it is of this one. */
export function markOf(problem: Problem): string {
  return stampOf(problem);
}

export function historyOf({ points, phases, proven, certificate }: SolveRun): RunHistory {
  return { points, phases, proven, ...(certificate ? { certificate } : {}) };
}

/** Phases of other versions of this program are left out. */
export function phasesOf({ phases }: RunHistory): SolveRun['phases'] {
  return phases.flatMap(({ phase, ms }) => {
    const known = PHASES.find((each) => each === phase);
    return known ? [{ phase: known, ms }] : [];
  });
}

/** As the plan is today; what was certified of the roster is not known any more. */
export function restoredRun(kept: KeptRun, { plan, base }: Pick<SolveRun, 'plan' | 'base'>): SolveRun {
  const { id, key, purpose, startedAt, seconds, elapsedMs, seed, revision, actor, ended, assignments } = kept;
  const asked = { id, key, purpose, startedAt, seconds, elapsedMs, seed, revision, actor };
  const facts = { ...asked, plan, base, phases: [], proven: false };
  const status = ended ? 'ended' : 'interrupted';
  if (!assignments) return { ...facts, status, points: [] };
  const { roster } = fitRoster(plan, { periodId: key.periodId, assignments });
  const points = [{ ms: elapsedMs, score: check(plan, roster).score, seatsChanged: 0 }];
  return { ...facts, status, points, roster, best: cellsOf(plan, roster) };
}

/** One that is shared. @param of with the problem once it is over: what was told of another one does not hold for it. */
export function shownRun(
  kept: KeptRun,
  { problem, ...of }: Pick<SolveRun, 'plan' | 'base'> & { readonly problem?: Problem },
): SolveRun {
  const { history, key, assignments = [] } = kept;
  const restored = { ...restoredRun(kept, of), status: statusOf(kept) };
  const { roster: found, ...bare } = restored;
  const holds = history && (!problem || markOf(problem) === kept.problem);
  const told = holds ? { ...history, phases: phasesOf(history) } : {};
  const best = fitRoster(of.plan, { periodId: key.periodId, assignments }).roster;
  if (problem) return { ...restored, ...told };
  return { ...bare, ...told, ...(found ? { best: cellsOf(of.plan, best) } : {}) };
}

function statusOf({ state, isStopping }: KeptRun): SolveRun['status'] {
  if (state === 'own') return 'interrupted';
  if (state === 'waiting') return 'queued';
  return state === 'running' && isStopping ? 'stopping' : state;
}
