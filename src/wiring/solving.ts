/** The searches of this server, over as many worker threads as are allowed. */

import { randomBytes } from 'node:crypto';
import type { App } from '../app/app.ts';
import { createRunKeeper } from '../app/runs/keep-runs.ts';
import { createRepairsGate, type Searches } from '../app/runs/searches.ts';
import { createSolveRuns, type StartSearch } from '../app/runs/solve-runs.ts';
import type { Config } from '../config.ts';
import type { Outcome } from '../solver/outcome.ts';
import { startPortfolio } from '../solver-host/start-portfolio.ts';
import type { WebLog } from '../web/kit/deps.ts';
import { SOLVER_WORKER } from './solver-worker.ts';

/** A search answers a stop within a fifth of a second; then its roster is judged and kept. */
const LONGEST_END_MS = 3_000;

export interface Solving {
  readonly searches: Searches;
  /** Keeps the best rosters so far safe from a sudden end. */
  keep(): Promise<void>;
  /** Ends every search within seconds; the best so far becomes the draft, as if someone had pressed stop. */
  close(): Promise<void>;
}

/** Told of every search of a roster as it begins and ends. */
export interface SearchWatch {
  began(): void;
  /** `failed` when its worker died. */
  ended(how: Outcome['ended'] | 'failed'): void;
}

export interface SolvingSettings {
  readonly config: Pick<Config, 'solverWorkers' | 'solverMemoryMb'>;
  readonly log: WebLog;
  readonly watch: SearchWatch;
  /** How far searches stand back for other threads; not at all when absent. */
  readonly niceness?: number;
}

export function openSolving(app: App, { config, log, watch, niceness }: SolvingSettings): Solving {
  const { solverWorkers, solverMemoryMb: memoryMb } = config;
  const search: StartSearch = (problem, { threads: workers = 1, ...settings }) => {
    watch.began();
    const nice = niceness === undefined ? {} : { niceness };
    const asked = { ...settings, ...nice, workers, memoryMb, workerUrl: SOLVER_WORKER };
    const handle = startPortfolio(problem, asked);
    handle.outcome.then(
      ({ ended }) => watch.ended(ended),
      () => watch.ended('failed'),
    );
    return handle;
  };
  const runs = createSolveRuns({
    search,
    clock: app.clock,
    newId: () => randomBytes(4).toString('hex'),
    cores: solverWorkers,
    onFailure: (cause) => log.error({ reference: '', path: 'solver', cause }),
  });
  const keep = createRunKeeper(app, runs);
  const close = async (): Promise<void> => {
    await runs.finish(LONGEST_END_MS);
    // What nobody has taken yet waits for them in the store.
    await keep();
    runs.close();
  };
  return { searches: { runs, search, repairs: createRepairsGate() }, keep, close };
}
