/** What a page costs follows what it shows: among two hundred units it asks and reads as much as among two. */

import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { savePeriod } from '../../../src/store/period-store.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { saveUnit } from '../../../src/store/unit-store.ts';
import { insertVersion } from '../../../src/store/version-store.ts';
import { seat } from '../../app/sample-app.ts';
import { RowCounter } from '../../store/row-counter.ts';
import { house, joined } from './access-house.ts';
import { Browser, openAccessSite } from './access-site.ts';

/** Units that have people, a period of the same name, and a published version of it. */
async function addUnits({ db, clock }: App, plan: Plan, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const unit = { ...plan.unit, id: `other-${i}`, name: `Đơn vị ${i}` };
    const small = { ...plan, unit, shifts: plan.shifts.slice(0, 2) };
    const period = { ...plan.period, id: `tet-${i}` };
    await saveUnit(db, unit);
    await saveStaff(db, unit.id, plan.staff.slice(0, 2));
    await savePeriod(db, unit.id, period);
    await insertVersion(db, {
      periodId: period.id,
      number: 1,
      publishedAt: clock(),
      note: '',
      plan: { ...small, period },
      roster: { periodId: period.id, assignments: [seat(plan, 0, 0)] },
    });
  }
}

async function costs(others: number) {
  const made = await house();
  const { app, key, plan } = made;
  const member = await joined(made, 'administrator');
  const { token } = await issueFeedToken(app, {
    unitId: key.unitId,
    scope: { kind: 'unit' },
    options: DEFAULT_FEED_OPTIONS,
    actor: 'ha',
  });
  await app.db.transaction().execute((trx) => addUnits({ ...app, db: trx }, plan, others));
  const counter = new RowCounter();
  const counted = { ...app, db: app.db.withPlugin(counter) };
  const browser = new Browser(await openAccessSite(counted));
  browser.cookie = member.cookie;
  const paths = ['/', '/periods', `/periods/${key.periodId}`, `/units/${key.unitId}/members`];
  const asked = new Map<string, Awaited<ReturnType<RowCounter['counting']>>>();
  for (const path of paths) {
    asked.set(path, await counter.counting(async () => expect((await browser.get(path)).status).toBe(200)));
  }
  asked.set('feed', await counter.counting(() => readFeed(counted, { token, client: '' })));
  return asked;
}

describe('a page of one unit', () => {
  it('costs the same whether there are two units or two hundred', async () => {
    const few = await costs(0);
    expect(few.get('/')?.rows).toBeGreaterThan(0);
    expect(await costs(198)).toEqual(few);
  }, 20_000);
});
