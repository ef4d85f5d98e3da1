/**
 * Starts a search for the fewest changes that put the draft right: around its pins, only from a moment on, and dearer
 * the nearer a shift is. What it finds waits to be looked at; nothing is changed until someone takes it.
 */

import { addDays, daysBetween } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import { dayOf } from '../calendar/zone.ts';
import { cellsOf, compile } from '../constraints/compile.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import { mendProblem } from '../solver/mend.ts';
import type { App } from './app.ts';
import { openDraft } from './open-draft.ts';
import type { SolveRun } from './solve-run.ts';
import type { SolveRuns } from './solve-runs.ts';

export interface MendStarting {
  readonly key: PeriodKey;
  /** Shifts that begin earlier stay as they are. */
  readonly from: Instant;
  readonly seconds: number;
  readonly actor: string;
}

/** Soft points for a new name on a shift: ten times what two points off the mean cost. */
const CHANGE_PRICE = 400;
/** Within so many days a change costs `NEAR_FACTOR` times as much, since people have made their plans. */
const NEAR_DAYS = 3;
const NEAR_FACTOR = 3;

/** Throws as `startRun` does. */
export async function startMend(
  app: App,
  runs: SolveRuns,
  { key, from, seconds, actor }: MendStarting,
): Promise<SolveRun> {
  const { plan, work, revision } = await openDraft(app, key);
  const base = cellsOf(plan, work.roster);
  return runs.start({
    key,
    purpose: 'mend',
    plan,
    problem: mendProblem(compile(plan), { base, price: changePrices(plan, from) }),
    start: base,
    seconds,
    seed: 1,
    revision,
    base: work.roster,
    actor,
    onEnd: async () => false,
  });
}

/** By shift, in the plan's order; nought for what has begun. */
export function changePrices({ shifts, unit }: Plan, from: Instant): number[] {
  const near = addDays(dayOf(from, unit.zone), NEAR_DAYS);
  return shifts.map(({ span, day }) => {
    if (span.start < from) return 0;
    return daysBetween(day, near) > 0 ? CHANGE_PRICE * NEAR_FACTOR : CHANGE_PRICE;
  });
}
