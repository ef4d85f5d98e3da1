/** The stream of duties is what the newest versions say, whether it was written with them or filled in by the migration. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import type { FixedDuty } from '../../src/domain/duty-stream.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { RosterIndex } from '../../src/domain/roster-index.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import type { Database } from '../../src/store/database.ts';
import { listDuties, moveDuties } from '../../src/store/duty-stream-store.ts';
import { dutyStream } from '../../src/store/migrations/0015-duty-stream.ts';
import { savePeriod } from '../../src/store/period-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { insertVersion } from '../../src/store/version-store.ts';
import { span } from '../fixture-plan.ts';
import { randomPlan } from '../random-plan.ts';
import { onSqlite } from './engine.ts';
import { emptyDatabase } from './temporary-database.ts';

const EVER = { start: 0 as Instant, end: (8.64e15 - 1) as Instant };

function planOf(seed: number, id: string): Plan {
  const plan = randomPlan(seed, { staff: 5, days: 4, posts: 3 });
  return { ...plan, period: { ...plan.period, id, name: `Kỳ ${id}` } };
}

/** Every shift with two people, others with each `turn`. */
function versionOf(plan: Plan, number: number, turn: number): RosterVersion {
  const { shifts, staff, period } = plan;
  const assignments = shifts.flatMap(({ id }, i) =>
    [0, 1].map((place) => ({
      shiftId: id,
      place,
      staffId: staff[(i + place + turn) % staff.length]?.id ?? '',
    })),
  );
  const roster = { periodId: period.id, assignments };
  return {
    periodId: plan.period.id,
    number,
    publishedAt: (number * 1000) as Instant,
    note: '',
    plan,
    roster,
  };
}

/** Told from the version itself, in another way than the store does. */
function seatsOf({ plan, roster }: RosterVersion): string[] {
  const index = new RosterIndex(plan, roster);
  return plan.staff.flatMap(({ id }) => index.shiftsOf(id).map((shift) => `${id} ${shift.id}`)).sort();
}

const told = (duties: readonly FixedDuty[]): string[] =>
  duties.map(({ staffId, seat }) => `${staffId} ${seat?.shiftId}`).sort();

async function published(...versions: readonly RosterVersion[]): Promise<Database> {
  const db = await emptyDatabase();
  for (const version of versions) {
    await saveUnit(db, version.plan.unit);
    await savePeriod(db, version.plan.unit.id, version.plan.period);
    await insertVersion(db, version);
  }
  return db;
}

const listAll = (db: Database, except = ''): Promise<FixedDuty[]> =>
  listDuties(db, { unitId: 'unit', span: EVER, except });

describe('the stream of duties', () => {
  it('has the seats of the newest version of every period but the one that asks', async () => {
    const [a, b] = [planOf(1, 'a'), planOf(2, 'b')];
    const newest = versionOf(a, 2, 12);
    const db = await published(versionOf(a, 1, 11), versionOf(b, 1, 13), newest);
    expect(told(await listAll(db, 'b'))).toEqual(seatsOf(newest));
    expect(told(await listAll(db))).toEqual([...seatsOf(newest), ...seatsOf(versionOf(b, 1, 13))].sort());
  });

  it('tells post, kind, named day and period of a duty as they were published', async () => {
    const version = versionOf(planOf(1, 'a'), 1, 11);
    const db = await published(version);
    const [first] = await listAll(db);
    const shift = version.plan.shifts.find(({ id }) => id === first?.seat?.shiftId);
    const post = version.plan.posts.find(({ id }) => id === shift?.postId);
    expect(first).toMatchObject({
      day: shift?.day,
      span: shift?.span,
      night: shift?.night,
      seat: {
        period: { id: 'a', name: 'Kỳ a' },
        post: { id: post?.id, name: post?.name, tier: post?.tier, presence: post?.presence },
        patternId: shift?.patternId,
        label: shift?.label,
        ...(shift?.namedDay ? { namedDay: shift.namedDay } : {}),
      },
    });
  });

  it('has nothing of a withdrawn version', async () => {
    const plan = planOf(1, 'a');
    const empty = { periodId: 'a', assignments: [] };
    const db = await published(versionOf(plan, 1, 11), {
      ...versionOf(plan, 2, 11),
      roster: empty,
      withdrawn: true,
    });
    expect(await listAll(db)).toEqual([]);
  });

  it('reads only what shares a moment with the window', async () => {
    const version = versionOf(planOf(1, 'a'), 1, 11);
    const db = await published(version);
    const window = span(1, 0, 24);
    const found = await listDuties(db, { unitId: 'unit', span: window, except: '' });
    expect(found.every((duty) => duty.span.start < window.end && duty.span.end > window.start)).toBe(true);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan((await listAll(db)).length);
  });

  it('gives someone erased another code', async () => {
    const db = await published(versionOf(planOf(1, 'a'), 1, 11));
    const before = (await listAll(db)).filter(({ staffId }) => staffId === 'p1').length;
    await moveDuties(db, 'unit', { from: 'p1', to: 'former-x' });
    const after = await listAll(db);
    expect(before).toBeGreaterThan(0);
    expect(after.filter(({ staffId }) => staffId === 'former-x')).toHaveLength(before);
    expect(after.some(({ staffId }) => staffId === 'p1')).toBe(false);
  });

  it.skipIf(!onSqlite)('is filled by SQLite’s migration as it is written with versions', async () => {
    const [a, b, c] = [planOf(3, 'a'), planOf(4, 'b'), planOf(5, 'c')];
    const db = await published(versionOf(a, 1, 11), versionOf(a, 2, 12), versionOf(b, 1, 13), {
      ...versionOf(c, 1, 14),
      withdrawn: true,
    });
    const written = await listAll(db);
    const fill = dutyStream.statements.at(-1) ?? '';
    await db.deleteFrom('duty').execute();
    await sql.raw(fill).execute(db);
    expect(written.length).toBeGreaterThan(10);
    expect(await listAll(db)).toEqual(written);
  });
});
