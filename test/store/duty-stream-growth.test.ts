/** What stands beside a plan is read at the same cost however long the unit has published. */

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { attachStream } from '../../src/app/periods/attach-stream.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { profileOf } from '../../src/constraints/profiles.ts';
import type { Plan } from '../../src/domain/plan.ts';
import type { Database } from '../../src/store/database.ts';
import { savePeriod } from '../../src/store/period-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { insertVersion } from '../../src/store/version-store.ts';
import { fixturePlan } from '../fixture-plan.ts';
import { onSqlite } from './engine.ts';
import { emptyDatabase } from './temporary-database.ts';

const DAYS = 10;

/** The `back`-th period before the plan's own. */
function periodOf(back: number): Plan {
  const days = Array.from({ length: DAYS }, (_, day) => day - back * DAYS);
  const shifted = fixturePlan({ shifts: [...days.flatMap((day) => [`d${day}`, `n${day}`]), 'd0'] });
  const shifts = shifted.shifts.filter(({ span }) => back === 0 || span.start < shifted.period.span.start);
  return { ...shifted, shifts, period: { ...shifted.period, id: `p${back}`, name: `p${back}` } };
}

async function rowsBeside(past: number): Promise<{ read: number; plan: string }> {
  const db = await emptyDatabase();
  for (let back = past; back >= 1; back--) {
    const plan = periodOf(back);
    await saveUnit(db, plan.unit);
    await savePeriod(db, plan.unit.id, plan.period);
    const assignments = plan.shifts.map(({ id }, i) => ({
      shiftId: id,
      place: 0,
      staffId: i % 2 === 0 ? 'an' : 'ba',
    }));
    const roster = { periodId: plan.period.id, assignments };
    await insertVersion(db, {
      periodId: plan.period.id,
      number: 1,
      publishedAt: 1000 as Instant,
      note: '',
      plan,
      roster,
    });
  }
  const own = { ...periodOf(0), ruleSet: profileOf('labour-code') };
  const beside = await attachStream(db, own);
  return { read: beside.fixed.length, plan: onSqlite ? await planOfReading(db) : '' };
}

/** PostgreSQL looks at a few rows one by one, whatever the index. */
async function planOfReading(db: Database): Promise<string> {
  const { rows } = await sql<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT * FROM duty
    WHERE unit_id = 'unit' AND ends_at > 5 AND starts_at < 9`.execute(db);
  return rows.map(({ detail }) => detail).join();
}

/** As far as rules look back: more days than any of them. */
it('with 24 past periods as with 6', async () => {
  const [few, many] = [await rowsBeside(6), await rowsBeside(24)];
  expect(few.read).toBeGreaterThan(10);
  expect(many.read).toBe(few.read);
  // By the end of a duty, so that what is over is never looked at.
  if (onSqlite) expect(many.plan).toContain('duty_by_end');
});
