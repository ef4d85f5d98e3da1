/** What is kept about someone, told whole; what they ask, with its clocks; breaches. */

import { describe, expect, it } from 'vitest';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { issuePersonalLink } from '../../../src/app/own/issue-personal-link.ts';
import { listBreaches, markBreachTold, noteBreach } from '../../../src/app/personal-data/data-breaches.ts';
import {
  answerDataRequest,
  askDataRequest,
  listOwnDataRequests,
  listUnitDataRequests,
} from '../../../src/app/personal-data/data-requests.ts';
import { readOwnData } from '../../../src/app/personal-data/own-data.ts';
import { REQUEST_DAYS, requestClock } from '../../../src/domain/data-request.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { isMessageKey } from '../../../src/i18n/translate.ts';
import { tablesOfPeople } from '../../../src/store/own-data-store.ts';
import { sampleHolidays } from '../../sample-case.ts';
import { at, loaded, published, seat } from '../sample-app.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

async function house() {
  const { app, key, plan } = await loaded();
  const [mine, other] = plan.staff;
  if (!mine || !other) throw new Error('the sample has people');
  await published(app, key, [seat(plan, 0, 0), seat(plan, 1, 1)]);
  return { app, unitId: key.unitId, mine, other, person: { unitId: key.unitId, staffId: mine.id } };
}

describe('what is kept about someone', () => {
  it('is told whole, without what opens anything, and of nobody else', async () => {
    const { app, unitId, mine, other, person } = await house();
    const scope = { kind: 'personal', staffId: mine.id } as const;
    await issueFeedToken(app, { unitId, scope, options: DEFAULT_FEED_OPTIONS, actor: 'cli' });
    await issuePersonalLink(app, { ...person, actor: 'cli' });
    const kept = await readOwnData(app, person);
    expect([...kept.keys()]).toEqual(
      expect.arrayContaining(['duty', 'feed_token', 'personal_link', 'staff_member']),
    );
    const text = JSON.stringify([...kept]);
    expect(text).toContain(mine.name);
    expect(text).not.toContain(other.name);
    expect(text).not.toMatch(/hash|secret|[0-9a-f]{64}/);
    await expect(readOwnData(app, { unitId, staffId: 'nobody' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('has words for every table that names people: a new one must be thought of', async () => {
    const { app } = await house();
    const tables = [...(await tablesOfPeople(app.db)).keys(), 'staff_member'];
    expect(tables.filter((table) => !isMessageKey(`data.table.${table}`))).toEqual([]);
  });
});

describe('the clocks of a request', () => {
  it.each([
    ['an ordinary Monday', '2027-03-01T08:00', 'see', '2027-03-04T00:00', '2027-03-12T00:00'],
    ['a Friday evening', '2027-03-05T23:59', 'erase', '2027-03-10T00:00', '2027-03-26T00:00'],
    ['a Saturday', '2027-03-06T08:00', 'restrict', '2027-03-10T00:00', '2027-03-22T00:00'],
    ['the day before 30/4', '2027-04-29T08:00', 'complain', '2027-05-06T00:00', '2027-05-15T00:00'],
  ] as const)('of %s', (_, askedAt, kind, answerBy, doneBy) => {
    const clock = requestClock({ kind, askedAt: at(askedAt) }, ZONE, sampleHolidays());
    expect(clock).toEqual({ answerBy: at(answerBy), doneBy: at(doneBy) });
  });

  it('are ten, fifteen or twenty days', () => {
    expect(new Set(Object.values(REQUEST_DAYS))).toEqual(new Set([10, 15, 20]));
  });
});

describe('a request', () => {
  it('is answered, then done, once; the first answer’s moment stays', async () => {
    const { app, unitId, person } = await house();
    await askDataRequest(app, { ...person, kind: 'correct', words: ' sai số ', actor: 'x' });
    const [asked] = await listUnitDataRequests(app, unitId);
    expect(asked).toMatchObject({ kind: 'correct', words: 'sai số', staffId: person.staffId });
    const about = { unitId, id: asked?.id ?? '', actor: 'ha' };
    await answerDataRequest(app, { ...about, answer: 'sẽ sửa', done: false });
    const first = app.clock();
    app.setClock('2027-01-21T08:00');
    await answerDataRequest(app, { ...about, answer: 'đã sửa', done: true });
    expect(await listOwnDataRequests(app, person)).toMatchObject([
      { answeredAt: first, doneAt: app.clock(), answer: 'đã sửa' },
    ]);
    await expect(answerDataRequest(app, { ...about, answer: '', done: true })).rejects.toMatchObject({
      code: 'conflict',
    });
    const elsewhere = { ...about, unitId: 'another' };
    await expect(answerDataRequest(app, { ...elsewhere, answer: '', done: true })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is one of ten at most that are open', async () => {
    const { app, person } = await house();
    const asking = { ...person, kind: 'see', words: '', actor: 'x' } as const;
    for (let i = 0; i < 10; i++) await askDataRequest(app, asking);
    await expect(askDataRequest(app, asking)).rejects.toMatchObject({ key: 'error.data-request.too-many' });
  });
});

describe('a breach', () => {
  it('is to be told within 72 hours of its finding, and was found before now', async () => {
    const { app, unitId } = await house();
    await noteBreach(app, { unitId, foundAt: at('2027-01-20T06:30'), words: 'gửi nhầm tệp', actor: 'ha' });
    const [found] = await listBreaches(app, unitId);
    expect(found?.tellBy).toBe(at('2027-01-23T06:30'));
    const late = { unitId, foundAt: at('2027-01-20T08:01'), words: '', actor: 'ha' };
    await expect(noteBreach(app, late)).rejects.toMatchObject({ key: 'error.data-breach.future' });
    await markBreachTold(app, { unitId, id: found?.id ?? '', actor: 'ha' });
    await expect(markBreachTold(app, { unitId, id: found?.id ?? '', actor: 'ha' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
