/** Named days: which day a header names, and which midnight makes a shift Giao thừa. */

import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayFrom, eachDay, parseDay } from '../../src/calendar/day.ts';
import type { Interval } from '../../src/calendar/interval.ts';
import { lunarOf, newYearOf } from '../../src/calendar/lunar.ts';
import { NAMED_DAYS, namedDayOf, namedDayOfShift } from '../../src/calendar/named-days.ts';
import { parseInstant, VIETNAM } from '../../src/calendar/zone.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

function span(from: string, to: string): Interval {
  const start = parseInstant(from, VIETNAM);
  const end = parseInstant(to, VIETNAM);
  if (start === undefined || end === undefined) throw new Error(`${from}–${to} is no span`);
  return { start, end };
}

describe('namedDayOf', () => {
  it.each([
    ['2027-01-01', 'new-year'],
    ['2027-01-30', 'ong-tao'],
    ['2027-02-04', undefined],
    ['2027-02-05', 'giao-thua'],
    ['2027-02-06', 'mung-1'],
    ['2027-02-10', 'mung-5'],
    ['2027-02-11', undefined],
    ['2027-04-16', 'gio-to'],
    ['2027-04-30', 'liberation'],
    ['2027-05-01', 'labour'],
    ['2027-09-02', 'national'],
    ['2027-09-03', undefined],
    ['2027-11-24', 'culture'],
    ['2025-11-24', undefined],
    ['2027-12-31', 'new-year-eve'],
    ['2028-02-29', undefined],
    ['1950-01-01', 'new-year'],
    ['2101-12-31', 'new-year-eve'],
  ])('%s is %s', (text, name) => {
    expect(namedDayOf(day(text))).toBe(name);
  });

  it('Giao thừa is the 30th where Chạp has 30 days and the 29th where it has 29', () => {
    expect(lunarOf(day('2024-02-09'))).toMatchObject({ day: 30, month: 12 });
    expect(namedDayOf(day('2024-02-08'))).toBeUndefined();
    expect(namedDayOf(day('2024-02-09'))).toBe('giao-thua');
    expect(lunarOf(day('2025-01-28'))).toMatchObject({ day: 29, month: 12 });
    expect(namedDayOf(day('2025-01-28'))).toBe('giao-thua');
  });

  it('each year has each Tết day once, and the leap third month of 2004 no second Giỗ Tổ', () => {
    const names = eachDay(dayFrom(2004, 1, 1), dayFrom(2005, 1, 1)).map(namedDayOf);
    for (const name of ['giao-thua', 'mung-1', 'mung-5', 'ong-tao', 'gio-to'] as const) {
      expect(names.filter((each) => each === name)).toHaveLength(1);
    }
  });

  it('lunar names never meet solar ones in the supported years', () => {
    for (let year = 1968; year <= 2100; year++) {
      for (const solar of [dayFrom(year, 1, 1), dayFrom(year, 4, 30), dayFrom(year, 5, 1)]) {
        const { day: number, month, leap } = lunarOf(solar);
        expect(month === 3 && number === 10 && !leap).toBe(false);
        expect(month === 1 && number <= 5).toBe(false);
      }
    }
  });

  it('the list has no name twice', () => {
    expect(new Set(NAMED_DAYS).size).toBe(NAMED_DAYS.length);
  });
});

describe('namedDayOfShift at Tết 2027 (Chạp of 29 days)', () => {
  it.each([
    ['2027-02-05T06:00', '2027-02-05T14:00', 'tat-nien'],
    ['2027-02-05T18:00', '2027-02-06T06:00', 'giao-thua'],
    ['2027-02-05T06:00', '2027-02-06T06:00', 'giao-thua'],
    ['2027-02-05T16:00', '2027-02-06T00:00', 'giao-thua'],
    ['2027-02-05T00:00', '2027-02-06T00:00', 'giao-thua'],
    ['2027-02-05T15:00', '2027-02-05T23:59', 'tat-nien'],
    ['2027-02-05T00:00', '2027-02-05T08:00', 'tat-nien'],
    ['2027-02-05T16:00', '2027-02-06T00:01', 'giao-thua'],
    ['2027-02-06T00:00', '2027-02-06T08:00', 'giao-thua'],
    ['2027-02-06T00:00', '2027-02-07T00:00', 'mung-1'],
    ['2027-02-06T00:01', '2027-02-06T08:00', 'mung-1'],
    ['2027-02-06T18:00', '2027-02-07T06:00', 'mung-1'],
    ['2027-02-04T18:00', '2027-02-05T06:00', undefined],
    ['2027-02-04T18:00', '2027-02-06T18:00', 'giao-thua'],
    ['2027-01-30T22:00', '2027-01-31T06:00', 'ong-tao'],
  ])('%s to %s is %s', (from, to, name) => {
    expect(namedDayOfShift(span(from, to), VIETNAM)).toBe(name);
  });
});

describe('namedDayOfShift elsewhere', () => {
  it.each([
    ['2024-02-09T18:00', '2024-02-10T06:00', 'giao-thua'],
    ['2024-02-08T18:00', '2024-02-09T06:00', undefined],
    ['2026-12-31T18:00', '2027-01-01T06:00', 'new-year-eve'],
    ['2026-12-31T06:00', '2026-12-31T18:00', undefined],
    ['2026-12-31T16:00', '2027-01-01T00:00', 'new-year-eve'],
    ['2027-01-01T00:00', '2027-01-01T08:00', 'new-year-eve'],
    ['2027-01-01T00:00', '2027-01-02T00:00', 'new-year'],
    ['2027-04-30T18:00', '2027-05-01T06:00', 'liberation'],
    ['2028-02-28T18:00', '2028-02-29T06:00', undefined],
    ['2100-12-31T18:00', '2101-01-01T06:00', 'new-year-eve'],
    ['2101-12-31T18:00', '2102-01-01T06:00', 'new-year-eve'],
  ])('%s to %s is %s', (from, to, name) => {
    expect(namedDayOfShift(span(from, to), VIETNAM)).toBe(name);
  });

  it('reads days in the zone given', () => {
    const night = span('2027-02-06T00:30', '2027-02-06T06:30');
    expect(namedDayOfShift(night, VIETNAM)).toBe('mung-1');
    expect(namedDayOfShift(night, 'UTC')).toBe('tat-nien');
  });

  it('every Giao thừa of 1968–2100 is a night shift into mùng 1', () => {
    for (let year = 1968; year <= 2100; year++) {
      const first = newYearOf(year);
      const night = span(`${addDays(first, -1)}T19:00`, `${first}T07:00`);
      expect(namedDayOfShift(night, VIETNAM)).toBe('giao-thua');
    }
  });
});
