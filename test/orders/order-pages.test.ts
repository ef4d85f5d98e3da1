/** The pages of orders over a real server: written, looked at, sent, answered by a private link, seen by the unit that was asked. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { readGivenTable } from '../../src/app/staff/given-table.ts';
import { takeTree } from '../../src/app/tree/place-units.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import { listAsked, listOrders } from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { type SampleApp, sampleApp } from '../app/sample-app.ts';
import { openSite } from '../web/site/site.ts';

const PASTE = 'Tên đơn vị\tLoại\tĐiện thoại\nXã Bản Mạ\tXã, phường\t0900 000 081\nSở Y tế\tSở, ban, ngành\t';

const FORM = {
  ...{ name: 'Trực Tết Đinh Mùi 2027', dispatchNumber: '12/SKHCN-CNS', kind: 'Xã, phường' },
  ...{
    firstDay: '04/02/2027',
    'moment-of-firstDay': 'day',
    lastDay: '05/02/2027',
    'moment-of-lastDay': 'day',
  },
  ...{
    'demand-0-name': 'Lãnh đạo',
    'demand-0-tier': 'leader',
    'demand-0-least': '1',
    'demand-0-phone': 'yes',
  },
  ...{ 'demand-0-start': '7h', 'moment-of-demand-0-start': 'time', 'demand-0-hours': '24' },
  ...{ 'deadline-0-at': '17:00 29/01/2027', 'moment-of-deadline-0-at': 'moment' },
  ...{ 'contact-0-name': 'Văn phòng Sở', 'contact-0-phone': '0900 000 061' },
};

async function setting() {
  const app = await sampleApp();
  await saveUnit(app.db, { id: 'so', name: 'Sở Khoa học và Công nghệ', zone: VIETNAM });
  const read = await readGivenTable(app, { name: 'x', paste: PASTE }, '');
  if (!read.ok) throw new Error('it can be read');
  await takeTree(app, { unitId: 'so', book: read.book, asked: {}, accounts: false, actor: 'test' });
  const site = await openSite(app);
  onTestFinished(() => site.close());
  const get = async (path: string) => {
    const reply = await fetch(site.url + path);
    return { status: reply.status, html: await reply.text() };
  };
  const post = async (path: string, form: Readonly<Record<string, string>>) => {
    const reply = await fetch(site.url + path, {
      ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'manual' },
      headers: { Origin: site.url, 'Sec-Fetch-Site': 'same-origin' },
    });
    return { status: reply.status, location: reply.headers.get('location') ?? '', html: await reply.text() };
  };
  return { app, get, post };
}

async function orderId(app: SampleApp): Promise<string> {
  return (await listOrders(app.db, 'so'))[0]?.id ?? '';
}

describe('the pages of orders', () => {
  it('show nothing of trees and orders to a unit that stands in none', async () => {
    const { app, get } = await setting();
    await saveUnit(app.db, { id: 'le', name: 'Trung tâm Công nghệ số', zone: VIETNAM });
    const told = /Yêu cầu trực|href="[^"]*\/(?:on-duty|tree)"|leaders-below|name="below"/;
    for (const path of ['/?unit=le', '/periods?unit=le', '/units/le/feeds', '/units/le/displays']) {
      const alone = await get(path);
      expect([path, alone.status, told.exec(alone.html)?.[0]]).toEqual([path, 200, undefined]);
      expect(told.test((await get(path.replace('le', 'so'))).html)).toBe(true);
    }
  });

  it('save a draft, tell faults at their fields, show what sending does, and send', async () => {
    const { app, get, post } = await setting();
    expect((await get('/units/so/orders')).html).toContain('Chưa có yêu cầu nào');
    const faulty = await post('/units/so/orders/new', { ...FORM, firstDay: 'hôm nọ', act: 'save' });
    expect([faulty.status, faulty.html.includes('“hôm nọ” không phải là ngày')]).toEqual([422, true]);
    expect(faulty.html).toContain('value="Trực Tết Đinh Mùi 2027"');
    const saved = await post('/units/so/orders/new', { ...FORM, act: 'save' });
    const id = await orderId(app);
    expect(saved.location).toBe(`/units/so/orders/${id}/edit`);
    const draft = await get(saved.location);
    expect(draft.html).toContain('Chưa đơn vị nào thấy');
    expect(draft.html).toMatch(/<b data-asked[^>]*>1<\/b>/);
    const review = await post(saved.location, { ...FORM, act: 'review' });
    expect(review.html).toContain('1 đơn vị được hỏi');
    expect(review.html).toContain('1 đơn vị chưa ai có tài khoản');
    expect(await listAsked(app.db, id)).toEqual([]);
    const sent = await post(saved.location, { ...FORM, act: 'send' });
    expect(sent.location).toBe(`/units/so/orders/${id}/links`);
    expect(await listAsked(app.db, id)).toHaveLength(1);
    expect((await get('/units/so/orders')).html).toContain('0/1 đơn vị đã gửi');
  });

  it('let a unit answer by its link, twice, and say whom to call once the link is dead', async () => {
    const { app, get, post } = await setting();
    await post('/units/so/orders/new', { ...FORM, act: 'save' });
    const id = await orderId(app);
    await post(`/units/so/orders/${id}/edit`, { ...FORM, act: 'send' });
    const none = await post(`/units/so/orders/${id}/links`, { which: 'ticked' });
    expect([none.status, none.html.includes('Chưa chọn đơn vị nào')]).toEqual([422, true]);
    const made = await post(`/units/so/orders/${id}/links`, { which: 'all' });
    const [, path = ''] = /(\/answer\/[\w-]{43})/.exec(made.html) ?? [];
    const blank = await get(path);
    expect(blank.html).toContain('Ai trực “Trực Tết Đinh Mùi 2027”?');
    expect(blank.html).toContain('Gửi 0/2 ô');
    const typed = {
      'who-0': '+',
      'name-0': 'Bàn Văn Thắng',
      'title-0': 'Chủ tịch',
      'phone-0': '0900 000 081',
    };
    expect((await post(path, typed)).location).toBe(`${path}?sent`);
    const again = await get(path);
    expect(again.html).toContain('đã nhận');
    expect(again.html).toContain('Thiếu 24 giờ');
    // Links travel: no whole number of an earlier answer is on the page.
    expect([again.html.includes('0900 000 081'), again.html.includes('••• 081')]).toEqual([false, true]);
    const [, key = ''] = /name="who-0" value="([^"+]+)"/.exec(again.html) ?? [];
    await post(path, { 'who-0': key, 'who-1': key });
    const whole = await get(path);
    expect(whole.html).toContain('Đủ người, đủ giờ');
    expect((await get('/?unit=xa-ban-ma')).html).toContain('Đã gửi');
    expect((await get(`/units/xa-ban-ma/asked/${id}`)).html).toContain('qua đường dẫn riêng');
    await post(`/units/so/orders/${id}/links/end`, { asked: 'xa-ban-ma' });
    const dead = await get(path);
    expect([dead.status, dead.html.includes('0900 000 061')]).toEqual([410, true]);
    expect((await get(`/answer/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('show nothing of orders to a unit that nobody asks and that leads nobody', async () => {
    const { get } = await setting();
    const { html } = await get('/?unit=so-y-te');
    expect([html.includes('/orders'), html.includes('asked-card')]).toEqual([false, false]);
    expect((await get('/?unit=so')).html).toContain('/units/so/orders');
  });
});
