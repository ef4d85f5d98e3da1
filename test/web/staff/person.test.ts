/** One person's page: leave and wishes on the calendar, taking part in periods, shifts and memory, account. */

import { afterEach, describe, expect, it } from 'vitest';
import type { StaffMember } from '../../../src/domain/staff.ts';
import { listLines } from '../../../src/store/availability-store.ts';
import { listParticipants } from '../../../src/store/staff-store.ts';
import { published, seat } from '../../app/sample-app.ts';
import { house, joined } from '../access/access-house.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';

let open: MakingSite | undefined;
afterEach(async () => {
  await open?.site.close();
  open = undefined;
});

async function person() {
  const making = await makingSite();
  open = making;
  const { app, key, plan } = making;
  const member = plan.staff[0] as StaffMember;
  const path = `/units/${key.unitId}/staff/${member.id}`;
  const lines = async () =>
    (await listLines(app.db, key.unitId, { staffIds: [member.id] })).map(({ entry }) => entry);
  return { ...making, member, path, lines };
}

const LEAVE = { kind: 'leave', from: '2027-02-06', to: '2027-02-07', weight: '5', note: 'về quê' };

describe('a person’s page', () => {
  it('shows the weeks of the period in both calendars, and what was entered on them', async () => {
    const { get, post, path, key, lines } = await person();
    const before = (await lines()).length;
    const added = await post(`${path}/leave/add`, { ...LEAVE, period: key.periodId });
    expect(added.location).toBe(`${path}?period=${key.periodId}&done=added`);
    expect(await lines()).toHaveLength(before + 1);
    const { text } = await get(added.location);
    expect(text).toContain('Thứ Bảy 06/02 (mùng 1 tháng Giêng) – Chủ nhật 07/02 (mùng 2 tháng Giêng)');
    expect(text).toMatch(/aria-label="Ghi cho Thứ Bảy 06\/02 \(mùng 1 tháng Giêng\)">06\/02</);
    expect(text.match(/month-leave/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('puts a night on the day it begins, and takes a line out by its name', async () => {
    const { get, post, path, key, lines } = await person();
    const wish = {
      ...LEAVE,
      kind: 'wish-for',
      from: '2027-02-08',
      to: '',
      startTime: '22:00',
      endTime: '06:00',
    };
    await post(`${path}/leave/add`, { ...wish, period: key.periodId });
    const { text } = await get(path);
    expect(text.match(/muốn trực 22–06/g)).toHaveLength(1);
    const count = (await lines()).length;
    const ref = /name="ref" value="([^"]*wish-for[^"]*)"/.exec(text)?.[1] ?? '';
    await post(`${path}/leave/remove`, { period: key.periodId, ref });
    expect(await lines()).toHaveLength(count - 1);
  });

  it('gives the form back with the fault at its field, and begins with the day that was picked', async () => {
    const { get, post, path, key, lines } = await person();
    const before = await lines();
    const refused = await post(`${path}/leave/add`, { ...LEAVE, to: '2027-02-01', period: key.periodId });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('lại trước từ ngày');
    expect(refused.text).toContain('value="01/02/2027"');
    expect(refused.text).toContain('value="về quê"');
    expect(await lines()).toEqual(before);
    expect((await get(`${path}?day=2027-02-09`)).text).toMatch(/name="from"[^>]*value="09\/02\/2027"/);
  });

  it('takes someone out of a period and in again', async () => {
    const { app, get, post, path, key, member } = await person();
    const inside = async () => (await listParticipants(app.db, key)).some(({ id }) => id === member.id);
    await post(`${path}/periods`, { period: key.periodId, part: 'no' });
    expect(await inside()).toBe(false);
    expect((await get(path)).text).toContain('Người này không thuộc kỳ trực này');
    // Leave is the person's own: it needs no period.
    const added = await post(`${path}/leave/add`, { ...LEAVE, period: key.periodId });
    expect(added.status).toBe(303);
    await post(`${path}/periods`, { period: key.periodId, part: 'yes' });
    expect(await inside()).toBe(true);
    expect((await post(`${path}/periods`, { period: 'none', part: 'yes' })).status).toBe(404);
  });

  it('lists published shifts with both calendars, and the ledger by year', async () => {
    const { app, key, plan, get, path } = await person();
    await published(app, key, [seat(plan, 0, 0)]);
    const { text } = await get(path);
    expect(text).toContain('Ca trong lịch đã công bố');
    expect(text).toMatch(
      /<tr class="person-ahead"><th scope="row">[^<]+\/2027 <span class="quiet">[^<]*Chạp/,
    );
    expect(text).toMatch(/<th scope="row">2027<\/th>/);
  });

  it('answers not found for who is not there', async () => {
    const { get, key } = await person();
    expect((await get(`/units/${key.unitId}/staff/nobody`)).status).toBe(404);
  });
});

describe('with accounts, a person’s page', () => {
  it('offers administrators an invitation for this very person', async () => {
    const { host, key, plan } = await house();
    const member = plan.staff[0] as StaffMember;
    const { html } = await host.get(`/units/${key.unitId}/staff/${member.id}`);
    expect(html).toContain('Người này chưa có tài khoản');
    expect(html).toContain(`name="staff" value="${member.id}"`);
    const link = await host.post(`/units/${key.unitId}/invitations`, {
      role: 'technician',
      staff: member.id,
    });
    expect(link.html).toMatch(/\/join\/[\w-]{43}/);
  });

  it('is read by approvers, changed by makers only, and closed to technicians', async () => {
    const home = await house();
    const { key, plan } = home;
    const path = `/units/${key.unitId}/staff/${plan.staff[0]?.id}`;
    const approver = await joined(home, 'approver');
    const page = await approver.get(path);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Sửa thông tin');
    expect(page.html).not.toContain('leave/add');
    expect((await approver.post(`${path}/leave/add`, { ...LEAVE, period: key.periodId })).status).toBe(403);
    expect((await (await joined(home, 'technician')).get(path)).status).toBe(403);
  });

  it('erases who left, after the password, and never who is on the list', async () => {
    const { app, host, key, plan } = await house();
    const member = plan.staff.at(-1) as StaffMember;
    const path = `/units/${key.unitId}/staff/${member.id}`;
    await host.get(path);
    expect((await host.post(`${path}/erase`)).status).toBe(409);
    await host.post(`${path}/remove`);
    app.setClock('2027-01-20T08:30');
    await host.get(`/units/${key.unitId}/staff`);
    expect((await host.post(`${path}/erase`)).location).toContain('/account/prove');
  });
});
