/** The roster page over the real server: seats, marks, versions, refusals. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/calendar/day.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { appOf, openSite, type Site } from '../site/site.ts';
import { nationalVersion, tetVersion } from './rosters.ts';

const later = (days: number): Instant => (tetVersion().publishedAt + days * 86_400_000) as Instant;

/** Someone who stands two shifts eight hours apart: the referee must find it, the page must say it. */
function tired() {
  const version = tetVersion({ periodId: 'tired' });
  const [first, second] = ['watch/morning/2027-02-05', 'watch/night/2027-02-05'];
  const staffId = version.roster.assignments.find(({ shiftId }) => shiftId === first)?.staffId ?? '';
  const assignments = version.roster.assignments.map((each) =>
    each.shiftId === second && each.place === 0 ? { ...each, staffId } : each,
  );
  return { ...version, roster: { ...version.roster, assignments } };
}

describe('the roster page', () => {
  let site: Site;
  beforeAll(async () => {
    const second = tetVersion({ number: 2, publishedAt: later(2) });
    site = await openSite(appOf([tetVersion(), second, nationalVersion(), tired()]));
  });
  afterAll(() => site.close());
  const get = async (path: string) => {
    const response = await fetch(`${site.url}${path}`);
    // Handlebars writes = in an attribute as an entity.
    return { response, html: (await response.text()).replaceAll('&#x3D;', '=') };
  };
  const count = (html: string, pattern: RegExp): number => (html.match(pattern) ?? []).length;

  it('shows every seat of every day, the empty one as such', async () => {
    const { html } = await get('/periods/tet-2027');
    expect(count(html, /class="seat seat-held/g)).toBe(76);
    expect(count(html, /class="seat seat-uncovered/g)).toBe(1);
    expect(html).toContain('76/77 ghế');
    expect(html).toContain('Chưa bố trí');
  });

  it('names the days in both calendars', async () => {
    const { html } = await get('/periods/tet-2027');
    for (const words of ['Thứ Sáu', '05/02', '29 Chạp', 'Giao thừa', '1 Giêng', 'Mùng 1']) {
      expect(html).toContain(words);
    }
  });

  it('marks the two nights of Giao thừa and no other', async () => {
    const { html } = await get('/periods/tet-2027');
    expect(count(html, /<td[^>]*class="[^"]*\beve\b/g)).toBe(2);
  });

  it('says pins in words', async () => {
    const { html } = await get('/periods/tet-2027');
    expect(count(html, /, đã ghim/g)).toBe(3);
  });

  it('tells what the referee finds and leads to the seat', async () => {
    const { html } = await get('/periods/tired');
    const anchor = /class="finding finding-error" href="#(shift-\d+)"/.exec(html)?.[1];
    expect(anchor).toBeDefined();
    expect(html).toContain(`id="${anchor}"`);
    expect(count(html, /seat-error/g)).toBeGreaterThanOrEqual(2);
  });

  it('claims a gap to the best only as far as the bound carries, rounded up', async () => {
    const { html } = await get('/periods/tet-2027');
    expect(html).toContain('Cách phương án tốt nhất không quá 0,05');
    expect((await get('/periods/national')).html).not.toContain('Cách phương án');
  });

  it('opens the newest version and marks an earlier one as superseded', async () => {
    const newest = await get('/periods/tet-2027');
    expect(newest.html).toContain('Bản 2');
    expect(newest.html).not.toContain('Đã thay bằng');
    const first = await get('/periods/tet-2027?version=1');
    expect(first.response.status).toBe(200);
    expect(first.html).toContain('Đã thay bằng bản 2');
    expect(first.html).toContain('/periods/tet-2027/print?version=1');
  });

  it('shows a day by day roster of 14 days and 20 columns', async () => {
    const { html } = await get('/periods/national');
    expect(count(html, /<th scope="row" class="day-column"/g)).toBe(14);
    expect(html).toContain('roster-dense');
  });

  it('refuses a version that is none, with what to try', async () => {
    const bad = await get('/periods/tet-2027?version=abc');
    expect(bad.response.status).toBe(400);
    expect(bad.html).toContain('“abc” không phải số bản');
    const missing = await get('/periods/tet-2027?version=9');
    expect(missing.response.status).toBe(404);
    expect(missing.html).toContain('Bản mới nhất là bản 2');
  });

  it('refuses a period that is none, and shows its name as text', async () => {
    const { response, html } = await get('/periods/%3Cscript%3E');
    expect(response.status).toBe(404);
    expect(html).toContain('“&lt;script&gt;”');
    expect(html).not.toContain('<script>');
  });

  it('prints names as text, whatever they hold', async () => {
    const version = tetVersion({ periodId: 'sly' });
    const staff = version.plan.staff.map((each) => ({ ...each, name: '<b>{{name}}</b>', phone: '"><i>' }));
    const other = await openSite(appOf([{ ...version, plan: { ...version.plan, staff } }]));
    for (const path of ['/periods/sly', '/periods/sly/people', '/periods/sly/print', '/']) {
      const html = await (await fetch(other.url + path)).text();
      expect(html).not.toMatch(/<b>|<i>/);
    }
    await other.close();
  });
});

describe('the people page', () => {
  it('gives every person a row, and hours that add up', async () => {
    const version = tetVersion();
    const site = await openSite(appOf([version]));
    const html = await (await fetch(`${site.url}/periods/tet-2027/people`)).text();
    await site.close();
    expect(html.match(/<th scope="row" class="person-column">/g)).toHaveLength(28 + 1);
    expect(html.match(/<abbr class="code/g)).toHaveLength(version.roster.assignments.length);
    expect(html).toContain('10/11');
  });

  it('shows leave on the days it takes', async () => {
    const version = tetVersion();
    const [first] = version.plan.staff;
    const [day] = version.plan.days;
    const shift = version.plan.shifts.find((each) => each.day === addDays(day ?? ('' as never), 1));
    if (!first || !shift) throw new Error('the sample has people and shifts');
    const leave = [{ staffId: first.id, span: shift.span, note: '' }];
    const site = await openSite(appOf([{ ...version, plan: { ...version.plan, leave } }]));
    const html = await (await fetch(`${site.url}/periods/tet-2027/people`)).text();
    await site.close();
    expect(html.match(/class="leave"/g)).toHaveLength(1);
  });
});
