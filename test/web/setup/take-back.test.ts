/** Taking back by the settings page: what is touched is said, what is published is withdrawn, what nobody saw is deleted. */

import { afterEach, describe, expect, it } from 'vitest';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { withdrawVersion } from '../../../src/app/versions/withdraw-version.ts';
import { findPeriod, saveCededHours } from '../../../src/store/period-store.ts';
import { at, published, publishing, seat } from '../../app/sample-app.ts';
import { type MakingSite, makingSite } from '../draft/making-site.ts';

let open: MakingSite | undefined;
afterEach(async () => {
  await open?.site.close();
  open = undefined;
});

async function opened(): Promise<MakingSite> {
  open = await makingSite();
  return open;
}

describe('the settings of a period', () => {
  it('tell how many duties a withdrawal touches, and withdraw from a moment on', async () => {
    const { app, key, plan, page, get, post } = await opened();
    const seats = plan.shifts.map((_, i) => seat(plan, i, i % 2));
    expect(await publishing(app, key, seats, 'chỉ có hai người')).toMatchObject({ published: true });
    const { text } = await get(`${page}/settings`);
    expect(text).toContain(`Đang có ${plan.shifts.length} lượt trực chưa đến, của 2 người.`);
    expect(text).not.toContain('Xóa kỳ này');
    expect((await post(`${page}/withdraw`, { at: 'mai', note: '' })).status).toBe(422);
    const second = plan.shifts.find(({ day }) => day !== plan.shifts[0]?.day);
    const moment = `${second?.day}T00:00`;
    const done = await post(`${page}/withdraw`, { at: moment, note: 'hết bão' });
    expect([done.status, done.location]).toEqual([303, page]);
    const version = await findVersion(app, key);
    expect(version).toMatchObject({ number: 2, note: 'hết bão' });
    expect(version?.plan.shifts.every(({ span }) => span.start < at(moment))).toBe(true);
  });

  it('delete a period nobody was told of, and no other', async () => {
    const { app, key, plan, page, get, post } = await opened();
    expect((await get(`${page}/settings`)).text).toContain('Xóa kỳ này');
    await published(app, key, [seat(plan, 0, 0)]);
    expect((await post(`${page}/delete`, {})).status).toBe(409);
    await withdrawVersion(app, { key, note: '', actor: 'ha' });
    const { text } = await get(`${page}/settings`);
    expect([text.includes('Xóa kỳ này'), text.includes('Rút bảng đã công bố')]).toEqual([false, false]);
  });

  it('leads back to the list once it is deleted', async () => {
    const { app, key, page, post } = await opened();
    const done = await post(`${page}/delete`, {});
    expect([done.status, done.location]).toEqual([303, '/periods']);
    expect(await findPeriod(app.db, key)).toBeUndefined();
  });

  it('keep the hours left to another period when they are saved', async () => {
    const { app, key, plan, page, get, post } = await opened();
    const first = plan.shifts[0];
    if (!first) throw new Error('no shift');
    const ceded = [{ postId: first.postId, span: first.span, to: 'other' }];
    await saveCededHours(app.db, key, ceded);
    const { text } = await get(`${page}/settings`);
    const seen = /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const period = await findPeriod(app.db, key);
    const local = (instant: number): string => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16);
    const values: [string, string][] = [
      ['seen', seen],
      ['agreed', 'yes'],
      ['name', 'Tên mới'],
      ['start-0', local(period?.span.start ?? 0)],
      ['end-0', local(period?.span.end ?? 0)],
      ...plan.staff.map(({ id }): [string, string] => ['person', id]),
    ];
    const saved = await post(`${page}/settings`, values);
    expect(saved.status).toBe(303);
    expect(await findPeriod(app.db, key)).toMatchObject({ name: 'Tên mới', ceded });
  });
});
