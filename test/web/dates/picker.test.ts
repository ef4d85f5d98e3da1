/** The calendar beside a field of a day, and what is typed said in full, over the real server. */

import { expect, it, onTestFinished } from 'vitest';
import { appOf, openSite } from '../site/site.ts';

interface Told {
  readonly parts: Readonly<Record<string, string>>;
  readonly said: string;
  readonly fault: string;
  readonly shown: string;
  readonly use: string;
  readonly swapLabel: string;
}

async function asked(): Promise<(path: string) => Promise<Told>> {
  const app = await appOf([]);
  const site = await openSite(app);
  onTestFinished(async () => {
    await site.close();
    await app.close();
  });
  return async (path) => {
    const response = await fetch(`${site.url}/dates/${path}`, { headers: { Accept: 'application/json' } });
    expect(response.status, path).toBe(200);
    return (await response.json()) as Told;
  };
}

it('says the day typed with its weekday and lunar date, and what is no day with the one it may mean', async () => {
  const ask = await asked();
  const said = async (value: string, more = ''): Promise<Told> =>
    ask(`said?kind=day&value=${encodeURIComponent(value)}${more}`);
  expect(await said('5-2-2027')).toMatchObject({
    shown: '05/02/2027',
    said: 'Thứ Sáu, 29 tháng Chạp, Giao thừa',
  });
  expect(await said('06/02/2027')).toMatchObject({ said: 'Thứ Bảy, mùng 1 tháng Giêng', fault: '' });
  expect(await said('2/5/2027')).toMatchObject({ shown: '02/05/2027' });
  expect((await said('2/30/2027')).fault).not.toBe('');
  expect((await said('5/2 - 7/2/2027')).fault).toBe('Chỉ ghi một ngày.');
  const late = await said('01/02/2027', '&after=04/02/2027');
  expect(late).toMatchObject({ fault: 'Trước ngày bắt đầu 3 ngày.', swapLabel: 'Đổi chỗ hai ngày' });
  expect(await ask('said?kind=time&value=25:99')).toMatchObject({ shown: '' });
  expect(await ask('said?kind=time&value=7h')).toMatchObject({ shown: '07:00', fault: '' });
  expect(await said('')).toMatchObject({ said: '', fault: '' });
});

it('shows a month of both calendars, the stretch between both ends, and stops where lunar days are known no more', async () => {
  const ask = await asked();
  const month = (await ask('picker?kind=day&value=04/02/2027&other=10/02/2027')).parts.picker ?? '';
  expect(month).toContain('Tháng 2 năm 2027');
  expect(month).toContain('25 tháng Chạp – 23 tháng Giêng năm Đinh Mùi');
  expect(month.match(/date-between/gu)).toHaveLength(7);
  expect(month).toContain('>05/02/2027, Thứ Sáu, 29 tháng Chạp, Giao thừa<');
  expect(month).toContain('<strong>7 ngày</strong>');
  expect(month.match(/aria-pressed="true"/gu)).toHaveLength(1);
  const last = (await ask('picker?kind=day&month=2101-01')).parts.picker ?? '';
  expect(last).toContain('data-month="2100-12"');
  expect(last).toContain('data-month="" ');
  const first = (await ask('picker?kind=day&month=1968-01')).parts.picker ?? '';
  expect(first.match(/data-day/gu)?.length).toBeGreaterThan(30);
  // What is no month shows today's.
  for (const odd of ['9999-99', '0000-01', '<b>', '2027']) {
    expect((await ask(`picker?kind=day&month=${encodeURIComponent(odd)}`)).parts.picker, odd).toContain(
      'date-today',
    );
  }
});

it('shows the hours of a day, those of night marked', async () => {
  const ask = await asked();
  const hours = (await ask('picker?kind=moment&value=22:30 05/02/2027')).parts.picker ?? '';
  expect(hours.match(/date-night"/gu)).toHaveLength(8);
  expect(hours).toContain('data-hour="22" aria-pressed="true"');
  expect(hours).toContain('data-minute="30" aria-pressed="true"');
  const time = (await ask('picker?kind=time&value=06:00')).parts.picker ?? '';
  expect(time).not.toContain('date-grid');
});
