/** What a unit has behind it costs nothing: the roster page, a poll of a feed and a publishing ask for no more. */

import { describe, expect, it } from 'vitest';
import { saveDraft } from '../../../src/app/drafts/save-draft.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { publishVersion } from '../../../src/app/versions/publish-version.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import { type Interval, plusMinutes } from '../../../src/calendar/interval.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { savePeriod } from '../../../src/store/period-store.ts';
import { insertVersion } from '../../../src/store/version-store.ts';
import { loaded, seat } from '../../app/sample-app.ts';
import { RowCounter } from '../../store/row-counter.ts';
import { openSite } from '../site/site.ts';

/** Periods of a month each; none within reach of what rules look at. */
const APART = 30;

function earlier(version: RosterVersion, months: number): RosterVersion {
  const days = -APART * months;
  const moved = ({ start, end }: Interval): Interval => ({
    start: plusMinutes(start, days * 1440),
    end: plusMinutes(end, days * 1440),
  });
  const { plan, roster } = version;
  const shifts = plan.shifts.map((shift) => ({
    ...shift,
    day: addDays(shift.day, days) as Day,
    span: moved(shift.span),
  }));
  const period = { ...plan.period, id: `earlier-${months}`, span: moved(plan.period.span) };
  return {
    ...version,
    periodId: period.id,
    plan: { ...plan, period, shifts },
    roster: { ...roster, periodId: period.id },
  };
}

async function costs(months: number) {
  const { app, key, plan } = await loaded();
  const roster = { periodId: key.periodId, assignments: plan.shifts.map((_, i) => seat(plan, i, i % 5)) };
  const version: RosterVersion = {
    periodId: key.periodId,
    number: 1,
    publishedAt: app.clock(),
    note: '',
    plan,
    roster,
  };
  for (let month = 1; month <= months; month++) {
    const past = earlier(version, month + 1);
    await savePeriod(app.db, key.unitId, past.plan.period);
    await insertVersion(app.db, past);
  }
  const counter = new RowCounter();
  const counted = { ...app, db: app.db.withPlugin(counter) };
  const feed = { unitId: key.unitId, scope: { kind: 'unit' }, options: DEFAULT_FEED_OPTIONS } as const;
  const { token } = await issueFeedToken(app, { ...feed, actor: 'ha' });
  const { revision } = await saveDraft(app, { key, roster, seenRevision: 0, actor: 'ha' });
  const publish = await counter.counting(() =>
    publishVersion(counted, { key, revision, note: '', actor: 'ha', overrideReason: 'thử' }),
  );
  await readFeed(counted, { token, client: '' });
  const poll = await counter.counting(() => readFeed(counted, { token, client: '' }));
  const site = await openSite({ ...counted, close: async () => {} });
  const page = await counter.counting(async () => {
    const answer = await fetch(`${site.url}/periods/${key.periodId}`);
    expect(answer.status).toBe(200);
    await answer.text();
  });
  await site.close();
  return { publish, poll, page };
}

describe('periods that are over', () => {
  it('are neither asked for nor read again', async () => {
    const few = await costs(2);
    expect(few.publish.rows).toBeGreaterThan(0);
    expect(few.page.rows).toBeGreaterThan(0);
    expect(await costs(14)).toEqual(few);
  });
});
