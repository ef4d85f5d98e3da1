/**
 * The searches going on in this server, one a period. They go on when the page that started them is closed, share the
 * cores, and wait in line when there are more of them than cores. It knows nothing of drafts: who starts a run says what
 * becomes of its result.
 */

import type { Instant } from '../../calendar/interval.ts';
import { rosterOf } from '../../constraints/compile.ts';
import type { Cells, Problem } from '../../constraints/shapes.ts';
import type { MendOrder } from '../../domain/kept-run.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Budget, Outcome, Progress } from '../../solver/outcome.ts';
import type { SolveHandle } from '../../solver-host/start-solve.ts';
import {
  certificateOf,
  isMetBefore,
  NOTHING_BEFORE,
  type RunBefore,
  withBoundBefore,
  withProgress,
} from './run-progress.ts';
import { isGoing, type SolveRun } from './solve-run.ts';

/** A search going on; one over several threads can give some up. */
export interface SearchHandle extends SolveHandle {
  readonly keepTo?: (threads: number) => void;
}

/** Starts one search in workers. */
export type StartSearch = (
  problem: Problem,
  settings: {
    readonly seed: number;
    /** Absent: one. */
    readonly threads?: number;
    readonly budget: Budget;
    readonly start?: Cells;
    readonly onProgress: (progress: Progress) => void;
  },
) => SearchHandle;

export interface RunRequest
  extends Pick<SolveRun, 'key' | 'purpose' | 'plan' | 'seconds' | 'seed' | 'revision' | 'base' | 'actor'> {
  /** Of its own when absent. */
  readonly id?: string;
  readonly mend?: MendOrder;
  readonly problem: Problem;
  readonly start?: Cells;
  /** Absent where it begins here. */
  readonly before?: RunBefore;
  /** Told when a roster is there, unless the run was dropped; its answer says whether it was taken. */
  readonly onEnd: (run: SolveRun) => Promise<boolean>;
}

export interface SolveRuns {
  /**
   * Throws `conflict`, `editor.failure.run-going`, while another search for the period goes on; `unavailable`,
   * `editor.failure.runs-full`, when too many wait for a core.
   */
  start(request: RunRequest): SolveRun;
  /** The period's newest run, over or not. */
  find(key: PeriodKey): SolveRun | undefined;
  /** Each period's newest run, over or not. */
  list(): readonly SolveRun[];
  /** Calls after every change, until the returned function is called. */
  watch(key: PeriodKey, onChange: (run: SolveRun) => void): () => void;
  /** Ends the search with the best so far. */
  stop(key: PeriodKey): void;
  /** Ends the search and forgets it. */
  drop(key: PeriodKey): void;
  /** The result was taken. */
  markTaken(key: PeriodKey): void;
  /** Ends every search; nothing of them is kept. */
  close(): void;
  /**
   * Stops every search that has begun and waits until its best so far was handed over, but not longer than so many
   * milliseconds; those still in line are dropped. No other begins.
   */
  finish(longestMs: number): Promise<void>;
}

/** In line; each takes up to ten minutes of a core. */
const MOST_WAITING = 20;
/** However little time is left of what another process began. */
const LEAST_SECONDS = 1;

interface Entry {
  run: SolveRun;
  readonly request: RunRequest;
  handle?: SearchHandle;
  /** Resolves when nothing more comes of the search. */
  over?: Promise<void>;
  dropped: boolean;
}

export interface SolveRunsSettings {
  readonly search: StartSearch;
  readonly clock: () => Instant;
  readonly newId: () => string;
  /** Searches at once. */
  readonly cores: number;
  readonly onFailure: (error: unknown) => void;
}

export function createSolveRuns(settings: SolveRunsSettings): SolveRuns {
  return new Registry(settings);
}

class Registry implements SolveRuns {
  readonly #settings: SolveRunsSettings;
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Map<string, Set<(run: SolveRun) => void>>();

  #finishing = false;

  constructor(settings: SolveRunsSettings) {
    this.#settings = settings;
  }

  start(request: RunRequest): SolveRun {
    const name = nameOf(request.key);
    const known = this.#entries.get(name);
    if (known && isGoing(known.run)) throw new AppError('conflict', 'editor.failure.run-going');
    const waiting = [...this.#entries.values()].filter((entry) => entry.run.status === 'queued').length;
    if (waiting >= MOST_WAITING) throw new AppError('unavailable', 'editor.failure.runs-full');
    const { key, purpose, plan, seconds, seed, revision, base, actor, before = NOTHING_BEFORE } = request;
    const run: SolveRun = {
      ...{ key, purpose, plan, seconds, seed, revision, base, actor },
      ...before,
      id: request.id ?? this.#settings.newId(),
      status: 'queued',
      startedAt: this.#settings.clock(),
      proven: false,
    };
    this.#entries.set(name, { run, request, dropped: false });
    this.#launch();
    return this.#entries.get(name)?.run ?? run;
  }

  find(key: PeriodKey): SolveRun | undefined {
    return this.#entries.get(nameOf(key))?.run;
  }

  list(): readonly SolveRun[] {
    return [...this.#entries.values()].map(({ run }) => run);
  }

  watch(key: PeriodKey, onChange: (run: SolveRun) => void): () => void {
    const name = nameOf(key);
    const watchers = this.#watchers.get(name) ?? new Set();
    this.#watchers.set(name, watchers.add(onChange));
    return () => watchers.delete(onChange);
  }

  stop(key: PeriodKey): void {
    const entry = this.#entries.get(nameOf(key));
    if (!entry || !isGoing(entry.run)) return;
    if (!entry.handle) {
      this.drop(key);
      return;
    }
    this.#change(entry, { status: 'stopping' });
    entry.handle.stop();
  }

  drop(key: PeriodKey): void {
    const entry = this.#entries.get(nameOf(key));
    if (!entry) return;
    entry.dropped = true;
    entry.handle?.stop();
    this.#entries.delete(nameOf(key));
    this.#launch();
  }

  markTaken(key: PeriodKey): void {
    const entry = this.#entries.get(nameOf(key));
    if (entry) this.#change(entry, { status: 'taken' });
  }

  close(): void {
    for (const { run } of [...this.#entries.values()]) this.drop(run.key);
  }

  async finish(longestMs: number): Promise<void> {
    this.#finishing = true;
    const going = [...this.#entries.values()].filter(({ run }) => isGoing(run));
    for (const { run } of going) this.stop(run.key);
    const over = Promise.all(going.map((entry) => entry.over)).then(() => {});
    const timer = new Promise<void>((resolve) => setTimeout(resolve, longestMs).unref());
    await Promise.race([over, timer]);
  }

  /**
   * Starts as many of those in line as there are cores free of a run, and gives every run an equal share of the cores: one
   * alone has them all, and gives up what the next needs.
   */
  #launch(): void {
    if (this.#finishing) return;
    const { cores } = this.#settings;
    const entries = [...this.#entries.values()];
    const going = entries.filter(({ handle, run }) => handle && isGoing(run));
    const waiting = entries.filter(({ handle, run }) => !handle && run.status === 'queued');
    const next = waiting.slice(0, Math.max(0, cores - going.length));
    if (next.length === 0) return;
    const threads = Math.max(1, Math.floor(cores / (going.length + next.length)));
    for (const { handle } of going) handle?.keepTo?.(threads);
    for (const entry of next) this.#run(entry, threads);
  }

  #run(entry: Entry, threads: number): void {
    const { problem, start, seed, before = NOTHING_BEFORE } = entry.request;
    const seconds = Math.max(LEAST_SECONDS, entry.request.seconds - before.elapsedMs / 1000);
    entry.handle = this.#settings.search(problem, {
      seed,
      threads,
      budget: { kind: 'seconds', seconds },
      ...(start ? { start } : {}),
      onProgress: (progress) => this.#note(entry, progress),
    });
    this.#change(entry, { status: 'running', startedAt: this.#settings.clock() });
    entry.over = entry.handle.outcome
      .then((outcome) => this.#end(entry, outcome))
      .catch((error: unknown) => this.#fail(entry, error))
      .finally(() => this.#launch());
  }

  #note(entry: Entry, progress: Progress): void {
    const { before = NOTHING_BEFORE } = entry.request;
    this.#change(entry, withProgress(entry.run, progress, before));
    if (isMetBefore(progress.score, before)) entry.handle?.stop();
  }

  async #end(entry: Entry, found: Outcome): Promise<void> {
    if (entry.dropped) return;
    const outcome = withBoundBefore(found, entry.request.before ?? NOTHING_BEFORE);
    const { score, bound, cells, elapsedMs, proven } = outcome;
    this.#note(entry, { phase: 'done', elapsedMs, score, ...(bound ? { bound } : {}), cells });
    const { plan, base } = entry.run;
    const roster = rosterOf(plan, cells, base);
    const certificate = certificateOf(entry.request, roster, outcome);
    const ended = { roster, proven, ...(certificate ? { certificate } : {}) };
    const taken = await entry.request.onEnd({ ...entry.run, ...ended, status: 'ended' });
    this.#change(entry, { ...ended, status: taken ? 'taken' : 'ended' });
  }

  #fail(entry: Entry, error: unknown): void {
    if (entry.dropped) return;
    this.#settings.onFailure(error);
    this.#change(entry, { status: 'failed' });
  }

  #change(entry: Entry, change: Partial<SolveRun>): void {
    entry.run = { ...entry.run, ...change };
    if (entry.dropped) return;
    for (const watcher of this.#watchers.get(nameOf(entry.run.key)) ?? []) watcher(entry.run);
  }
}

function nameOf({ unitId, periodId }: PeriodKey): string {
  return JSON.stringify([unitId, periodId]);
}
