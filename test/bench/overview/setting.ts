/** Databases for `bench:overview`: a superior with its units, their answers to one order, and as many orders more as three years bring. */

import { statSync } from 'node:fs';
import { openSession } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import { issueAnswerLinks } from '../../../src/app/orders/answer-links.ts';
import { loadTree } from '../../../src/app/overview/load-tree.ts';
import { newId } from '../../../src/app/secret-token.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { byTheDay } from '../../../src/domain/answer.ts';
import { judgeAnswer } from '../../../src/domain/answer-judgement.ts';
import { daysOf, deadlineFor, demandsFor, type Order } from '../../../src/domain/order.ts';
import { sampleDuties, type TreeSample } from '../../../src/domain/tree-sample.ts';
import { insertAccount } from '../../../src/store/account-store.ts';
import { insertAnswer } from '../../../src/store/answer-store.ts';
import { type Database, emptyWal } from '../../../src/store/database.ts';
import { insertReport } from '../../../src/store/duty-report-store.ts';
import { saveMembership } from '../../../src/store/membership-store.ts';
import { insertRevision, saveAsked, saveOrder } from '../../../src/store/order-store.ts';
import { openApp, readHolidays } from '../../../src/wiring/open-app.ts';
import { makeTree } from '../../overview/make-tree.ts';
import { ROOT } from '../feeds/setting.ts';

const DAYS = 14;
const PEOPLE = 30;
/** Of ten units one is a department of the superior's own level, the rest are communes. */
const OFFICES_IN = 10;
const LINKS = 40;

export interface Setting {
  readonly database: string;
  readonly unitId: string;
  readonly orderId: string;
  /** The moment the program is shown. */
  readonly now: Instant;
  /** A session of the superior's manager. */
  readonly session: string;
  /** Private links of as many units. */
  readonly links: readonly string[];
}

function sampleOf(units: number): TreeSample {
  const offices = Math.max(8, Math.round(units / OFFICES_IN));
  return makeTree({ offices, communes: units - offices, days: DAYS, people: PEOPLE });
}

export async function makeSetting(database: string, units: number): Promise<Setting> {
  const sample = sampleOf(units);
  const opened = await openApp(database, readHolidays(ROOT));
  const app: App = { ...opened, clock: () => sample.now };
  try {
    const order = await loadTree(app, sample);
    const unitId = sample.superior.id;
    const key = { unitId, orderId: order.id };
    const answered = sample.units.filter(({ answer }) => answer).slice(0, LINKS);
    const only = answered.map(({ id }) => id);
    const links = await issueAnswerLinks(app, { ...key, only, actor: 'bench' });
    const session = await app.db.transaction().execute((trx) => managerOf(trx, app, unitId));
    return { database, ...key, now: sample.now, session, links: links.map(({ token }) => token) };
  } finally {
    await opened.close();
  }
}

async function managerOf(trx: Database, app: App, unitId: string): Promise<string> {
  const id = newId(app);
  const account = { id, name: 'Quản lý', language: 'vi', operator: false, createdAt: app.clock() } as const;
  await insertAccount(trx, { ...account, signInName: 'quan.ly' }, null);
  await saveMembership(trx, { accountId: id, unitId, role: 'manager' });
  return (await openSession(trx, app, { accountId: id, client: 'bench', by: 'password' })).token;
}

/** Orders a year, each of 14 days: more than all holidays and storms of a year. */
export const ORDERS_A_YEAR = 12;
const REPORTS = 5;

/** What one order more weighs in the file, in bytes: asked of all, answered by all, by every third a second time, with reports. */
export async function weighOrder(database: string, units: number): Promise<number> {
  const sample = sampleOf(units);
  const opened = await openApp(database, readHolidays(ROOT));
  const before = await bytesOf(database, opened.db);
  await opened.db.transaction().execute((trx) => addOrder(trx, sample));
  const bytes = (await bytesOf(database, opened.db)) - before;
  await opened.close();
  return bytes;
}

async function bytesOf(database: string, db: Database): Promise<number> {
  await emptyWal(db);
  return statSync(database).size;
}

async function addOrder(trx: Database, { superior, order: asked, units }: TreeSample): Promise<void> {
  const { content, sentAt } = asked;
  const order: Order = {
    ...{ id: 'them', unitId: superior.id, superiorName: superior.name, zone: superior.zone, content },
    ...{ state: 'sent', revision: 1, updatedAt: sentAt, sentAt },
  };
  await saveOrder(trx, order);
  await insertRevision(trx, order.id, { revision: 1, content, sentAt, sentBy: 'bench' });
  const model = units.find(({ answer }) => answer)?.answer;
  for (const [i, unit] of units.entries()) {
    const { id: unitId, kind, branch } = unit;
    const answer = unit.answer ?? model;
    if (!answer) throw new Error('some of the sample answered');
    await saveAsked(trx, [
      { orderId: order.id, unitId, kind, branch, deadline: deadlineFor(content, kind, order.zone) },
    ]);
    const days = daysOf(order, sentAt);
    const duties = byTheDay(sampleDuties(answer, { kind, days, zone: order.zone }, content));
    const judgement = judgeAnswer({ days, demands: demandsFor(content, kind), zone: order.zone }, duties);
    for (const number of i % 3 === 0 ? [1, 2] : [1]) {
      const told = { orderId: order.id, unitId, number, sentAt, sentBy: 'bench', source: 'file' } as const;
      await insertAnswer(trx, { ...told, revision: 1, late: false, duties }, judgement);
    }
    const told = { orderId: order.id, unitId, dutyId: 'moc', sentBy: 'bench', signer: 'Trực lãnh đạo' };
    for (let nth = 1; nth <= REPORTS; nth++) {
      const dueAt = (sentAt + nth) as Instant;
      await insertReport(trx, { ...told, dueAt, sentAt, calm: true, late: false, texts: [] });
    }
  }
}
