/** The tree, orders and answers in a real database: what comes back, what is counted, and by how few queries. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { judgeAnswer } from '../../src/domain/answer-judgement.ts';
import { daysOf, demandsFor } from '../../src/domain/order.ts';
import { NO_CONTACT } from '../../src/domain/unit-tree.ts';
import {
  findSignedFile,
  listAnswerDocuments,
  saveAnswerDocument,
} from '../../src/store/answer-document-store.ts';
import {
  findAnswerLink,
  insertAnswerLink,
  listAnswerLinks,
  listAnswerLinksOf,
} from '../../src/store/answer-link-store.ts';
import {
  findAnswer,
  insertAnswer,
  listAnswerDays,
  listAnswers,
  listAnswersFrom,
  listCounts,
  markOutdated,
  saveJudgement,
} from '../../src/store/answer-store.ts';
import type { Database } from '../../src/store/database.ts';
import { findReport, insertReport, listReports } from '../../src/store/duty-report-store.ts';
import { listOnDuty } from '../../src/store/on-duty-store.ts';
import {
  deleteAsked,
  deleteDraftOrder,
  findAsked,
  findOrder,
  findOrderByOrigin,
  insertRevision,
  listAsked,
  listOrders,
  listOrdersAsking,
  listRevisions,
  markOpened,
  saveAsked,
  saveOrder,
  savePeriodOf,
} from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import {
  listBelow,
  listMoves,
  listPlaces,
  listSuperiorIds,
  listSuperiors,
  savePlace,
} from '../../src/store/unit-tree-store.ts';
import { emptyDatabase } from '../store/temporary-database.ts';
import { at, CONTENT, duty, order, WATCH } from './order-facts.ts';

const NOW = at('2027-01-20T09:00');

async function database(): Promise<Database> {
  return emptyDatabase();
}

/** `so` above `xa-1`, `xa-2` and `trung-tam`, which stands above `phong`. */
async function tree(): Promise<Database> {
  const db = await database();
  const units = { so: '', 'xa-1': 'so', 'xa-2': 'so', 'trung-tam': 'so', phong: 'trung-tam' };
  for (const [id, superior] of Object.entries(units)) {
    await saveUnit(db, { id, name: `Đơn vị ${id}`, zone: VIETNAM });
    const place = { unitId: id, kind: id.startsWith('xa') ? 'Xã, phường' : 'Sở, ban, ngành', branch: '' };
    await savePlace(
      db,
      { ...place, contact: NO_CONTACT, ...(superior ? { superiorId: superior } : {}) },
      NOW,
    );
  }
  return db;
}

async function asked(): Promise<Database> {
  const db = await tree();
  await saveOrder(db, order());
  const one = { orderId: 'tet', kind: 'Xã, phường', branch: '', deadline: at('2027-01-29T17:00') };
  await saveAsked(db, [
    { ...one, unitId: 'xa-1' },
    { ...one, unitId: 'xa-2' },
  ]);
  return db;
}

const answer = (change: Partial<Answer> = {}): Answer => ({
  ...{ orderId: 'tet', unitId: 'xa-1', number: 1, sentAt: NOW, sentBy: 'link', source: 'link', revision: 1 },
  ...{ late: false, duties: [duty('2027-02-06T00:00', '2027-02-07T00:00')] },
  ...change,
});
const judgement = ({ duties }: Answer) =>
  judgeAnswer({ days: daysOf(order(), NOW), demands: demandsFor(CONTENT, ''), zone: VIETNAM }, duties);

describe('the tree', () => {
  it('gives all below one by depth, and all above one', async () => {
    const db = await tree();
    expect((await listBelow(db, 'so')).map(({ unitId, depth }) => [unitId, depth])).toEqual([
      ['trung-tam', 1],
      ['xa-1', 1],
      ['xa-2', 1],
      ['phong', 2],
    ]);
    expect(await listSuperiors(db, 'phong')).toEqual(['trung-tam', 'so']);
    expect(await listSuperiors(db, 'so')).toEqual([]);
    expect([...(await listSuperiorIds(db))].sort()).toEqual(['so', 'trung-tam']);
    expect(await listPlaces(db)).toHaveLength(5);
  });

  it('keeps where a unit stood before, and writes nothing where it stays', async () => {
    const db = await tree();
    const later = at('2027-03-01T00:00');
    const phong = { unitId: 'phong', superiorId: 'so', kind: '', branch: 'Khối 2', contact: NO_CONTACT };
    await savePlace(db, phong, later);
    await savePlace(db, { ...phong, branch: 'Khối 3' }, later);
    expect((await listMoves(db, 'phong')).map(({ superiorId }) => superiorId)).toEqual(['trung-tam', 'so']);
  });

  it('ends although a circle stands in the file', async () => {
    const db = await tree();
    await db.updateTable('unit_place').set({ superior_id: 'phong' }).where('unit_id', '=', 'so').execute();
    expect((await listBelow(db, 'so')).length).toBeGreaterThan(4);
    expect((await listSuperiors(db, 'phong')).length).toBeGreaterThan(3);
  });
});

describe('orders', () => {
  it('come back as they were written, with their revisions', async () => {
    const db = await asked();
    expect(await findOrder(db, 'tet')).toEqual(order());
    expect((await listOrders(db, 'so')).map(({ id }) => id)).toEqual(['tet']);
    const revision = { revision: 1, content: CONTENT, sentAt: NOW, sentBy: 'chau' };
    await insertRevision(db, 'tet', revision);
    expect(await listRevisions(db, 'tet')).toEqual([revision]);
    const { unitId: _, ...from } = order({
      id: 'xa',
      origin: { address: 'https://tren.example', orderId: 'o1' },
    });
    await saveOrder(db, from);
    expect(await findOrderByOrigin(db, { address: 'https://tren.example', orderId: 'o1' })).toEqual(from);
  });

  it('are seen by the units they ask once they are sent, and by nobody else', async () => {
    const db = await asked();
    await saveOrder(db, order({ id: 'draft', state: 'draft', revision: 0 }));
    await saveAsked(db, [{ orderId: 'draft', unitId: 'xa-1', kind: '', branch: '', deadline: NOW }]);
    expect((await listOrdersAsking(db, 'xa-1')).map(({ order: { id } }) => id)).toEqual(['tet']);
    expect(await listOrdersAsking(db, 'trung-tam')).toEqual([]);
    await db.deleteFrom('asked_unit').where('order_id', '=', 'draft').execute();
    await deleteDraftOrder(db, 'draft');
    expect(await findOrder(db, 'draft')).toBeUndefined();
  });

  it('keep when a unit first opened them, and the period it made', async () => {
    const db = await asked();
    const key = { orderId: 'tet', unitId: 'xa-1' };
    await markOpened(db, key, NOW);
    await markOpened(db, key, at('2027-01-21T09:00'));
    await savePeriodOf(db, key, 'tet-2027');
    expect(await findAsked(db, key)).toMatchObject({ openedAt: NOW, periodId: 'tet-2027' });
  });

  it('stop asking only who has not answered', async () => {
    const db = await asked();
    await insertAnswer(db, answer(), judgement(answer()));
    for (const unitId of ['xa-1', 'xa-2']) await deleteAsked(db, 'tet', unitId);
    expect((await listAsked(db, 'tet')).map(({ unitId }) => unitId)).toEqual(['xa-1']);
  });
});

describe('answers', () => {
  it('put the newest in force and keep the others as they were', async () => {
    const db = await asked();
    const first = await insertAnswer(db, answer(), judgement(answer()));
    const better = answer({
      ...{ number: 2, source: 'roster', periodId: 'tet-2027', version: 3 },
      duties: [duty('2027-02-06T00:00', '2027-02-07T00:00', { demandId: WATCH.id, staffId: 'khoa' })],
    });
    const second = await insertAnswer(db, better, judgement(better));
    expect(await findAnswer(db, first)).toEqual(answer());
    expect(await findAnswer(db, second)).toEqual(better);
    expect((await listAnswers(db, { orderId: 'tet', unitId: 'xa-1' })).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
    expect(await findAsked(db, { orderId: 'tet', unitId: 'xa-1' })).toMatchObject({ answerId: second });
    expect([...(await listCounts(db, 'tet')).keys()]).toEqual([second]);
    expect([...(await listAnswerDays(db, [first, second])).keys()]).toEqual([second]);
  });

  it('are counted as they were judged, and counted anew when the order changes', async () => {
    const db = await asked();
    const judged = judgement(answer());
    const id = await insertAnswer(db, answer(), judged);
    const { days, ...figures } = judged;
    expect((await listCounts(db, 'tet')).get(id)).toMatchObject({
      ...figures,
      people: 1,
      revision: 1,
      number: 1,
    });
    const byDay = (a: { day: Day; demandId: string }): string => `${a.day} ${a.demandId}`;
    const sorted = days.toSorted((a, b) => (byDay(a) < byDay(b) ? -1 : 1));
    expect((await listAnswerDays(db, [id])).get(id)).toEqual(sorted);
    const none = judgeAnswer({ days: [], demands: [], zone: VIETNAM }, []);
    await saveJudgement(db, { answerId: id, revision: 2, people: 1 }, none);
    expect((await listCounts(db, 'tet')).get(id)).toMatchObject({ shortMinutes: 0, revision: 2 });
    expect(await listAnswerDays(db, [id])).toEqual(new Map());
  });

  it('cannot be changed nor taken away', async () => {
    const db = await asked();
    await insertAnswer(db, answer(), judgement(answer()));
    await expect(db.updateTable('answer').set({ late: 1 }).execute()).rejects.toThrow('never changes');
    await expect(db.updateTable('answer_duty').set({ phone: '' }).execute()).rejects.toThrow('never changes');
    await expect(db.deleteFrom('answer_duty').execute()).rejects.toThrow('never goes away');
  });

  it('are given number, date, signer and signed file afterwards', async () => {
    const db = await asked();
    const id = await insertAnswer(db, answer(), judgement(answer()));
    const file = new Uint8Array([37, 80, 68, 70]);
    const said = { number: '05/TB-UBND', day: '2027-01-28' as Day, signer: 'Bàn Văn Thắng' };
    await saveAnswerDocument(db, id, { ...said, fileName: 'tb-05.pdf' }, { savedAt: NOW, content: file });
    await saveAnswerDocument(db, id, { ...said, number: '06/TB-UBND' }, { savedAt: NOW });
    const kept = { ...said, number: '06/TB-UBND', fileName: 'tb-05.pdf' };
    expect(await listAnswerDocuments(db, 'tet')).toEqual(new Map([[id, kept]]));
    expect(await findSignedFile(db, id)).toEqual(file);
  });

  it('are marked when a newer roster is published, until the next is sent', async () => {
    const db = await asked();
    const from = answer({ source: 'roster', periodId: 'tet-2027', version: 2 });
    const id = await insertAnswer(db, from, judgement(from));
    const found = await listAnswersFrom(db, 'xa-1', 'tet-2027');
    expect(found.map((each) => each.id)).toEqual([id]);
    await markOutdated(db, { unitId: 'xa-1', answerIds: [id] }, NOW);
    expect(await findAsked(db, { orderId: 'tet', unitId: 'xa-1' })).toMatchObject({ outdatedAt: NOW });
    await insertAnswer(db, { ...from, number: 2, version: 3 }, judgement(from));
    expect((await findAsked(db, { orderId: 'tet', unitId: 'xa-1' }))?.outdatedAt).toBeUndefined();
  });

  it('tell who is on duty at a moment, of those in force alone', async () => {
    const db = await asked();
    const old = answer({ duties: [duty('2027-02-06T00:00', '2027-02-07T00:00', { name: 'Người cũ' })] });
    await insertAnswer(db, old, judgement(old));
    const now = answer({
      number: 2,
      duties: [duty('2027-02-06T07:00', '2027-02-07T07:00'), duty('2027-02-07T07:00', '2027-02-08T07:00')],
    });
    await insertAnswer(db, now, judgement(now));
    const names = async (moment: string): Promise<unknown[]> =>
      (await listOnDuty(db, 'tet', at(moment))).map((each) => [
        each.unitId,
        each.duty.name,
        each.duty.span.start,
      ]);
    expect(await names('2027-02-06T06:59')).toEqual([]);
    expect(await names('2027-02-06T07:00')).toEqual([['xa-1', 'Vi Văn Khoa', at('2027-02-06T07:00')]]);
    expect(await names('2027-02-07T07:00')).toEqual([['xa-1', 'Vi Văn Khoa', at('2027-02-07T07:00')]]);
  });
});

describe('reports and links', () => {
  it('come back in the order they came', async () => {
    const db = await asked();
    const report = {
      ...{ orderId: 'tet', unitId: 'xa-1', dutyId: 'ngay', dueAt: at('2027-02-06T16:00'), sentAt: NOW },
      ...{
        sentBy: 'a',
        signer: 'Vi Văn Khoa',
        calm: true,
        late: false,
        texts: [{ heading: 'Nổi bật', text: '' }],
      },
    };
    const id = await insertReport(db, report);
    await insertReport(db, { ...report, unitId: 'xa-2' });
    expect(await listReports(db, 'tet', 'xa-1')).toEqual([{ ...report, id }]);
    expect(await findReport(db, id)).toEqual({ ...report, id });
    expect(await listReports(db, 'tet')).toHaveLength(2);
  });

  it('are found by the hash of their token', async () => {
    const db = await asked();
    const link = { id: 'l1', orderId: 'tet', unitId: 'xa-1', createdAt: NOW, endsAt: at('2027-02-18T00:00') };
    await insertAnswerLink(db, link, 'hash');
    expect(await findAnswerLink(db, 'hash')).toEqual(link);
    expect(await findAnswerLink(db, 'other')).toBeUndefined();
    expect(await listAnswerLinks(db, 'tet')).toEqual([link]);
    expect(await listAnswerLinksOf(db, 'xa-1')).toEqual([link]);
  });
});
