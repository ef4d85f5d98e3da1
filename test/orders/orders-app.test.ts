/** The use cases of orders and answers over a real database: from the tree to an answer marked outdated. */

import { describe, expect, it } from 'vitest';
import { openAskedOrder } from '../../src/app/answers/asked-orders.ts';
import { openAnswerSheet, sendLinkAnswer, type WrittenCell } from '../../src/app/answers/link-answer.ts';
import { createPeriodFromOrder } from '../../src/app/answers/period-from-order.ts';
import { previewRosterAnswer, sendRosterAnswer } from '../../src/app/answers/send-roster.ts';
import { issueAnswerLinks, revokeAnswerLink } from '../../src/app/orders/answer-links.ts';
import { dropOrder, saveOrder } from '../../src/app/orders/save-order.ts';
import { liftOrder, previewOrderChange, sendOrder } from '../../src/app/orders/send-order.ts';
import { readGivenTable } from '../../src/app/staff/given-table.ts';
import { moveUnit, openTree, previewTree, takeTree } from '../../src/app/tree/place-units.ts';
import type { Day } from '../../src/calendar/day.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { cellName, personKey } from '../../src/domain/answer-cells.ts';
import { listCounts } from '../../src/store/answer-store.ts';
import { findAsked, listAsked, listOrdersAsking } from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { loaded, published, type SampleApp, sampleApp, seat } from '../app/sample-app.ts';
import { CONTENT, LEADER, WATCH } from './order-facts.ts';

const made = { actor: 'test' };
const PASTE = [
  'TT\tTên đơn vị\tLoại\tKhối\tĐầu mối\tChức vụ\tĐiện thoại\tEmail',
  '1\tUBND xã Bản Mạ\tXã, phường\tVùng 1\tBàn Văn Thắng\tChủ tịch\t0900 000 081\tthang@xa.example',
  '2\tUBND xã Khe Sương\tXã, phường\tVùng 2\tVi Văn Khoa\t\t\t',
  '3\tSở Y tế\tSở, ban, ngành\t\t\t\tkhông có\t',
].join('\n');

async function superior(): Promise<SampleApp> {
  const app = await sampleApp();
  await saveUnit(app.db, { id: 'so', name: 'Sở Khoa học và Công nghệ', zone: VIETNAM, place: 'Lam Giang' });
  return app;
}

async function bookOf(app: SampleApp, paste: string) {
  const read = await readGivenTable(app, { name: 'cây', paste }, 'test');
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { book: read.book, asked: {} };
}

async function withTree(): Promise<SampleApp> {
  const app = await superior();
  const taken = await takeTree(app, { ...made, unitId: 'so', accounts: true, ...(await bookOf(app, PASTE)) });
  expect(taken).toMatchObject({ taken: true, added: 3, placed: 3 });
  return app;
}

async function withOrder(content = CONTENT) {
  const app = await withTree();
  const orderId = await saveOrder(app, { ...made, unitId: 'so', content });
  const key = { unitId: 'so', orderId };
  expect(await sendOrder(app, { ...made, ...key, content })).toEqual({ sent: true, asked: 3 });
  return { app, key, orderId };
}

describe('the tree of a superior', () => {
  it('comes from one paste, with a first invitation for each new unit', async () => {
    const app = await superior();
    const importing = { unitId: 'so', ...(await bookOf(app, PASTE)) };
    const preview = await previewTree(app, importing);
    expect([preview.faults, preview.planned.length]).toEqual([[], 3]);
    const taken = await takeTree(app, { ...made, accounts: true, ...importing });
    if (!taken.taken) throw new Error('nothing is wrong with it');
    expect(taken.invitations.map(({ name }) => name)).toEqual(preview.planned.map(({ name }) => name));
    const { below } = await openTree(app, 'so');
    expect(below.map(({ name, kind, depth }) => [name, kind, depth])).toContainEqual([
      'UBND xã Bản Mạ',
      'Xã, phường',
      1,
    ]);
    expect(below.find(({ name }) => name === 'Sở Y tế')?.contact.phone).toBe('');
    // Once more: nobody is made twice.
    expect(await takeTree(app, { ...made, accounts: true, ...importing })).toMatchObject({
      added: 0,
      placed: 3,
    });
  });

  it('is refused whole with every fault named by its row', async () => {
    const app = await superior();
    const faulty = 'Tên đơn vị\tĐơn vị cấp trên\tEmail\nXã A\tKhông ai\t\nXã B\t\tb@\nXã B\t\t';
    const importing = { unitId: 'so', ...(await bookOf(app, faulty)) };
    expect((await previewTree(app, importing)).faults.map(({ row, key }) => [row, key])).toEqual([
      [3, 'tree.fault.email'],
      [4, 'tree.fault.twice'],
      [2, 'tree.fault.superior'],
    ]);
    expect(await takeTree(app, { ...made, accounts: false, ...importing })).toMatchObject({ taken: false });
    expect((await openTree(app, 'so')).below).toEqual([]);
  });

  it('moves a unit below another of its own, and into no circle', async () => {
    const app = await withTree();
    const { below } = await openTree(app, 'so');
    const [first, second] = below;
    if (!first || !second) throw new Error('three stand below');
    await moveUnit(app, { ...made, unitId: 'so', place: { ...first, superiorId: second.unitId } });
    const moved = (await openTree(app, 'so')).below.find(({ unitId }) => unitId === first.unitId);
    expect(moved?.depth).toBe(2);
    const back = { ...made, unitId: 'so', place: { ...second, superiorId: first.unitId } };
    await expect(moveUnit(app, back)).rejects.toThrow('tree.error.circle');
    await expect(
      moveUnit(app, { ...made, unitId: 'so', place: { ...first, superiorId: 'elsewhere' } }),
    ).rejects.toThrow('not-found');
  });
});

describe('an order', () => {
  it('is seen by nobody below while a draft, and can be dropped', async () => {
    const app = await withTree();
    const orderId = await saveOrder(app, { ...made, unitId: 'so', content: CONTENT });
    expect(await listAsked(app.db, orderId)).toEqual([]);
    await dropOrder(app, { unitId: 'so', orderId }, 'test');
    await expect(sendOrder(app, { ...made, unitId: 'so', orderId, content: CONTENT })).rejects.toThrow(
      'not-found',
    );
  });

  it('is not sent unfinished: every fault is told at its field', async () => {
    const app = await withTree();
    const content = { ...CONTENT, name: '', demands: [], deadlines: [], ask: { ...CONTENT.ask, names: [] } };
    const orderId = await saveOrder(app, { ...made, unitId: 'so', content });
    const sent = await sendOrder(app, { ...made, unitId: 'so', orderId, content });
    expect(sent.sent === false && sent.faults.map(({ field }) => field)).toEqual([
      'name',
      'names',
      'demands',
      'deadline-0',
    ]);
  });

  it('gives each unit its kind’s deadline, and asks it once it is sent', async () => {
    const { app, orderId } = await withOrder();
    const asked = await listAsked(app.db, orderId);
    expect(
      asked.map(({ unitId, deadline }) => [unitId, new Date(deadline).toISOString().slice(0, 10)]),
    ).toEqual([
      ['so-y-te', '2027-01-26'],
      ['ubnd-xa-ban-ma', '2027-01-29'],
      ['ubnd-xa-khe-suong', '2027-01-29'],
    ]);
    expect(await listOrdersAsking(app.db, 'so-y-te')).toHaveLength(1);
  });

  it('told what a change would do, then sent again; answers are judged anew, those who answered stay asked', async () => {
    const { app, key, orderId } = await withOrder();
    const [link] = await issueAnswerLinks(app, { ...made, ...key, only: ['ubnd-xa-ban-ma'] });
    await sendLinkAnswer(app, link?.token ?? '', new Map());
    const before = [...(await listCounts(app.db, orderId)).values()][0];
    const content = {
      ...CONTENT,
      lastDay: '2027-02-05' as Day,
      ask: { ...CONTENT.ask, names: ['Sở, ban, ngành'] },
    };
    expect(await previewOrderChange(app, key, content)).toEqual({
      ...{ parts: ['days', 'ask'], judged: 1, joining: [], faults: [] },
      leaving: ['UBND xã Khe Sương'],
      unheard: ['Sở Y tế'],
    });
    expect(await sendOrder(app, { ...made, ...key, content })).toEqual({ sent: true, asked: 1 });
    expect((await listAsked(app.db, orderId)).map(({ unitId }) => unitId)).toEqual([
      'so-y-te',
      'ubnd-xa-ban-ma',
    ]);
    const after = [...(await listCounts(app.db, orderId)).values()][0];
    expect([before?.askedMinutes, after?.askedMinutes]).toEqual([7 * 2 * 1440, 2 * 2 * 1440]);
    expect(after?.revision).toBe(2);
  });

  it('once lifted takes no more answers', async () => {
    const { app, key } = await withOrder();
    const [link] = await issueAnswerLinks(app, { ...made, ...key });
    await liftOrder(app, key, 'test');
    expect(await openAnswerSheet(app, link?.token ?? '')).toMatchObject({ open: false, why: 'lifted' });
    await expect(liftOrder(app, key, 'test')).rejects.toThrow('conflict');
  });
});

describe('answering by a private link', () => {
  const THANG = { known: '', name: 'Bàn Văn Thắng', title: 'Chủ tịch', phone: '0900 000 081', label: '' };

  it('fills what there is, says what is lacking, and is filled in from it the next time', async () => {
    const { app, key, orderId } = await withOrder();
    const [link] = await issueAnswerLinks(app, { ...made, ...key, only: ['ubnd-xa-ban-ma'] });
    const token = link?.token ?? '';
    const opened = await openAnswerSheet(app, token);
    if (!opened.open) throw new Error(opened.why);
    expect([opened.sheet.cells.length, opened.sheet.filled.size, opened.sheet.unitName]).toEqual([
      14,
      0,
      'UBND xã Bản Mạ',
    ]);
    const [first, ...rest] = opened.sheet.cells;
    const written = new Map<string, WrittenCell>(rest.map((cell) => [cellName(cell), THANG]));
    const police = { ...THANG, name: 'Lò Văn Công', phone: '0900 000 088', label: 'Công an xã' };
    written.set(cellName(rest[0] ?? { day: CONTENT.firstDay, demandId: '', place: 0 }), police);
    const sent = await sendLinkAnswer(app, token, written);
    // The first cell is the leader of the first day, from 07:00 to 07:00.
    expect([sent.number, sent.late, sent.judgement.shortMinutes]).toEqual([1, false, 1440]);
    expect(first?.demandId).toBe(LEADER.id);
    const again = await openAnswerSheet(app, token);
    if (!again.open) throw new Error(again.why);
    expect(again.sheet.filled.size).toBe(13);
    // What the order calls the duty is no force of whoever stands it.
    expect(again.sheet.known.map(({ key: known, label }) => [known, label])).toEqual([
      [personKey(police), 'Công an xã'],
      [personKey(THANG), ''],
    ]);
    expect(again.sheet.sent?.judged.filter(({ shortMinutes }) => shortMinutes > 0)).toHaveLength(1);
    const byKey = { known: personKey(THANG), name: '', title: '', phone: '', label: '' };
    app.setClock('2027-01-30T08:00');
    const whole = await sendLinkAnswer(
      app,
      token,
      new Map(again.sheet.cells.map((cell) => [cellName(cell), byKey])),
    );
    expect([whole.number, whole.late, whole.judgement.shortMinutes, whole.judgement.phonesMissing]).toEqual([
      2,
      true,
      0,
      0,
    ]);
    expect(await findAsked(app.db, { orderId, unitId: 'ubnd-xa-ban-ma' })).toMatchObject({
      answerId: whole.id,
    });
  });

  it('fills the next order from the last one, day after day', async () => {
    const { app, key } = await withOrder();
    const [link] = await issueAnswerLinks(app, { ...made, ...key, only: ['so-y-te'] });
    const opened = await openAnswerSheet(app, link?.token ?? '');
    if (!opened.open) throw new Error(opened.why);
    await sendLinkAnswer(
      app,
      link?.token ?? '',
      new Map(opened.sheet.cells.map((cell) => [cellName(cell), THANG])),
    );
    const content = {
      ...CONTENT,
      name: 'Quốc khánh',
      firstDay: '2027-09-01' as Day,
      lastDay: '2027-09-03' as Day,
    };
    const next = await saveOrder(app, { ...made, unitId: 'so', content });
    await sendOrder(app, { ...made, unitId: 'so', orderId: next, content });
    const [other] = await issueAnswerLinks(app, { ...made, unitId: 'so', orderId: next, only: ['so-y-te'] });
    const filled = await openAnswerSheet(app, other?.token ?? '');
    expect(filled.open && [filled.sheet.filled.size, filled.sheet.filledFrom]).toEqual([6, CONTENT.name]);
  });

  it('ends when it is revoked, made anew, or a week after the last day', async () => {
    const { app, key } = await withOrder();
    const [old] = await issueAnswerLinks(app, { ...made, ...key, only: ['so-y-te'] });
    const [link] = await issueAnswerLinks(app, { ...made, ...key, only: ['so-y-te'] });
    expect(await openAnswerSheet(app, old?.token ?? '')).toMatchObject({ open: false, why: 'revoked' });
    app.setClock('2027-02-17T23:00');
    expect(await openAnswerSheet(app, link?.token ?? '')).toMatchObject({ open: true });
    app.setClock('2027-02-18T00:00');
    expect(await openAnswerSheet(app, link?.token ?? '')).toMatchObject({ open: false, why: 'ended' });
    await revokeAnswerLink(app, { ...made, ...key, askedId: 'so-y-te' });
    await expect(sendLinkAnswer(app, link?.token ?? '', new Map())).rejects.toThrow('not-found');
    expect(await openAnswerSheet(app, 'x'.repeat(43))).toEqual({ open: false, why: 'unknown' });
  });
});

describe('answering with a roster', () => {
  async function setting() {
    const { app, key, plan } = await loaded();
    const { unitId } = key;
    await saveUnit(app.db, { id: 'so', name: 'Sở Khoa học và Công nghệ', zone: VIETNAM });
    const contact = { name: '', title: '', phone: '', email: '' };
    const place = { unitId, superiorId: 'so', kind: 'Sở, ban, ngành', branch: '', contact };
    await savePlace(app.db, place, app.clock());
    const orderId = await saveOrder(app, { ...made, unitId: 'so', content: CONTENT });
    await sendOrder(app, { ...made, unitId: 'so', orderId, content: CONTENT });
    return { app, plan, key, asked: { unitId, orderId } };
  }

  it('copies a version with who stands, shows first what it lacks, and is marked once a newer one says otherwise', async () => {
    const { app, plan, key, asked } = await setting();
    await published(app, key, [seat(plan, 0, 0)]);
    const choice = { ...asked, periodId: key.periodId };
    const preview = await previewRosterAnswer(app, choice);
    expect([preview.version, preview.duties.length > 0]).toEqual([1, true]);
    const sent = await sendRosterAnswer(app, { ...made, ...choice, version: 1 });
    expect(sent.judgement).toEqual(preview.judgement);
    // The same people again: nothing the superior would see is different.
    await published(app, key, [seat(plan, 0, 0)]);
    expect((await findAsked(app.db, asked))?.outdatedAt).toBeUndefined();
    await published(app, key, [seat(plan, 0, 1)]);
    expect((await findAsked(app.db, asked))?.outdatedAt).toBeDefined();
    await expect(sendRosterAnswer(app, { ...made, ...choice, version: 2 })).rejects.toThrow('conflict');
    await sendRosterAnswer(app, { ...made, ...choice, version: 3 });
    const opened = await openAskedOrder(app, asked);
    expect(opened.answers.map(({ number, version }) => [number, version])).toEqual([
      [2, 3],
      [1, 1],
    ]);
    expect(opened.asked.outdatedAt).toBeUndefined();
  });

  it('makes the period from the order: its days, its deadline, a post for each tier the unit has none of', async () => {
    const { app, asked } = await setting();
    const premises = { ...WATCH, id: 'co-quan', tier: 'premises' as const, name: 'Trực cơ quan' };
    const content = { ...CONTENT, demands: [LEADER, WATCH, premises] };
    await sendOrder(app, { ...made, unitId: 'so', orderId: asked.orderId, content });
    const period = await createPeriodFromOrder(app, asked, 'test');
    if (!period.ok) throw new Error(JSON.stringify(period.faults));
    const row = await findAsked(app.db, asked);
    expect(row?.periodId).toBe(period.value.periodId);
  });
});
