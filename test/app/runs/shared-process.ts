/** A process that solves for others, whose one search goes on until the test says otherwise. */

import type { App } from '../../../src/app/app.ts';
import { createRunClaims } from '../../../src/app/runs/run-claims.ts';
import { createSolveRuns, type StartSearch } from '../../../src/app/runs/solve-runs.ts';
import { check } from '../../../src/constraints/check.ts';
import { cellsOf } from '../../../src/constraints/compile.ts';
import type { Cells, Score } from '../../../src/constraints/shapes.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Assignment } from '../../../src/domain/roster.ts';

interface Going {
  readonly seconds: number;
  readonly start: Cells | undefined;
  stopped: boolean;
  tell(assignments: readonly Assignment[], elapsedMs: number, bound?: Score): void;
  end(assignments: readonly Assignment[], bound?: Score): void;
  fail(): void;
}

export function processOf(app: App, plan: Plan, by: string) {
  const going: Going[] = [];
  const failures: unknown[] = [];
  const found = (assignments: readonly Assignment[]) => {
    const roster = { periodId: plan.period.id, assignments };
    return { cells: cellsOf(plan, roster), score: check(plan, roster).score };
  };
  const search: StartSearch = (_, { onProgress, budget, start }) => {
    let resolve: (outcome: never) => void = () => undefined;
    let reject: (error: Error) => void = () => undefined;
    const outcome = new Promise<never>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    const entry: Going = {
      seconds: budget.kind === 'seconds' ? budget.seconds : 0,
      start,
      stopped: false,
      tell: (assignments, elapsedMs, bound) =>
        onProgress({ phase: 'anneal', elapsedMs, ...found(assignments), ...(bound ? { bound } : {}) }),
      end: (assignments, bound) =>
        resolve({
          ...{ ...found(assignments), proven: false, ended: 'limit', moves: 1, elapsedMs: 20_000 },
          ...(bound ? { bound } : {}),
        } as never),
      fail: () => reject(new Error('the thread died')),
    };
    going.push(entry);
    const stop = (): void => {
      entry.stopped = true;
    };
    return { outcome, stop };
  };
  const cores = 1;
  const registry = createSolveRuns({
    ...{ search, clock: app.clock, newId: () => 'none', cores },
    onFailure: (error) => failures.push(error),
  });
  const claims = createRunClaims(app, registry, { by, cores, onFailure: (error) => failures.push(error) });
  return {
    ...{ claims, registry, going, failures },
    /** The search that began last. */
    now(): Going {
      const last = going.at(-1);
      if (!last) throw new Error('nothing has begun');
      return last;
    },
  };
}
