/** Units on pages: the first one after the first account, further ones, settings, and what to do first. */

import { describe, expect, it } from 'vitest';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { saveStaffMember } from '../../../src/app/staff/save-staff-member.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { ACTIONS } from '../../../src/domain/permission.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { findDraft, saveNextDraft } from '../../../src/store/draft-store.ts';
import { findLastResort, findUnit, listUnits } from '../../../src/store/unit-store.ts';
import { sampleApp, seat } from '../../app/sample-app.ts';
import { HOST, house, joined } from '../access/access-house.ts';
import { Browser, openAccessSite } from '../access/access-site.ts';

const FORM = {
  name: ' Trung tâm Công nghệ số  Đồng Mai ',
  parentName: 'Sở Khoa học',
  place: 'Đồng Mai',
  zone: 'Asia/Ho_Chi_Minh',
};

async function firstRun() {
  const app = await sampleApp();
  const site = await openAccessSite(app);
  const browser = new Browser(site);
  const code = (await openSetup(app)) ?? '';
  const set = await browser.post('/setup', { ...HOST, code });
  return { app, site, browser, set };
}

describe('the first unit', () => {
  it('is made right after the first account, then the home page tells what to do first', async () => {
    const { app, browser, set } = await firstRun();
    expect(set.location).toBe('/units/new');
    const page = await browser.get('/units/new');
    expect(page.html).toContain('Đơn vị của bạn');
    expect((await browser.get('/')).html).toContain('Tạo đơn vị');
    await browser.get('/units/new');
    const made = await browser.post('/units/new', FORM);
    expect(made.location).toBe('/');
    expect(await listUnits(app.db)).toEqual([
      {
        id: 'trung-tam-cong-nghe-so-dong-mai',
        name: 'Trung tâm Công nghệ số Đồng Mai',
        parentName: 'Sở Khoa học',
        place: 'Đồng Mai',
        zone: 'Asia/Ho_Chi_Minh',
      },
    ]);
    const home = (await browser.get('/')).html;
    expect(home).toContain('Ba bước đầu của Trung tâm Công nghệ số Đồng Mai');
    expect(home).toMatch(/first-current.*?Nhân sự.*?staff\/import/s);
  });

  it('is ticked off step by step', async () => {
    const { app, browser } = await firstRun();
    await browser.get('/units/new');
    await browser.post('/units/new', FORM);
    const [unit] = await listUnits(app.db);
    const form = { name: 'An Văn Một' };
    await saveStaffMember(app, { unitId: unit?.id ?? '', form, actor: 'cli' });
    const home = (await browser.get('/')).html;
    expect(home).toContain('1 người trong danh sách.');
    expect(home).toMatch(/first-current.*?Kỳ trực và vị trí.*?\/periods\/new/s);
  });

  it('gives the form back with every fault', async () => {
    const { app, browser } = await firstRun();
    await browser.get('/units/new');
    const refused = await browser.post('/units/new', { ...FORM, name: '123', zone: 'Hà Nội' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Cần ghi tên đơn vị bằng chữ');
    expect(refused.html).toContain('Không có múi giờ “Hà Nội”');
    expect(refused.html).toContain('value="Sở Khoa học"');
    expect(await listUnits(app.db)).toEqual([]);
  });

  it('gets a code of its own beside another of nearly the same name', async () => {
    const { app, browser } = await firstRun();
    await browser.get('/units/new');
    await browser.post('/units/new', FORM);
    await browser.get('/units/new');
    const second = await browser.post('/units/new', { ...FORM, name: 'Trung tâm công nghệ số Đông Mai' });
    expect(second.location).toBe('/units/trung-tam-cong-nghe-so-dong-mai-2/settings?done=made');
    await browser.get('/units/new');
    const same = await browser.post('/units/new', FORM);
    expect(same.html).toContain('Đã có đơn vị tên này');
    expect(await listUnits(app.db)).toHaveLength(2);
  });
});

describe('a unit’s settings', () => {
  it('are changed by its administrators, recorded, and leave rosters as they are', async () => {
    const { app, key, plan, host } = await house();
    const roster = { periodId: key.periodId, assignments: [seat(plan, 0, 0)] };
    const certificate = { score: { hard: 0, cover: 0, soft: 1 }, proven: true, seed: 1 };
    await saveNextDraft(app.db, key, { roster, revision: 2, updatedAt: app.clock(), certificate });
    const path = `/units/${key.unitId}/settings`;
    await host.get(path);
    const wrong = await host.post(path, { ...FORM, lastResort: 'gọi anh Ba' });
    expect([wrong.status, wrong.html.includes('value="gọi anh Ba"')]).toEqual([422, true]);
    await host.post(path, { ...FORM, lastResort: '0900 000 114' });
    expect(await findLastResort(app.db, key.unitId)).toBe('0900 000 114');
    expect((await host.get(path)).html).toContain('value="0900 000 114"');
    const saved = await host.post(path, { ...FORM, callNote: 'Gọi trực lãnh đạo trước.' });
    expect(await findLastResort(app.db, key.unitId)).toBe('0900 000 114');
    expect(saved.location).toBe(`${path}?done=saved`);
    expect(await findUnit(app.db, key.unitId)).toMatchObject({
      id: key.unitId,
      name: 'Trung tâm Công nghệ số Đồng Mai',
      callNote: 'Gọi trực lãnh đạo trước.',
    });
    expect((await findDraft(app.db, key))?.certificate).toEqual(certificate);
    expect((await listAudit(app.db, { unitId: key.unitId }, 1))[0]?.action).toBe('unit.edit');
    await host.get(path);
    await host.post(path, { ...FORM, zone: 'UTC' });
    expect((await findDraft(app.db, key))?.certificate).toBeUndefined();
  });

  it('tell who may do what, row by row as the permission table has it', async () => {
    const { key, host } = await house();
    const { html } = await host.get(`/units/${key.unitId}/settings`);
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)];
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThanOrEqual(ACTIONS.length);
    const leave = rows.find(([, label]) => label === 'Ghi nghỉ phép, nguyện vọng')?.[2] ?? '';
    expect([...leave.matchAll(/Được|Của mình|Không/g)].map(String)).toEqual([
      'Được',
      'Được',
      'Của mình',
      'Của mình',
      'Không',
    ]);
  });

  it('are closed to managers', async () => {
    const home = await house();
    const manager = await joined(home, 'manager');
    const { status } = await manager.get(`/units/${home.key.unitId}/settings`);
    expect(status).toBe(403);
    expect((await manager.get('/units/new')).status).toBe(403);
  });
});

describe('what runs on the same database', () => {
  it('is told to operators, with version, since when and when it was last heard from', async () => {
    const { app, host } = await house();
    const now = app.clock();
    const times = { since: (now - 3_600_000) as Instant, heardAt: (now - 1_200) as Instant };
    const processes = [
      { id: 'truc-a-1f2e3d', kind: 'serve', version: '0.2.0', isFirst: true, ...times },
      { id: 'xep-b-9a8b7c', kind: 'worker', version: '0.2.1', isFirst: false, ...times },
    ] as const;
    const running = () => Promise.resolve({ processes, waitingSearches: 3 });
    const shared = new Browser(await openAccessSite(app, undefined, 'accounts', { running }));
    shared.cookie = host.cookie;
    const { html } = await shared.get('/units');
    expect(html).toContain('3 lần xếp lịch đang chờ');
    expect(html).toMatch(/truc-a-1f2e3d.*Trả lời trang, làm việc nền.*0\.2\.0.*07:00.*1 giây trước/s);
    expect(html).toMatch(/xep-b-9a8b7c.*Chỉ xếp lịch.*0\.2\.1/s);
    expect((await host.get('/units')).html).not.toContain('Máy đang chạy');
  });
});
