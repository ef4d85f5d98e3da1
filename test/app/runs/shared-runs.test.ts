/** Searches that processes on one database share, on both engines: asked at one, run at another, seen and ended from any. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { dropRun, stopRun } from '../../../src/app/runs/end-run.ts';
import { findInterruptedRun, findRun, listGoingRuns, watchRun } from '../../../src/app/runs/find-run.ts';
import { sharedRuns } from '../../../src/app/runs/shared-runs.ts';
import { startMend } from '../../../src/app/runs/start-mend.ts';
import { startRun, takeRun } from '../../../src/app/runs/start-run.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { check } from '../../../src/constraints/check.ts';
import { cellsOf } from '../../../src/constraints/compile.ts';
import { compareScores, type Score } from '../../../src/constraints/shapes.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Assignment } from '../../../src/domain/roster.ts';
import type { Database } from '../../../src/store/database.ts';
import { deleteKeptRunsOf, insertKeptRun, insertSharedRun } from '../../../src/store/kept-run-store.ts';
import { claimRun, readRunQueue } from '../../../src/store/shared-run-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { depth } from '../../depth.ts';
import { sampleCase } from '../../sample-case.ts';
import { ENGINE, keptEmpty, openedPglite } from '../../store/engine.ts';
import { openPglite } from '../../store/pglite.ts';
import { loadInto, sampleAppOn, seat } from '../sample-app.ts';
import { processOf } from './shared-process.ts';
import { waitingRuns } from './waiting-runs.ts';

const ENGINES = [
  [ENGINE, async () => (await keptEmpty()).open()],
  ['pglite', async () => openedPglite(await openPglite())],
] as const;

const JOBS = depth({ short: 20, deep: 301 });

/** As the database sees it once whoever has them gives no more signs. */
async function silence(db: Database): Promise<void> {
  await db
    .updateTable('kept_run')
    .set({ free_at: 0 as Instant })
    .where('state', '<>', 'own')
    .execute();
}

/** Three rosters of one, two and three seats, each better than the one before. */
function betterAndBetter(plan: Plan): [Assignment[], Assignment[], Assignment[]] {
  const scoreOf = (assignments: readonly Assignment[]): Score =>
    check(plan, { periodId: plan.period.id, assignments }).score;
  const all = plan.shifts.flatMap((_, i) => plan.staff.map((__, person) => seat(plan, i, person)));
  const betterThan = (before: Assignment[]): Assignment[] => {
    const taken = new Set(before.map(({ shiftId }) => shiftId));
    const next = all.find(
      (each) => !taken.has(each.shiftId) && compareScores(scoreOf([...before, each]), scoreOf(before)) < 0,
    );
    if (!next) throw new Error('no seat makes it better');
    return [...before, next];
  };
  const first = betterThan([]);
  const second = betterThan(first);
  return [first, second, betterThan(second)];
}

describe.each(ENGINES)('searches shared by processes on %s', (_, open) => {
  let store: Store;
  let key: PeriodKey;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  let ids = 0;
  let rosters: readonly [Assignment[], Assignment[], Assignment[]];
  async function setting() {
    const app = sampleAppOn({ ...store, close: async () => {} });
    key ??= await loadInto(app, sampleCase('unit-small'));
    for (const table of ['kept_run', 'draft_step', 'draft'] as const) {
      await store.db.deleteFrom(table).execute();
    }
    const plan = await getPlan(app, key);
    const runs = sharedRuns({ newId: () => `s${++ids}`, lookEveryMs: 1 });
    const [one, other] = [processOf(app, plan, 'one'), processOf(app, plan, 'other')];
    const start = () => startRun(app, runs, { key, seconds: 120, seed: 7, actor: 'ha' });
    const find = () => findRun(app, runs, key);
    const scoreOf = (assignments: readonly Assignment[]): Score =>
      check(plan, { periodId: key.periodId, assignments }).score;
    rosters ??= betterAndBetter(plan);
    const silenced = () => silence(store.db);
    const row = () => store.db.selectFrom('kept_run').selectAll().executeTakeFirst();
    return { app, plan, runs, one, other, start, find, scoreOf, rosters, silence: silenced, row };
  }

  it('are asked for at one, run by another, seen by all, and become the draft', async () => {
    const { app, plan, runs, one, other, start, find, scoreOf, rosters } = await setting();
    expect(await start()).toMatchObject({
      status: 'queued',
      points: [],
      plan: { period: { id: key.periodId } },
    });
    await expect(start()).rejects.toMatchObject({ key: 'editor.failure.run-going' });
    await one.claims.claim();
    await other.claims.claim();
    expect([one.going.length, other.going.length]).toEqual([1, 0]);
    expect(await find()).toMatchObject({ status: 'running' });
    expect(await listGoingRuns(app, runs, key.unitId)).toEqual([{ key, periodName: plan.period.name }]);
    const bound = { hard: 0, cover: 1, soft: 0 };
    one.now().tell(rosters[0], 4_000, bound);
    await one.claims.renew();
    const seen = await find();
    expect(seen).toMatchObject({
      ...{ status: 'running', elapsedMs: 4_000, phases: [{ phase: 'anneal' }], proven: false },
      points: [{ ms: 4_000, score: scoreOf(rosters[0]), bound }],
    });
    expect(seen?.best).toEqual(cellsOf(plan, { periodId: key.periodId, assignments: rosters[0] }));
    expect(seen?.roster).toBeUndefined();
    one.now().end(rosters[1], bound);
    await expect.poll(async () => (await find())?.status).toBe('taken');
    expect((await findDraft(app, key))?.draft).toMatchObject({
      roster: { assignments: rosters[1] },
      certificate: { score: scoreOf(rosters[1]), bound, proven: false, seed: 7 },
    });
    await one.claims.renew();
    expect(one.registry.list()).toEqual([]);
    expect(await listGoingRuns(app, runs, key.unitId)).toEqual([]);
    expect(await findInterruptedRun(app, runs, key)).toBeUndefined();
  });

  it('go on at another when a process dies, from its last roster, with its time and its bound', async () => {
    const { plan, one, other, start, find, scoreOf, rosters, silence } = await setting();
    await start();
    await one.claims.claim();
    const bound = { hard: 0, cover: 2, soft: 0 };
    one.now().tell(rosters[1], 30_000, bound);
    await one.claims.renew();
    await other.claims.claim();
    expect(other.going).toHaveLength(0);
    await silence();
    await other.claims.claim();
    expect(other.now()).toMatchObject({
      seconds: 90,
      start: cellsOf(plan, { periodId: key.periodId, assignments: rosters[1] }),
    });
    // What it says at first is worse, and nothing that was told is taken back.
    other.now().tell(rosters[0], 1_000);
    await other.claims.renew();
    expect(await find()).toMatchObject({
      ...{ status: 'running', elapsedMs: 31_000 },
      points: [{ ms: 30_000, score: scoreOf(rosters[1]), bound }],
    });
    other.now().tell(rosters[2], 2_000, { hard: 0, cover: 1, soft: 0 });
    await other.claims.renew();
    expect((await find())?.points.at(-1)).toMatchObject({ ms: 32_000, score: scoreOf(rosters[2]), bound });
    // The one that was thought dead is not: it lets go.
    await one.claims.renew();
    expect([one.now().stopped, one.registry.list()]).toEqual([true, []]);
    other.now().end(rosters[2]);
    await expect.poll(async () => (await find())?.status).toBe('taken');
    expect((await find())?.certificate).toMatchObject({ bound, proven: false });
  });

  it('are proven as soon as a roster is as good as the bound that a process before had proven', async () => {
    const { app, one, other, start, find, scoreOf, rosters, silence } = await setting();
    await start();
    await one.claims.claim();
    one.now().tell(rosters[1], 5_000, scoreOf(rosters[2]));
    await one.claims.renew();
    await silence();
    await other.claims.claim();
    other.now().tell(rosters[1], 500);
    expect(other.now().stopped).toBe(false);
    other.now().tell(rosters[2], 600);
    expect(other.now().stopped).toBe(true);
    other.now().end(rosters[2]);
    await expect.poll(async () => (await find())?.status).toBe('taken');
    expect(await find()).toMatchObject({ proven: true });
    expect((await findDraft(app, key))?.draft.certificate).toMatchObject({ proven: true });
  });

  it('go on without the bound where the problem has become another', async () => {
    const { one, other, start, find, rosters, silence } = await setting();
    await start();
    await one.claims.claim();
    one.now().tell(rosters[1], 5_000, { hard: 0, cover: 2, soft: 0 });
    await one.claims.renew();
    await store.db.updateTable('kept_run').set({ problem: 'another' }).execute();
    await silence();
    await other.claims.claim();
    expect(other.now().start).toHaveLength(2);
    other.now().tell(rosters[1], 500);
    await other.claims.renew();
    expect((await find())?.points).toHaveLength(1);
    expect((await find())?.points[0]).not.toHaveProperty('bound');
  });

  it('end with their best when someone stops them anywhere, and wait where the draft was changed meanwhile', async () => {
    const { app, runs, one, start, find, rosters } = await setting();
    await start();
    await one.claims.claim();
    one.now().tell(rosters[1], 1_000);
    const roster = { periodId: key.periodId, assignments: rosters[0] };
    await saveDraft(app, { key, roster, seenRevision: 0, actor: 'an' });
    await stopRun(app, runs, key);
    expect((await find())?.status).toBe('stopping');
    await one.claims.renew();
    expect(one.now().stopped).toBe(true);
    one.now().end(rosters[1]);
    await expect.poll(async () => (await find())?.status).toBe('ended');
    expect((await findDraft(app, key))?.draft.roster.assignments).toEqual(rosters[0]);
    await takeRun(app, runs, key);
    expect((await findDraft(app, key))?.draft.roster.assignments).toEqual(rosters[1]);
    expect((await find())?.status).toBe('taken');
  });

  it('leave nothing when someone drops them, in line or at work, and another may begin', async () => {
    const { app, runs, one, start, find, rosters } = await setting();
    await start();
    await stopRun(app, runs, key);
    expect(await find()).toBeUndefined();
    await start();
    await one.claims.claim();
    await dropRun(app, runs, key);
    expect(await find()).toBeUndefined();
    await start();
    await one.claims.renew();
    expect([one.now().stopped, one.registry.list()]).toEqual([true, []]);
    one.now().end(rosters[1]);
    await one.claims.claim();
    expect((await find())?.status).toBe('running');
    expect(await findDraft(app, key)).toBeUndefined();
  });

  it('are given back by a process that is told to end, and taken up at once', async () => {
    const { one, other, start, find, rosters, row } = await setting();
    await start();
    await one.claims.claim();
    one.now().tell(rosters[1], 10_000);
    await one.claims.close();
    expect(await find()).toMatchObject({ status: 'queued', elapsedMs: 10_000 });
    expect((await row())?.claims).toBe(0);
    await one.claims.claim();
    await other.claims.claim();
    expect([one.going.length, other.now().seconds, other.now().start?.length]).toEqual([1, 110, 2]);
  });

  it('are given back as well where a process is told to end while it takes them up', async () => {
    const { one, start, find, row } = await setting();
    await start();
    const claiming = one.claims.claim();
    await one.claims.close();
    await claiming;
    expect([(await find())?.status, (await row())?.claims, one.going]).toEqual(['queued', 0, []]);
  });

  it('are given to no more processes than three, of which none lived', async () => {
    const { app, plan, start, find, silence, rosters } = await setting();
    await start();
    for (const by of ['a', 'b', 'c']) {
      const mortal = processOf(app, plan, by);
      await mortal.claims.claim();
      mortal.now().tell(rosters[0], 1_000);
      await mortal.claims.renew();
      expect((await find())?.status).toBe('running');
      await silence();
    }
    const last = processOf(app, plan, 'd');
    await last.claims.claim();
    expect([(await find())?.status, last.going.length]).toEqual(['failed', 0]);
    await start();
    expect((await find())?.status).toBe('queued');
  });

  it('fail for all when their thread does', async () => {
    const { one, start, find } = await setting();
    await start();
    await one.claims.claim();
    one.now().fail();
    await expect.poll(() => one.failures.length).toBe(1);
    await one.claims.renew();
    expect((await find())?.status).toBe('failed');
  });

  it('for few changes wait to be looked at, with what was asked, wherever they go on', async () => {
    const { app, runs, plan, one, other, find, rosters, silence } = await setting();
    const from = plan.shifts[1]?.span.start ?? app.clock();
    await startMend(app, runs, { key, from, seconds: 20, near: 'dear', actor: 'ha' });
    await one.claims.claim();
    await silence();
    await other.claims.claim();
    other.now().end(rosters[1]);
    await expect.poll(async () => (await find())?.status).toBe('ended');
    expect(await find()).toMatchObject({ purpose: 'mend', roster: { assignments: rosters[1] } });
    expect(await findDraft(app, key)).toBeUndefined();
    await takeRun(app, runs, key);
    expect((await findDraft(app, key))?.draft.roster.assignments).toEqual(rosters[1]);
  });

  it('say that nobody runs them once they have waited long, unless someone is at work', async () => {
    const { one, start, find, silence } = await setting();
    await start();
    expect((await find())?.isUnattended).toBeUndefined();
    await silence();
    expect((await find())?.isUnattended).toBe(true);
    // Whoever ended one just now is about to take up the next.
    const [ended] = await waitingRuns(store.db, key, 1);
    if (!ended) throw new Error('there is one');
    await insertSharedRun(store.db, { ...ended, state: 'ended', ended: true });
    const over = store.db.updateTable('kept_run').where('state', '=', 'ended');
    await over.set({ free_at: Number.MAX_SAFE_INTEGER as Instant }).execute();
    expect((await find())?.isUnattended).toBeUndefined();
    await over.set({ free_at: 0 as Instant }).execute();
    expect((await find())?.isUnattended).toBe(true);
    await store.db.deleteFrom('period').where('id', '=', ended.key.periodId).execute();
    await one.claims.claim();
    expect((await find())?.isUnattended).toBeUndefined();
    expect(await readRunQueue(store.db)).toEqual({ waiting: 0, running: 1, longestMs: 0 });
  });

  it('are dropped when a person is erased whom they may have seated', async () => {
    const { one, start, find, rosters } = await setting();
    await start();
    await deleteKeptRunsOf(store.db, key.unitId, 'nobody');
    expect((await find())?.status).toBe('queued');
    await one.claims.claim();
    one.now().tell(rosters[0], 1_000);
    await deleteKeptRunsOf(store.db, key.unitId, rosters[0][0]?.staffId ?? '');
    await one.claims.renew();
    expect([await find(), one.now().stopped]).toEqual([undefined, true]);
  });

  it('void nothing that is kept in memory while they tell how far they are', async () => {
    const { app, one, start, rosters } = await setting();
    await start();
    await one.claims.claim();
    one.now().tell(rosters[0], 1_000);
    const before = app.stamp();
    await one.claims.renew();
    const isKept =
      store.isUnchanged?.(new Set(['draft', 'period', 'staff_member']), before) ?? app.stamp() === before;
    expect(isKept).toBe(true);
  });

  it('are each taken up once by processes that ask at the same moment, the oldest first', async () => {
    await setting();
    const [own, ...waiting] = await waitingRuns(store.db, key, JOBS);
    // Of a process's own, nobody else's.
    if (own) await insertKeptRun(store.db, { ...own, state: 'own' });
    for (const run of waiting) await insertSharedRun(store.db, run);
    const claimedBy = async (by: string): Promise<string[]> => {
      const mine: string[] = [];
      for (;;) {
        const run = await claimRun(store.db, { by, leaseMs: 60_000, waitedMs: 0 });
        if (!run) return mine;
        mine.push(run.id);
      }
    };
    const taken = await Promise.all(['a', 'b', 'c'].map(claimedBy));
    expect(taken.flat().sort()).toEqual(waiting.map(({ id }) => id));
    for (const mine of taken) expect(mine).toEqual([...mine].sort());
    await silence(store.db);
    expect(await claimedBy('d')).toEqual(waiting.map(({ id }) => id));
  });

  it('tell whoever watches, until they end', async () => {
    const { app, runs, one, start, rosters } = await setting();
    await start();
    const told: string[] = [];
    const stop = watchRun(app, { runs, key }, ({ status, elapsedMs }) => told.push(`${status} ${elapsedMs}`));
    await expect.poll(() => told.at(-1)).toBe('queued 0');
    await one.claims.claim();
    one.now().tell(rosters[0], 1_500);
    await one.claims.renew();
    await expect.poll(() => told.at(-1)).toBe('running 1500');
    one.now().end(rosters[0]);
    await expect.poll(() => told.at(-1)).toMatch(/^taken/);
    stop();
  });
});
