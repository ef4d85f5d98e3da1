/**
 * A process that solves for all who share the database: takes up what waits while it has cores free, tells every second how far
 * it is, and ends what someone stopped or dropped elsewhere. What another process began and did not live to end, it goes on with:
 * from the last roster that was told, with the time that is left, and with the bound where the problem is still the same.
 */

import { cellsOf } from '../../constraints/compile.ts';
import type { KeptRun } from '../../domain/kept-run.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import { AppError } from '../../kernel/app-error.ts';
import {
  type Claim,
  claimRun,
  endRun,
  failRun,
  giveBackRun,
  isRunFree,
  type RunNews,
  renewRun,
} from '../../store/shared-run-store.ts';
import type { App } from '../app.ts';
import { bestOf, historyOf, markOf, phasesOf } from './kept-progress.ts';
import type { RunBefore } from './run-progress.ts';
import { requestOf } from './run-request.ts';
import { isGoing, type SolveRun } from './solve-run.ts';
import type { RunRequest, SolveRuns } from './solve-runs.ts';
import { takeUnlessEdited } from './take-roster.ts';

/**
 * Signs are given every second. Long enough for a database that is started anew, short enough that a search goes on elsewhere
 * within ten seconds of the end of whoever had it.
 */
const LEASE_MS = 6_000;
/** For each search a process has already: one that has none goes first. */
const HEAD_START_MS = 1_000;
/** One that took so many processes down with it is not given to another. */
const MOST_CLAIMS = 3;
/** After a word that did not get through: whoever lives gives a sign before anything is taken from them. */
const QUIET_MS = 3_000;

export interface RunClaimsSettings {
  /** A name no other process has. */
  readonly by: string;
  /** Searches at once; as many as `runs` has cores. */
  readonly cores: number;
  /** Told of each search that is taken up. */
  readonly onClaim?: (run: Pick<KeptRun, 'id' | 'key' | 'claims' | 'elapsedMs'>) => void;
  readonly onFailure: (error: unknown) => void;
}

export interface RunClaims {
  /** To be called every second. */
  renew(): Promise<void>;
  /** To be called oftener. */
  claim(): Promise<void>;
  /** Whatever is not over is given back, for others to go on with; nothing is taken up any more. */
  close(): Promise<void>;
}

/** @param runs searches of this process, and of nobody who asked it for one. */
export function createRunClaims(app: App, runs: SolveRuns, settings: RunClaimsSettings): RunClaims {
  return new Claims(app, runs, settings);
}

/** What this process has, and what it has told of it. */
interface Held {
  readonly kept: KeptRun;
  readonly problem: string;
  told?: SolveRun;
}

class Claims implements RunClaims {
  readonly #app: App;
  readonly #runs: SolveRuns;
  readonly #settings: RunClaimsSettings;
  readonly #claim: Claim;
  readonly #held = new Map<string, Held>();
  readonly #ending = new Set<Promise<unknown>>();
  #quietUntil = 0;
  #isClosed = false;

  constructor(app: App, runs: SolveRuns, settings: RunClaimsSettings) {
    this.#app = app;
    this.#runs = runs;
    this.#settings = settings;
    this.#claim = { by: settings.by, leaseMs: LEASE_MS };
  }

  renew(): Promise<void> {
    return this.#heard(async () => {
      for (const held of [...this.#held.values()]) {
        const run = this.#runOf(held);
        if (run?.status === 'failed') await this.#fail(held);
      }
      this.#forgetEnded();
      if (this.#held.size === 0) return;
      const answers = await this.#app.db.transaction().execute(async (trx) => {
        const all: { held: Held; run: SolveRun; answer: 'going' | 'stopping' | 'lost' }[] = [];
        for (const held of [...this.#held.values()]) {
          const run = this.#runOf(held);
          if (run) all.push({ held, run, answer: await renewRun(trx, this.#claim, newsOf(held, run)) });
        }
        return all;
      });
      for (const { held, run, answer } of answers) {
        held.told = run;
        if (answer === 'lost') this.#forget(held);
        if (answer === 'stopping' && run.status === 'running') this.#runs.stop(run.key);
      }
    });
  }

  claim(): Promise<void> {
    return this.#heard(async () => {
      const { by, leaseMs } = this.#claim;
      while (!this.#isClosed && this.#held.size < this.#settings.cores) {
        if (performance.now() < this.#quietUntil) return;
        const waitedMs = this.#held.size * HEAD_START_MS;
        if (!(await isRunFree(this.#app.db, waitedMs))) return;
        const kept = await claimRun(this.#app.db, { by, leaseMs, waitedMs });
        if (!kept) return;
        await this.#begin(kept);
      }
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#ending);
    for (const held of [...this.#held.values()]) {
      const run = this.#runOf(held);
      if (run) await giveBackRun(this.#app.db, this.#settings.by, newsOf(held, run));
      this.#forget(held);
    }
  }

  async #begin(kept: KeptRun): Promise<void> {
    this.#settings.onClaim?.(kept);
    if (kept.claims > MOST_CLAIMS) return failRun(this.#app.db, this.#settings.by, kept.id);
    try {
      const request = await requestOf(this.#app, kept);
      // Told to end meanwhile.
      if (this.#isClosed) return await giveBackRun(this.#app.db, this.#settings.by, kept);
      const problem = markOf(request.problem);
      const held: Held = { kept, problem };
      const given = { ...request, ...continued(kept, request, problem) };
      // Whatever this process had for the period, it has no more.
      this.#runs.drop(kept.key);
      this.#held.set(kept.id, held);
      this.#runs.start({ ...given, onEnd: (run) => this.#end(held, run) });
    } catch (error) {
      this.#held.delete(kept.id);
      // What cannot be read for now is free again before long.
      if (error instanceof AppError && error.code === 'unavailable') throw error;
      await failRun(this.#app.db, this.#settings.by, kept.id);
      this.#settings.onFailure(error);
    }
  }

  /** What it has found is kept first: should this process die now, somebody chooses. */
  #end(held: Held, run: SolveRun): Promise<boolean> {
    const ending = (async () => {
      const { id, purpose } = held.kept;
      try {
        const news = { ...newsOf(held, run), ...(run.roster ? { assignments: run.roster.assignments } : {}) };
        const isOurs = await endRun(this.#app.db, this.#settings.by, news);
        if (!isOurs || purpose === 'mend') return false;
        return await takeUnlessEdited(this.#app, run);
      } finally {
        this.#held.delete(id);
      }
    })();
    this.#ending.add(ending);
    ending.finally(() => this.#ending.delete(ending)).catch(() => undefined);
    return ending;
  }

  async #fail(held: Held): Promise<void> {
    await failRun(this.#app.db, this.#settings.by, held.kept.id);
    this.#forget(held);
  }

  #runOf({ kept }: Held): SolveRun | undefined {
    const run = this.#runs.find(kept.key);
    return run?.id === kept.id ? run : undefined;
  }

  #forget({ kept }: Held): void {
    this.#held.delete(kept.id);
    if (this.#runs.find(kept.key)?.id === kept.id) this.#runs.drop(kept.key);
  }

  /** Their plans take room, and pages are told by the store. */
  #forgetEnded(): void {
    for (const run of this.#runs.list()) {
      if (!isGoing(run) && !this.#held.has(run.id)) this.#runs.drop(run.key);
    }
  }

  async #heard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#quietUntil = performance.now() + QUIET_MS;
      throw error;
    }
  }
}

/** How a search goes on that was begun before: what was told of another problem is not told of this one. */
function continued(
  kept: KeptRun,
  { plan }: Pick<RunRequest, 'plan'>,
  problem: string,
): Pick<RunRequest, 'id' | 'revision' | 'before' | 'start'> {
  const { id, key, revision, elapsedMs, assignments, history } = kept;
  const from = { id, revision };
  if (!assignments) return { ...from, before: { elapsedMs, points: [], phases: [] } };
  const best = cellsOf(plan, fitRoster(plan, { periodId: key.periodId, assignments }).roster);
  const told = history && kept.problem === problem ? history : undefined;
  const before: RunBefore = told
    ? { elapsedMs, points: told.points, phases: phasesOf(told), best }
    : { elapsedMs, points: [], phases: [] };
  return { ...from, start: best, before };
}

/** Only what was not told yet is sent again. */
function newsOf({ problem, told }: Held, run: SolveRun): RunNews {
  const { id, elapsedMs } = run;
  const roster = told?.best === run.best ? undefined : bestOf(run);
  const isSame = told?.points === run.points && told.phases === run.phases && told.proven === run.proven;
  return {
    ...{ id, elapsedMs, problem },
    ...(roster ? { assignments: roster.assignments } : {}),
    ...(isSame ? {} : { history: historyOf(run) }),
  };
}
