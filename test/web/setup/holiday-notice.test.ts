/** The page where the notice of a holiday is entered: every fault beside its field, a look beforehand, and what changes afterwards. */

import { describe, expect, it } from 'vitest';
import { listHolidays } from '../../../src/store/holiday-store.ts';
import { loaded } from '../../app/sample-app.ts';
import { openSite } from '../site/site.ts';

const TET = {
  holiday: '2027-tet',
  number: '6150/TB-BNV',
  date: '12/12/2026',
  from: '05/02/2027',
  to: '14/02/2027',
  paid: '',
  swaps: '',
};

async function site() {
  const { app, key, plan } = await loaded((source) => ({
    ...source,
    posts: source.posts.map((post) => ({
      ...post,
      patterns: post.patterns.map((each) => ({ ...each, days: 'holiday' as const })),
    })),
    pins: [],
  }));
  const opened = await openSite(app, {});
  const path = `/units/${key.unitId}/holidays`;
  const get = async (query = '') => (await fetch(opened.url + path + query)).text();
  const post = async (form: Record<string, string>) => {
    const response = await fetch(opened.url + path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Origin: opened.url },
    });
    return { status: response.status, text: await response.text() };
  };
  const home = async () => (await fetch(opened.url)).text();
  return { app, key, plan, path, get, post, home, kept: () => listHolidays(app.db, key.unitId) };
}

describe('the page of a notice', () => {
  it('shows beforehand what changes and writes nothing, then writes it and lists every plan', async () => {
    const { plan, get, post, kept } = await site();
    expect(await get('?holiday=2027-tet')).toMatch(/value="2027-tet" selected/);
    const looked = await post({ ...TET, step: 'look' });
    expect([looked.status, looked.text.includes('Xem trước, chưa ghi.')]).toEqual([200, true]);
    expect(looked.text).toContain(plan.period.name);
    expect(await kept()).toEqual([]);
    const entered = await post({ ...TET, step: 'enter' });
    expect([entered.status, entered.text.includes('Đã ghi')]).toEqual([200, true]);
    expect(entered.text).toContain('Thông báo số 6150/TB-BNV, ngày 12/12/2026');
    expect(entered.text).toContain(plan.period.name);
    expect(entered.text).toContain('Thứ Năm 04/02/2027');
    expect(await kept()).toMatchObject([{ key: '2027-tet', status: 'official', from: '2027-02-05' }]);
    expect((await post({ ...TET, step: 'enter' })).text).toContain('Không kỳ trực nào đổi theo.');
  });

  it('tells every fault beside its field, keeps what was typed and writes nothing', async () => {
    const { post, kept } = await site();
    const { status, text } = await post({
      ...TET,
      number: '',
      date: '1/13/2026',
      to: '31/02/2027',
      step: 'enter',
    });
    expect(status).toBe(422);
    for (const field of ['number', 'date', 'to']) expect(text).toContain(`id="fault-${field}"`);
    expect(text).toContain('value="31/02/2027"');
    expect(await kept()).toEqual([]);
  });

  it('is where home leads while the dates are a guess', async () => {
    const { path, home } = await site();
    expect((await home()).replaceAll('&#x3D;', '=')).toContain(`${path}?holiday=2027-tet`);
  });
});
