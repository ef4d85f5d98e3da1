/**
 * Starts a search for the fewest changes that put the draft right: around its pins, only from a moment on, and dearer
 * the nearer a shift is. What it finds waits to be looked at; nothing is changed until someone takes it.
 */

import { daysBetween } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import { cellsOf, compile } from '../../constraints/compile.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { mendProblem } from '../../solver/mend.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { startKept } from './keep-runs.ts';
import type { SolveRun } from './solve-run.ts';
import type { SolveRuns } from './solve-runs.ts';

export interface MendStarting {
  readonly key: PeriodKey;
  /** Shifts that begin earlier stay as they are. */
  readonly from: Instant;
  readonly seconds: number;
  readonly actor: string;
  /** Absent: `usual`. */
  readonly near?: Nearness;
}

/** What a new name on a shift costs, in soft points, and how much dearer that is near the day: people have plans. */
export interface ChangePrice {
  readonly change: number;
  /** A change on the first day open costs so many times as much, falling evenly to once after `nearDays`. */
  readonly nearFactor: number;
  readonly nearDays: number;
}

/** How much dearer a change at short notice is than one long before. */
export const NEARNESS = ['even', 'usual', 'dear'] as const;
export type Nearness = (typeof NEARNESS)[number];

export const NEAR_FACTORS: Readonly<Record<Nearness, number>> = { even: 1, usual: 3, dear: 10 };

/** A change costs ten times what two points off the mean do. */
export const CHANGE_PRICE: ChangePrice = { change: 400, nearFactor: NEAR_FACTORS.usual, nearDays: 3 };

/** Throws as `startRun` does. */
export async function startMend(
  app: App,
  runs: SolveRuns,
  { key, from, seconds, actor, near = 'usual' }: MendStarting,
): Promise<SolveRun> {
  allow(app, 'solver.run', key);
  const { plan, work, revision } = await openDraft(app, key);
  const base = cellsOf(plan, work.roster);
  const price = { ...CHANGE_PRICE, nearFactor: NEAR_FACTORS[near] };
  return startKept(app, runs, {
    key,
    purpose: 'mend',
    plan,
    problem: mendProblem(compile(plan), { base, price: changePrices(plan, from, price) }),
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
export function changePrices(
  { shifts, unit }: Plan,
  from: Instant,
  { change, nearFactor, nearDays }: ChangePrice = CHANGE_PRICE,
): number[] {
  const today = dayOf(from, unit.zone);
  return shifts.map(({ span, day }) => {
    if (span.start < from) return 0;
    const near = Math.max(0, 1 - Math.max(0, daysBetween(today, day)) / Math.max(1, nearDays));
    return Math.round(change * (1 + (nearFactor - 1) * near));
  });
}
