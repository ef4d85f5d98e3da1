/** Who is on duty, asked of everything published. */

import { describe, expect, it } from 'vitest';
import { whoIsOnDuty } from '../../../src/app/machines/who-is-on-duty.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { loaded, published, seat } from '../sample-app.ts';

describe('who is on duty', () => {
  it('is read from the newest version, at the moment asked for or now', async () => {
    const { app, key, plan } = await loaded();
    const first = plan.shifts[0];
    if (!first) throw new Error('the sample has shifts');
    await published(app, key, [seat(plan, 0, 0)]);
    await published(app, key, [seat(plan, 0, 1)]);
    const [duty] = await whoIsOnDuty(app, { at: first.span.start, unitId: key.unitId });
    const current = duty?.posts.flatMap((post) => post.current).find(({ shift }) => shift.id === first.id);
    expect(current?.staff.map(({ id }) => id)).toEqual([plan.staff[1]?.id]);
    expect(duty?.version.number).toBe(2);
    const [now] = await whoIsOnDuty(app);
    expect(now?.posts.flatMap((post) => post.current)).toEqual([]);
    expect(now?.nextHandover).toBe(first.span.start);
  });

  it('is nobody once the roster is over or withdrawn, or in another unit', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0)]);
    const end = Math.max(...plan.shifts.map(({ span }) => span.end)) as Instant;
    expect(await whoIsOnDuty(app, { at: (end - 1) as Instant })).toHaveLength(1);
    expect(await whoIsOnDuty(app, { at: end })).toEqual([]);
    expect(await whoIsOnDuty(app, { unitId: 'other' })).toEqual([]);
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    expect(await whoIsOnDuty(app)).toEqual([]);
  });
});
