/**
 * Two installations with a database each: the superior's order comes down, the unit's answer goes up, over a line that is cut,
 * or that swallows what is said back. It arrives once.
 */

import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, createServer as createLine, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendFileAnswer } from '../../src/app/answers/answer-file.ts';
import { openAskedOrder } from '../../src/app/answers/asked-orders.ts';
import { saveOrder } from '../../src/app/orders/save-order.ts';
import { liftOrder, sendOrder } from '../../src/app/orders/send-order.ts';
import { readReports } from '../../src/app/reports/read-reports.ts';
import { openOwnReports, sendReport } from '../../src/app/reports/send-report.ts';
import { issueAnswerToken } from '../../src/app/tree/answer-token.ts';
import { pullOrders } from '../../src/app/upward/pull-orders.ts';
import { sendReportsUp } from '../../src/app/upward/send-reports-up.ts';
import { sendUp } from '../../src/app/upward/send-up.ts';
import { endUpward, openUpwardLink, saveUpward } from '../../src/app/upward/upward-link.ts';
import { addDays } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { uploadState } from '../../src/domain/answer-receipt.ts';
import type { OrderContent } from '../../src/domain/order.ts';
import { createOutbound } from '../../src/net/outbound.ts';
import { eraseFromAnswers, listReceivedElsewhere } from '../../src/store/answer-erasure-store.ts';
import { listAnswerDuties, listAnswers } from '../../src/store/answer-store.ts';
import { listReports } from '../../src/store/duty-report-store.ts';
import { listOrdersAsking } from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { createApiEndpoint } from '../../src/web/api/api-endpoint.ts';
import { answerReceipt } from '../../src/web/api/order-shapes.ts';
import { createServer } from '../../src/web/site/server.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { type SampleApp, sampleApp } from '../app/sample-app.ts';
import { sampleHolidays } from '../sample-case.ts';
import { emptyFile, pathOfCopy } from '../store/temporary-database.ts';
import { FOLDERS } from '../web/site/site.ts';
import { at, CONTENT, LEADER, WATCH } from './order-facts.ts';

const made = { actor: 'test' };
const CONTACT = { name: '', title: '', phone: '', email: '' };
const MORNING = at('2027-02-05T09:00');
const TWO_DAYS: OrderContent = {
  ...{ ...CONTENT, lastDay: addDays(CONTENT.firstDay, 1) },
  reports: [
    { id: 'sang', kinds: [], mode: 'moments', at: [MORNING], headings: ['Nổi bật', 'Kiến nghị'] },
    { id: 'viec', kinds: [], mode: 'if-any', at: [], withinMinutes: 30, headings: [] },
  ],
};
const send = createOutbound({ privateAddresses: true });

/** The superior's whole server; what it says to whom is not wanted here. */
async function superiorServer(app: SampleApp): Promise<number> {
  const common = {
    ...{ app, clock: app.clock, newReference: () => 'A1', publicUrl: 'http://tren.example' },
    language: 'vi',
    log: {
      error: ({ cause }: { cause: unknown }) => {
        throw cause;
      },
    },
  } as const;
  const server = createServer(
    {
      ...{ ...common, access: 'open', contacts: [], incidentRules: [], zone: VIETNAM, folders: FOLDERS },
      searches: {} as never,
    },
    [createApiEndpoint(common)],
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** What lies between them: `up`; `cut`; `deaf`: what is sent arrives, and nothing comes back. */
class Line {
  state: 'up' | 'cut' | 'deaf' = 'up';
  readonly #server: Server;

  constructor(target: number) {
    this.#server = createLine((near: Socket) => {
      near.on('error', () => {});
      if (this.state === 'cut') {
        near.destroy();
        return;
      }
      const far = connect(target, '127.0.0.1');
      far.on('error', () => near.destroy());
      near.pipe(far);
      if (this.state === 'up') far.pipe(near);
      // The first word that comes back says that it was taken; nobody hears it.
      else far.once('data', () => near.destroy());
      near.on('close', () => far.destroy());
    });
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    onTestFinished(() => void this.#server.close());
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
}

/** The unit's installation, started (anew) over its file. */
async function started(path: string, clock: string): Promise<SampleApp> {
  const opened = await openApp(path, sampleHolidays());
  onTestFinished(() => opened.close());
  let now = at(clock);
  return {
    ...opened,
    clock: () => now,
    setClock: (text) => {
      now = at(text);
    },
  };
}

async function setting() {
  const above = await sampleApp();
  await saveUnit(above.db, { id: 'so', name: 'Sở Khoa học và Công nghệ', zone: VIETNAM });
  await saveUnit(above.db, { id: 'trung-tam', name: 'Trung tâm Công nghệ số', zone: VIETNAM });
  const place = { kind: 'Xã, phường', branch: '', contact: CONTACT };
  await savePlace(above.db, { unitId: 'trung-tam', superiorId: 'so', ...place }, above.clock());
  const orderId = await saveOrder(above, { ...made, unitId: 'so', content: TWO_DAYS });
  await sendOrder(above, { ...made, unitId: 'so', orderId, content: TWO_DAYS });
  const { token } = await issueAnswerToken(above, { ...made, unitId: 'so', belowId: 'trung-tam' });
  const line = new Line(await superiorServer(above));
  const address = await line.open();
  const path = pathOfCopy(await emptyFile());
  const below = await started(path, '2027-01-20T08:00');
  await saveUnit(below.db, { id: 'cns', name: 'TTCNS', zone: VIETNAM });
  const connected = await saveUpward(below, send, { ...made, unitId: 'cns', address: `${address}/`, token });
  const asked = async (app: SampleApp) => {
    const [first] = await listOrdersAsking(app.db, 'cns');
    if (!first) throw new Error('the order has come');
    return { unitId: 'cns', orderId: first.order.id };
  };
  const arrived = () => listAnswers(above.db, { orderId, unitId: 'trung-tam' });
  return { above, below, path, line, address, token, orderId, connected, asked, arrived };
}

const ROWS = [
  ['Ngày', 'Vị trí', 'Họ và tên', 'Điện thoại'],
  ['04/02/2027', 'Lãnh đạo', 'Bàn Văn Thắng', '0900 000 081'],
  ['04/02/2027', 'Giám sát', 'Vi Văn Khoa', '0900 000 083'],
  ['05/02/2027', 'Lãnh đạo', 'Bàn Văn Thắng', '0900 000 081'],
];

async function answer(app: SampleApp, key: { unitId: string; orderId: string }, rows = ROWS) {
  const sheet = { name: '', hidden: false, merges: [], hiddenRows: [], hiddenColumns: [] };
  const book = { name: 'x', sheets: [{ ...sheet, rows: rows.map((cells, i) => ({ row: i + 1, cells })) }] };
  const { order } = await openAskedOrder(app, key);
  const given = { book, asked: {} };
  const sent = await sendFileAnswer(app, { ...key, ...made }, { given, revision: order.revision });
  if (!sent.sent) throw new Error(sent.reason);
  return sent.answer;
}

async function stateOf(app: SampleApp, key: { unitId: string; orderId: string }) {
  const { uploads, answers } = await openAskedOrder(app, key);
  const upload = uploads.get(answers[0]?.id ?? 0);
  return upload && { state: uploadState(upload), ...upload };
}

describe('two installations', () => {
  it('agree on what is asked once address and token were tried, and on nothing before', async () => {
    const { below, connected, asked, address } = await setting();
    expect(connected).toEqual({
      ...{ superiorName: 'Sở Khoa học và Công nghệ', unitName: 'Trung tâm Công nghệ số', orders: 1 },
    });
    const { order } = await openAskedOrder(below, await asked(below));
    expect(order.content.demands).toEqual([LEADER, WATCH]);
    expect([order.superiorName, order.content.name, order.revision]).toEqual([
      ...['Sở Khoa học và Công nghệ', CONTENT.name, 1],
    ]);
    const wrong = { ...made, unitId: 'cns', address, token: 'x'.repeat(43) };
    await expect(saveUpward(below, send, wrong)).rejects.toThrow('upward.outcome.token');
    expect((await openUpwardLink(below, 'cns'))?.outcome).toBe('');
    // The token lies sealed.
    const { secret } = await below.db.selectFrom('upward_link').select('secret').executeTakeFirstOrThrow();
    expect(secret).not.toContain(wrong.token.slice(0, 20));
    const guarded = createOutbound({ privateAddresses: false });
    await expect(saveUpward(below, guarded, { ...wrong, unitId: 'cns' })).rejects.toThrow('outbound.private');
  });

  it('an answer sent while the superior is down arrives once when it is back, over a new start as well', async () => {
    const { below, path, line, asked, arrived, above, address } = await setting();
    const key = await asked(below);
    line.state = 'cut';
    const sent = await answer(below, key);
    await sendUp(below, send);
    expect(await stateOf(below, key)).toMatchObject({
      ...{ state: 'retrying', attempts: 1, outcome: 'outbound.unreachable' },
    });
    expect(await arrived()).toEqual([]);
    const again = await started(path, '2027-01-20T08:00');
    // Its time has not come.
    expect(await sendUp(again, send)).toBe(0);
    line.state = 'up';
    again.setClock('2027-01-20T12:00');
    expect(await sendUp(again, send)).toBe(1);
    expect(await sendUp(again, send)).toBe(0);
    const [one, ...more] = await arrived();
    expect([one?.source, more]).toEqual(['machine', []]);
    expect(await stateOf(again, key)).toMatchObject({
      ...{ state: 'received', receipt: { number: 1, shortMinutes: sent.judgement.shortMinutes } },
    });
    const duties = (await listAnswerDuties(above.db, [one?.id ?? 0])).get(one?.id ?? 0);
    expect(duties?.map(({ name, phone, demandId }) => [name, phone, demandId])).toEqual([
      ['Bàn Văn Thắng', '0900 000 081', LEADER.id],
      ['Vi Văn Khoa', '0900 000 083', WATCH.id],
      ['Bàn Văn Thắng', '0900 000 081', LEADER.id],
    ]);
    // Whoever is erased here is still named there: that is told.
    const [member, ghost] = [
      { id: 'khoa', name: 'Vi Văn Khoa' },
      { id: 'g', name: '•••' },
    ] as never[];
    const erased = { member, ghost } as never;
    await again.db.transaction().execute((trx) => eraseFromAnswers(trx, 'cns', erased));
    expect(await listReceivedElsewhere(again.db, { unitId: 'cns', staffId: 'g' })).toMatchObject([
      { superior: 'Sở Khoa học và Công nghệ', address, orderName: CONTENT.name, at: one?.sentAt },
    ]);
  });

  it('an acknowledgement that is lost is asked for again, and nothing is taken twice', async () => {
    const { below, line, asked, arrived } = await setting();
    const key = await asked(below);
    line.state = 'deaf';
    await answer(below, key);
    await sendUp(below, send);
    expect(await arrived()).toHaveLength(1);
    expect((await stateOf(below, key))?.state).toBe('retrying');
    line.state = 'up';
    below.setClock('2027-01-20T12:00');
    await sendUp(below, send);
    expect(await arrived()).toHaveLength(1);
    expect((await stateOf(below, key))?.state).toBe('received');
  });

  it('a report goes up as an answer does: once, whatever the line, and late by the clock above', async () => {
    const { above, below, line, asked, orderId } = await setting();
    const key = await asked(below);
    await answer(below, key);
    await sendUp(below, send);
    const { duties, moments } = await openOwnReports(below, key);
    expect(duties).toEqual(TWO_DAYS.reports);
    expect(moments).toEqual([{ dutyId: 'sang', dueAt: MORNING }]);
    const arrived = () => listReports(above.db, orderId, 'trung-tam');
    const stateAt = async (i: number) => {
      const { uploads } = await openOwnReports(below, key);
      const upload = [...uploads.values()][i];
      return upload && uploadState(upload);
    };
    const calm = { ...made, key, dutyId: 'sang', dueAt: MORNING, texts: [], signer: 'Bàn Văn Thắng' };
    for (const app of [above, below]) app.setClock('2027-02-05T08:40');
    line.state = 'deaf';
    await sendReport(below, calm);
    expect(await sendReportsUp(below, send)).toBe(1);
    expect([await stateAt(0), (await arrived()).length]).toEqual(['retrying', 1]);
    line.state = 'up';
    for (const app of [above, below]) app.setClock('2027-02-05T09:10');
    await sendReportsUp(below, send);
    const texts = [{ heading: 'Nổi bật', text: 'Mất mạng 20 phút' }];
    await sendReport(below, { ...calm, texts, signer: '' });
    await sendReportsUp(below, send);
    expect([await stateAt(0), await stateAt(1)]).toEqual(['received', 'received']);
    const shown = (await arrived()).map(({ calm: none, late, signer, texts: said }) => [
      none,
      late,
      signer,
      said,
    ]);
    expect(shown).toEqual([
      [true, false, 'Bàn Văn Thắng', []],
      [false, true, 'Bàn Văn Thắng', texts],
    ]);
    const board = await readReports(above, { unitId: 'so', orderId });
    expect(board.units[0]?.cells.map(({ state }) => state)).toEqual(['told']);
    // What the order does not ask for is told as such, and never taken.
    await sendReport(below, { ...calm, dutyId: 'viec', dueAt: 0 as Instant, texts });
    const without = { ...TWO_DAYS, reports: TWO_DAYS.reports.slice(0, 1) };
    await sendOrder(above, { ...made, unitId: 'so', orderId, content: without });
    await sendReportsUp(below, send);
    expect([await stateAt(2), (await arrived()).length]).toEqual(['refused', 2]);
  });

  it('a newer version takes the place of what still waits, and of what was received', async () => {
    const { below, line, asked, arrived } = await setting();
    const key = await asked(below);
    line.state = 'cut';
    await answer(below, key);
    await answer(below, key, ROWS.slice(0, 3));
    line.state = 'up';
    await sendUp(below, send);
    expect((await arrived()).map(({ number }) => number)).toEqual([1]);
    const whole = [...ROWS, ['05/02/2027', 'Giám sát', 'Hà Thị Nga', '0900 000 084']];
    await answer(below, key, whole);
    await sendUp(below, send);
    expect((await arrived()).map(({ number }) => number)).toEqual([2, 1]);
    expect((await stateOf(below, key))?.receipt).toMatchObject({
      number: 2,
      shortMinutes: 0,
      phonesMissing: 0,
    });
    const { uploads } = await openAskedOrder(below, key);
    expect([...uploads.values()].map(uploadState)).toEqual(['replaced', 'received', 'received']);
  });

  it('an order that changes is judged anew below too, and one that is lifted takes nothing more', async () => {
    const { above, below, asked, orderId, line } = await setting();
    const key = await asked(below);
    await answer(below, key);
    const content = { ...TWO_DAYS, demands: [LEADER] };
    await sendOrder(above, { ...made, unitId: 'so', orderId, content });
    below.setClock('2027-01-20T12:00');
    expect(await pullOrders(below, send)).toBe(1);
    const changed = await openAskedOrder(below, key);
    expect([changed.order.revision, changed.answer?.shortMinutes]).toEqual([2, 0]);
    await liftOrder(above, { unitId: 'so', orderId }, 'test');
    await sendUp(below, send);
    expect(await stateOf(below, key)).toMatchObject({ state: 'refused', outcome: 'upward.outcome.lifted' });
    line.state = 'cut';
    below.setClock('2027-01-20T12:10');
    await pullOrders(below, send);
    expect((await openUpwardLink(below, 'cns'))?.outcome).toBe('outbound.unreachable');
    line.state = 'up';
    below.setClock('2027-01-20T12:20');
    await pullOrders(below, send);
    expect((await openAskedOrder(below, key)).order.state).toBe('lifted');
    await endUpward(below, 'cns', 'test');
    expect(await openUpwardLink(below, 'cns')).toBeUndefined();
  });
});

describe('POST /api/v1/orders/{order}/answer', () => {
  async function posting() {
    const found = await setting();
    const { address, token, orderId } = found;
    const post = async (body: string, headers: Record<string, string> = {}, what = 'answer') =>
      new Promise<{ status: number | undefined; json: { code?: string; detail?: string } }>(
        (resolve, reject) => {
          const asked = request(
            `${address}/api/v1/orders/${orderId}/${what}`,
            {
              method: 'POST',
              headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': 'lan-gui-1', ...headers },
            },
            async (reply) => {
              const parts: Buffer[] = [];
              for await (const part of reply as AsyncIterable<Buffer>) parts.push(part);
              resolve({ status: reply.statusCode, json: JSON.parse(Buffer.concat(parts).toString()) });
            },
          );
          asked.on('error', reject);
          asked.end(body);
        },
      );
    return { ...found, post };
  }

  const DUTY = { tier: 'leader', name: 'Bàn Văn Thắng', phone: '0900 000 081' };
  const DAY = { start: '2027-02-04T07:00:00+07:00', end: '2027-02-05T07:00:00+07:00' };
  const BODY = JSON.stringify({ duties: [{ ...DUTY, ...DAY }] });

  it('says what was judged, once under a key', async () => {
    const { post, arrived } = await posting();
    const first = await post(BODY);
    const told = answerReceipt.parse(first.json);
    expect(told).toMatchObject({
      number: 1,
      late: false,
      fits: 'short',
      shortMinutes: 3 * 1440,
      repeated: false,
    });
    expect(told.gaps[0]).toMatchObject({ day: '2027-02-04', demand: WATCH.name, held: 0, least: 1 });
    const again = await post(BODY);
    expect(again.json).toEqual({ ...told, repeated: true });
    expect(await arrived()).toHaveLength(1);
    const other = await post(JSON.stringify({ duties: [] }));
    expect([other.status, other.json.code]).toEqual([422, 'api.refused.key-reused']);
  });

  it.each([
    ['no JSON', '{', {}, 400, 'api.refused.answer-body'],
    ['no key', BODY, { 'Idempotency-Key': 'x' }, 400, 'api.refused.answer-key'],
    ['another token', BODY, { Authorization: `Bearer ${'x'.repeat(43)}` }, 401, 'api.refused.answer-token'],
    ['a wrong signature', BODY, { 'X-Signature': 'v1,AAAA' }, 401, 'api.refused.signature'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const { post, arrived } = await posting();
    const refused = await post(body, headers as Record<string, string>);
    expect([refused.status, refused.json.code]).toEqual([status, code]);
    expect(await arrived()).toEqual([]);
  });

  it('says of a report what it is owed, once under a key, and takes nothing that is not asked', async () => {
    const { post } = await posting();
    const report = { duty: 'sang', due: '2027-02-05T09:00:00+07:00', signer: 'Bàn Văn Thắng', texts: [] };
    const told = await post(JSON.stringify(report), {}, 'report');
    expect([told.status, told.json]).toMatchObject([200, { late: false, repeated: false }]);
    const again = await post(JSON.stringify(report), {}, 'report');
    expect(again.json).toEqual({ ...told.json, repeated: true });
    const other = await post(JSON.stringify({ ...report, signer: 'x' }), {}, 'report');
    expect([other.status, other.json.code]).toEqual([422, 'api.refused.key-reused']);
    const wrong = await post(
      '{"duty":"sang","due":"nay","texts":[{}]}',
      { 'Idempotency-Key': 'r-00000002' },
      'report',
    );
    expect([wrong.status, wrong.json.detail]).toEqual([400, expect.stringContaining('texts.0.text')]);
    const owed = { ...report, due: '2027-02-05T09:30:00+07:00' };
    const unasked = await post(JSON.stringify(owed), { 'Idempotency-Key': 'r-00000003' }, 'report');
    expect(unasked.status).toBe(404);
    const calm = { ...report, duty: 'viec', due: null };
    const empty = await post(JSON.stringify(calm), { 'Idempotency-Key': 'r-00000004' }, 'report');
    expect(empty.status).toBe(400);
  });

  it('tells every fault of the body by its place, and takes nothing of it', async () => {
    const { post, arrived } = await posting();
    const duties = [
      { ...DUTY, ...DAY },
      { ...DUTY, ...DAY, name: ' ' },
      { ...DUTY, ...DAY, tier: 'boss' },
    ];
    const wrong = await post(JSON.stringify({ duties }));
    expect(wrong.json.detail).toContain('duties.1.name');
    expect(wrong.json.detail).toContain('duties.2.tier');
    const spans = await post(
      JSON.stringify({
        duties: [
          { ...DUTY, start: DAY.end, end: DAY.start },
          { ...DUTY, ...DAY, demand: 'bep' },
        ],
      }),
    );
    expect(spans.json.detail).toContain('duties.0.end');
    expect(spans.json.detail).toContain('duties.1.demand');
    expect(await arrived()).toEqual([]);
  });
});
