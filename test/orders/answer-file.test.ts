/** Answers that come as files: our own sheet comes back as it went out, a unit's own list is held against what is asked. */

import { describe, expect, it } from 'vitest';
import { openAnswerFile, previewFileAnswer, sendFileAnswer } from '../../src/app/answers/answer-file.ts';
import { issueAnswerLinks } from '../../src/app/orders/answer-links.ts';
import { attachFile, detachFile, readAttached } from '../../src/app/orders/attached-file.ts';
import { saveOrder } from '../../src/app/orders/save-order.ts';
import { sendOrder } from '../../src/app/orders/send-order.ts';
import { readGivenTable } from '../../src/app/staff/given-table.ts';
import { takeTree } from '../../src/app/tree/place-units.ts';
import { addDays, type Day, eachDay } from '../../src/calendar/day.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { readAnswerTable } from '../../src/input/rosters/answer-table.ts';
import { listAnswerDuties, listAnswers } from '../../src/store/answer-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { type SampleApp, sampleApp } from '../app/sample-app.ts';
import { openSite } from '../web/site/site.ts';
import { at, CONTENT, LEADER, WATCH } from './order-facts.ts';

const made = { actor: 'test' };
const DAYS = eachDay('2027-02-04' as Day, '2027-02-07' as Day);
const KHOA = { name: 'Vi Văn Khoa', title: 'Chuyên viên', phone: '0900 000 083', label: '' };

async function book(app: Pick<SampleApp, 'parseFile'>, paste: string) {
  const read = await readGivenTable(app, { name: 'bảng', paste }, 'test');
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.book;
}

async function read(paste: string, answers: ReadonlyMap<string, string> = new Map()) {
  const app = await sampleApp();
  const known = { days: DAYS, demands: [LEADER, WATCH], zone: VIETNAM, people: [KHOA], answers };
  return readAnswerTable(await book(app, paste), known);
}

const rows = (...lines: readonly string[][]): string => lines.map((line) => line.join('\t')).join('\n');

describe('a list of duties', () => {
  it('of days and parts, with titles, forces and phones beside names', async () => {
    const found = await read(
      rows(
        ['Ngày', 'Phần trực', 'Giờ', 'Lực lượng', 'Họ và tên', 'Chức vụ', 'Số điện thoại'],
        ['04/02/2027', 'Trực lãnh đạo', '07–07', 'Công an xã', 'Bàn Văn Thắng', 'Chủ tịch', '0900 000 081'],
        ['05/02/2027', 'Giám sát ATTT', '00–24', '', 'Vi Văn Khoa', '', ''],
      ),
    );
    expect([found.questions, found.faults]).toEqual([[], []]);
    expect(found.duties).toEqual([
      {
        ...{ tier: 'leader', demandId: LEADER.id, label: 'Công an xã', name: 'Bàn Văn Thắng' },
        ...{ title: 'Chủ tịch', phone: '0900 000 081' },
        span: { start: at('2027-02-04T07:00'), end: at('2027-02-05T07:00') },
      },
      {
        // Known from before: his number and title need not stand there.
        ...{ ...KHOA, tier: 'watch', demandId: WATCH.id, label: WATCH.name },
        span: { start: at('2027-02-05T00:00'), end: at('2027-02-06T00:00') },
      },
    ]);
  });

  it('of a unit’s own, parts across and shifts by their hours', async () => {
    const found = await read(
      rows(
        ['TT', 'Thứ, ngày', 'Lãnh đạo trực', 'Cán bộ giám sát 06h-14h', 'Cán bộ giám sát 14h-22h'],
        ['1', 'Thứ Năm 04/02', 'Đ/c Bàn Văn Thắng (0900 000 081)', 'Vi Văn Khoa', 'Hà Thị Nga 0900 000 084'],
      ),
    );
    expect([found.questions, found.faults]).toEqual([[], []]);
    expect(
      found.duties.map(({ demandId, name, phone, span }) => [demandId, name, phone, span.start]),
    ).toEqual([
      [LEADER.id, 'Bàn Văn Thắng', '0900 000 081', at('2027-02-04T07:00')],
      [WATCH.id, 'Vi Văn Khoa', '0900 000 083', at('2027-02-04T06:00')],
      [WATCH.id, 'Hà Thị Nga', '0900 000 084', at('2027-02-04T14:00')],
    ]);
  });

  it('asks what words mean instead of guessing, and takes the answer', async () => {
    const paste = rows(['Ngày', 'Vị trí', 'Họ và tên'], ['04/02/2027', 'Tổ xung kích', 'Vi Văn Khoa']);
    const asked = await read(paste);
    expect([asked.duties, asked.questions]).toEqual([
      [],
      [{ id: 'part-to xung kich', value: 'Tổ xung kích', count: 1 }],
    ]);
    const [{ id = '' } = {}] = asked.questions;
    expect((await read(paste, new Map([[id, WATCH.id]]))).duties.map(({ demandId }) => demandId)).toEqual([
      WATCH.id,
    ]);
    const dropped = await read(paste, new Map([[id, 'none']]));
    expect([dropped.duties, dropped.faults.map(({ kind, value }) => [kind, value])]).toEqual([
      [],
      [['dropped', 'Tổ xung kích']],
    ]);
  });

  it('tells every fault by its row: another day, a number short of digits, none at all, the same once more', async () => {
    const line = (day: string, name: string, phone: string): string[] => [day, 'Giám sát', name, phone];
    const found = await read(
      rows(
        ['Ngày', 'Vị trí', 'Họ và tên', 'Điện thoại'],
        line('12/02/2027', 'Vi Văn Khoa', ''),
        line('04/02/2027', 'Bàn Văn Thắng', '0900 000 08'),
        line('05/02/2027', 'Hà Thị Nga', ''),
        line('06/02/2027', 'Vi Văn Khoa', ''),
        line('06/02/2027', 'Vi Văn Khoa', ''),
      ),
    );
    expect(found.faults.map(({ row, kind, value }) => [row, kind, value])).toEqual([
      [2, 'outside', ''],
      [3, 'bad-phone', '0900 000 08'],
      [4, 'no-phone', ''],
      [6, 'twice', 'Giám sát'],
    ]);
    expect(found.duties).toHaveLength(3);
  });
});

const PASTE = 'Tên đơn vị\tLoại\nXã Bản Mạ\tXã, phường';

async function withOrder() {
  const app = await sampleApp();
  await saveUnit(app.db, { id: 'so', name: 'Sở Khoa học và Công nghệ', zone: VIETNAM });
  const tree = { unitId: 'so', asked: {}, accounts: false, book: await book(app, PASTE) };
  await takeTree(app, { ...made, ...tree });
  const content = { ...CONTENT, lastDay: addDays(CONTENT.firstDay, 1) };
  const orderId = await saveOrder(app, { ...made, unitId: 'so', content });
  await sendOrder(app, { ...made, unitId: 'so', orderId, content });
  const [link] = await issueAnswerLinks(app, { ...made, unitId: 'so', orderId });
  const key = { unitId: 'xa-ban-ma', orderId };
  return { app, orderId, key, token: link?.token ?? '' };
}

describe('the sheet made for a unit and an order', () => {
  it('comes back filled, first by the unit itself, then by its link with the numbers shown in part', async () => {
    const { app, key, token } = await withOrder();
    const site = await openSite(app);
    const sheet = async (path: string) => {
      const bytes = new Uint8Array(await (await fetch(site.url + path)).arrayBuffer());
      const given = await readGivenTable(app, { name: 'mau.xlsx', bytes }, 'test');
      if (!given.ok) throw new Error(JSON.stringify(given.faults));
      return given.book;
    };
    const blank = await sheet(`/units/${key.unitId}/asked/${key.orderId}/sample`);
    const cells = blank.sheets[0]?.rows.map((row) => row.cells.slice(0, 4)) ?? [];
    expect(cells.slice(0, 3)).toEqual([
      ['Ngày', 'Thứ', 'Phần trực', 'Giờ'],
      ['04/02/2027', 'T5', 'Trực lãnh đạo', '07–07'],
      ['04/02/2027', 'T5', 'Giám sát ATTT', '00–00'],
    ]);
    const filled = blank.sheets.map((each) => ({
      ...each,
      rows: each.rows.map((row, i) =>
        i === 0
          ? row
          : { ...row, cells: [...row.cells.slice(0, 4), 'Công an xã', ...Object.values(KHOA).slice(0, 3)] },
      ),
    }));
    const given = { book: { ...blank, sheets: filled }, asked: {} };
    const sent = await sendFileAnswer(app, { ...key, ...made }, { given, revision: 1 });
    expect(sent.sent && [sent.answer.number, sent.answer.judgement.shortMinutes]).toEqual([1, 0]);
    const again = await sheet(`/answer/${token}/sample`);
    expect(JSON.stringify(again)).not.toContain('0900 000 083');
    const byLink = await previewFileAnswer(app, { token }, { book: again, asked: {} });
    const [first] = await listAnswers(app.db, key);
    const kept = (await listAnswerDuties(app.db, [first?.id ?? 0])).get(first?.id ?? 0);
    expect(byLink.table.duties).toEqual(kept);
    await site.close();
  });

  it('sends nothing while a question is open, the table empty, or the order another', async () => {
    const { app, key } = await withOrder();
    const way = { ...key, ...made };
    const sheet = await openAnswerFile(app, way);
    expect(sheet.days).toHaveLength(2);
    const send = async (paste: string, revision: number) =>
      sendFileAnswer(app, way, { given: { book: await book(app, paste), asked: {} }, revision });
    const row = (part: string): string =>
      rows(['Ngày', 'Vị trí', 'Họ và tên'], ['04/02/2027', part, 'Vi Văn Khoa']);
    expect(await send(row('Tổ xung kích'), 1)).toMatchObject({ sent: false, reason: 'faults' });
    expect(await send(row('Giám sát'), 7)).toMatchObject({ sent: false, reason: 'moved-on' });
    expect(await listAnswers(app.db, key)).toEqual([]);
  });
});

describe('a file that goes with an order', () => {
  it('is given as it came to who is asked and to who holds the link; only documents of bounded size are taken', async () => {
    const { app, key, orderId, token } = await withOrder();
    const order = { unitId: 'so', orderId, ...made };
    const bytes = new TextEncoder().encode('mẫu của Sở');
    const attach = (name: string, content: Uint8Array) =>
      attachFile(app, { ...order, file: { name, bytes: content } });
    await attach('mau-01.docx', bytes);
    const { attached } = await openAnswerFile(app, { ...key, ...made });
    expect(attached).toBe('mau-01.docx');
    const readers = [{ own: order }, { asked: key }, { token }];
    for (const reader of readers) expect((await readAttached(app, reader)).content).toEqual(bytes);
    await expect(attach('mau.exe', bytes)).rejects.toThrow('orders.fault.attached');
    await expect(attach('mau.docx', new Uint8Array(5 * 1024 * 1024 + 1))).rejects.toThrow('attached-big');
    await detachFile(app, order, 'test');
    await expect(readAttached(app, { token })).rejects.toThrow('not-found');
  });
});

describe('the pages of answering by a file', () => {
  it('show what a list comes to before it is sent, by a link as signed in', async () => {
    const { app, key, token } = await withOrder();
    const site = await openSite(app);
    const post = async (path: string, form: Readonly<Record<string, string>>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(form)) body.set(name, value);
      const headers = { Origin: site.url, 'Sec-Fetch-Site': 'same-origin' };
      const reply = await fetch(site.url + path, { method: 'POST', body, headers, redirect: 'manual' });
      return { status: reply.status, location: reply.headers.get('location'), html: await reply.text() };
    };
    const paste = rows(['Ngày', 'Vị trí', 'Họ và tên'], ['04/02/2027', 'Giám sát', 'Vi Văn Khoa']);
    const unit = `/units/${key.unitId}/asked/${key.orderId}`;
    const attached = new FormData();
    attached.set('file', new File(['x'], 'mau.docx'));
    const headers = { Origin: site.url, 'Sec-Fetch-Site': 'same-origin' };
    const attachPath = `${site.url}/units/so/orders/${key.orderId}/attached`;
    await fetch(attachPath, { method: 'POST', body: attached, headers, redirect: 'manual' });
    expect(await (await fetch(`${site.url}/units/so/orders/${key.orderId}/edit`)).text()).toContain(
      'mau.docx',
    );
    for (const path of [`/answer/${token}`, unit]) {
      expect(await (await fetch(`${site.url}${path}/attached`)).text()).toBe('x');
      expect(await (await fetch(site.url + path)).text()).toContain(`${path}/file`);
      const shown = await post(`${path}/file`, { paste });
      expect(shown.html).toContain('chưa có số máy');
      const [, table = ''] = /name="table" value="([^"]*)"/.exec(shown.html) ?? [];
      const packed = table
        .replaceAll('&quot;', '"')
        .replaceAll('&#x27;', "'")
        .replaceAll('&#x3D;', '=')
        .replaceAll('&amp;', '&');
      const sent = await post(`${path}/file`, { table: packed, stamp: '1', sheetShown: '', do: 'take' });
      expect([sent.status, sent.location]).toEqual([303, path === unit ? unit : `${path}?sent`]);
    }
    expect(await listAnswers(app.db, key)).toHaveLength(2);
    // A link that opens nothing leads to the page that says whom to call.
    const dead = `/answer/${'x'.repeat(43)}`;
    expect((await post(`${dead}/file`, { paste })).location).toBe(dead);
    await site.close();
  });
});
