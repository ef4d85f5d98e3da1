/** What stands for a unit, by pages: differences told in sentences, taken back with a touch, kept for the unit; months made with a press. */

import { afterEach, describe, expect, it } from 'vitest';
import { addAvailability } from '../../../src/app/availability/add-availability.ts';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { openStanding } from '../../../src/app/standing/open-standing.ts';
import { saveStandingPart, standingStamp } from '../../../src/app/standing/save-standing.ts';
import { writtenPost } from '../../../src/input/unit-file.ts';
import { findPeriod } from '../../../src/store/period-store.ts';
import { at, published, seat } from '../../app/sample-app.ts';
import { house, joined } from '../access/access-house.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { formIn, typed } from './setup-form.ts';

let open: MakingSite | undefined;
afterEach(async () => {
  await open?.site.close();
  open = undefined;
});

async function opened(): Promise<MakingSite> {
  open = await makingSite();
  return open;
}

async function nightFrom21({ app, key }: MakingSite): Promise<void> {
  const { standing } = await openStanding(app, key.unitId);
  const written = standing.posts.map((post) => {
    const plain = writtenPost(post);
    const patterns = plain.patterns.map((each) =>
      each.id === 'dem' && post.id === 'may-chu' ? { ...each, start: '21:00', hours: 9 } : each,
    );
    return { ...plain, patterns };
  });
  const seen = standingStamp(standing, 'posts');
  const by = { actor: 'ha' };
  const saved = await saveStandingPart(app, { unitId: key.unitId, part: 'posts', written, seen, by });
  expect(saved).toEqual({ saved: true });
}

describe('a period beside its unit', () => {
  it('says where it differs, takes it back with a touch, and asks before anything falls away', async () => {
    const making = await opened();
    const { app, key, get, post, page } = making;
    expect((await get(`${page}/posts`)).text).not.toContain('Lấy như đơn vị');
    await nightFrom21(making);
    const { text } = await get(`${page}/posts`);
    expect(text).toContain('1 chỗ khác với đơn vị');
    expect(text).toContain('Ca Đêm (Trực máy chủ và cổng dịch vụ công): 21–06 ở đơn vị, 22–06 ở kỳ này.');
    const ref = 'pattern/may-chu/dem';
    const taken = await post(`${page}/standing`, { part: 'posts', ref });
    expect([taken.status, taken.location]).toEqual([303, `${page}/posts?done=saved`]);
    const night = (await getCase(app, key)).posts
      .find(({ id }) => id === 'may-chu')
      ?.patterns.find(({ id }) => id === 'dem');
    expect(night).toMatchObject({ start: '21:00', durationMinutes: 540 });
    expect((await post(`${page}/standing`, { part: 'x', ref })).status).toBe(422);
  });

  it('says of rules only what was changed, not what a form writes in another order', async () => {
    const { get, post, page } = await opened();
    const rules = `${page}/rules`;
    const shown = (await get(rules)).text;
    expect(shown).not.toContain('Lấy như đơn vị');
    expect((await post(rules, typed(formIn(shown, rules), { step: 'save' }))).status).toBe(303);
    expect((await get(rules)).text).not.toContain('Lấy như đơn vị');
  });

  it('is kept for the unit, whose page then tells which other periods differ and gives it to them', async () => {
    const making = await opened();
    const { key, get, post, page } = making;
    await nightFrom21(making);
    const unit = `/units/${key.unitId}/standing`;
    expect((await get(unit)).text).toContain('1 chỗ khác về vị trí');
    const kept = await post(`${page}/standing`, { part: 'posts', keep: 'yes' });
    expect(kept.location).toBe(`${unit}?done=kept`);
    expect((await get(kept.location)).text).toContain('Mọi kỳ chưa công bố đều như đơn vị.');
  });
});

describe('a new period', () => {
  it('of a month is proposed by its name and days, and made with a press as the unit stands', async () => {
    const { app, key, get, post } = await opened();
    const { text } = await get('/periods/new');
    for (const name of ['Tháng 2/2027', 'Tháng 3/2027', 'Quý II/2027', 'Năm 2028']) {
      expect(text).toContain(`<strong>${name}</strong>`);
    }
    const asked = await get('/periods/new?stretch=2027-03');
    expect(asked.text).toMatch(/name="from-0"[^>]*value="01\/03\/2027"/);
    expect(asked.text).toMatch(/name="to-0"[^>]*value="31\/03\/2027"/);
    expect(asked.text).toContain('value="Tháng 3/2027"');
    const source = await getCase(app, key);
    const form = new URLSearchParams({
      unit: key.unitId,
      stretch: '2027-03',
      origin: '*',
      name: 'Tháng 3/2027',
      start: '06:00',
      'from-0': '2027-03-01',
      'to-0': '2027-03-31',
    });
    for (const each of source.posts) form.append('post', each.id);
    for (const each of source.staff) form.append('person', each.id);
    const made = await post('/periods/new', [...form]);
    expect(made.location).toBe('/periods/thang-3-2027/prepare');
    const march = { unitId: key.unitId, periodId: 'thang-3-2027' };
    expect((await getCase(app, march)).posts).toEqual(source.posts);
    // The next one starts from it.
    expect((await get('/periods/new?stretch=2027-04')).text).toMatch(
      /<option value="thang-3-2027" selected>/,
    );
  });

  it('until lifted asks for its first day alone and is planned a week on', async () => {
    const { app, key, get, post } = await opened();
    const { text } = await get('/periods/new?open=yes');
    expect(text).toContain('Trực tăng cường từ 21/01/2027');
    expect(text).not.toContain('name="to-0"');
    const source = await getCase(app, key);
    const form = new URLSearchParams({ unit: key.unitId, open: 'yes', origin: '*', name: 'Tăng cường' });
    form.set('start', '06:00');
    form.set('from-0', '2027-03-01');
    for (const each of source.posts) form.append('post', each.id);
    for (const each of source.staff) form.append('person', each.id);
    expect((await post('/periods/new', [...form])).location).toBe('/periods/tang-cuong/prepare');
    expect(await findPeriod(app.db, { unitId: key.unitId, periodId: 'tang-cuong' })).toMatchObject({
      untilLifted: true,
      span: { start: at('2027-03-01T06:00'), end: at('2027-03-08T06:00') },
    });
  });
});

describe('a colleague’s leave', () => {
  it('is seen by who decides, and by no technician and no reader, on no page of a roster', async () => {
    const home = await house();
    const { app, key, plan } = home;
    const [away] = plan.staff;
    const shift = plan.shifts[0];
    if (!away || !shift) throw new Error('the sample has people and shifts');
    const form = { kind: 'leave', to: '', startTime: '', endTime: '', post: '', weight: '', note: 'ốm' };
    const by = { actor: 'ha' };
    await addAvailability(app, { ...key, staffId: away.id, form: { ...form, from: shift.day }, by });
    await published(app, key, [seat(plan, plan.shifts.length - 1, 1)]);
    for (const [role, sees] of [
      ['approver', true],
      ['technician', false],
      ['reader', false],
    ] as const) {
      const browser = await joined(home, role);
      const { html } = await browser.get(`/periods/${key.periodId}/people`);
      expect([role, html.includes('class="leave"')]).toEqual([role, sees]);
    }
  });
});
