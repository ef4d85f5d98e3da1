/** Searches of one server: in line for the cores, watched, stopped, dropped, and their failures kept apart. */

import { describe, expect, it } from 'vitest';
import type { SolveRun } from '../../../src/app/runs/solve-run.ts';
import { createSolveRuns, type RunRequest, type StartSearch } from '../../../src/app/runs/solve-runs.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { check } from '../../../src/constraints/check.ts';
import { cellsOf, compile } from '../../../src/constraints/compile.ts';
import type { Outcome } from '../../../src/solver/outcome.ts';
import { randomPlan, randomRoster } from '../../random-plan.ts';

const plan = randomPlan(7);
const roster = randomRoster(plan, 7);
const cells = cellsOf(plan, roster);
const { score } = check(plan, roster);
const OUTCOME: Outcome = { cells, score, proven: false, ended: 'limit', moves: 1, elapsedMs: 9 };

/** A search whose end is decided by the test. */
interface Going {
  readonly seed: number;
  /** Threads it has. */
  threads: number;
  stopped: boolean;
  end(outcome?: Partial<Outcome>): void;
  fail(): void;
  improve(elapsedMs: number): void;
}

function server(cores: number) {
  const going: Going[] = [];
  const failures: unknown[] = [];
  const search: StartSearch = (_problem, { seed, threads = 1, onProgress }) => {
    const ends = withResolvers();
    const entry: Going = {
      seed,
      threads,
      stopped: false,
      end: (outcome = {}) => ends.resolve({ ...OUTCOME, ...outcome }),
      fail: () => ends.reject(new Error('the worker died')),
      improve: (elapsedMs) => onProgress({ phase: 'anneal', elapsedMs, score, cells }),
    };
    going.push(entry);
    return {
      outcome: ends.promise,
      stop: () => {
        entry.stopped = true;
      },
      keepTo: (most) => {
        entry.threads = Math.min(entry.threads, most);
      },
    };
  };
  let id = 0;
  const runs = createSolveRuns({
    search,
    clock: () => 0 as Instant,
    newId: () => String(++id),
    cores,
    onFailure: (error) => failures.push(error),
  });
  return { runs, going, failures };
}

function request(periodId: string, onEnd: RunRequest['onEnd'] = async () => true): RunRequest {
  return {
    key: { unitId: 'u', periodId },
    purpose: 'solve',
    plan,
    problem: compile(plan),
    seconds: 30,
    seed: 1,
    revision: 0,
    base: { periodId, assignments: [] },
    actor: 'test',
    onEnd,
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('searches', () => {
  it('wait in line when there are more than cores, and start when one ends', async () => {
    const { runs, going } = server(1);
    expect(runs.start(request('a')).status).toBe('running');
    expect(runs.start(request('b')).status).toBe('queued');
    expect(going).toHaveLength(1);
    going[0]?.end();
    await settled();
    expect(runs.find({ unitId: 'u', periodId: 'a' })?.status).toBe('taken');
    expect(runs.find({ unitId: 'u', periodId: 'b' })?.status).toBe('running');
  });

  it('share the cores evenly, the first giving up what the next needs', async () => {
    const { runs, going } = server(4);
    const shares = (): number[] => going.map(({ threads }) => threads);
    runs.start(request('a'));
    expect(shares()).toEqual([4]);
    runs.start(request('b'));
    expect(shares()).toEqual([2, 2]);
    runs.start(request('c'));
    runs.start(request('d'));
    expect(shares()).toEqual([1, 1, 1, 1]);
    expect(runs.start(request('e')).status).toBe('queued');
    for (const search of going.slice(0, 3)) search.end();
    await settled();
    // Two are left, so the one that waited gets half of the cores.
    expect(shares()).toEqual([1, 1, 1, 1, 2]);
  });

  it('go on one a period only', () => {
    const { runs } = server(2);
    runs.start(request('a'));
    expect(() => runs.start(request('a'))).toThrowError(expect.objectContaining({ code: 'conflict' }));
  });

  it('tell watchers of every better roster, until they stop watching', async () => {
    const { runs, going } = server(1);
    const { key } = runs.start(request('a'));
    const seen: SolveRun[] = [];
    const stop = runs.watch(key, (run) => seen.push(run));
    going[0]?.improve(5);
    going[0]?.improve(6);
    expect(seen.at(-1)).toMatchObject({ elapsedMs: 6, points: [{ ms: 5, score }], best: cells });
    stop();
    going[0]?.improve(7);
    expect(seen).toHaveLength(2);
  });

  it('keep the best when stopped, and wait to be taken when nobody takes it', async () => {
    const { runs, going } = server(1);
    const { key } = runs.start(request('a', async () => false));
    runs.stop(key);
    expect([going[0]?.stopped, runs.find(key)?.status]).toEqual([true, 'stopping']);
    going[0]?.end({ ended: 'stopped' });
    await settled();
    expect(runs.find(key)).toMatchObject({ status: 'ended', roster, certificate: { score, proven: false } });
    runs.markTaken(key);
    expect(runs.find(key)?.status).toBe('taken');
  });

  it('leave nothing when dropped, not even what comes later', async () => {
    const { runs, going } = server(1);
    let told = 0;
    const { key } = runs.start(request('a', async () => Boolean(++told)));
    runs.drop(key);
    going[0]?.end();
    await settled();
    expect([runs.find(key), told, going[0]?.stopped]).toEqual([undefined, 0, true]);
  });

  it('fail alone when a worker dies', async () => {
    const { runs, going, failures } = server(2);
    const a = runs.start(request('a'));
    const b = runs.start(request('b'));
    going[0]?.fail();
    await settled();
    expect([runs.find(a.key)?.status, runs.find(b.key)?.status]).toEqual(['failed', 'running']);
    expect(failures).toHaveLength(1);
    expect(runs.start(request('a')).status).toBe('running');
  });

  it('refuse a result that the referee counts otherwise', async () => {
    const { runs, going, failures } = server(1);
    const { key } = runs.start(request('a'));
    going[0]?.end({ score: { ...score, soft: score.soft - 1 } });
    await settled();
    expect([runs.find(key)?.status, failures.length]).toEqual(['failed', 1]);
  });
});

function withResolvers() {
  let resolve: (outcome: Outcome) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Outcome>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
