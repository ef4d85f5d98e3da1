/**
 * A database as version 0.1 left it, with two units, three versions, a swap asked for, feed links and a private link:
 * it opens, nothing of it is lost, and every octet of its feeds is as subscribers have it. Both files were written by
 * 0.1 itself and are never made anew.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { createFeedMemory } from '../../../src/app/feeds/feed-memory.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { openStanding } from '../../../src/app/standing/open-standing.ts';
import { listDifferences } from '../../../src/app/standing/take-standing.ts';
import { listSwaps } from '../../../src/app/swaps/list-swaps.ts';
import { listLines } from '../../../src/store/availability-store.ts';
import { watchChanges } from '../../../src/store/change-watch.ts';
import { listPeriods } from '../../../src/store/period-store.ts';
import { listNewestVersions } from '../../../src/store/version-store.ts';
import { sampleApp } from '../../app/sample-app.ts';
import { temporaryDatabase, temporaryPath } from '../temporary-database.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

const FEEDS = JSON.parse(read('version-0.1-feeds.json')) as Readonly<Record<string, string>>;

async function upgraded(): Promise<App> {
  const path = temporaryPath();
  const file = new SqliteFile(path);
  file.exec(read('version-0.1.sql'));
  file.close();
  const db = await temporaryDatabase(path);
  const watch = watchChanges(path);
  onTestFinished(() => watch.close());
  const stamp = (): number => watch.stamp();
  return { ...(await sampleApp()), db, stamp, feeds: createFeedMemory({ stamp }) };
}

describe('a database of version 0.1', () => {
  it('gives every feed octet by octet as subscribers have it', async () => {
    const app = await upgraded();
    expect(Object.keys(FEEDS)).toHaveLength(5);
    for (const [token, text] of Object.entries(FEEDS)) {
      const document = await readFeed(app, { token, client: 'x' });
      expect(Buffer.from(document?.octets ?? []).toString('utf8')).toBe(text);
    }
  });

  it('keeps its periods, versions and swaps, and its posts and rules stand for each unit', async () => {
    const app = await upgraded();
    const periods = await listPeriods(app.db);
    expect(periods.map(({ period, published }) => [period.id, published?.number]).sort()).toEqual([
      ['hoa-toc-2027-03-12', 1],
      ['tet-2027-tan-khe', 2],
    ]);
    expect(await listNewestVersions(app.db, {})).toHaveLength(2);
    for (const { unitId, period } of periods) {
      const key = { unitId, periodId: period.id };
      const plan = await getPlan(app, key);
      expect((await openStanding(app, unitId)).standing.posts).toEqual(plan.posts);
      expect(await listDifferences(app, key)).toEqual({ posts: [], rules: [] });
      const lines = await listLines(app.db, unitId);
      expect(lines.every(({ state, origin }) => state === 'granted' && origin === 'unit')).toBe(true);
      expect(plan.leave.every(({ staffId }) => lines.some(({ entry }) => entry.staffId === staffId))).toBe(
        true,
      );
    }
    const swaps = await listSwaps(app, 'cong-thong-tin-ha-lam');
    expect(swaps.map(({ swap }) => swap.state)).toEqual(['asked']);
  });
});
