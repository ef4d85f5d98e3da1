/** Feeds as subscribers poll them: the whole server over a real file, while someone else publishes beside it. */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { listFeedLinks } from '../../../src/app/feeds/list-feed-links.ts';
import { readFeed } from '../../../src/app/feeds/read-feed.ts';
import { revokeFeedToken } from '../../../src/app/feeds/revoke-feed-token.ts';
import { rotateFeedToken } from '../../../src/app/feeds/rotate-feed-token.ts';
import { loadCase } from '../../../src/app/periods/load-case.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { DEFAULT_FEED_OPTIONS, type FeedScope } from '../../../src/domain/feed.ts';
import type { ShiftPattern } from '../../../src/domain/unit.ts';
import { published, seat, withoutRules } from '../../app/sample-app.ts';
import { poll, type Subscriber } from '../../bench/feeds/soak.ts';
import { depth } from '../../depth.ts';
import { sampleCase } from '../../sample-case.ts';
import { beside } from '../site/beside.ts';

async function setting() {
  const found = await beside();
  const { app, key } = found;
  const link = async (scope: FeedScope): Promise<string> =>
    (await issueFeedToken(app, { unitId: key.unitId, scope, options: DEFAULT_FEED_OPTIONS, actor: 'ha' }))
      .token;
  return { ...found, link };
}

interface Polled {
  readonly status: number;
  readonly etag: string;
  readonly text: string;
}

async function pollOf(port: number, token: string, etag?: string): Promise<Polled> {
  const answer = await fetch(`http://127.0.0.1:${port}/feeds/${token}.ics`, {
    headers: etag === undefined ? {} : { 'If-None-Match': etag },
  });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
}

function valuesOf(text: string, property: string): string[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  return lines
    .filter((line) => line.startsWith(`${property}:`))
    .map((line) => line.slice(property.length + 1));
}

describe('a subscriber', () => {
  it('sees each of ten versions with the next poll, and 304 until then', async () => {
    const { app, key, plan, port, link } = await setting();
    const [old, next] = [plan.staff[0]?.id ?? '', plan.staff[1]?.id ?? ''];
    const tokens = [
      await link({ kind: 'personal', staffId: old }),
      await link({ kind: 'personal', staffId: next }),
      await link({ kind: 'unit' }),
    ];
    const etags: (string | undefined)[] = [undefined, undefined, undefined];
    const uids = new Set<string>();
    const told: string[] = [];
    const stamps: string[][] = [];
    for (const person of [0, 0, 1, 1, 0, undefined, 0, 1, undefined, 1]) {
      if (person === undefined) await withdrawVersion(app, { key, note: '', actor: 'ha' });
      else await published(app, key, [seat(plan, 0, person)]);
      const line: string[] = [];
      for (const [i, token] of tokens.entries()) {
        const polled = await pollOf(port, token, etags[i]);
        const again = await pollOf(port, token, polled.etag);
        expect(again).toMatchObject({ status: 304, etag: polled.etag, text: '' });
        etags[i] = polled.etag;
        for (const uid of valuesOf(polled.text, 'UID')) uids.add(uid);
        const [status = '-'] = valuesOf(polled.text, 'STATUS');
        const [sequence = ''] = valuesOf(polled.text, 'SEQUENCE');
        line.push(polled.status === 304 ? '304' : `${status} ${sequence}`.trim());
        if (i === 2 && polled.status === 200) stamps.push(valuesOf(polled.text, 'DTSTAMP'));
      }
      told.push(line.join(' | '));
    }
    expect(told).toEqual([
      'CONFIRMED 0 | - | CONFIRMED 0',
      '304 | 304 | 304',
      'CANCELLED 1 | CONFIRMED 1 | CONFIRMED 1',
      '304 | 304 | 304',
      'CONFIRMED 2 | CANCELLED 2 | CONFIRMED 2',
      'CANCELLED 3 | 304 | CANCELLED 3',
      'CONFIRMED 4 | 304 | CONFIRMED 4',
      'CANCELLED 5 | CONFIRMED 5 | CONFIRMED 5',
      '304 | CANCELLED 6 | CANCELLED 6',
      '304 | CONFIRMED 7 | CONFIRMED 7',
    ]);
    expect(uids.size).toBe(1);
    const dates = stamps.flat();
    expect(dates).toEqual([...new Set(dates)].toSorted());
  });

  it('row 14: sees a shift moved in time, then taken away, as one event', async () => {
    const { app, key, plan, port, link } = await setting();
    const source = withoutRules(sampleCase('unit-small'));
    const index = plan.shifts.findIndex(({ postId }) => postId === 'may-chu');
    const patternId = source.posts.find(({ id }) => id === 'may-chu')?.patterns[0]?.id ?? '';
    const tokens = [
      await link({ kind: 'personal', staffId: plan.staff[0]?.id ?? '' }),
      await link({ kind: 'unit' }),
    ];
    const reload = async (change: (pattern: ShiftPattern) => readonly ShiftPattern[]): Promise<void> => {
      const posts = source.posts.map((post) => ({
        ...post,
        patterns: post.patterns.flatMap((pattern) =>
          post.id === 'may-chu' && pattern.id === patternId ? change(pattern) : [pattern],
        ),
      }));
      const loaded = await loadCase(app, { source: { ...source, posts }, actor: 'ha' });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    };
    const told = async (): Promise<string[]> => {
      const texts = await Promise.all(tokens.map(async (token) => (await pollOf(port, token)).text));
      return texts.map((text) =>
        ['UID', 'STATUS', 'SEQUENCE', 'DTEND'].map((name) => valuesOf(text, name).join()).join(' '),
      );
    };
    // The installation's id comes first.
    const uid = `[\\w-]+~${key.unitId}~${key.periodId}~${plan.shifts[index]?.id.replaceAll('/', '~')}~0`;
    await published(app, key, [seat(plan, index, 0)]);
    const [first = ''] = await told();
    expect(first).toMatch(new RegExp(`^${uid} CONFIRMED 0 `));
    expect(await told()).toEqual([first, first]);
    await reload((pattern) => [{ ...pattern, durationMinutes: pattern.durationMinutes - 30 }]);
    await published(app, key, [seat(plan, index, 0)]);
    const [moved = ''] = await told();
    expect(moved).toMatch(new RegExp(`^${uid} CONFIRMED 1 `));
    expect(moved.split(' ')[3]).not.toBe(first.split(' ')[3]);
    expect(await told()).toEqual([moved, moved]);
    await reload(() => []);
    await published(app, key, []);
    expect(await told()).toEqual(Array(2).fill(moved.replace('CONFIRMED 1', 'CANCELLED 2')));
  });

  it('is refused with the first poll after the link was revoked or rotated elsewhere', async () => {
    const { app, key, port, link } = await setting();
    const [revoked, rotated] = [await link({ kind: 'unit' }), await link({ kind: 'leaders' })];
    expect((await pollOf(port, revoked)).status).toBe(200);
    expect((await pollOf(port, rotated)).status).toBe(200);
    const [first, second] = await listFeedLinks(app, key.unitId);
    await revokeFeedToken(app, { unitId: key.unitId, linkId: first?.id ?? '', actor: 'ha' });
    const rotating = { unitId: key.unitId, linkId: second?.id ?? '', actor: 'ha' };
    const { token } = await rotateFeedToken(app, rotating);
    const statuses = [revoked, rotated, token].map(async (each) => (await pollOf(port, each)).status);
    expect(await Promise.all(statuses)).toEqual([404, 404, 200]);
  });
});

const POLLS = depth({ short: 1_800, deep: 6_000 });

describe('many subscribers', () => {
  it(`are all answered right over ${POLLS} polls, a version published and a link revoked in between`, async () => {
    const { app, key, plan, port, link } = await setting();
    await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 1)]);
    const scopes: FeedScope[] = [
      { kind: 'unit' },
      { kind: 'leaders' },
      ...plan.posts.map(({ id }): FeedScope => ({ kind: 'post', postId: id })),
      ...plan.staff.map(({ id }): FeedScope => ({ kind: 'personal', staffId: id })),
    ];
    const links: { readonly token: string; readonly subscriber: Subscriber }[] = [];
    for (let i = 0; i < 60; i++) {
      const token = await link(scopes[i % scopes.length] ?? { kind: 'unit' });
      links.push({ token, subscriber: { path: `/feeds/${token}.ics`, expected: '' } });
    }
    const expectAll = async (): Promise<void> => {
      for (const { token, subscriber } of links) {
        const document = await readFeed(app, { token, client: 'test' });
        subscriber.expected = document ? createHash('sha256').update(document.octets).digest('hex') : 'gone';
      }
    };
    const subscribers = links.map(({ subscriber }) => subscriber);
    await expectAll();
    const tally = await poll({ port, subscribers, polls: POLLS / 2, connections: 8 });
    await published(app, key, [seat(plan, 0, 1), seat(plan, 1, 0)]);
    const [some] = await listFeedLinks(app, key.unitId);
    await revokeFeedToken(app, { unitId: key.unitId, linkId: some?.id ?? '', actor: 'ha' });
    await new Promise((resolve) => setImmediate(resolve));
    await expectAll();
    await poll({ port, subscribers, polls: POLLS / 2, connections: 8 }, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.gone).toBe(POLLS / 120);
    expect(tally.fresh + tally.notModified + tally.gone).toBe(POLLS);
    expect(tally.notModified).toBeGreaterThan(0.8 * POLLS);
  });
});
