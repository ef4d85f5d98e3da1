/** Which days off a long duty earns. */

import { expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import { breakOf } from '../../src/calendar/holidays.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { type LieuTable, lieuDaysOf } from '../../src/domain/lieu-days.ts';
import { TET_BREAK } from '../web/roster/rosters.ts';

const TABLE: LieuTable = { leastHours: 24, afterWeekend: 'tuesday', holidayDays: 2, holidayCount: 'once' };
const HOUR = 3_600_000;

function earned(day: string, { hours = 24, table = TABLE, presence = 'on-site' as const } = {}): string[] {
  const start = Date.parse(`${day}T00:00:00Z`) as Instant;
  const span = { start, end: (start + hours * HOUR) as Instant };
  return lieuDaysOf({ day: day as Day, span, presence }, table, [TET_BREAK]);
}

it.each([
  ['a Monday’s is Tuesday', '2027-03-01', ['2027-03-02']],
  ['a Thursday’s is Friday', '2027-03-04', ['2027-03-05']],
  ['a Friday’s is the Tuesday after', '2027-03-05', ['2027-03-09']],
  ['a Saturday’s too', '2027-03-06', ['2027-03-09']],
  ['a Sunday’s is Monday', '2027-03-07', ['2027-03-08']],
  // The break lasts from Thursday 4 to Wednesday 10 February.
  ['one of Tết is made up for after the break', '2027-02-05', ['2027-02-11', '2027-02-12']],
  ['the last day’s as well', '2027-02-10', ['2027-02-11', '2027-02-12']],
])('%s', (_, day, days) => {
  expect(breakOf('2027-02-10' as Day, [TET_BREAK])).toBe(TET_BREAK);
  expect(earned(day)).toEqual(days);
});

it('passes over the weekend after a break, and gives nothing to short duties, standby or by a table without days', () => {
  expect(earned('2027-02-05', { table: { ...TABLE, holidayDays: 3 } })).toEqual([
    '2027-02-11',
    '2027-02-12',
    '2027-02-15',
  ]);
  expect(earned('2027-02-05', { table: { ...TABLE, holidayDays: 0 } })).toEqual([]);
  expect(earned('2027-03-01', { hours: 23 })).toEqual([]);
  expect(
    lieuDaysOf(
      {
        day: '2027-03-01' as Day,
        span: { start: 0 as Instant, end: (24 * HOUR) as Instant },
        presence: 'standby',
      },
      TABLE,
      [],
    ),
  ).toEqual([]);
});
