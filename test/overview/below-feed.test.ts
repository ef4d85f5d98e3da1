/** Out of the house: the calendar of leaders below, the API over all units, the screen of an operation room. */

import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { sendAnswerWithin } from '../../src/app/answers/send-answer.ts';
import { issueDisplayLink, revokeDisplayLink } from '../../src/app/displays/display-links.ts';
import { openBelowDisplay, openDisplay } from '../../src/app/displays/open-display.ts';
import { issueFeedToken } from '../../src/app/feeds/issue-feed-token.ts';
import { readFeed } from '../../src/app/feeds/read-feed.ts';
import { revokeFeedToken } from '../../src/app/feeds/revoke-feed-token.ts';
import { loadTree } from '../../src/app/overview/load-tree.ts';
import type { AnswerDuty } from '../../src/domain/answer.ts';
import { answerSeats, liftedSeats } from '../../src/domain/answer-seats.ts';
import { DEFAULT_FEED_OPTIONS } from '../../src/domain/feed.ts';
import { findAnswer } from '../../src/store/answer-store.ts';
import { listDisplayLinks } from '../../src/store/display-link-store.ts';
import { findAsked, findOrder } from '../../src/store/order-store.ts';
import { OPERATIONS } from '../../src/web/api/operations.ts';
import { onDuty } from '../../src/web/api/shapes.ts';
import { type SampleApp, type Starts, startedApp } from '../app/sample-app.ts';
import { at, duty } from '../orders/order-facts.ts';
import { makeTree } from './make-tree.ts';

const UNIT = 'so-khcn';
const DURING = '2027-02-05T21:47';
const STARTS: Starts<void> = new Map();

async function loaded(): Promise<SampleApp> {
  const { app } = await startedApp(STARTS, 'few', async (fresh) => {
    fresh.setClock(DURING);
    await loadTree(fresh, makeTree({ offices: 8, communes: 12, days: 7, people: 7 }));
  });
  app.setClock(DURING);
  return app;
}

const leader = (day: number, change: Partial<AnswerDuty> = {}): AnswerDuty =>
  duty(`2027-02-0${day}T07:00`, `2027-02-0${day + 1}T07:00`, {
    tier: 'leader',
    demandId: 'lanh-dao',
    ...change,
  });

describe('seats of answers', () => {
  it('keep their name over answers; time, person, going and coming back raise the sequence, a telephone does not', () => {
    const answers = [
      [leader(4), leader(5)],
      [leader(4, { name: 'Lò Văn Páo' }), leader(5, { phone: '0900 000 001' })],
      [leader(4, { name: 'Lò Văn Páo' })],
      [leader(4, { name: 'Lò Văn Páo' }), leader(5)],
    ].map((duties, i) => ({ sentAt: at(`2027-01-2${i + 1}T08:00`), duties }));
    const told = (count: number) =>
      answerSeats(answers.slice(0, count), 'Asia/Ho_Chi_Minh').map(({ sequence, gone, revised }) => [
        sequence,
        gone,
        revised,
      ]);
    const [first, second, third, fourth] = answers.map(({ sentAt }) => sentAt);
    expect(told(1)).toEqual([
      [0, false, first],
      [0, false, first],
    ]);
    expect(told(2)).toEqual([
      [1, false, second],
      [0, false, second],
    ]);
    expect(told(3)).toEqual([
      [1, false, second],
      [1, true, third],
    ]);
    expect(told(4)).toEqual([
      [1, false, second],
      [2, false, fourth],
    ]);
    const lifted = liftedSeats(answerSeats(answers, 'Asia/Ho_Chi_Minh'), at('2027-02-05T06:00'));
    expect(lifted.map(({ gone }) => gone)).toEqual([false, true]);
  });
});

interface Told {
  readonly uid: string;
  readonly title: string;
  readonly sequence: number;
  readonly cancelled: boolean;
}

async function calendar(app: SampleApp, token: string) {
  const document = await readFeed(app, { token, client: 'test' });
  if (!document) return undefined;
  const text = document.octets.toString();
  const root = new ICAL.Component(ICAL.parse(text));
  const events = root.getAllSubcomponents('vevent').map((each): Told => {
    const event = new ICAL.Event(each);
    const cancelled = each.getFirstPropertyValue('status') === 'CANCELLED';
    return { uid: event.uid, title: event.summary, sequence: event.sequence, cancelled };
  });
  return { text, events };
}

describe('the calendar of leaders below', () => {
  it('has every leader of every unit once, follows a new answer under the same UID, and ends with its link', async () => {
    const app = await loaded();
    const issuing = { unitId: UNIT, scope: { kind: 'leaders-below' }, actor: 'ha' } as const;
    const { token, link } = await issueFeedToken(app, { ...issuing, options: DEFAULT_FEED_OPTIONS });
    const before = await calendar(app, token);
    const answered = makeTree({ offices: 8, communes: 12, days: 7, people: 7 }).units.filter(
      ({ answer }) => answer,
    );
    expect(before?.events.length).toBe(answered.length * 7 - gapsOf(answered));
    expect(new Set(before?.events.map(({ uid }) => uid)).size).toBe(before?.events.length);
    expect(before?.text).toMatch(/Gọi: 0900/);
    expect(before?.text).toContain('X-WR-CALNAME:Lãnh đạo trực các đơn vị: ');
    expect((await calendar(app, token))?.text).toBe(before?.text);

    await sendAnew(app, 'so-0005');
    const after = await calendar(app, token);
    const changed = after?.events.filter(
      (event) => !before?.events.some((each) => JSON.stringify(each) === JSON.stringify(event)),
    );
    expect(changed?.map(({ sequence, cancelled }) => [sequence, cancelled])).toEqual([
      [1, false],
      [1, true],
    ]);
    const discreet = { ...DEFAULT_FEED_OPTIONS, title: 'discreet', phones: false } as const;
    const other = await issueFeedToken(app, { ...issuing, options: discreet });
    expect((await calendar(app, other.token))?.text).not.toMatch(/0900/);

    // Thirty days after the order its telephones are hidden, and it is over.
    app.setClock('2027-03-20T08:00');
    expect((await calendar(app, token))?.events).toEqual([]);
    await revokeFeedToken(app, { unitId: UNIT, linkId: link.id, actor: 'ha' });
    expect(await calendar(app, token)).toBeUndefined();
  });
});

function gapsOf(units: ReturnType<typeof makeTree>['units']): number {
  return units.flatMap(({ answer }) => answer?.gaps ?? []).filter(({ demandId }) => demandId === 'lanh-dao')
    .length;
}

/** The same list with another leader on the first day, and none on the last. */
async function sendAnew(app: SampleApp, unitId: string): Promise<void> {
  const key = { orderId: 'truc-tet-2027', unitId };
  const [order, asked] = [await findOrder(app.db, key.orderId), await findAsked(app.db, key)];
  const answer = await findAnswer(app.db, asked?.answerId ?? 0);
  if (!order || !asked || !answer) throw new Error('the sample has it');
  const leaders = answer.duties.filter(({ tier }) => tier === 'leader');
  const duties = answer.duties
    .filter((each) => each !== leaders.at(-1))
    .map((each) => (each === leaders[0] ? { ...each, name: 'Lò Văn Páo' } : each));
  await app.db
    .transaction()
    .execute((trx) => sendAnswerWithin(trx, app, { order, asked, duties, source: 'file', actor: 'ha' }));
}

describe('the API over all units', () => {
  it('says who is on duty below the token’s unit or below one under it, and knows no other', async () => {
    const app = await loaded();
    const operation = OPERATIONS.find(({ name }) => name === 'on-duty');
    const { superior, units } = makeTree({ offices: 8, communes: 12, days: 7, people: 7 });
    const ask = async (under: string) =>
      onDuty.parse(await operation?.find({ unit: superior, now: app.clock(), app }, { under }));
    const told = await ask(UNIT);
    expect(told.units).toHaveLength(units.length);
    expect(told.units?.[0]).toMatchObject({ answered: false, people: [] });
    expect(told.units?.at(-1)?.people[0]).toMatchObject({
      tier: 'leader',
      phone: expect.stringMatching(/^0900/),
    });
    expect((await ask('xa-0003')).units).toEqual([]);
    await expect(ask('khong-co')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the screen of an operation room', () => {
  it('shows the units below and nothing else, phones only where its link says so, and goes dark', async () => {
    const app = await loaded();
    const make = (below: boolean, phones: boolean) =>
      issueDisplayLink(app, { unitId: UNIT, name: 'Phòng', dims: true, actor: 'ha', below, phones });
    const token = await make(true, false);
    const shown = await openBelowDisplay(app, token);
    expect(shown?.below.units).toHaveLength(20);
    expect(shown?.below.units.some(({ phones }) => phones)).toBe(false);
    expect(
      (await openBelowDisplay(app, await make(true, true)))?.below.units.every(({ phones }) => phones),
    ).toBe(true);
    expect(await openDisplay(app, token)).toBeUndefined();
    expect(await openBelowDisplay(app, await make(false, true))).toBeUndefined();
    for (const { id } of await listDisplayLinks(app.db, UNIT)) {
      await revokeDisplayLink(app, { unitId: UNIT, id, actor: 'ha' });
    }
    expect(await openBelowDisplay(app, token)).toBeUndefined();
  });
});
