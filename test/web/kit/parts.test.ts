/** Small parts of the web floor, in tables: moon, seats, codings, conditions, languages, addresses. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFrom } from '../../../src/calendar/day.ts';
import { moonOf } from '../../../src/calendar/moon.ts';
import { seatsOf } from '../../../src/output/roster/seats.ts';
import { teamsOf } from '../../../src/output/roster/teams.ts';
import { isNotModified } from '../../../src/web/kit/conditional.ts';
import { chooseCoding } from '../../../src/web/kit/content-coding.ts';
import { moonLightPath } from '../../../src/web/kit/moon-picture.ts';
import { languageOf } from '../../../src/web/kit/visit.ts';
import { telephonePath } from '../../../src/web/paths/periods.ts';
import { tetVersion } from '../roster/rosters.ts';

/** Area inside the path by Green's theorem over the two half-ellipses, as a share of the disc. */
function litShare(path: string): number {
  const [, limb, , half, back] =
    /A7\.4 7\.4 0 0 (\d) (.+?)A([\d.]+) 7\.4 0 0 (\d)/.exec(path)?.map(String) ?? [];
  const bulge = Number(half) / 7.4;
  return limb === back ? (1 + bulge) / 2 : (1 - bulge) / 2;
}

describe('the moon', () => {
  it.each([
    [2, 6],
    [2, 10],
    [2, 14],
    [2, 20],
    [2, 26],
  ])('of %i/%i/2027 is drawn as lit as it is', (month, day) => {
    const moon = moonOf(dayFrom(2027, month, day));
    expect(litShare(moonLightPath(moon))).toBeCloseTo(moon.illuminated, 2);
  });

  it('is lit on the right while it grows', () => {
    expect(moonLightPath({ illuminated: 0.2, waxing: true })).toContain('A7.4 7.4 0 0 1 ');
    expect(moonLightPath({ illuminated: 0.2, waxing: false })).toContain('A7.4 7.4 0 0 0 ');
  });
});

describe('seats', () => {
  it('keep their places, and are never fewer than the minimum', () => {
    const { plan } = tetVersion();
    const [shift] = plan.shifts;
    if (!shift) throw new Error('the plan has shifts');
    const cover = { minimum: 2, target: 3 };
    const asked = { ...shift, cover };
    const kinds = (places: readonly number[]) =>
      seatsOf(plan, {
        periodId: '',
        assignments: places.map((place, i) => ({
          shiftId: shift.id,
          place,
          staffId: plan.staff[i]?.id ?? '',
        })),
      })(asked).map(({ kind }) => kind);
    expect(kinds([])).toEqual(['uncovered', 'uncovered', 'wanted']);
    expect(kinds([1])).toEqual(['uncovered', 'held', 'wanted']);
    expect(kinds([0, 1])).toEqual(['held', 'held', 'wanted']);
    expect(kinds([0, 1, 2, 3])).toEqual(['held', 'held', 'held', 'held']);
  });
});

describe('teams', () => {
  it('hold everyone once, count half-timers as if full-time, and keep the ledger apart', () => {
    const version = tetVersion();
    const [first] = version.plan.staff;
    const staff = version.plan.staff.map((each) => (each === first ? { ...each, share: 0.5 } : each));
    const find = (plan: typeof version.plan) =>
      teamsOf({ ...version, plan })
        .flatMap(({ burdens }) => burdens)
        .find(({ member }) => member.id === first?.id);
    const whole = find(version.plan);
    const half = find({ ...version.plan, staff });
    expect(half?.now).toBe((whole?.now ?? 0) * 2);
    expect(half?.total).toBe((half?.now ?? 0) + (half?.before ?? 0));
    expect(teamsOf(version).flatMap(({ burdens }) => burdens)).toHaveLength(28);
    const points = version.plan.shifts.reduce(
      (sum, { id, points }) =>
        sum + points * version.roster.assignments.filter(({ shiftId }) => shiftId === id).length,
      0,
    );
    const told = teamsOf(version).flatMap(({ burdens }) => burdens.map(({ now }) => now));
    expect(told.reduce((sum, now) => sum + now, 0)).toBe(points);
  });
});

describe('content coding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['*', 'br'],
    ['identity, gzip;q=0.5', 'identity'],
    ['deflate', 'identity'],
    ['GZIP ; q=1', 'gzip'],
  ])('%s → %s', (accepted, coding) => {
    expect(chooseCoding(accepted)).toBe(coding);
  });
});

describe('conditional requests', () => {
  it('never take another tag for ours', () => {
    const tag = fc.stringMatching(/^[\w,-]{1,12}$/);
    fc.assert(
      fc.property(tag, fc.array(tag, { maxLength: 5 }), (ours, others) => {
        const ifNoneMatch = others.map((other) => `"${other}"`).join(', ');
        const said = isNotModified(
          { etag: `"${ours}"`, lastModified: 0 },
          { ifNoneMatch, ifModifiedSince: undefined },
        );
        return said === others.includes(ours);
      }),
      { seed: 1 },
    );
  });
});

describe('languages', () => {
  it.each([
    ['lang=en', undefined, 'en'],
    ['', 'a=b; lang=en', 'en'],
    ['lang=vi', 'lang=en', 'vi'],
    ['lang=fr', 'lang=de', 'vi'],
    ['', 'xlang=en', 'vi'],
  ])('?%s with cookie %s → %s', (query, cookie, language) => {
    expect(languageOf(new URLSearchParams(query), cookie, 'vi')).toBe(language);
  });
});

describe('telephone links', () => {
  it.each([
    ['0900 000 013', 'tel:0900000013'],
    ['+84 (0)900.000', 'tel:+840900000'],
    ['024 3825 1234 máy lẻ 105', 'tel:02438251234;ext=105'],
    ['javascript:alert(1)', 'tel:1'],
  ])('%s → %s', (phone, path) => {
    expect(telephonePath(phone)).toBe(path);
  });
});
