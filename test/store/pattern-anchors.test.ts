/** Databases made before patterns had an anchor: each period keeps the days it had. */

import { expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { expandDemand } from '../../src/domain/demand.ts';
import { replaceCase } from '../../src/store/case-store.ts';
import { patternAnchorsSchema } from '../../src/store/migrations/0013-pattern-anchors.ts';
import { listPosts } from '../../src/store/post-store.ts';
import { sampleCase } from '../sample-case.ts';
import { emptyDatabase } from './temporary-database.ts';

it('anchors what hangs on its first day there, and nothing else', async () => {
  const db = await emptyDatabase();
  const sample = sampleCase('unit-small');
  const key = { unitId: sample.unit.id, periodId: sample.period.id };
  const rules = ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'FREQ=DAILY;COUNT=2', 'FREQ=WEEKLY', 'FREQ=DAILY'];
  const [post] = sample.posts;
  const [pattern] = post?.patterns ?? [];
  if (!post || !pattern) throw new Error('no post');
  const patterns = rules.map((rrule, i) => ({ ...pattern, id: `p${i}`, rrule }));
  await db
    .transaction()
    .execute((trx) => replaceCase(trx, { ...sample, posts: [{ ...post, patterns }], pins: [] }));

  await patternAnchorsSchema.follow?.(db);

  const posts = await listPosts(db, key);
  const first = '2027-02-04' as Day;
  expect(posts[0]?.patterns.map(({ from }) => from)).toEqual([first, first, first, undefined]);
  const { period, unit, ruleSet } = sample;
  const shifts = expandDemand({ posts, period, zone: unit.zone, points: ruleSet.points, breaks: [] });
  const daysOf = (id: string): string[] =>
    shifts.filter(({ patternId }) => patternId === id).map(({ day }) => day);
  // As they were when counted from the period's first day, a Thursday.
  expect(daysOf('p0')).toEqual(['2027-02-05']);
  expect(daysOf('p1')).toEqual(['2027-02-04', '2027-02-05']);
  expect(daysOf('p2')).toEqual(['2027-02-04']);
});
