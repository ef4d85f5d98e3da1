/** A long roster a month at a time, beginning with today; and the head that says which printed numbers are old. */

import { describe, expect, it } from 'vitest';
import { removeStaffMember } from '../../../src/app/staff/remove-staff-member.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { saveStaff } from '../../../src/store/staff-store.ts';
import { loaded, published, seat, withoutRules } from '../../app/sample-app.ts';
import { openSite } from '../site/site.ts';

const DAY_MS = 86_400_000;

async function site(days: number) {
  const { app, key, plan } = await loaded((source) => {
    const { start } = source.period.span;
    const span = { start, end: (start + days * DAY_MS) as Instant };
    return { ...withoutRules(source), period: { ...source.period, span }, pins: [] };
  });
  await published(app, key, [seat(plan, 0, 0), seat(plan, plan.shifts.length - 1, 1)]);
  const { url } = await openSite(app, {});
  const get = async (path = '') => {
    const text = await (await fetch(`${url}/periods/${key.periodId}${path}`)).text();
    return text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  };
  const months = (text: string) => [
    ...new Set([...text.matchAll(/id="day-(\d{4}-\d\d)/g)].map(([, month]) => month)),
  ];
  return { app, key, plan, get, months };
}

describe('a roster of many months', () => {
  it('opens at the month of today, and leads to the months beside it', async () => {
    const { app, get, months } = await site(120);
    app.setClock('2027-03-20T08:00');
    const today = await get();
    expect(months(today)).toEqual(['2027-03']);
    expect(today).toContain('?month=2027-02');
    expect(today).toContain('?month=2027-04');
    expect(today).toContain('?month=2027-03#day-2027-03-20');
    const first = await get('?month=2027-02');
    expect([months(first), first.includes('month=2027-01')]).toEqual([['2027-02'], false]);
    expect(months(await get('?month=nonsense'))).toEqual(['2027-03']);
    app.setClock('2027-01-02T08:00');
    expect(months(await get())).toEqual(['2027-02']);
    app.setClock('2029-01-02T08:00');
    expect(months(await get())).toEqual(['2027-06']);
  });

  it('shows what is wrong in any month, with the way there', async () => {
    const { app, key, plan, get } = await site(120);
    app.setClock('2027-03-20T08:00');
    const staffId = plan.staff[1]?.id ?? '';
    await removeStaffMember(app, { unitId: key.unitId, staffId, actor: 'ha' });
    const text = await get();
    expect(text).toMatch(/href="\?month=2027-06#shift-/);
    expect(text).toContain('Đã rời danh sách, còn đứng trên bảng');
    expect(await get('/people')).toContain('month=2027-04');
  });

  it('is shown whole when it is short', async () => {
    const { get, months } = await site(30);
    const text = await get();
    expect([months(text).length, text.includes('month-nav')]).toEqual([2, false]);
  });
});

describe('a version printed with numbers that are others today', () => {
  it('says whose, on the newest and on one that was replaced', async () => {
    const { app, key, plan, get } = await site(10);
    await published(app, key, [seat(plan, 0, 0)]);
    expect(await get()).not.toContain('số máy cũ');
    const [member] = plan.staff;
    if (!member) throw new Error('the sample has people');
    await saveStaff(app.db, key.unitId, [{ ...member, phone: '0900 111 222' }]);
    const newest = await get();
    expect(newest).toContain(`Bản 2 in ra với số máy cũ của ${member.name}`);
    expect(newest).toContain('0900 111 222');
    const first = await get('?version=1');
    expect(first).toContain(`Bản 1 in với số máy cũ của ${member.name}`);
    expect(first).not.toContain('0900 111 222');
  });
});
