/** What a page costs follows what it shows: among two hundred units it asks and reads as much as among two. */

import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { savePeriod } from '../../../src/store/period-store.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { saveUnit } from '../../../src/store/unit-store.ts';
import { insertVersion } from '../../../src/store/version-store.ts';
import { seat } from '../../app/sample-app.ts';
import { onSqlite } from '../../store/engine.ts';
import { RowCounter } from '../../store/row-counter.ts';
import { ScanFinder } from '../../store/scans.ts';
import { HOST, house, joined } from './access-house.ts';
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

/** The newest entry alone is read of the trail, of guesses there are never more than so many, of the level there is one row. */
const BOUNDED = /^SCAN (audit_entry: .* order by "id" desc limit|throttle USING COVERING INDEX|safety: )/;

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
  const finder = new ScanFinder(app.db);
  const counted = { ...app, db: app.db.withPlugin(counter).withPlugin(finder) };
  const browser = new Browser(await openAccessSite(counted));
  browser.cookie = member.cookie;
  const paths = ['/', '/periods', `/periods/${key.periodId}`, `/units/${key.unitId}/members`];
  const asked = new Map<string, Awaited<ReturnType<RowCounter['counting']>>>();
  for (const path of paths) {
    asked.set(path, await counter.counting(async () => expect((await browser.get(path)).status).toBe(200)));
  }
  asked.set('feed', await counter.counting(() => readFeed(counted, { token, client: '' })));
  asked.set('publish', await counter.counting(() => publishAgain(counted, key)));
  asked.set('sign-in', await counter.counting(() => new Browser(browser.site).post('/sign-in', HOST)));
  return { asked, scans: onSqlite ? await finder.scans() : [] };
}

async function publishAgain(app: App, key: PeriodKey): Promise<void> {
  const roster = { periodId: key.periodId, assignments: [] };
  const { draft } = (await findDraft(app, key)) ?? {};
  const seenRevision = draft?.revision ?? 0;
  const { revision } = await saveDraft(app, { key, roster, seenRevision, actor: 'ha' });
  const result = await publishVersion(app, { key, revision, note: '', actor: 'ha' });
  expect(result.published).toBe(true);
}

describe('a page of one unit', () => {
  it('costs the same whether there are two units or two hundred', async () => {
    const few = await costs(0);
    expect(few.asked.get('/')?.rows).toBeGreaterThan(0);
    expect(few.asked.get('sign-in')?.queries).toBeGreaterThan(10);
    const many = await costs(198);
    expect(many.asked).toEqual(few.asked);
    expect(many.scans.filter((each) => !BOUNDED.test(each))).toEqual([]);
  }, 20_000);
});
