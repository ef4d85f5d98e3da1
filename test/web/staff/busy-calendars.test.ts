/** Own calendars by their pages: given by the person, read in the background, taken as leave by who makes the rota. */

import { describe, expect, it } from 'vitest';
import { importBusyCalendars } from '../../../src/app/availability/import-busy-calendars.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { AppError } from '../../../src/kernel/app-error.ts';
import { listLines } from '../../../src/store/availability-store.ts';
import { findBusyCalendar } from '../../../src/store/busy-calendar-store.ts';
import { member, operator, PASSWORD } from '../../app/access/people.ts';
import { loaded } from '../../app/sample-app.ts';
import { Browser, openAccessSite } from '../access/access-site.ts';
import { makingSite } from '../draft/making-site.ts';

const ADDRESS = 'https://calendar.example/private-7f3a/basic.ics';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20270206', 'SUMMARY:Khám bệnh', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'DTSTART:20270204T010000Z', 'DTEND:20270204T040000Z', 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n');

const send = async () => ({ status: 200, body: Buffer.from(CALENDAR) });

async function technician() {
  const work = await loaded();
  const { app, key, plan } = work;
  const host = await operator(app);
  const own = plan.staff[0]?.id ?? '';
  await member(app, host, 'nam', { unitId: key.unitId, role: 'technician', staffId: own });
  const browser = new Browser(await openAccessSite(app));
  await browser.post('/sign-in', { signInName: 'nam@lamgiang.example', password: PASSWORD });
  const path = `/units/${key.unitId}/busy-calendar`;
  await browser.get(path);
  return { ...work, browser, own, path, other: plan.staff[1]?.id ?? '' };
}

describe('one’s own calendar', () => {
  it('is given, read, shown in words and without its address, and taken back', async () => {
    const { app, key, browser, own, path } = await technician();
    expect((await browser.post(path, { address: ADDRESS })).location).toBe(path);
    expect((await browser.get(path)).html).toContain('Chưa đọc lần nào');
    await importBusyCalendars(app, send);
    const { html } = await browser.get(path);
    expect(html).toContain('Đọc được lúc 08:00 ngày 20/01/2027.');
    expect(html).toContain('Thứ Bảy 06/02 (mùng 1 tháng Giêng), cả ngày');
    expect(html).toContain('Thứ Năm 04/02 (28 tháng Chạp), 08–11');
    expect(html).not.toMatch(/calendar\.example|Khám/);
    expect((await browser.post(`${path}/remove`)).location).toBe(path);
    expect(await findBusyCalendar(app.db, { unitId: key.unitId, staffId: own })).toBeUndefined();
    expect((await browser.get(path)).html).toContain('Chưa thấy lúc bận nào.');
  });

  it('of no web address is refused beside what was typed', async () => {
    const { browser, path } = await technician();
    const refused = await browser.post(path, { address: 'lich của tôi' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="lich của tôi"');
    expect(refused.html).toContain('Địa chỉ phải bắt đầu bằng https://');
  });

  it('says why it could not be read, and what it still has', async () => {
    const { app, browser, path } = await technician();
    await browser.post(path, { address: ADDRESS });
    await importBusyCalendars(app, send);
    app.setClock('2027-01-21T09:00');
    await importBusyCalendars(app, () => Promise.reject(new AppError('unavailable', 'outbound.timeout')));
    await browser.post('/sign-in', { signInName: 'nam@lamgiang.example', password: PASSWORD });
    expect((await browser.get(path)).html).toContain(
      'Không đọc được lúc 09:00 ngày 21/01/2027: Máy chủ của lịch trả lời quá lâu. Đang giữ những gì đọc được lúc 08:00 ngày 20/01/2027.',
    );
  });

  it('tells line by line what of it could not be read, and takes the rest', async () => {
    const { app, browser, path } = await technician();
    await browser.post(path, { address: ADDRESS });
    const damaged = CALENDAR.replace('DTSTART:20270204T010000Z', () => 'DTSTART:sometime');
    await importBusyCalendars(app, async () => ({ status: 200, body: Buffer.from(damaged) }));
    const { html } = await browser.get(path);
    expect(html).toContain('Đọc được lúc 08:00 ngày 20/01/2027. 1 chỗ trong lịch không đọc được.');
    expect(html).toContain('Dòng 10: sự kiện không đọc được thời gian (“sometime”), nên chưa được tính.');
    expect(html).toContain('Thứ Bảy 06/02 (mùng 1 tháng Giêng), cả ngày');
    app.setClock('2027-01-21T09:00');
    await importBusyCalendars(app, async () => ({ status: 200, body: Buffer.from(CALENDAR) }));
    await browser.post('/sign-in', { signInName: 'nam@lamgiang.example', password: PASSWORD });
    expect((await browser.get(path)).html).not.toContain('không đọc được');
  });

  it('is nobody else’s: another person named in the form or address is not looked at', async () => {
    const { app, key, browser, own, other, path } = await technician();
    await browser.post(path, { address: ADDRESS, person: other });
    expect(await findBusyCalendar(app.db, { unitId: key.unitId, staffId: other })).toBeUndefined();
    expect(await findBusyCalendar(app.db, { unitId: key.unitId, staffId: own })).toBeDefined();
    expect((await browser.get(`${path}?person=${other}`)).html).not.toContain('<option');
    expect((await browser.get(`/units/${key.unitId}/leave-requests`)).status).toBe(403);
  });
});

describe('leave that waits', () => {
  it('is looked over and answered, line by line and once', async () => {
    const work = await makingSite();
    const { app, key, plan, page, get, post } = work;
    const [first, second] = plan.staff;
    for (const person of [first, second]) {
      await post(`/units/${key.unitId}/busy-calendar`, { address: ADDRESS, person: person?.id ?? '' });
    }
    await importBusyCalendars(app, send);
    const path = `/units/${key.unitId}/leave-requests`;
    expect((await get(`${page}/prepare`)).text).toContain('4 dòng xin nghỉ trong kỳ này');
    const { text } = await get(path);
    expect(text).toContain(first?.name);
    expect(text.match(/Thứ Bảy 06\/02/g)).toHaveLength(2);
    const home = await get('/');
    expect(home.text).toContain(`${first?.name} xin nghỉ`);
    const waiting = await listLines(app.db, key.unitId, { state: 'waiting' });
    const ids = waiting.filter(({ entry }) => entry.staffId === first?.id).map(({ id }) => String(id));
    const taken = await post(path, { line: ids[0] ?? '', answer: 'yes' });
    expect([taken.status, taken.location]).toEqual([303, `${path}?done=yes&lines=1`]);
    expect((await get(taken.location)).text).toContain('Đã đồng ý 1 dòng nghỉ.');
    expect((await post(path, { line: ids[1] ?? '', answer: 'no', back: 'home' })).location).toBe('/');
    expect((await get(`${page}/prepare`)).text).toContain('2 dòng xin nghỉ trong kỳ này');
    expect((await post(path, { line: ids[0] ?? '', answer: 'no' })).location).toBe(`${path}?done=no&lines=0`);
    const leave = (await getPlan(app, key)).leave.filter(({ staffId }) => staffId === first?.id);
    const own = leave.filter(({ span }) => ids.length === 2 && span.end - span.start <= 86_400_000);
    expect(own).toHaveLength(1);
    expect((await get(`/units/${key.unitId}/busy-calendar?person=${first?.id}`)).text).toContain(
      'không được duyệt',
    );
  });

  it('of no line, or without an answer, is refused', async () => {
    const { key, post } = await makingSite();
    const path = `/units/${key.unitId}/leave-requests`;
    expect((await post(path, { line: '999', answer: 'yes' })).location).toBe(`${path}?done=yes&lines=0`);
    expect((await post(path, { line: 'x', answer: 'yes' })).status).toBe(422);
    expect((await post(path, { line: '1' })).status).toBe(422);
  });
});
