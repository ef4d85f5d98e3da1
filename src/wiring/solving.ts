/**
 * The searches of this process, over as many worker threads as are allowed: its own on a file, those of whoever asks on a
 * database that several processes share.
 */

import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { App } from '../app/app.ts';
import { createRunKeeper } from '../app/runs/keep-runs.ts';
import { ownRuns } from '../app/runs/own-runs.ts';
import { createRunClaims } from '../app/runs/run-claims.ts';
import type { Runs } from '../app/runs/runs.ts';
import { createRepairsGate, type Searches } from '../app/runs/searches.ts';
import { sharedRuns } from '../app/runs/shared-runs.ts';
import { createSolveRuns, type SolveRuns, type StartSearch } from '../app/runs/solve-runs.ts';
import type { Config } from '../config.ts';
import type { Outcome } from '../solver/outcome.ts';
import { startPortfolio } from '../solver-host/start-portfolio.ts';
import type { WebLog } from '../web/kit/deps.ts';
import type { ServerLog } from './log.ts';
import type { BackgroundJob } from './run-background.ts';
import { SOLVER_WORKER } from './solver-worker.ts';

/** A search answers a stop within a fifth of a second; then its roster is judged and kept. */
const LONGEST_END_MS = 3_000;
/** A search that dies with the server loses no more than this of its way. */
const KEPT_MS = 3_000;
/** How often others hear of one that they share; `run-claims.ts` says what hangs on it. */
const TOLD_MS = 1_000;
const CLAIMED_MS = 400;
const LOOKED_AT_MS = 500;

/** To Linux's scheduler a tenth as much as a thread that serves visits or gives signs of life: a search takes what they leave. */
export const SEARCH_NICENESS = 10;

export interface Solving {
  readonly searches: Searches;
  /** What has to be done for them beside. */
  readonly jobs: readonly BackgroundJob[];
  /**
   * Ends this process's searches within seconds: on a file the best so far becomes the draft, as if someone had pressed stop;
   * those that are shared are given back, for another process to go on with.
   */
  close(): Promise<void>;
}

/** Told of every search of a roster as it begins and ends. */
export interface SearchWatch {
  began(): void;
  /** `failed` when its worker died. */
  ended(how: Outcome['ended'] | 'failed'): void;
}

export interface SolvingSettings {
  readonly config: Pick<Config, 'solverWorkers' | 'solverMemoryMb' | 'databaseUrl'>;
  readonly log: SolvingLog;
  readonly watch: SearchWatch;
  /** How far searches stand back for other threads; not at all when absent. */
  readonly niceness?: number;
}

/** Whoever keeps a whole log is told of each shared search that is taken up, too. */
type SolvingLog = WebLog & Partial<Pick<ServerLog, 'note'>>;

export function openSolving(app: App, settings: SolvingSettings): Solving {
  const search = searchOf(settings);
  const { config, log } = settings;
  const registry = createSolveRuns({
    search,
    clock: app.clock,
    newId,
    cores: config.solverWorkers,
    onFailure: (cause) => log.error({ reference: '', path: 'solver', cause }),
  });
  const open = config.databaseUrl === undefined ? openOwn : openShared;
  const { runs, ...rest } = open(app, registry, settings);
  return { ...rest, searches: { runs, search, repairs: createRepairsGate() } };
}

function newId(): string {
  return randomBytes(4).toString('hex');
}

function searchOf({ config, watch, niceness }: SolvingSettings): StartSearch {
  const nice = niceness === undefined ? {} : { niceness };
  return (problem, { threads: workers = 1, ...settings }) => {
    watch.began();
    const asked = { ...settings, ...nice, workers, memoryMb: config.solverMemoryMb };
    const handle = startPortfolio(problem, { ...asked, workerUrl: SOLVER_WORKER });
    handle.outcome.then(
      ({ ended }) => watch.ended(ended),
      () => watch.ended('failed'),
    );
    return handle;
  };
}

interface Opened extends Omit<Solving, 'searches'> {
  readonly runs: Runs;
}

function openOwn(app: App, registry: SolveRuns): Opened {
  const keep = createRunKeeper(app, registry);
  return {
    runs: ownRuns(registry),
    jobs: [{ name: 'searches', everywhere: true, everyMs: KEPT_MS, run: keep }],
    async close() {
      await registry.finish(LONGEST_END_MS);
      // What nobody has taken yet waits for them in the store.
      await keep();
      registry.close();
    },
  };
}

/** Whoever has no workers asks others, and runs none. */
function openShared(app: App, registry: SolveRuns, { config, log }: SolvingSettings): Opened {
  const onFailure = (cause: unknown): void => log.error({ reference: '', path: 'solver', cause });
  const claims = createRunClaims(app, registry, {
    by: `${hostname()} ${process.pid} ${newId()}`,
    cores: config.solverWorkers,
    onClaim: ({ id, claims: times, elapsedMs }) => log.note?.('search-claimed', { id, times, elapsedMs }),
    onFailure,
  });
  const jobs: BackgroundJob[] = [
    { name: 'search signs', everywhere: true, everyMs: TOLD_MS, run: () => claims.renew() },
    {
      name: 'search claims',
      everywhere: true,
      everyMs: CLAIMED_MS,
      atStart: true,
      run: () => claims.claim(),
    },
  ];
  return {
    runs: sharedRuns({ newId: () => randomBytes(8).toString('hex'), lookEveryMs: LOOKED_AT_MS }),
    jobs: config.solverWorkers === 0 ? [] : jobs,
    async close() {
      // With the database away they are free before long in any case.
      await claims.close().catch(onFailure);
      registry.close();
    },
  };
}
