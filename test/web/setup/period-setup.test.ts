/** New periods, from nothing and from an earlier one, and a period's own settings, over HTTP. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { getCase } from '../../../src/app/periods/get-case.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import { listPeriods } from '../../../src/app/periods/list-periods.ts';
import { VIETNAM } from '../../../src/calendar/zone.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { saveUnit } from '../../../src/store/unit-store.ts';
import { at } from '../../app/sample-app.ts';
import { house, joined } from '../access/access-house.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';
import { formIn, typed } from './setup-form.ts';

async function opened(name?: string): Promise<MakingSite> {
  const making = await makingSite(name);
  onTestFinished(() => making.site.close());
  return making;
}

const NEW_UNIT = 'vien-nghien-cuu';

/** A unit that has people and nothing else. */
async function bareUnit(): Promise<MakingSite> {
  const making = await opened('tet-2027-province');
  await saveUnit(making.app.db, { id: NEW_UNIT, name: 'Viện Nghiên cứu Sông Lam', zone: VIETNAM });
  await saveStaff(making.app.db, NEW_UNIT, making.source.staff);
  return making;
}

const NEW = '/periods/new';

describe('a new period from nothing', () => {
  it('is made of a holiday, templates, a profile and the unit’s people', async () => {
    const { app, get, post } = await bareUnit();
    const { text } = await get(`${NEW}?unit=${NEW_UNIT}&holiday=2027-tet`);
    expect(text).toContain('Tết Đinh Mùi 2027: Lịch nghỉ còn tạm tính.');
    expect(text).toContain('Thứ Năm, 28 tháng Chạp<');
    const form = formIn(text, NEW);
    expect(form.getAll('person')).toHaveLength(28);
    const made = await post(
      NEW,
      typed(form, {
        template: ['leader', 'watch-2x12'],
        profile: 'labour-code',
        wishesUntil: '2027-01-20T17:00',
        submitBy: '2027-01-29T17:00',
      }),
    );
    expect(made.location).toBe('/periods/tet-dinh-mui-2027/prepare');
    const key = { unitId: NEW_UNIT, periodId: 'tet-dinh-mui-2027' };
    const source = await getCase(app, key);
    expect(source.period).toMatchObject({
      name: 'Tết Đinh Mùi 2027',
      span: { start: at('2027-02-04T06:00'), end: at('2027-02-11T06:00') },
      holidays: ['2027-tet'],
      wishesUntil: at('2027-01-20T17:00'),
      submitBy: at('2027-01-29T17:00'),
    });
    expect(source.posts.map(({ name, skills }) => [name, skills])).toEqual([
      ['Trực lãnh đạo', ['lãnh đạo']],
      ['Giám sát an toàn thông tin', ['giám sát']],
    ]);
    expect(source.ruleSet.profile).toBe('labour-code');
    expect((await getPlan(app, key)).shifts).toHaveLength(7 + 14);
    expect((await get(made.location)).status).toBe(200);
    const [entry] = await listAudit(app.db, { unitId: NEW_UNIT }, 1);
    expect(entry).toMatchObject({ action: 'period.create', subject: 'tet-dinh-mui-2027' });
  });

  /** The same people as an office's own list has them: titles and departments, no skills. */
  async function titledUnit(): Promise<MakingSite> {
    const making = await bareUnit();
    await saveStaff(
      making.app.db,
      NEW_UNIT,
      making.source.staff.map((member) => ({ ...member, skills: [] })),
    );
    return making;
  }

  it('leaves its posts to whom titles propose, and is searched for at once', async () => {
    const { app, get, post, site } = await titledUnit();
    const { text } = await get(`${NEW}?unit=${NEW_UNIT}&holiday=2027-tet`);
    expect(text).toContain('4 người theo chức danh và phòng: ');
    const form = formIn(text, NEW);
    expect(form.getAll('propose')).toEqual(['leader', 'watch', 'response']);
    const made = await post(NEW, typed(form, { template: ['leader', 'watch-3x8', 'response'], go: 'run' }));
    expect(made.location).toBe('/periods/tet-dinh-mui-2027/run');
    const { posts, staff } = await getCase(app, { unitId: NEW_UNIT, periodId: 'tet-dinh-mui-2027' });
    expect(posts.map(({ skills }) => skills)).toEqual([['lãnh đạo'], ['giám sát'], ['ứng cứu']]);
    const leaders = staff.filter(({ skills }) => skills.includes('lãnh đạo'));
    expect(leaders.map(({ id }) => id).sort()).toEqual(['LG01', 'LG02', 'LG03', 'LG04']);
    await expect.poll(async () => (await fetch(`${site.url}${made.location}`)).status).toBe(200);
  });

  it('says in red before a search which post anyone may be put on, and mends it with one touch', async () => {
    const { app, get, post } = await titledUnit();
    const form = formIn((await get(`${NEW}?unit=${NEW_UNIT}&holiday=2027-tet`)).text, NEW);
    const made = await post(NEW, typed(form, { template: ['leader'], propose: [], go: 'run' }));
    const prepare = '/periods/tet-dinh-mui-2027/prepare';
    expect(made.location).toBe(prepare);
    const told = 'Trực lãnh đạo: cả 28 người đều có thể được xếp vào vị trí này.';
    expect((await get(prepare)).text).toContain(told);
    const proposal = '/periods/tet-dinh-mui-2027/posts/truc-lanh-dao/proposal';
    const accepting = [...formIn((await get(prepare)).text, proposal)];
    expect((await post(proposal, accepting)).location).toBe(prepare);
    expect((await get(prepare)).text).not.toContain(told);
    const { posts, staff } = await getCase(app, { unitId: NEW_UNIT, periodId: 'tet-dinh-mui-2027' });
    expect(posts[0]?.skills).toEqual(['lãnh đạo']);
    expect(staff.filter(({ skills }) => skills.length > 0)).toHaveLength(4);
  });

  it('may serve two holidays at once, each a part of its own', async () => {
    const { app, get, post } = await bareUnit();
    const form = formIn(
      (await get(`${NEW}?unit=${NEW_UNIT}&holiday=2027-tet&holiday=2027-gio-to`)).text,
      NEW,
    );
    const made = await post(NEW, typed(form, { name: 'Hai kỳ' }));
    expect(made.location).toBe('/periods/hai-ky/prepare');
    const { period } = await getCase(app, { unitId: NEW_UNIT, periodId: 'hai-ky' });
    expect(period.holidays).toEqual(['2027-tet', '2027-gio-to']);
    expect(period.parts).toHaveLength(2);
  });

  it('for the next 72 hours begins now, shifts and all', async () => {
    const { app, get, post } = await bareUnit();
    app.setClock('2027-03-12T14:20');
    const form = formIn((await get(`${NEW}?unit=${NEW_UNIT}&urgent=yes`)).text, NEW);
    expect([form.get('from-0'), form.get('start'), form.get('hours')]).toEqual(['12/03/2027', '15:00', '72']);
    const made = await post(NEW, typed(form, {}));
    const periodId = made.location.split('/')[2] ?? '';
    const plan = await getPlan(app, { unitId: NEW_UNIT, periodId });
    expect(plan.period.span).toEqual({ start: at('2027-03-12T15:00'), end: at('2027-03-15T15:00') });
    // Nobody is without a shift in the first hour: the day's shifts were moved to begin then.
    for (const post of plan.posts) {
      const first = plan.shifts.find(({ postId }) => postId === post.id);
      expect([post.id, first?.span.start]).toEqual([post.id, at('2027-03-12T15:00')]);
    }
  });

  it('is refused with every fault and what was typed', async () => {
    const { get, post } = await bareUnit();
    const form = formIn((await get(`${NEW}?unit=${NEW_UNIT}`)).text, NEW);
    for (const name of ['person', 'template']) form.delete(name);
    const refused = await post(
      NEW,
      typed(form, {
        name: 'Đợt “thử”',
        'from-0': '2027-03-10',
        'to-0': '2027-03-08',
        start: 'sáng',
        submitBy: 'mai',
      }),
    );
    expect(refused.status).toBe(422);
    for (const words of [
      'Đợt “thử”',
      'Ngày cuối đang trước',
      '“sáng” không phải giờ',
      'Chưa chọn vị trí',
      'Chưa chọn ai',
      '“mai” không phải ngày giờ',
    ]) {
      expect([words, refused.text.includes(words)]).toEqual([words, true]);
    }
  });

  it('is refused for a unit there is not', async () => {
    const { get } = await bareUnit();
    expect((await get(`${NEW}?unit=none`)).status).toBe(404);
    expect((await get(`${NEW}?unit=${NEW_UNIT}&from=tet-2027`)).status).toBe(404);
  });
});

describe('a new period from an earlier one', () => {
  it('takes its posts, rules and people along', async () => {
    const { app, get, post, key, source } = await opened('tet-2027-province');
    const form = formIn((await get(`${NEW}?holiday=2027-national&from=${key.periodId}`)).text, NEW);
    const made = await post(NEW, typed(form, { post: ['giam-sat'] }));
    expect(made.location).toBe('/periods/quoc-khanh-2-9-2027/prepare');
    const fresh = await getCase(app, { unitId: key.unitId, periodId: 'quoc-khanh-2-9-2027' });
    expect(fresh.posts.map(({ id }) => id)).toEqual(['giam-sat']);
    expect(fresh.ruleSet).toEqual(source.ruleSet);
    expect(fresh.staff).toHaveLength(28);
    expect([fresh.pins, fresh.availability]).toEqual([[], []]);
    const again = await post(NEW, typed(form, { post: ['giam-sat'] }));
    expect(again.location).toBe('/periods/quoc-khanh-2-9-2027-2/prepare');
  });
});

describe('a period’s own settings', () => {
  it('change nothing when what is shown is saved', async () => {
    for (const name of ['tet-2027-province', 'new-year-and-tet-2027']) {
      const { app, get, post, page, key } = await opened(name);
      const before = await getCase(app, key);
      const form = formIn((await get(`${page}/settings`)).text, `${page}/settings`);
      expect((await post(`${page}/settings`, [...form])).location).toBe(`${page}/settings?done=saved`);
      expect(await getCase(app, key)).toEqual(before);
    }
  });

  it('say what falls away when days and people go, and keep what still fits', async () => {
    const { app, get, post, page, key, plan } = await opened('tet-2027-province');
    const form = formIn((await get(`${page}/settings`)).text, `${page}/settings`);
    const pinned = plan.staff.find(({ name }) => name === 'Mai Xuân Hiếu')?.id ?? '';
    const changed = typed(form, {
      name: 'Tết ngắn',
      'end-0': '2027-02-09T06:00',
      person: form.getAll('person').filter((id) => id !== pinned),
      wishesUntil: '2027-01-22T12:00',
    });
    const asked = await post(`${page}/settings`, changed);
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('1 ghim: Mai Xuân Hiếu (Giám sát ATTT, Đêm T6 05/02)');
    expect((await getCase(app, key)).period.name).toBe('Tết Đinh Mùi 2027');
    const agreed = await post(`${page}/settings`, [...formIn(asked.text, `${page}/settings`)]);
    expect(agreed.status).toBe(303);
    const after = await getCase(app, key);
    expect(after.period).toMatchObject({ name: 'Tết ngắn', wishesUntil: at('2027-01-22T12:00') });
    expect([after.staff.length, after.pins.length, after.past.length]).toEqual([27, 0, 3]);
    expect(after.availability.length).toBeGreaterThan(0);
  });

  it('unpin what is unticked', async () => {
    const { app, get, post, page, key } = await opened('tet-2027-province');
    const form = formIn((await get(`${page}/settings`)).text, `${page}/settings`);
    form.delete('pin');
    await post(`${page}/settings`, [...form]);
    expect((await getCase(app, key)).pins).toEqual([]);
  });

  it('refuse with every fault beside its field, and whoever comes second', async () => {
    const { app, get, post, page, key } = await opened('tet-2027-province');
    const path = `${page}/settings`;
    const form = formIn((await get(path)).text, path);
    const refused = await post(
      path,
      typed(form, {
        name: ' ',
        'start-0': '2027-02-12T06:00',
        'start-1': '2027-02-01T06:00',
        'end-1': '',
        person: [],
      }),
    );
    expect(refused.status).toBe(422);
    for (const field of ['name', 'end-0', 'end-1', 'person']) {
      expect([field, refused.text.includes(`id="fault-${field}"`)]).toEqual([field, true]);
    }
    await post(path, typed(form, { name: 'Của người khác' }));
    const late = await post(path, typed(form, { name: 'Của tôi' }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="Của tôi"');
    expect((await getCase(app, key)).period.name).toBe('Của người khác');
  });
});

describe('where people sign in', () => {
  it('a manager makes periods for the own unit alone, whatever unit or period the form names', async () => {
    const home = await house();
    const { app, key, other } = home;
    const manager = await joined(home, 'manager');
    const own = formIn((await manager.get(NEW)).html, NEW);
    expect(own.get('unit')).toBe(key.unitId);
    expect((await manager.get(`${NEW}?unit=${other.unit.id}`)).status).toBe(404);
    const fields = Object.fromEntries(own);
    const periods = async () => (await listPeriods(app)).length;
    const before = await periods();
    expect((await manager.post(NEW, { ...fields, unit: other.unit.id })).status).toBe(404);
    expect((await manager.post(NEW, { ...fields, origin: other.period.id, post: 'x' })).status).toBe(404);
    expect(await periods()).toBe(before);
    expect((await manager.post(NEW, fields)).status).toBe(303);
    expect(await periods()).toBe(before + 1);
    const technician = await joined(home, 'technician');
    expect((await technician.get(NEW)).status).toBe(403);
  });
});
