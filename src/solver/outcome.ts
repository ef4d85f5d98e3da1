/** What the solver is told and what it tells: budget, progress, outcome. Plain data but for the callbacks. */

import type { Cells, Score } from '../constraints/shapes.ts';

/**
 * Wall-clock seconds, or steps: `moves` of annealing and `nodes` of exact search, which with the same seed give the
 * same roster on every machine.
 */
export type Budget =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'steps'; readonly moves: number; readonly nodes: number };

/**
 * Where searches of the same problem in several threads meet: each learns of better rosters and higher bounds that the
 * others found. What is taken from it is counted again before it is believed.
 */
export interface Exchange {
  publish(cells: Cells, score: Score): void;
  raiseBound(bound: Score): void;
  /** A roster better than `score`, when another search has one. */
  take(score: Score): Cells | undefined;
  /** The highest bound anyone has; absent before one is known. */
  bound(): Score | undefined;
}

/** `alone` tries everything by turns; of two side by side, one proves by columns while the other goes round them. */
const ROLES = ['alone', 'columns', 'companion'] as const;
export type Role = (typeof ROLES)[number];

export interface SolveOptions {
  readonly seed: number;
  readonly budget: Budget;
  /** Monotonic milliseconds; never read under a step budget but to report elapsed time. */
  readonly clock: () => number;
  /** Absent: `alone`. */
  readonly role?: Role;
  readonly exchange?: Exchange;
  /** A roster to start from; otherwise one is constructed. */
  readonly start?: Cells;
  /** Polled often; true ends the search with the best so far. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export const PHASES = ['construct', 'anneal', 'bound', 'exact', 'columns', 'neighbourhoods', 'done'] as const;
export type Phase = (typeof PHASES)[number];

export interface Progress {
  readonly phase: Phase;
  readonly elapsedMs: number;
  /** Best so far. */
  readonly score: Score;
  /** Valid lower bound, compared level by level; absent before one is known. */
  readonly bound?: Score;
  /** The best roster's cells, only when it changed since the last progress. */
  readonly cells?: Cells;
}

export interface Outcome {
  readonly cells: Cells;
  readonly score: Score;
  readonly bound?: Score;
  readonly proven: boolean;
  readonly ended: 'proven' | 'limit' | 'stopped';
  readonly moves: number;
  readonly elapsedMs: number;
}
