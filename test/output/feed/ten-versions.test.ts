/** One seat through ten versions, as its old holder, its new holder and the unit read it: UID, SEQUENCE, DTSTAMP, STATUS. */

import { describe, expect, it } from 'vitest';
import type { FeedScope } from '../../../src/domain/feed.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import type { RosterVersion } from '../../../src/domain/version.ts';
import { renderFeed } from '../../../src/output/calendar-feed.ts';
import {
  at,
  idOf,
  PLAN,
  periodOf,
  personal,
  ROSTER,
  request,
  reseated,
  UNIT_SCOPE,
  version,
} from '../sample.ts';
import { eventLines, propertyOf } from './reading.ts';

const NIGHT = 'watch/night/2027-02-04';
const OLD = 'Hoàng Minh Đức';
const NEW = 'Bùi Đức Anh';

const SCOPES: readonly FeedScope[] = [personal(OLD), personal(NEW), UNIT_SCOPE];

const LATE: Plan = {
  ...PLAN,
  shifts: PLAN.shifts.map((shift) =>
    shift.id === NIGHT
      ? { ...shift, span: { start: at('2027-02-04T22:30'), end: at('2027-02-05T06:00') }, minutes: 450 }
      : shift,
  ),
};
const GONE: Plan = { ...PLAN, shifts: PLAN.shifts.filter(({ id }) => id !== NIGHT) };
const GIVEN = reseated(ROSTER, NIGHT, 0, idOf(NEW));
const without = (roster: Roster): Roster => ({
  ...roster,
  assignments: roster.assignments.filter(({ shiftId }) => shiftId !== NIGHT),
});

/** What happened, the plan, the roster; published on the n-th of January 2027 at 09:00, 02:00 UTC. */
const STEPS: readonly (readonly [string, Plan, Roster])[] = [
  ['published', PLAN, ROSTER],
  ['another seat changes hands', PLAN, reseated(ROSTER, 'watch/morning/2027-02-08', 0, idOf(NEW))],
  ['given to another', PLAN, GIVEN],
  ['moved by half an hour', LATE, GIVEN],
  ['given back', LATE, ROSTER],
  ['its shift removed', GONE, without(ROSTER)],
  ['its shift put back', PLAN, ROSTER],
  ['withdrawn', PLAN, { ...ROSTER, assignments: [] }],
  ['published again, for the other', PLAN, GIVEN],
  ['left empty', PLAN, reseated(ROSTER, NIGHT, 0)],
];

const VERSIONS: readonly RosterVersion[] = STEPS.map(([what, plan, roster], i) => ({
  ...version(i + 1, `2027-01-${String(i + 1).padStart(2, '0')}T09:00`, plan, roster),
  ...(what === 'withdrawn' ? { withdrawn: true } : {}),
}));

const READ = new Map<string, string>();

/** `CONFIRMED 2 @5 22:30`: status, sequence, day of the stamp, begin; `-` when the feed does not tell the seat. */
function told(scope: FeedScope, count: number): string {
  const key = JSON.stringify([scope, count]);
  const line = READ.get(key) ?? read(scope, count);
  READ.set(key, line);
  return line;
}

function read(scope: FeedScope, count: number): string {
  const feed = renderFeed({
    ...request(scope, [periodOf(...VERSIONS.slice(0, count))]),
    readAt: at('2027-01-12T00:00'),
  });
  if (!feed.replaceAll('\r\n ', '').includes('~watch~night~2027-02-04~0')) return '-';
  const lines = eventLines(feed, '~watch~night~2027-02-04~0');
  expect(propertyOf(lines, 'UID')).toBe('lam-giang~tet-2027~watch~night~2027-02-04~0');
  expect(propertyOf(lines, 'LAST-MODIFIED')).toBe(propertyOf(lines, 'DTSTAMP'));
  const stamp = /^202701(\d\d)T020000Z$/.exec(propertyOf(lines, 'DTSTAMP') ?? '')?.[1];
  const begin = /T(\d{4})/.exec(propertyOf(lines, 'DTSTART') ?? '')?.[1];
  return `${propertyOf(lines, 'STATUS')} ${propertyOf(lines, 'SEQUENCE')} @${stamp} ${begin}`;
}

describe('a seat through ten versions, for the old holder, the new holder and the unit', () => {
  it.each([
    [1, 'CONFIRMED 0 @01 1500', '-', 'CONFIRMED 0 @01 1500'],
    [2, 'CONFIRMED 0 @01 1500', '-', 'CONFIRMED 0 @01 1500'],
    [3, 'CANCELLED 1 @03 1500', 'CONFIRMED 1 @03 1500', 'CONFIRMED 1 @03 1500'],
    [4, 'CANCELLED 1 @03 1500', 'CONFIRMED 2 @04 1530', 'CONFIRMED 2 @04 1530'],
    [5, 'CONFIRMED 3 @05 1530', 'CANCELLED 3 @05 1530', 'CONFIRMED 3 @05 1530'],
    [6, 'CANCELLED 4 @06 1530', 'CANCELLED 3 @05 1530', 'CANCELLED 4 @06 1530'],
    [7, 'CONFIRMED 5 @07 1500', 'CANCELLED 3 @05 1530', 'CONFIRMED 5 @07 1500'],
    [8, 'CANCELLED 6 @08 1500', 'CANCELLED 3 @05 1530', 'CANCELLED 6 @08 1500'],
    [9, 'CANCELLED 6 @08 1500', 'CONFIRMED 7 @09 1500', 'CONFIRMED 7 @09 1500'],
    [10, 'CANCELLED 6 @08 1500', 'CANCELLED 8 @10 1500', 'CANCELLED 8 @10 1500'],
  ])('version %i', (count, ...expected) => {
    expect([STEPS[count - 1]?.[0], ...SCOPES.map((scope) => told(scope, count))]).toEqual([
      STEPS[count - 1]?.[0],
      ...expected,
    ]);
  });

  it('never lowers a sequence a subscriber has seen, nor a stamp', () => {
    for (const scope of SCOPES) {
      const seen = STEPS.map((_, i) => told(scope, i + 1)).filter((line) => line !== '-');
      const numbers = seen.map((line) => Number(line.split(' ')[1]));
      const stamps = seen.map((line) => line.split(' ')[2] ?? '');
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(stamps).toEqual(stamps.toSorted());
    }
  });
});
