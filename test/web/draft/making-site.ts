/** The pages over real use cases, a real SQLite file and the real solver, in this thread and counted in steps. */

import { pushKeysOf } from '../../../src/app/notices/push-keys.ts';
import { ownRuns } from '../../../src/app/runs/own-runs.ts';
import { createRepairsGate } from '../../../src/app/runs/searches.ts';
import { createSolveRuns, type StartSearch } from '../../../src/app/runs/solve-runs.ts';
import type { Case } from '../../../src/domain/case.ts';
import { solve } from '../../../src/solver/solve.ts';
import { readContacts } from '../../../src/wiring/contacts.ts';
import { ROOT } from '../../../src/wiring/root.ts';
import { type Loaded, loaded } from '../../app/sample-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { openSite, type Site } from '../site/site.ts';

const BUDGET = { kind: 'steps', moves: 20_000, nodes: 0 } as const;

/** Ends by itself soon; a stop changes nothing. */
const search: StartSearch = (problem, { seed, start, onProgress }) => ({
  outcome: solve(problem, {
    seed,
    budget: BUDGET,
    clock: () => 0,
    ...(start ? { start } : {}),
    onProgress,
  }),
  stop: () => undefined,
});

export interface MakingSite extends Loaded {
  readonly site: Site;
  readonly page: string;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; url: string }>;
  /** As a browser posts a form of ours, redirects not followed. */
  post(
    path: string,
    form: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; location: string }>;
  /** Generates a roster and waits until it is the draft. */
  generate(): Promise<void>;
  /** Waits until no search goes on. */
  settled(): Promise<void>;
}

/** @param of a sample by its name, or any case; the small unit when absent. */
export async function makingSite(of?: string | Case, publicUrl?: string): Promise<MakingSite> {
  const sample = await loaded((source) => (typeof of === 'string' ? sampleCase(of) : (of ?? source)));
  const { app, key } = sample;
  let id = 0;
  const runs = createSolveRuns({
    search,
    clock: app.clock,
    newId: () => `run-${++id}`,
    cores: 2,
    onFailure: (error) => {
      throw error;
    },
  });
  const site = await openSite(app, {
    searches: { runs: ownRuns(runs), search, repairs: createRepairsGate() },
    contacts: readContacts(ROOT),
    push: { publicKey: pushKeysOf(app).publicKey },
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
  const page = `/periods/${key.periodId}`;
  const get: MakingSite['get'] = async (path, headers = {}) => {
    const response = await fetch(site.url + path, { headers });
    return { status: response.status, text: await response.text(), url: response.url };
  };
  const post: MakingSite['post'] = async (path, form, headers = {}) => {
    const response = await fetch(site.url + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
      headers: { Origin: site.url, ...headers },
    });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
    };
  };
  const generate = async (): Promise<void> => {
    await post(`${page}/run`, { seconds: '30' });
    await untilOver(runs, sample);
  };
  const settled = (): Promise<void> => untilOver(runs, sample);
  return { ...sample, site, page, get, post, generate, settled };
}

function untilOver(runs: ReturnType<typeof createSolveRuns>, { key }: Loaded): Promise<void> {
  return new Promise((resolve) => {
    const isOver = (status: string | undefined): boolean => status === 'taken' || status === 'ended';
    if (isOver(runs.find(key)?.status)) resolve();
    const stop = runs.watch(key, ({ status }) => {
      if (!isOver(status)) return;
      stop();
      resolve();
    });
  });
}
