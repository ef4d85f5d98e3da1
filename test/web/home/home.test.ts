/** The home page: only what the data shows, at moments before, during and after a period. */

import { describe, expect, it } from 'vitest';
import { dayFrom } from '../../../src/calendar/day.ts';
import type { HolidayBreak } from '../../../src/calendar/holidays.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { type ClockTime, instantAt, VIETNAM } from '../../../src/calendar/zone.ts';
import type { ContactEntry } from '../../../src/domain/contact-entry.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { momentOf, TET_BREAK, tetVersion } from '../roster/rosters.ts';
import { appOf, openSite } from '../site/site.ts';

interface Shown {
  readonly breaks: readonly HolidayBreak[];
  readonly contacts: readonly ContactEntry[];
  readonly path: string;
}

async function home(
  moment: readonly [number, number, string],
  versions: readonly RosterVersion[] = [tetVersion()],
  { breaks = [TET_BREAK], contacts = [], path = '' }: Partial<Shown> = {},
): Promise<string> {
  const [month, day, clock] = moment;
  const now = (): Instant => momentOf(dayFrom(2027, month, day), clock);
  const site = await openSite(appOf(versions, { clock: now, holidays: { files: breaks } }), { contacts });
  const response = await fetch(site.url + path);
  const html = await response.text();
  await site.close();
  expect(response.status).toBe(200);
  return html.replace(/\s+/g, ' ');
}

const CONTACT = { role: '', phone: '', email: '', standIn: '', channel: '', note: '', source: '' };

describe('the home page', () => {
  it('counts the days to the period and to Giao thừa', async () => {
    const html = await home([1, 22, '09:42']);
    expect(html).toMatch(/count-figure">13<\/span> <span class="count-words">ngày nữa vào kỳ trực/);
    expect(html).toMatch(/count-figure">14<\/span> <span class="count-words">ngày nữa tới đêm Giao thừa/);
    expect(html).toContain('Hiện không có ca trực nào.');
  });

  it('says who is on duty, with phones to tap, and until when', async () => {
    const html = await home([2, 5, '09:42']);
    expect(html).toContain('09:42 · ca Sáng còn 4 giờ 18 phút');
    expect(html).toContain('Đang trong kỳ nghỉ');
    expect(html).toContain('>2/7</span>');
    const duty = html.slice(html.indexOf('duty-posts'), html.indexOf('duty-next'));
    expect(duty.match(/href="tel:0900000/g)).toHaveLength(5);
  });

  it('counts the last minute of a night as that night', async () => {
    const html = await home([2, 6, '05:59']);
    expect(html).toContain('còn 1 phút');
  });

  it('shows an empty seat on duty as empty', async () => {
    const html = await home([2, 8, '23:00']);
    const duty = html.slice(html.indexOf('duty-posts'), html.indexOf('duty-next'));
    expect(duty).toContain('Chưa bố trí');
  });

  it('lists the gap, the unofficial dates and old contacts, and nothing else', async () => {
    const html = await home([1, 22, '09:42'], undefined, {
      contacts: [
        { ...CONTACT, id: 'cu', name: 'Đầu mối cũ', asOf: dayFrom(2025, 11, 1) },
        { ...CONTACT, id: 'moi', name: 'Đầu mối mới', asOf: dayFrom(2026, 11, 1) },
      ],
    });
    expect(html).toContain('Trống 1 ghế, Tết Đinh Mùi 2027');
    expect(html).toContain('Lịch nghỉ Tết Đinh Mùi 2027 chưa chính thức');
    expect(html).toContain('Danh bạ có 1 đầu mối quá 12 tháng');
    expect(html).not.toContain('Đầu mối mới');
    expect(html.match(/class="attention-item"/g)).toHaveLength(3);
  });

  it('warns that dates are provisional, with every version reported', async () => {
    const html = await home([1, 22, '09:42']);
    expect(html).toContain('Nguồn nêu khác nhau: 04–10/02 (đang dùng) và 05–14/02.');
    expect(html).toContain('báo cáo thứ hai');
    const official = { ...TET_BREAK, status: 'official' as const, alternatives: [] };
    expect(await home([1, 22, '09:42'], undefined, { breaks: [official] })).not.toContain('tạm tính');
  });

  it('shows a holiday without a roster as not made yet', async () => {
    const html = await home([1, 22, '09:42'], []);
    expect(html).toContain('Chưa công bố bảng trực cho kỳ nghỉ này.');
    expect(html).toContain('Chưa lập');
    expect(html).toContain('Chưa có bảng trực Tết Đinh Mùi 2027');
  });

  it('counts a withdrawn roster as nobody on duty', async () => {
    const version = tetVersion();
    const withdrawn = {
      ...version,
      number: 2,
      withdrawn: true as const,
      roster: { ...version.roster, assignments: [] },
    };
    const html = await home([2, 5, '09:42'], [version, withdrawn]);
    expect(html).toContain('Hiện không có ca trực nào.');
    const periods = await home([2, 5, '09:42'], [version, withdrawn], { path: '/periods' });
    expect(periods).toContain('Đã thu hồi');
    expect(html).not.toContain('ghế trống');
  });

  it('tells of the next holiday until there is a roster, then of the rostered one', async () => {
    const culture = {
      ...TET_BREAK,
      key: '2027-new-year',
      kind: 'new-year' as const,
      title: 'Ngày lễ gần',
      from: dayFrom(2027, 1, 30),
      to: dayFrom(2027, 1, 31),
    };
    const breaks = [TET_BREAK, culture];
    const bare = await home([1, 22, '09:42'], [], { breaks });
    expect(bare).toContain('class="holiday-title">Ngày lễ gần 2027<');
    expect(bare).toContain('Thứ Bảy 30/01/2027 <span');
    expect(await home([1, 22, '09:42'], undefined, { breaks })).toContain(
      'class="holiday-title">Tết Đinh Mùi 2027<',
    );
  });

  it('leaves out a break that is over', async () => {
    const html = await home([2, 11, '09:00'], []);
    expect(html).not.toContain('Tết Đinh Mùi');
  });

  it('stands without holidays and periods', async () => {
    const afterTheLast = instantAt(dayFrom(2100, 11, 25), '09:42' as ClockTime, VIETNAM);
    const site = await openSite(appOf([], { clock: () => afterTheLast, holidays: { files: [] } }));
    const html = await (await fetch(site.url)).text();
    await site.close();
    expect(html).toContain('Không có kỳ nghỉ nào trong 12 tháng tới');
    expect(html).toContain('Không có việc gì đang chờ.');
  });
});
