/**
 * What the host and its worker say to each other. Every message is plain data that survives a structured clone; the
 * stop is not a message but a shared flag, since a worker inside HiGHS reads no messages.
 */

import type { Cells, Problem } from '../constraints/shapes.ts';
import type { Budget, Outcome, Progress, Role } from '../solver/outcome.ts';

/** Given to the worker as its data: one worker, one run. */
export interface SolveRequest {
  readonly problem: Problem;
  readonly seed: number;
  readonly budget: Budget;
  readonly start?: Cells;
  readonly role?: Role;
  /** Shared by the searches of a portfolio; see `exchange.ts`. */
  readonly exchangeMemory?: SharedArrayBuffer;
  /** Of the worker's thread; see `thread-host/thread-niceness.ts`. The process's own when absent. */
  readonly niceness?: number;
  /** One Int32 in shared memory: 1 asks the run to stop. */
  readonly stopFlag: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly message: string };

export const STOP = 1;
