/** The lunar calendar against published answers: every Tết of 1968–2100, sample days, and where China differs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCanChi } from '../../src/calendar/can-chi.ts';
import { addDays, type Day, dayNumber, eachDay, fromDayNumber, parseDay } from '../../src/calendar/day.ts';
import {
  FIRST_LUNAR_DAY,
  LAST_LUNAR_DAY,
  lastDayOfChap,
  leapMonthOf,
  lunarMonthLength,
  lunarOf,
  newYearOf,
  solarOf,
} from '../../src/calendar/lunar.ts';
import pairs from './data/lunar-pairs.json' with { type: 'json' };
import tet from './data/tet.json' with { type: 'json' };

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('known years', () => {
  it.each(tet.years)('$year $canChi', (known) => {
    const { year } = known;
    expect(newYearOf(year)).toBe(known.tet);
    expect(formatCanChi(year)).toBe(known.canChi);
    expect(lastDayOfChap(year - 1)).toBe(known.lastDayOfChap);
    expect(leapMonthOf(year)).toBe(known.leapMonth);
    expect(solarOf({ day: 10, month: 3, year, leap: false })).toBe(known.hungKings);
    expect(lunarOf(addDays(day(known.tet), -1))).toEqual({
      day: known.lastDayOfChap,
      month: 12,
      year: year - 1,
      leap: false,
    });
  });

  it('are all there', () => {
    expect(tet.years.map((known) => known.year)).toEqual(Array.from({ length: 133 }, (_, i) => 1968 + i));
  });
});

describe('sample days', () => {
  it('have their published lunar dates, both ways', () => {
    for (const { solar, ...lunar } of pairs) {
      expect(lunarOf(day(solar)), solar).toEqual(lunar);
      expect(solarOf(lunar), solar).toBe(solar);
    }
  });
});

describe('a new moon within a minute of midnight', () => {
  it.each([
    ['2054-05-07', 4],
    ['2077-11-15', 10],
    ['2085-10-18', 9],
  ])('%s begins a month', (text, month) => {
    const first = day(text);
    expect(lunarOf(first)).toMatchObject({ day: 1, month });
    expect(lunarOf(addDays(first, -1)).day).toBe(29);
    expect(lunarOf(addDays(first, 1)).day).toBe(2);
  });
});

describe('where China differs', () => {
  it.each([
    [1968, '1968-01-29', '1968-01-30'],
    [1969, '1969-02-16', '1969-02-17'],
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
    [2053, '2053-02-18', '2053-02-19'],
  ])('Tết %i is %s, not %s', (year, vietnam, china) => {
    expect(newYearOf(year)).toBe(vietnam);
    expect(lunarOf(day(china))).not.toMatchObject({ day: 1, month: 1 });
  });

  it('Vietnam has no leap tenth month in 1984 but a leap second in 1985', () => {
    expect(leapMonthOf(1984)).toBe(0);
    expect(leapMonthOf(1985)).toBe(2);
  });
});

describe('leap months', () => {
  it.each([
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2033, 11],
    [2026, 0],
    [2027, 0],
  ])('%i has %i', (year, month) => {
    expect(leapMonthOf(year)).toBe(month);
    expect(lunarMonthLength(year, month === 0 ? 1 : month, month !== 0)).toBeGreaterThanOrEqual(29);
  });

  it('a month that is not doubled has no leap days', () => {
    expect(lunarMonthLength(2027, 3, true)).toBeUndefined();
    expect(solarOf({ day: 1, month: 3, year: 2027, leap: true })).toBeUndefined();
  });
});

describe('the whole range', () => {
  it('every day follows the one before and comes back from its lunar date', () => {
    let previous = lunarOf(FIRST_LUNAR_DAY);
    for (const each of eachDay(addDays(FIRST_LUNAR_DAY, 1), addDays(LAST_LUNAR_DAY, 1))) {
      const lunar = lunarOf(each);
      const follows = lunar.day === previous.day + 1 && lunar.month === previous.month;
      const begins = lunar.day === 1 && previous.day >= 29;
      if (!follows && !begins) throw new Error(`${each} does not follow the day before`);
      if (solarOf(lunar) !== each) throw new Error(`${each} does not come back`);
      previous = lunar;
    }
  });

  it('round trip, at random', () => {
    const bounds = { min: dayNumber(FIRST_LUNAR_DAY), max: dayNumber(LAST_LUNAR_DAY) };
    fc.assert(
      fc.property(fc.integer(bounds), (number) => {
        const each = fromDayNumber(number);
        expect(solarOf(lunarOf(each))).toBe(each);
      }),
      { seed: 20270206, numRuns: 500 },
    );
  });

  it('ends with the last day of Chạp 2100 and refuses what lies outside', () => {
    expect(lunarOf(LAST_LUNAR_DAY)).toEqual({
      day: lastDayOfChap(2100),
      month: 12,
      year: 2100,
      leap: false,
    });
    expect(() => lunarOf(addDays(FIRST_LUNAR_DAY, -1))).toThrow('error.lunar.range');
    expect(() => lunarOf(addDays(LAST_LUNAR_DAY, 1))).toThrow('error.lunar.range');
    expect(() => newYearOf(1967)).toThrow('error.lunar.range');
    expect(() => newYearOf(2101)).toThrow('error.lunar.range');
    expect(() => leapMonthOf(2027.5)).toThrow('error.lunar.range');
    expect(() => solarOf({ day: 1, month: 1, year: 1967, leap: false })).toThrow('error.lunar.range');
  });

  it('29 February 2028 is a day like any other', () => {
    expect(lunarOf(day('2028-02-29'))).toEqual({ day: 5, month: 2, year: 2028, leap: false });
  });
});

describe('days that no month has', () => {
  it.each([0, 31, 1.5])('day %d is none', (number) => {
    expect(solarOf({ day: number, month: 1, year: 2027, leap: false })).toBeUndefined();
  });

  it('30 Chạp is none where Chạp has 29 days', () => {
    expect(solarOf({ day: 30, month: 12, year: 2026, leap: false })).toBeUndefined();
    expect(solarOf({ day: 29, month: 12, year: 2026, leap: false })).toBe('2027-02-05');
  });
});
