/**
 * Runs the solver in a worker thread of its own, so that the server stays awake and a crash takes down that run alone.
 * It knows threads and messages, and nothing of how rosters are found.
 */

import { Worker } from 'node:worker_threads';
import type { Cells, Problem } from '../constraints/shapes.ts';
import type { Budget, Outcome, Progress, Role } from '../solver/outcome.ts';
import { type SolveRequest, STOP, type WorkerMessage } from './protocol.ts';

/**
 * A stopped worker that has not answered by then is ended, and the outcome made of its last progress. HiGHS reads the
 * flag between the nodes of its search, but not inside one linear program, which may take seconds.
 */
const STOP_GRACE_MS = 80;

export interface SolveSettings {
  /** The compiled `solver-host/worker.js`; main passes it in. */
  readonly workerUrl: URL;
  readonly seed: number;
  readonly budget: Budget;
  /** Of the worker's heap; beyond it the worker ends, and the server goes on. V8's own limit when absent. */
  readonly memoryMb?: number;
  /** How far the worker stands back for other threads, 1–19; not at all when absent. See `thread-host/thread-niceness.ts`. */
  readonly niceness?: number;
  /** A roster to start from. */
  readonly start?: Cells;
  readonly role?: Role;
  /** Shared with other searches of the same problem; see `exchange.ts`. */
  readonly exchangeMemory?: SharedArrayBuffer;
  readonly onProgress?: (progress: Progress) => void;
}

export interface SolveHandle {
  /** Rejects with `SolverCrash` when the worker dies before it answers. */
  readonly outcome: Promise<Outcome>;
  /** Asks the run to end with the best so far; the outcome follows within 200 ms. */
  stop(): void;
}

/** The worker ended without an outcome: only this run is lost. */
export class SolverCrash extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the solver's worker ended without an outcome: ${reason}`, options);
    this.name = 'SolverCrash';
  }
}

export function startSolve(problem: Problem, settings: SolveSettings): SolveHandle {
  const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const { workerUrl, onProgress, memoryMb, ...asked } = settings;
  const request: SolveRequest = { problem, stopFlag, ...asked };
  const limits = memoryMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
  const worker = new Worker(workerUrl, { workerData: request, ...limits });
  const run = new Run(worker, onProgress);
  return {
    outcome: run.outcome,
    stop: () => {
      Atomics.store(new Int32Array(stopFlag), 0, STOP);
      run.endAfter(STOP_GRACE_MS);
    },
  };
}

/** One worker from its start to its outcome or its end. */
class Run {
  readonly outcome: Promise<Outcome>;
  readonly #worker: Worker;
  #last: Progress | undefined;
  #cells: Cells | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Stopped, and the grace is over: the first roster reported ends the run. */
  #overdue = false;

  constructor(worker: Worker, onProgress: ((progress: Progress) => void) | undefined) {
    this.#worker = worker;
    this.outcome = new Promise<Outcome>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') {
          this.#note(message.progress);
          onProgress?.(message.progress);
        } else {
          if (message.kind === 'done') resolve(message.outcome);
          else reject(new SolverCrash(message.message));
          this.#end();
        }
      });
      worker.on('error', (error) => reject(new SolverCrash(String(error), { cause: error })));
      worker.on('exit', (code) => {
        clearTimeout(this.#timer);
        const stopped = this.#timer && this.#stoppedOutcome();
        if (stopped) resolve(stopped);
        else reject(new SolverCrash(`exit code ${code}`));
      });
    });
  }

  endAfter(graceMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#overdue = true;
      if (this.#cells) this.#end();
    }, graceMs);
  }

  #end(): void {
    clearTimeout(this.#timer);
    void this.#worker.terminate();
  }

  #note(progress: Progress): void {
    this.#last = progress;
    this.#cells = progress.cells ?? this.#cells;
    if (this.#overdue && this.#cells) this.#end();
  }

  /** The worker took its count of moves with it. */
  #stoppedOutcome(): Outcome | undefined {
    if (!this.#last || !this.#cells) return undefined;
    const { score, bound, elapsedMs } = this.#last;
    return {
      cells: this.#cells,
      score,
      ...(bound ? { bound } : {}),
      proven: false,
      ended: 'stopped',
      moves: 0,
      elapsedMs,
    };
  }
}
