/** Kinds of periods: read off their days; the next month, quarter and year; their short names read back. */

import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { type ClockTime, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import {
  type CalendarStretch,
  daysOfStretch,
  formatStretch,
  nextStretch,
  parseStretch,
  periodKind,
  proposedStretches,
  spanOfStretch,
  stretchOfSpan,
} from '../../src/domain/period-kind.ts';
import { stretchName } from '../../src/output/stretch-name.ts';

const at = (text: string): Instant => parseInstant(text, VIETNAM) ?? (0 as Instant);
const SIX = '06:00' as ClockTime;

describe('the kind of a period', () => {
  it.each([
    ['2027-03-01T06:00', '2027-04-01T06:00', 'month'],
    ['2027-02-01T07:00', '2027-03-01T07:00', 'month'],
    ['2027-04-01T06:00', '2027-07-01T06:00', 'quarter'],
    ['2027-02-01T06:00', '2027-05-01T06:00', 'days'],
    ['2027-01-01T00:00', '2028-01-01T00:00', 'year'],
    ['2027-03-01T06:00', '2027-04-01T07:00', 'days'],
    ['2027-03-01T06:00', '2027-03-04T06:00', 'urgent'],
    ['2027-03-01T06:00', '2027-03-05T06:00', 'days'],
  ])('from %s to %s is %s', (start, end, kind) => {
    const period = { span: { start: at(start), end: at(end) }, holidays: [] };
    expect(periodKind(period, VIETNAM)).toBe(kind);
  });

  it('is a holiday with one to serve, and open until it is lifted', () => {
    const span = spanOfStretch({ kind: 'month', year: 2027, number: 2 }, SIX, VIETNAM);
    expect(periodKind({ span, holidays: ['2027-tet'] }, VIETNAM)).toBe('holiday');
    expect(periodKind({ span, holidays: [], untilLifted: true }, VIETNAM)).toBe('open');
  });
});

describe('a month, a quarter, a year', () => {
  const ALL: readonly CalendarStretch[] = [2026, 2028].flatMap((year) => [
    ...Array.from({ length: 12 }, (_, i) => ({ kind: 'month', year, number: i + 1 }) as const),
    ...Array.from({ length: 4 }, (_, i) => ({ kind: 'quarter', year, number: i + 1 }) as const),
    { kind: 'year', year, number: 1 } as const,
  ]);

  it('is read back from its text and from its span, and the next begins where it ends', () => {
    for (const stretch of ALL) {
      expect(parseStretch(formatStretch(stretch))).toEqual(stretch);
      expect(stretchOfSpan(spanOfStretch(stretch, SIX, VIETNAM), VIETNAM)).toEqual(stretch);
      expect(daysOfStretch(nextStretch(stretch)).from).toBe(daysOfStretch(stretch).to);
    }
  });

  it.each(['2027-13', '2027-00', '2027-Q5', '27', '', '2027-1', '2027-03-01'])('is not “%s”', (text) => {
    expect(parseStretch(text)).toBeUndefined();
  });

  it('is called as people call it', () => {
    expect(ALL.filter(({ year }) => year === 2028).map((each) => stretchName('vi', each))).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `Tháng ${i + 1}/2028`),
      ...['Quý I/2028', 'Quý II/2028', 'Quý III/2028', 'Quý IV/2028', 'Năm 2028'],
    ]);
  });

  it('proposed are the first after today that are not made yet', () => {
    const today = '2027-01-20' as Day;
    const march = { kind: 'month', year: 2027, number: 3 } as const;
    const texts = (...asked: Parameters<typeof proposedStretches>): string[] =>
      proposedStretches(...asked).map(formatStretch);
    expect(texts('month', today, { made: [march], count: 3 })).toEqual(['2027-02', '2027-04', '2027-05']);
    expect(texts('quarter', today, { made: [march], count: 1 })).toEqual(['2027-Q2']);
    expect(texts('year', '2027-12-31' as Day, { made: [], count: 2 })).toEqual(['2028', '2029']);
  });
});
