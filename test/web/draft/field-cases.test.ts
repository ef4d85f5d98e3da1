/** Cases met in the field, gone through on pages as their units would: made, generated, published, looked at. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { findVersion } from '../../../src/app/versions/find-version.ts';
import { minutesBetween } from '../../../src/calendar/interval.ts';
import { parseInstant, VIETNAM } from '../../../src/calendar/zone.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import { RosterIndex } from '../../../src/domain/roster-index.ts';
import { findDraft } from '../../../src/store/draft-store.ts';
import { fieldCase } from '../../sample-case.ts';
import { formIn, typed } from '../setup/setup-form.ts';
import { type MakingSite, makingSite } from './making-site.ts';

const NEW = '/periods/new';

async function opened(name: string, clock: string): Promise<MakingSite> {
  const making = await makingSite(fieldCase(name));
  onTestFinished(() => making.site.close());
  making.app.setClock(clock);
  return making;
}

/** Days of any name, with the posts and people of the last period. */
async function made({ get, post, key }: MakingSite, days: Record<string, string>): Promise<PeriodKey> {
  const { text } = await get(`${NEW}?unit=${key.unitId}&days=yes`);
  const { location } = await post(NEW, typed(formIn(text, NEW), days));
  const periodId = /^\/periods\/([^/]+)\/prepare$/.exec(location)?.[1];
  if (periodId === undefined) throw new Error(`made nothing: ${location}`);
  return { unitId: key.unitId, periodId };
}

async function generated({ app, post }: MakingSite, key: PeriodKey): Promise<void> {
  await post(`/periods/${key.periodId}/run`, { seconds: '30' });
  await expect.poll(() => findDraft(app.db, key), { timeout: 60_000, interval: 20 }).toBeDefined();
}

async function publish({ app, post }: MakingSite, key: PeriodKey, more: Record<string, string> = {}) {
  const revision = String((await findDraft(app.db, key))?.revision ?? 0);
  return post(`/periods/${key.periodId}/publish`, { revision, note: '', ...more });
}

async function newestOf({ app }: MakingSite, key: PeriodKey) {
  const version = await findVersion(app, key);
  if (!version) throw new Error(`${key.periodId} is not published`);
  return version;
}

describe('seam', () => {
  it('gives nobody less than twelve hours of rest where one period follows another', async () => {
    const making = await opened('seam', '2027-03-20T08:00');
    const { key, get } = making;
    await making.generate();
    expect((await publish(making, key)).status).toBe(303);
    const days = { name: 'Tuần đầu tháng Tư', 'from-0': '2027-04-01', 'to-0': '2027-04-07', start: '06:00' };
    const april = await made(making, days);
    await generated(making, april);
    expect((await publish(making, april)).status).toBe(303);
    const versions = [await newestOf(making, key), await newestOf(making, april)];
    for (const { plan, roster } of versions) expect(roster.assignments).toHaveLength(plan.shifts.length);
    const indexes = versions.map(({ plan, roster }) => new RosterIndex(plan, roster));
    for (const { id } of versions[0]?.plan.staff ?? []) {
      const spans = indexes.flatMap((index) => index.shiftsOf(id).map(({ span }) => span));
      spans.slice(1).forEach((span, i) => {
        expect(minutesBetween((spans[i] ?? span).end, span.start)).toBeGreaterThanOrEqual(12 * 60);
      });
    }
    for (const { periodId } of [key, april]) {
      expect((await get(`/periods/${periodId}`)).text).toContain('Không có lỗi');
    }
    expect((await get('/periods')).text).toContain('25/03 – 31/03');
  });

  it('refuses a second period over the same hours, or replaces them and says so', async () => {
    const making = await opened('seam', '2027-03-20T08:00');
    const { key, get } = making;
    await making.generate();
    await publish(making, key);
    const days = { name: 'Bốn ngày', 'from-0': '2027-03-27', 'to-0': '2027-03-30', start: '06:00' };
    const over = await made(making, days);
    await generated(making, over);
    const reason = { reason: 'đang thử' };
    const refused = await publish(making, over, reason);
    expect([refused.status, refused.text.includes('cùng vị trí, cùng giờ')]).toEqual([422, true]);
    expect((await publish(making, over, { ...reason, replaces: key.periodId })).status).toBe(303);
    const [first, second] = [await newestOf(making, key), await newestOf(making, over)];
    const covered = new Set(second.plan.shifts.map(({ span }) => span.start));
    expect(covered.size).toBe(12);
    const stood = new Set(first.roster.assignments.map(({ shiftId }) => shiftId));
    const twice = first.plan.shifts.filter(({ id, span }) => stood.has(id) && covered.has(span.start));
    expect(twice).toEqual([]);
    expect((await get(`/periods/${over.periodId}`)).status).toBe(200);
  });
});

describe('parity', () => {
  it('has a duty on one of two Mondays of weeks that are planned apart', async () => {
    const making = await opened('parity-b', '2027-02-20T08:00');
    const { key, get, post } = making;
    expect((await get(`${making.page}/settings`)).text).toContain('08/03/2027');
    const { text } = await get(`${NEW}?unit=${key.unitId}&days=yes`);
    const week = (name: string, from: string, to: string) =>
      post(NEW, typed(formIn(text, NEW), { name, 'from-0': from, 'to-0': to, start: '00:00' }));
    // The week between has no duty, and says when the next one is; the one after has.
    const first = await week('Tuần một', '2027-03-01', '2027-03-07');
    expect([first.status, first.location, first.text.includes('08/03/2027')]).toEqual([422, '', true]);
    const third = await week('Tuần ba', '2027-03-15', '2027-03-21');
    expect([third.status, third.location, third.text.includes('22/03/2027')]).toEqual([422, '', true]);
    expect((await week('Tuần bốn', '2027-03-22', '2027-03-28')).status).toBe(303);
  });
});

describe('paris-autumn', () => {
  it('has watch and leader on duty in the hour that comes twice over', async () => {
    const making = await opened('paris-autumn', '2026-10-20T08:00');
    const { app, key, get } = making;
    await making.generate();
    expect((await publish(making, key, { reason: 'thử' })).status).toBe(303);
    const { plan, roster } = await newestOf(making, key);
    const moment = parseInstant('2026-10-25T05:30+01:00', VIETNAM);
    if (moment === undefined) throw new Error('no moment');
    app.setClock(new Date(moment + 7 * 3_600_000).toISOString().slice(0, 16));
    const home = (await get('/')).text;
    const running = plan.shifts.filter(({ span }) => span.start <= moment && moment < span.end);
    expect(new Set(running.map(({ postId }) => postId)).size).toBe(plan.posts.length);
    for (const { id } of running) {
      const held = roster.assignments.find(({ shiftId }) => shiftId === id);
      const name = plan.staff.find((member) => member.id === held?.staffId)?.name;
      expect(home).toContain(name);
    }
    expect((await get(making.page)).text).toContain('22–06');
  });
});

describe('setpos-dup', () => {
  it('shows 27 February once', async () => {
    const making = await opened('setpos-dup', '2027-01-20T08:00');
    const { key, get } = making;
    await making.generate();
    expect((await publish(making, key, { reason: 'thử' })).status).toBe(303);
    const { text } = await get(making.page);
    expect([...text.matchAll(/<tr id="day-([^"]+)"/g)].map(([, day]) => day)).toEqual(['2027-02-27']);
  });
});
