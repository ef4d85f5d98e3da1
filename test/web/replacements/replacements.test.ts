/** Published seats given to others from pages: after a call in sick, for who left, refused when someone was quicker, judged afterwards. */

import { describe, expect, it } from 'vitest';
import { saveDutyFlow } from '../../../src/app/periods/save-duty-flow.ts';
import { listSeatsInNeed } from '../../../src/app/replacements/seats-in-need.ts';
import { removeStaffMember } from '../../../src/app/staff/remove-staff-member.ts';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { showNewestVersions } from '../../../src/app/versions/todays-versions.ts';
import { coverOfVersion } from '../../../src/output/roster/seats.ts';
import { listLines } from '../../../src/store/availability-store.ts';
import { swapUnit } from '../../app/swaps/swap-site.ts';
import { openSite } from '../site/site.ts';

async function site() {
  const unit = await swapUnit('urgent-72h', '2027-03-12T16:00');
  const { app, key, version } = unit;
  const opened = await openSite(app, {});
  const get = async (path: string) => {
    const response = await fetch(opened.url + path);
    return { status: response.status, text: (await response.text()).replaceAll('&#x3D;', '=') };
  };
  const post = async (path: string, form: Record<string, string>) => {
    const response = await fetch(opened.url + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
      headers: { Origin: opened.url },
    });
    const location = response.headers.get('location') ?? '';
    return { status: response.status, text: await response.text(), location };
  };
  const page = `/units/${key.unitId}`;
  const replace = `/periods/${key.periodId}/replace`;
  /** A coming seat that somebody can take, and who could. */
  const open = async () => {
    for (const { shiftId, staffId, place } of version.roster.assignments.toReversed()) {
      const seat = `${shiftId}@${place}`;
      const shown = await get(`${replace}?${new URLSearchParams({ seat })}`);
      const to = /name="to" value="([^"]+)"/.exec(shown.text)?.[1];
      if (to !== undefined) return { seat, from: staffId, to, text: shown.text };
    }
    throw new Error('nobody can take anything');
  };
  const nameOf = (id: string) => version.plan.staff.find((each) => each.id === id)?.name ?? '';
  const remove = (staffId: string) => removeStaffMember(app, { unitId: key.unitId, staffId, actor: 'ha' });
  return { ...unit, get, post, page, replace, open, nameOf, remove };
}

describe('the replacement page', () => {
  it('gives the seat to another, publishes it and says what was done', async () => {
    const { app, key, version, get, post, page, replace, open, nameOf } = await site();
    const { text: _text, ...form } = await open();
    const done = await post(replace, form);
    expect([done.status, done.location]).toEqual([
      303,
      expect.stringContaining(`${page}/replacements?done=`),
    ]);
    const told = await get(done.location);
    expect(told.text).toContain(`${nameOf(form.to)} thay ${nameOf(form.from)}`);
    expect(told.text).toContain(`đã công bố bản ${version.number + 1}`);
    const after = await findVersion(app, key);
    expect(after?.note).toContain(`${nameOf(form.to)} thay ${nameOf(form.from)}`);
    expect(
      after?.roster.assignments.map(({ shiftId, place, staffId }) => `${shiftId}@${place} ${staffId}`),
    ).toContain(`${form.seat} ${form.to}`);
    // Someone else's page, opened before.
    const late = await post(replace, form);
    expect([late.status, late.text.includes('Ghế này vừa đổi người')]).toEqual([409, true]);
  });

  it('offers nobody who left, and answers a seat that is none with 404', async () => {
    const { get, replace, open, nameOf, remove } = await site();
    const { seat, to, text } = await open();
    expect(text).toContain(nameOf(to));
    await remove(to);
    const after = await get(`${replace}?${new URLSearchParams({ seat })}`);
    expect(after.text).not.toContain(nameOf(to));
    for (const wrong of ['', 'nothing', 'nothing@0', 'x@y']) {
      expect((await get(`${replace}?${new URLSearchParams({ seat: wrong })}`)).status).toBe(404);
    }
  });

  it('waits for a word afterwards; refused with a reason, the seat is in need of someone else again', async () => {
    const { app, key, get, post, page, replace, open } = await site();
    const flow = { approveSwaps: true, leaveWaits: true, approvePublishing: true };
    await saveDutyFlow(app, { unitId: key.unitId, flow, actor: 'ha' });
    const { text: _text, ...form } = await open();
    const done = await post(replace, form);
    const id = new URL(done.location, 'http://x').searchParams.get('done') ?? '';
    expect((await get('/')).text).toContain('chờ duyệt');
    const all = `${page}/replacements`;
    const silent = await post(all, { id, decision: 'refuse', reason: ' ' });
    expect([silent.status, silent.text.includes('Cần ghi lý do')]).toEqual([422, true]);
    expect((await post(all, { id, decision: 'maybe' })).status).toBe(422);
    expect((await post(all, { id, decision: 'refuse', reason: 'đã có lịch họp' })).status).toBe(303);
    expect((await post(all, { id, decision: 'approve' })).status).toBe(409);
    const { seats } = await listSeatsInNeed(app, { unitId: key.unitId });
    expect(
      seats.map(({ duty, place, reason }) => [`${duty.seat.shiftId}@${place}`, duty.staffId, reason]),
    ).toEqual([[form.seat, form.to, 'refused']]);
    expect((await get(all)).text).toContain('người duyệt không đồng ý');
  });

  it('leads to the draft where the unit wants it approved first', async () => {
    const { app, key, get, page, replace, open } = await site();
    const { seat } = await open();
    const flow = { approveSwaps: true, leaveWaits: true, approvePublishing: true, replaceAtOnce: false };
    await saveDutyFlow(app, { unitId: key.unitId, flow, actor: 'ha' });
    const shown = await get(`${replace}?${new URLSearchParams({ seat })}`);
    expect(shown.text).toContain(`/periods/${key.periodId}/draft`);
    expect(shown.text).not.toContain('name="to"');
    expect((await get(`${page}/replacements`)).status).toBe(200);
  });
});

describe('a call in sick', () => {
  it('enters leave without a reason, and the seats of those days are in need', async () => {
    const { app, key, version, get, post, page } = await site();
    const [first] = version.roster.assignments;
    const staff = first?.staffId ?? '';
    expect((await get(`${page}/sick`)).text).toContain(`<option value="${staff}"`);
    const entered = await post(`${page}/sick`, { staff, days: '7' });
    expect([entered.status, entered.location]).toEqual([303, `${page}/sick?staff=${staff}&done=leave`]);
    const lines = await listLines(app.db, key.unitId, { staffIds: [staff] });
    expect(lines.map(({ entry, state }) => [entry.kind, entry.note, state])).toEqual([
      ['leave', '', 'granted'],
    ]);
    const { seats } = await listSeatsInNeed(app, { unitId: key.unitId });
    const own = version.roster.assignments.filter(({ staffId }) => staffId === staff);
    expect(seats.map(({ duty, reason }) => [duty.staffId, reason])).toEqual(own.map(() => [staff, 'leave']));
    expect((await get(entered.location)).text).toContain('Đã ghi nghỉ');
    expect((await post(`${page}/sick`, { staff, days: '400' })).status).toBe(422);
  });

  it('is seen beforehand by who takes someone off the list, and led to afterwards', async () => {
    const { version, get, post, page, nameOf } = await site();
    const staff = version.roster.assignments[0]?.staffId ?? '';
    const seats = version.roster.assignments.filter(({ staffId }) => staffId === staff).length;
    const form = await get(`${page}/staff/${staff}/edit`);
    expect(form.text).toContain(`Còn ${seats} ca đã công bố sắp tới`);
    const removed = await post(`${page}/staff/${staff}/remove`, {});
    expect([removed.status, removed.location]).toEqual([
      303,
      `${page}/replacements?staff=${staff}&done=removed`,
    ]);
    const told = await get(removed.location);
    expect(told.text).toContain(`Đã đưa ${nameOf(staff)} ra khỏi danh sách`);
    expect(told.text.match(/\/replace\?seat=/g)).toHaveLength(seats);
  });

  it('takes their seats off what home, the roster and its faults say is filled', async () => {
    const { app, key, version, get, post, page } = await site();
    const staff = version.roster.assignments[0]?.staffId ?? '';
    const before = (await get(`/periods/${key.periodId}`)).text;
    await post(`${page}/sick`, { staff, days: '7' });
    const [shown] = await showNewestVersions(app, key.unitId);
    if (!shown) throw new Error('it is published');
    const { filled, needed } = coverOfVersion(shown);
    expect(filled).toBeLessThan(needed);
    expect((await get('/')).text).toContain(`>${filled}/${needed}</td>`);
    const roster = (await get(`/periods/${key.periodId}`)).text;
    expect(roster).toContain(`${filled}/${needed}`);
    expect([before, roster].map((text) => text.includes('Nghỉ từ sau khi công bố'))).toEqual([false, true]);
    expect(roster).toContain(`${page}/replacements?staff=${staff}`);
  });

  it('lists who left the staff list as well, and home stops counting their seats', async () => {
    const { version, get, page, remove, nameOf } = await site();
    // Their shift has no one to spare.
    const lone = version.plan.shifts.find(({ id, cover }) => {
      const held = version.roster.assignments.filter(({ shiftId }) => shiftId === id);
      return held.length === cover.minimum;
    });
    const staff = version.roster.assignments.find(({ shiftId }) => shiftId === lone?.id)?.staffId ?? '';
    const seats = version.roster.assignments.filter(({ staffId }) => staffId === staff).length;
    const filled = version.plan.shifts.map(({ id, cover }) => {
      const held = version.roster.assignments.filter((each) => each.shiftId === id && each.staffId !== staff);
      return Math.min(cover.minimum, held.length);
    });
    await remove(staff);
    const home = (await get('/')).text;
    const needed = version.plan.shifts.reduce((sum, { cover }) => sum + cover.minimum, 0);
    const total = filled.reduce((sum, count) => sum + count, 0);
    expect(total).toBeLessThan(needed);
    expect(home).toContain(`>${total}/${needed}</td>`);
    expect(home).toContain(`${nameOf(staff)} đã rời danh sách`);
    const sick = (await get(`${page}/sick`)).text;
    expect(sick).toContain('Đã rời danh sách, còn ca đã công bố');
    const own = (await get(`${page}/sick?staff=${staff}`)).text;
    expect(own.match(/\/replace\?seat=/g)).toHaveLength(seats);
    expect(own).not.toContain('name="days"');
  });
});
