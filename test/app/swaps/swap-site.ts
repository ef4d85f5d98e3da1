/** A unit with a roster that breaks nothing, solved in steps and published: people can swap in it. */

import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { compile, rosterOf } from '../../../src/constraints/compile.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { solve } from '../../../src/solver/solve.ts';
import { sampleCase } from '../../sample-case.ts';
import { loadInto, published, type SampleApp, type Starts, startedApp } from '../sample-app.ts';

export interface SwapUnit {
  readonly app: SampleApp;
  readonly key: PeriodKey;
  readonly version: RosterVersion;
}

const UNITS: Starts<Omit<SwapUnit, 'app'>> = new Map();

/** Nine people for three days, the next 72 hours after a dispatch. */
export async function swapUnit(sample = 'urgent-72h', now = '2027-01-20T08:00'): Promise<SwapUnit> {
  const { app, value } = await startedApp(UNITS, `${sample} ${now}`, (fresh) => fill(fresh, sample, now));
  app.setClock(now);
  return { app, ...value };
}

async function fill(app: SampleApp, sample: string, now: string): Promise<Omit<SwapUnit, 'app'>> {
  const key = await loadInto(app, sampleCase(sample));
  const plan = await getPlan(app, key);
  const outcome = await solve(compile(plan), {
    seed: 1,
    budget: { kind: 'steps', moves: 60_000, nodes: 0 },
    clock: () => 0,
  });
  const { assignments } = rosterOf(plan, outcome.cells);
  app.setClock(now);
  return { key, version: await published(app, key, assignments) };
}
