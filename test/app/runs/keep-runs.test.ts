/** What is kept of searches while they go on, and told by the next server when theirs died. */

import { describe, expect, it } from 'vitest';
import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { dropRun, stopRun } from '../../../src/app/runs/end-run.ts';
import { findInterruptedRun, findRun } from '../../../src/app/runs/find-run.ts';
import { createRunKeeper } from '../../../src/app/runs/keep-runs.ts';
import { ownRuns } from '../../../src/app/runs/own-runs.ts';
import { createSolveRuns, type StartSearch } from '../../../src/app/runs/solve-runs.ts';
import { startMend } from '../../../src/app/runs/start-mend.ts';
import { startRun, takeRun } from '../../../src/app/runs/start-run.ts';
import { check } from '../../../src/constraints/check.ts';
import { cellsOf } from '../../../src/constraints/compile.ts';
import type { Assignment } from '../../../src/domain/roster.ts';
import type { Progress } from '../../../src/solver/outcome.ts';
import { type Loaded, loaded, seat } from '../sample-app.ts';

/** A server whose one search goes on until the test says otherwise. */
function serverOf({ app, plan }: Loaded, cores = 1) {
  let tell: (progress: Progress) => void = () => {};
  let end: (cells: Int32Array) => void = () => {};
  let fail: () => void = () => {};
  const scoreOf = (assignments: readonly Assignment[]) =>
    check(plan, { periodId: plan.period.id, assignments }).score;
  const cells = (assignments: readonly Assignment[]) =>
    cellsOf(plan, { periodId: plan.period.id, assignments });
  const search: StartSearch = (_, { onProgress }) => {
    tell = onProgress;
    const outcome = new Promise<never>((resolve, reject) => {
      end = (found) =>
        resolve({
          ...{ cells: found, proven: false, ended: 'limit', moves: 1, elapsedMs: 9_000 },
          score: current,
        } as never);
      fail = () => reject(new Error('the worker died'));
    });
    return { outcome, stop: () => {} };
  };
  let current = scoreOf([]);
  let id = 0;
  const registry = createSolveRuns({
    search,
    clock: app.clock,
    newId: () => `run-${++id}`,
    cores,
    onFailure: () => {},
  });
  return {
    runs: ownRuns(registry),
    registry,
    keep: createRunKeeper(app, registry),
    improve(assignments: readonly Assignment[], elapsedMs: number) {
      current = scoreOf(assignments);
      tell({ phase: 'anneal', elapsedMs, score: current, cells: cells(assignments) });
    },
    async end(assignments: readonly Assignment[]) {
      current = scoreOf(assignments);
      end(cells(assignments));
      await expect.poll(() => registry.list()[0]?.status).toMatch(/ended|taken/);
    },
    async fail() {
      fail();
      await expect.poll(() => registry.list()[0]?.status).toBe('failed');
    },
  };
}

async function setting() {
  const sample = await loaded();
  const { app, key, plan } = sample;
  const first = serverOf(sample);
  const start = () => startRun(app, first.runs, { key, seconds: 120, seed: 7, actor: 'ha' });
  /** As a server started anew sees it. */
  const anew = () => serverOf(sample).runs;
  const two = [seat(plan, 0, 0), seat(plan, 1, 1)];
  return { app, key, plan, first, start, anew, two, sample };
}

describe('a search whose server died', () => {
  it('is told as interrupted, with when it began and the best roster that was kept', async () => {
    const { app, key, plan, first, start, anew, two } = await setting();
    const began = app.clock();
    await start();
    first.improve([seat(plan, 0, 0)], 4_000);
    await first.keep();
    app.setClock('2027-01-20T08:01');
    first.improve(two, 61_000);
    await first.keep();
    // Better, but not kept any more.
    first.improve([...two, seat(plan, 2, 2)], 62_000);
    const run = await findRun(app, anew(), key);
    expect(run).toMatchObject({
      status: 'interrupted',
      startedAt: began,
      elapsedMs: 61_000,
      ...{ seconds: 120, seed: 7, purpose: 'solve', proven: false },
    });
    expect(run?.roster?.assignments).toEqual(two);
    expect(run?.points.map(({ score }) => score)).toEqual([
      check(plan, { periodId: key.periodId, assignments: two }).score,
    ]);
    expect((await findInterruptedRun(app, anew(), key))?.startedAt).toBe(began);
    // On the server that has it, it simply goes on.
    expect((await findRun(app, first.runs, key))?.status).toBe('running');
    expect(await findInterruptedRun(app, first.runs, key)).toBeUndefined();
  });

  it('is told before anything was kept of it, and when it was still in line', async () => {
    const { app, key, start, anew } = await setting();
    await start();
    const run = await findRun(app, anew(), key);
    expect(run).toMatchObject({ status: 'interrupted', points: [] });
    expect(run?.roster).toBeUndefined();
    await expect(takeRun(app, anew(), key)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('becomes the draft when its roster is taken, and is told no more', async () => {
    const { app, key, first, start, anew, two } = await setting();
    await start();
    first.improve(two, 1_000);
    await first.keep();
    const runs = anew();
    await takeRun(app, runs, key);
    expect((await findDraft(app, key))?.draft).toMatchObject({ revision: 1, roster: { assignments: two } });
    expect((await findDraft(app, key))?.draft.certificate).toBeUndefined();
    expect(await findRun(app, runs, key)).toBeUndefined();
  });

  it('is told no more once it was dropped, or another began', async () => {
    const { app, key, first, start, anew, two, sample } = await setting();
    await start();
    first.improve(two, 1_000);
    await first.keep();
    await dropRun(app, anew(), key);
    expect(await findRun(app, anew(), key)).toBeUndefined();
    // The server that was thought dead has nothing to say of it either.
    await first.keep();
    expect(await findRun(app, anew(), key)).toBeUndefined();
    const next = serverOf(sample);
    await startRun(app, next.runs, { key, seconds: 30, seed: 8, actor: 'ha' });
    expect(await findRun(app, anew(), key)).toMatchObject({ seed: 8, points: [] });
  });
});

describe('a search that came to its end', () => {
  it('leaves nothing once its roster is the draft', async () => {
    const { app, key, first, start, anew, two } = await setting();
    await start();
    await first.end(two);
    await first.keep();
    expect(first.registry.find(key)?.status).toBe('taken');
    expect(await findRun(app, anew(), key)).toBeUndefined();
  });

  it('still waits to be looked at when the server was started anew', async () => {
    const { app, key, first, anew, two } = await setting();
    await startMend(app, first.runs, { key, from: app.clock(), seconds: 20, actor: 'ha' });
    await first.end(two);
    await first.keep();
    expect(await findRun(app, anew(), key)).toMatchObject({
      ...{ status: 'ended', purpose: 'mend' },
      roster: { assignments: two },
      base: { assignments: [] },
    });
    expect(await findInterruptedRun(app, anew(), key)).toBeUndefined();
  });

  it('by a fault of its own leaves nothing', async () => {
    const { app, key, first, start, anew, two } = await setting();
    await start();
    first.improve(two, 1_000);
    await first.keep();
    await first.fail();
    await first.keep();
    expect(await findRun(app, anew(), key)).toBeUndefined();
  });

  it('in line, by being stopped, leaves nothing', async () => {
    const { app, key, anew, sample } = await setting();
    const full = serverOf(sample, 0);
    await startRun(app, full.runs, { key, seconds: 30, seed: 1, actor: 'ha' });
    await stopRun(app, full.runs, key);
    expect(await findRun(app, anew(), key)).toBeUndefined();
  });
});

it.each([
  ['waiting', 'interrupted'],
  ['running', 'interrupted'],
  ['ended', 'ended'],
  ['taken', undefined],
  ['failed', undefined],
] as const)(
  'one that was %s where searches are shared is told as %s once its database is a file',
  async (state, told) => {
    const { app, key, first, start, anew, two } = await setting();
    await start();
    first.improve(two, 1_000);
    await first.keep();
    const ended = state === 'ended' || state === 'taken' ? 1 : 0;
    await app.db.updateTable('kept_run').set({ state, ended, claimed_by: 'elsewhere' }).execute();
    const run = await findRun(app, anew(), key);
    expect(run?.status).toBe(told);
    if (run) expect(run.roster?.assignments).toEqual(two);
    expect((await findInterruptedRun(app, anew(), key)) !== undefined).toBe(told === 'interrupted');
  },
);

it('writes only what is better than what is kept', async () => {
  const { app, first, start, two } = await setting();
  await start();
  first.improve(two, 1_000);
  await first.keep();
  const changes = async () =>
    (await app.db.selectFrom('kept_run').select('elapsed_ms').execute()).map((row) => row.elapsed_ms);
  await app.db.updateTable('kept_run').set({ elapsed_ms: 5 }).execute();
  await first.keep();
  expect(await changes()).toEqual([5]);
  first.improve(two.slice(0, 1), 2_000);
  await first.keep();
  expect(await changes()).toEqual([2_000]);
});
