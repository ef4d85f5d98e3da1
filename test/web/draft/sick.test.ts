/** A call in sick on a phone: replaced in one touch, taken back, refused when someone else was quicker, on to publishing. */

import { describe, expect, it } from 'vitest';
import { makingSite } from './making-site.ts';

/** As a browser reads an address or a value out of a page. */
function plain(html: string): string {
  return html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}

async function nightBefore() {
  const making = await makingSite('tet-2027-province');
  await making.generate();
  const { post, get, page, app } = making;
  const published = await post(`${page}/publish`, { revision: '1', note: 'Bản đầu', reason: 'đủ' });
  expect(published.status).toBe(303);
  app.setClock('2027-02-05T20:00');
  const home = await get('/');
  expect(home.text).toContain(`${page}/sick`);
  const first = await get(`${page}/sick`);
  const staff = decodeURIComponent(/sick\?staff=([^"]+)"/.exec(plain(first.text))?.[1] ?? '');
  const shown = await get(`${page}/sick?staff=${encodeURIComponent(staff)}`);
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(plain(shown.text))?.[1] ?? '';
  const form = { staff, seat: field('seat'), seen: field('seen'), choice: field('choice') };
  return { ...making, staff, form, path: `${page}/sick` };
}

describe('a call in sick', () => {
  it('is answered in one touch, and leads to publishing with the reason written down', async () => {
    const { post, get, form, staff, path, page } = await nightBefore();
    const done = await post(path, form);
    expect([done.status, done.location]).toEqual([303, `${path}?staff=${encodeURIComponent(staff)}`]);
    const after = await get(done.location);
    expect(after.text).toContain('Xem lại và công bố bản 2');
    const publish = /href="([^"]*\/publish\?note=[^"]*)"/.exec(plain(after.text))?.[1] ?? '';
    const last = await get(publish);
    expect(last.text).toContain('báo ốm');
    expect(last.text).toContain('1 ca đổi người');
    const undone = await post(path, { staff, choice: 'undo' });
    expect(undone.status).toBe(303);
    expect((await get(undone.location)).text).not.toContain('công bố bản 2');
    expect((await get(`${page}/publish`)).text).toContain('0 ca đổi người');
  });

  it('says who sits there when someone else was quicker, and refuses a choice that is none', async () => {
    const { post, form, path } = await nightBefore();
    await post(path, form);
    const late = await post(path, form);
    expect(late.status).toBe(409);
    expect(late.text).toContain('role="alert"');
    expect((await post(path, { ...form, choice: 'nothing' })).status).toBe(400);
  });
});
