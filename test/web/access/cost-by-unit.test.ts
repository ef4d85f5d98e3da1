/** What a page costs follows what it shows: among two hundred units it asks and reads as much as among two. */

import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { findDraft } from '../../../src/app/drafts/find-draft.ts';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
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

/** A unit with people, a period of the same name, and a published version of it; written once more, all of it is new. */
async function writeOther({ db, clock }: App, plan: Plan, { i, number }: Record<'i' | 'number', number>) {
  const unit = { ...plan.unit, id: `other-${i}`, name: `Đơn vị ${i} lần ${number}` };
  const small = { ...plan, unit, shifts: plan.shifts.slice(0, 2) };
  const period = { ...plan.period, id: `tet-${i}` };
  await saveUnit(db, unit);
  await saveStaff(db, unit.id, plan.staff.slice(0, 2));
  await savePeriod(db, unit.id, period);
  await insertVersion(db, {
    periodId: period.id,
    number,
    publishedAt: (clock() + number * 1000) as Instant,
    note: '',
    plan: { ...small, period },
    roster: { periodId: period.id, assignments: [seat(plan, 0, 0)] },
  });
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
  const within = (work: (app: App) => Promise<void>): Promise<void> =>
    app.db.transaction().execute((trx) => work({ ...app, db: trx }));
  await within(async (inside) => {
    for (let i = 0; i < others; i++) await writeOther(inside, plan, { i, number: 1 });
  });
  const counter = new RowCounter();
  const finder = new ScanFinder(app.db);
  const counted = { ...app, db: app.db.withPlugin(counter).withPlugin(finder) };
  const browser = new Browser(await openAccessSite(counted));
  browser.cookie = member.cookie;
  const paths = ['/', '/periods', `/periods/${key.periodId}`, `/units/${key.unitId}/members`];
  const asked = new Map<string, Awaited<ReturnType<RowCounter['counting']>>>();
  const count = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    // Nothing that is kept from one to the next is good any more.
    await within((inside) => writeOther(inside, plan, { i: 0, number: asked.size + 2 }));
    asked.set(what, await counter.counting(work));
  };
  for (const path of paths) {
    await count(path, async () => expect((await browser.get(path)).status).toBe(200));
  }
  await count('feed', () => readFeed(counted, { token, client: '' }));
  await count('publish', () => publishAgain(counted, key));
  await count('sign-in', () => new Browser(browser.site).post('/sign-in', HOST));
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

describe('what is asked of one unit, after a write to another', () => {
  it('costs the same whether there are two units or two hundred', async () => {
    const few = await costs(1);
    for (const { rows } of few.asked.values()) expect(rows).toBeGreaterThan(0);
    expect(few.asked.get('sign-in')?.queries).toBeGreaterThan(10);
    const many = await costs(199);
    expect(many.asked).toEqual(few.asked);
    expect(many.scans.filter((each) => !BOUNDED.test(each))).toEqual([]);
  });
});
