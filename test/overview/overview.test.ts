/** A superior's overview of the shipped sample: figures, what is read for it, who may look, and reminders. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mail } from '../../src/app/notices/mailer.ts';
import { loadTree } from '../../src/app/overview/load-tree.ts';
import { onDutyBelow } from '../../src/app/overview/on-duty-below.ts';
import { openOrder } from '../../src/app/overview/open-order.ts';
import { readDays } from '../../src/app/overview/read-days.ts';
import { readOverview } from '../../src/app/overview/read-overview.ts';
import { remindUnits } from '../../src/app/overview/remind-units.ts';
import { sendReminders } from '../../src/app/overview/send-reminders.ts';
import { plusMinutes } from '../../src/calendar/interval.ts';
import type { Role } from '../../src/domain/account.ts';
import { judgeAnswer } from '../../src/domain/answer-judgement.ts';
import { figuresOf } from '../../src/domain/order-standing.ts';
import type { Asker } from '../../src/domain/permission.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { askedOf, groupsOf, unitsFound } from '../../src/web/overview/asked.ts';
import { hourParts } from '../../src/web/overview/hours.ts';
import { type SampleApp, type Starts, sampleApp, startedApp } from '../app/sample-app.ts';
import { at, duty, WATCH } from '../orders/order-facts.ts';
import { RowCounter } from '../store/row-counter.ts';
import { makeTree, SAMPLE_FILE, SHIPPED_SIZE, sampleText } from './make-tree.ts';

const KEY = { unitId: 'so-khcn', orderId: 'truc-tet-2027' };
const MORNING = '2027-01-27T08:15';
const STARTS: Starts<void> = new Map();

async function loaded(): Promise<SampleApp> {
  const { app } = await startedApp(STARTS, 'tree', async (fresh) => {
    fresh.setClock(MORNING);
    await loadTree(fresh, makeTree());
  });
  app.setClock(MORNING);
  return app;
}

function as(role: Role, unitId: string): Asker {
  return { account: { operator: false }, memberships: [{ accountId: 'a', unitId, role }] };
}

describe('the shipped sample', () => {
  it('is what the script makes', () => {
    expect(readFileSync(SAMPLE_FILE, 'utf8')).toBe(sampleText(makeTree()));
  });

  it('shows most units complete, some lacking, some late', async () => {
    const app = await loaded();
    const { units, phones } = await readOverview(app, KEY);
    expect(figuresOf(units, app.clock())).toMatchObject({
      ...{ asked: 140, late: 3, shortHours: 5, onlyPhones: 4 },
      by: { complete: 118, lacking: 9, overdue: 4, waiting: 9 },
    });
    expect(phones).toBe(true);
    app.setClock('2027-03-14T08:00');
    expect((await readOverview(app, KEY)).phones).toBe(false);
  });
});

describe('the overview', () => {
  it('puts the worst first and finds units without diacritics', async () => {
    const app = await loaded();
    const { units } = await readOverview(app, KEY);
    const asked = (query: string) => askedOf({ query: new URLSearchParams(query) });
    const groups = groupsOf(units, asked(''), app.clock());
    expect(groups.map(({ key, units: own }) => [key, own.length])).toEqual([
      ['overdue', 4],
      ['lacking', 9],
      ['waiting', 9],
      ['complete', 118],
    ]);
    expect(groups[1]?.units.map(({ answer }) => answer?.shortMinutes)).toEqual([
      ...[1440, 1440, 1200, 480, 480, 0, 0, 0, 0],
    ]);
    const found = unitsFound(units, asked('q=dan+toc')).map(({ name }) => name);
    expect(found).toEqual(['Sở Dân tộc và Tôn giáo']);
    const branches = groupsOf(units, asked('by=branch'), app.clock());
    expect(branches.map(({ branch }) => branch)).toHaveLength(4);
  });

  it('reads the days of what is shown, however many units there are', async () => {
    const costs = async (communes: number) => {
      const app = await sampleApp();
      app.setClock(MORNING);
      await loadTree(app, makeTree({ ...SHIPPED_SIZE, communes }));
      const counter = new RowCounter();
      const counted = { ...app, db: app.db.withPlugin(counter) };
      const { units } = await readOverview(counted, KEY);
      const shown = units.filter(({ unitId, answer }) => unitId.startsWith('so-') && answer).slice(0, 5);
      return counter.counting(() => readDays(counted, KEY, shown));
    };
    expect(await costs(60)).toEqual(await costs(20));
  });

  it('is for the superior and whoever stands above it, and looks like none to the rest', async () => {
    const app = await loaded();
    const { zone } = makeTree().superior;
    const contact = { name: '', title: '', phone: '', email: '' };
    for (const id of ['tinh', 'so-ben-canh']) await saveUnit(app.db, { id, name: id, zone });
    const place = { kind: '', branch: '', contact };
    await savePlace(app.db, { unitId: 'tinh', ...place }, app.clock());
    await savePlace(app.db, { unitId: 'so-ben-canh', superiorId: 'tinh', ...place }, app.clock());
    await savePlace(app.db, { unitId: 'so-khcn', superiorId: 'tinh', ...place }, app.clock());
    const outcome = async (role: Role, own: string, unitId = own): Promise<string> => {
      try {
        await openOrder({ ...app, caller: as(role, own) }, { ...KEY, unitId });
        return 'open';
      } catch (error) {
        return error instanceof AppError ? error.code : String(error);
      }
    };
    expect(await outcome('reader', 'so-khcn')).toBe('open');
    expect(await outcome('reader', 'tinh')).toBe('open');
    expect(await outcome('administrator', 'so-ben-canh')).toBe('not-found');
    expect(await outcome('administrator', 'so-0001')).toBe('not-found');
    expect(await outcome('administrator', 'so-0001', 'so-khcn')).toBe('not-found');
    const province = { ...app, caller: as('reader', 'tinh') };
    const below = await onDutyBelow(province, { unitId: 'tinh', at: at('2027-02-05T21:47') });
    expect(below.units).toHaveLength(140);
    const reader = { ...app, caller: as('reader', 'so-khcn') };
    expect((await readOverview(reader, KEY)).phones).toBe(false);
    const asked = { key: KEY, way: 'mail', unitIds: [], standing: 'overdue', actor: 'a' } as const;
    await expect(remindUnits(reader, asked)).rejects.toMatchObject({ code: 'forbidden' });
    const manager = { ...app, caller: as('manager', 'tinh') };
    const above = { ...asked, key: { ...KEY, unitId: 'tinh' } };
    await expect(remindUnits(manager, above)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('who is on duty below', () => {
  it('puts units to be called first: those that sent nothing, and those that lack somebody at that very moment', async () => {
    const app = await loaded();
    app.setClock('2027-02-05T21:47');
    const urgent = async (time: string) =>
      (await onDutyBelow(app, { unitId: KEY.unitId, at: at(time) })).units
        .filter((each) => each.urgent)
        .map(({ unit, missing }) => [
          unit.name,
          unit.answer ? missing.map(({ demand }) => demand.id) : 'unsent',
        ]);
    expect((await urgent('2027-02-05T21:47')).filter(([, why]) => why !== 'unsent')).toEqual([
      ['Sở Nội vụ', ['giam-sat']],
    ]);
    expect((await urgent('2027-02-05T22:00')).every(([, why]) => why === 'unsent')).toBe(true);
    expect(await urgent('2027-02-05T22:00')).toHaveLength(13);
    const { units } = await onDutyBelow(app, { unitId: KEY.unitId, at: at('2027-02-05T21:47') });
    const people = units.find(({ unit }) => unit.unitId === 'so-0008')?.duties.map(({ tier }) => tier);
    expect(people).toEqual(['leader', 'watch', 'response', 'response']);
  });

  it('says which order comes next while none holds', async () => {
    const app = await loaded();
    const below = await onDutyBelow(app, { unitId: KEY.unitId });
    expect([below.units, below.next?.order.id]).toEqual([[], 'truc-tet-2027']);
  });
});

describe('reminding', () => {
  it('mails each late unit once an hour, and keeps who was reminded when and what failed', async () => {
    const app = await loaded();
    const asked = { key: KEY, way: 'mail', unitIds: [], standing: 'overdue', actor: 'ha' } as const;
    const first = await remindUnits(app, asked);
    expect(first).toEqual({ sent: 3, passed: 1 });
    expect(await remindUnits(app, asked)).toEqual({ sent: 0, passed: 4 });
    const mails: Mail[] = [];
    const mailer = async (mail: Mail): Promise<void> => {
      if (mails.push(mail) === 2) throw new AppError('invalid', 'mail.refused');
    };
    const words = { publicUrl: 'https://truc.example', language: 'vi' } as const;
    expect(await sendReminders(app, words)).toBe(0);
    expect(await sendReminders(app, { ...words, mailer })).toBe(3);
    expect(await sendReminders(app, { ...words, mailer })).toBe(0);
    expect(mails[0]?.subject).toBe('Nhắc gửi danh sách trực: Trực Tết Đinh Mùi 2027 (12/SKHCN-CNS)');
    expect(mails[0]?.text).toContain(
      'Hạn gửi là 17:00 thứ Ba 26/01, đã quá 15 giờ 15 phút. Gửi muộn vẫn được nhận.',
    );
    const { reminders } = await readOverview(app, KEY);
    const states = [...reminders.values()].flat().map(({ way, state }) => [way, state]);
    expect(states).toEqual([
      ['mail', 'sent'],
      ['mail', 'failed'],
      ['mail', 'sent'],
    ]);
    const text = { ...asked, way: 'text' } as const;
    expect(await remindUnits(app, text)).toEqual({ sent: 4, passed: 0 });
  });
});

describe('the bar of a day', () => {
  it('tells every minute once: held, too few or nobody', () => {
    const night = { ...WATCH, start: '22:00' as typeof WATCH.start, minutes: 480, least: 2 };
    const judged = judgeAnswer(
      { days: ['2027-02-06' as never], demands: [night], zone: 'Asia/Ho_Chi_Minh' },
      [duty('2027-02-06T22:00', '2027-02-07T02:00')],
    ).days[0];
    expect(judged && hourParts(judged, 'Asia/Ho_Chi_Minh')).toEqual([
      { kind: 'few', x: 1320, width: 120 },
      { kind: 'few', x: 0, width: 120 },
      { kind: 'none', x: 120, width: 240 },
    ]);
    const start = at('2027-02-06T06:00');
    const whole = { ...WATCH, start: '06:00' as typeof WATCH.start };
    const full = judgeAnswer({ days: ['2027-02-06' as never], demands: [whole], zone: 'Asia/Ho_Chi_Minh' }, [
      duty('2027-02-06T06:00', '2027-02-07T06:00', { span: { start, end: plusMinutes(start, 1440) } }),
    ]).days[0];
    expect(full && hourParts(full, 'Asia/Ho_Chi_Minh')).toEqual([{ kind: 'held', x: 0, width: 1440 }]);
  });
});
