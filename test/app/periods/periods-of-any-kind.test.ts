/** Months, years and days until lifted: made from the last of their kind or as the unit stands, moved on, ended. */

import { describe, expect, it } from 'vitest';
import type { By } from '../../../src/app/availability/availability-access.ts';
import { createPeriod } from '../../../src/app/periods/create-period.ts';
import { extendOpenPeriods, extendPeriod } from '../../../src/app/periods/extend-open-periods.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { liftPeriod } from '../../../src/app/periods/lift-period.ts';
import { listUnplanned } from '../../../src/app/periods/list-unplanned.ts';
import { proposeOrigin } from '../../../src/app/periods/propose-origin.ts';
import type { Runs } from '../../../src/app/runs/runs.ts';
import { startRun } from '../../../src/app/runs/start-run.ts';
import { openStanding } from '../../../src/app/standing/open-standing.ts';
import { saveStandingPart, standingStamp } from '../../../src/app/standing/save-standing.ts';
import { keepForUnit, listDifferences, takeStanding } from '../../../src/app/standing/take-standing.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import type { Interval } from '../../../src/calendar/interval.ts';
import type { PeriodKind } from '../../../src/domain/period-kind.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { writtenPost } from '../../../src/input/unit-file.ts';
import { findPeriod } from '../../../src/store/period-store.ts';
import { at, loaded, published, type SampleApp, seat } from '../sample-app.ts';

const BY: By = { actor: 'ha' };

interface Making {
  readonly name: string;
  readonly span: Interval;
  readonly kind: PeriodKind;
  readonly holidays?: readonly string[];
}

async function make(app: SampleApp, unitId: string, { name, span, kind, holidays = [] }: Making) {
  const { from, staffIds } = await proposeOrigin(app, unitId, kind);
  const open = kind === 'open' ? { untilLifted: true as const } : {};
  const created = await createPeriod(app, {
    unitId,
    name,
    spans: [span],
    holidays,
    ...open,
    from,
    staffIds,
    actor: 'ha',
  });
  if (!created.ok) throw new Error(JSON.stringify(created.faults));
  return { key: created.value, from };
}

const MARCH = { start: at('2027-03-01T06:00'), end: at('2027-04-01T06:00') };

describe('a month', () => {
  it('starts as the unit stands, the next one from the month before', async () => {
    const { app, key, source } = await loaded();
    const march = await make(app, key.unitId, { name: 'Tháng 3/2027', span: MARCH, kind: 'month' });
    expect(march.from.kind).toBe('standing');
    expect((await getCase(app, march.key)).posts).toEqual(source.posts);
    const days = (await getPlan(app, march.key)).days;
    expect([days[0], days.at(-1)]).toEqual(['2027-03-01', '2027-03-31']);
    const april = { start: MARCH.end, end: at('2027-05-01T06:00') };
    const next = await make(app, key.unitId, { name: 'Tháng 4/2027', span: april, kind: 'month' });
    expect(next.from).toMatchObject({ kind: 'period', periodId: march.key.periodId });
  });

  it('passes over a holiday that its days do not touch', async () => {
    const { app, key } = await loaded();
    const holidays = ['2027-new-year', '2027-tet'];
    const february = { start: at('2027-02-01T06:00'), end: at('2027-03-01T06:00') };
    const made = await make(app, key.unitId, { name: 'Tháng 2', span: february, kind: 'month', holidays });
    expect((await findPeriod(app.db, made.key))?.holidays).toEqual(['2027-tet']);
  });
});

describe('until lifted', () => {
  async function open() {
    const work = await loaded();
    const { app, key } = work;
    app.setClock('2027-03-01T05:00');
    const span = { start: at('2027-03-01T06:00'), end: at('2027-03-08T06:00') };
    const made = await make(app, key.unitId, { name: 'Trực tăng cường', span, kind: 'open' });
    const end = async () => (await findPeriod(app.db, made.key))?.span.end;
    return { ...work, open: made.key, end };
  }

  it('moves on by a week when less than three days are left, and catches up after a long sleep', async () => {
    const { app, end } = await open();
    app.setClock('2027-03-05T06:00');
    expect(await extendOpenPeriods(app)).toBe(0);
    app.setClock('2027-03-05T06:01');
    expect(await extendOpenPeriods(app)).toBe(1);
    expect(await end()).toBe(at('2027-03-15T06:00'));
    expect(await extendOpenPeriods(app)).toBe(0);
    app.setClock('2027-04-20T12:00');
    await extendOpenPeriods(app);
    expect(await end()).toBe(at('2027-04-26T06:00'));
  });

  it('moves on by a week for who plans ahead, but not without end', async () => {
    const { app, open: key, end } = await open();
    app.setClock('2027-03-01T06:00');
    await extendPeriod(app, { key, by: BY });
    expect(await end()).toBe(at('2027-03-15T06:00'));
    for (let week = 0; week < 11; week++) await extendPeriod(app, { key, by: BY });
    await expect(extendPeriod(app, { key, by: BY })).rejects.toMatchObject({ key: 'error.period.far' });
    expect(await end()).toBe(at('2027-05-31T06:00'));
  });

  it('ends when lifted: what begins later is withdrawn, what was stood stays', async () => {
    const { app, open: key, end } = await open();
    const plan = await getPlan(app, key);
    const seats = plan.shifts.map((_, i) => seat(plan, i, i % plan.staff.length));
    await published(app, key, seats);
    const at3 = at('2027-03-04T06:00');
    app.setClock('2027-03-03T12:00');
    const before = plan.shifts.filter(({ span }) => span.start < at3).length;
    expect(await liftPeriod(app, { key, at: at3, note: 'Thôi', by: BY })).toBe(plan.shifts.length - before);
    expect(await end()).toBe(at3);
    const version = await findVersion(app, key);
    expect(version).toMatchObject({ number: 2, note: 'Thôi' });
    expect(version?.roster.assignments).toHaveLength(before);
    await expect(liftPeriod(app, { key, at: at3, note: '', by: BY })).rejects.toMatchObject({
      key: 'error.period.not-open',
    });
    expect(await extendOpenPeriods(app)).toBe(0);
  });
});

describe('days of a period until lifted', () => {
  it('that nobody has published are told with the moment by which they must be', async () => {
    const { app, key } = await loaded();
    app.setClock('2027-03-01T05:00');
    const span = { start: at('2027-03-01T06:00'), end: at('2027-03-08T06:00') };
    const { key: open } = await make(app, key.unitId, { name: 'Tăng cường', span, kind: 'open' });
    const told = async () => (await listUnplanned(app, key.unitId)).map((each) => each.open);
    expect(await told()).toEqual([span]);
    await published(app, open, [seat(await getPlan(app, open), 0, 0)]);
    expect(await told()).toEqual([]);
    app.setClock('2027-03-06T06:00');
    await extendOpenPeriods(app);
    expect(await told()).toEqual([{ start: span.end, end: at('2027-03-15T06:00') }]);
  });

  it('are planned beside what is out, which stays', async () => {
    const { app, key } = await loaded();
    app.setClock('2027-03-01T05:00');
    const span = { start: at('2027-03-01T06:00'), end: at('2027-03-08T06:00') };
    const { key: open } = await make(app, key.unitId, { name: 'Tăng cường', span, kind: 'open' });
    const plan = await getPlan(app, open);
    const out = plan.shifts.map((_, i) => seat(plan, i, (i * 3) % plan.staff.length));
    await published(app, open, out);
    app.setClock('2027-03-06T06:00');
    await extendOpenPeriods(app);
    const started: Plan[] = [];
    const runs = { start: (_: unknown, { plan }: { plan: Plan }) => started.push(plan) } as unknown as Runs;
    await startRun(app, runs, { key: open, seconds: 1, seed: 1, actor: 'ha' }).catch(() => undefined);
    const pins = started[0]?.pins.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`);
    expect(pins?.sort()).toEqual(out.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`).sort());
    expect((await getCase(app, open)).pins).toEqual([]);
  });
});

describe('what stands for a unit', () => {
  it('is its first case; a period that differs says so, takes it back, or is kept for the unit', async () => {
    const { app, key, source } = await loaded();
    const { standing } = await openStanding(app, key.unitId);
    expect(standing.posts).toEqual(source.posts);
    expect(await listDifferences(app, key)).toEqual({ posts: [], rules: [] });
    const [first] = source.posts;
    const renamed = source.posts.map((post) => ({ ...writtenPost(post), name: `${post.name} mới` }));
    const saving = { unitId: key.unitId, part: 'posts', written: renamed, by: BY } as const;
    await saveStandingPart(app, { ...saving, seen: standingStamp(standing, 'posts') });
    await expect(
      saveStandingPart(app, { ...saving, seen: standingStamp(standing, 'posts') }),
    ).rejects.toMatchObject({ key: 'error.standing.moved-on' });
    // The draft under someone's hands has not changed.
    expect((await getCase(app, key)).posts).toEqual(source.posts);
    const { posts } = await listDifferences(app, key);
    expect(posts.map(({ ref }) => ref)).toEqual(source.posts.map(({ id }) => `field/${id}/name`));
    expect((await openStanding(app, key.unitId)).periods).toMatchObject([
      { periodId: key.periodId, posts: source.posts.length, rules: 0 },
    ]);
    const refs = [`field/${first?.id}/name`];
    expect(await takeStanding(app, { key, part: 'posts', refs, agreed: false, by: BY })).toMatchObject({
      kind: 'saved',
    });
    expect((await getCase(app, key)).posts[0]?.name).toBe(`${first?.name} mới`);
    await keepForUnit(app, { key, part: 'posts', by: BY });
    expect(await listDifferences(app, key)).toEqual({ posts: [], rules: [] });
  });

  it('is nobody’s to change who may not make periods', async () => {
    const work = await loaded();
    const { key } = work;
    const caller = {
      account: { operator: false },
      memberships: [{ accountId: 'an', unitId: key.unitId, role: 'approver' }],
    } as const;
    const app = { ...work.app, caller };
    const by: By = { actor: 'an' };
    const forbidden = { code: 'forbidden' };
    await expect(keepForUnit(app, { key, part: 'rules', by })).rejects.toMatchObject(forbidden);
    await expect(takeStanding(app, { key, part: 'posts', agreed: true, by })).rejects.toMatchObject(
      forbidden,
    );
    const saving = { unitId: key.unitId, part: 'posts', written: [], seen: '', by } as const;
    await expect(saveStandingPart(app, saving)).rejects.toMatchObject(forbidden);
  });
});
