/** One search for a roster as pages see it: how far it is, what it found, how it ended. Plain data, new at every change. */

import type { Instant } from '../../calendar/interval.ts';
import type { Cells, Score } from '../../constraints/shapes.ts';
import type { RunPurpose } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Certificate } from '../../domain/version.ts';
import type { Phase } from '../../solver/outcome.ts';

/**
 * `queued` until a core is free; `ended` with a roster that nobody has taken yet; `taken` once it is the draft;
 * `failed` when the worker died; `interrupted` when the server did, with the best roster that was kept, if any.
 */
const RUN_STATUSES = ['queued', 'running', 'stopping', 'ended', 'taken', 'failed', 'interrupted'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export interface RunPoint {
  readonly ms: number;
  readonly score: Score;
  readonly bound?: Score;
  /** Seats held differently than in the roster before it. */
  readonly seatsChanged: number;
}

export interface SolveRun {
  readonly id: string;
  readonly key: PeriodKey;
  readonly purpose: RunPurpose;
  readonly status: RunStatus;
  readonly plan: Plan;
  readonly startedAt: Instant;
  readonly seconds: number;
  readonly seed: number;
  /** The draft's revision it started from, 0 for none. */
  readonly revision: number;
  /** The roster it started from; empty when there was no draft. */
  readonly base: Roster;
  readonly elapsedMs: number;
  /** Each better roster and better bound, by time. */
  readonly points: readonly RunPoint[];
  readonly phases: readonly { readonly phase: Phase; readonly ms: number }[];
  /** The best so far, in the plan's cells. */
  readonly best?: Cells;
  /** Once `ended` or `interrupted`, and what of it is certified. A mended roster has no certificate: its price was another one. */
  readonly roster?: Roster;
  readonly certificate?: Certificate;
  /** It was proven that nothing better exists. */
  readonly proven: boolean;
  readonly actor: string;
  /** It waits, and nobody is there to run it. */
  readonly isUnattended?: boolean;
}

/** The newest point; absent before the first roster. */
export function latestOf({ points }: SolveRun): RunPoint | undefined {
  return points.at(-1);
}

export function isGoing({ status }: Pick<SolveRun, 'status'>): boolean {
  return status === 'queued' || status === 'running' || status === 'stopping';
}
