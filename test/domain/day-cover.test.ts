import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockTime } from '../../src/calendar/zone.ts';
import { coverOfDay } from '../../src/domain/day-cover.ts';
import { clockOf, POST_TEMPLATES, startingAt } from '../../src/domain/post-templates.ts';
import type { ShiftPattern } from '../../src/domain/unit.ts';

function pattern(start: string, hours: number): ShiftPattern {
  const id = `${start}-${hours}`;
  return { id, label: id, rrule: 'FREQ=DAILY', start: start as ClockTime, durationMinutes: hours * 60 };
}

const hours = (stretches: readonly { from: number; to: number }[] = []) =>
  stretches.map(({ from, to }) => [from / 60, to / 60]);

describe('the day of a post', () => {
  it.each([
    ['3 × 8', [pattern('06:00', 8), pattern('14:00', 8), pattern('22:00', 8)], [], [], 1],
    ['24/24', [pattern('07:00', 24)], [], [], 1],
    ['office hours alone', [pattern('07:30', 9.5)], [[9.5, 24]], [], 1],
    ['half an hour of handover', [pattern('06:00', 12.5), pattern('18:00', 12)], [], [[12, 12.5]], 2],
    [
      'a night that reaches into the morning',
      [pattern('06:00', 8), pattern('22:00', 9)],
      [[8, 16]],
      [[0, 1]],
      1,
    ],
    ['48 hours', [pattern('08:00', 48)], [], [[0, 24]], 1],
  ])('sees gaps and overlaps: %s', (_, patterns, gaps, overlaps, lanes) => {
    const cover = coverOfDay(patterns);
    expect([hours(cover?.gaps), hours(cover?.overlaps), cover?.lanes]).toEqual([gaps, overlaps, lanes]);
  });

  it('has night where 22:00 to 06:00 falls, cut where the picture begins', () => {
    expect(hours(coverOfDay([pattern('06:00', 8)])?.nights)).toEqual([[16, 24]]);
    expect(hours(coverOfDay([pattern('23:00', 8)])?.nights)).toEqual([
      [0, 7],
      [23, 24],
    ]);
    expect(coverOfDay([])).toBeUndefined();
  });

  it('accounts for each of the 24 hours, whatever the shifts', () => {
    const shifts = fc.array(
      fc.record({ start: fc.integer({ min: 0, max: 1439 }), minutes: fc.integer({ min: 1, max: 1440 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(shifts, (drawn) => {
        const patterns = drawn.map(({ start, minutes }) => pattern(clockOf(start), minutes / 60));
        const cover = coverOfDay(patterns);
        if (!cover) throw new Error('there are shifts');
        for (let minute = 0; minute < 1440; minute += 7) {
          const there = patterns.filter(({ start, durationMinutes }) => {
            const begin = Number(start.slice(0, 2)) * 60 + Number(start.slice(3));
            return (cover.start + minute - begin + 1440) % 1440 < durationMinutes;
          }).length;
          const inside = (each: { from: number; to: number }) => each.from <= minute && minute < each.to;
          expect([minute, cover.gaps.some(inside)]).toEqual([minute, there === 0]);
          expect([minute, cover.overlaps.some(inside)]).toEqual([minute, there > 1]);
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});

describe('templates', () => {
  it('leave no hour of the day without a shift, working days and days off alike', () => {
    for (const { code, patterns } of POST_TEMPLATES) {
      for (const kind of ['working', 'rest'] as const) {
        const own = patterns.filter(({ days }) => days === undefined || days === kind);
        const cover = coverOfDay(
          own.map(({ start, durationMinutes }) => pattern(start, durationMinutes / 60)),
        );
        expect([code, kind, cover?.gaps, cover?.overlaps]).toEqual([code, kind, [], []]);
      }
    }
  });

  it.each([
    ['watch-3x8', '15:00', ['07:00', '15:00', '23:00']],
    ['watch-2x12', '15:00', ['03:00', '15:00']],
    ['watch-24', '15:20', ['15:20']],
    ['watch-3x8', '01:00', ['09:00', '17:00', '01:00']],
    ['response', '06:00', ['06:00', '18:00']],
  ])('%s begins at %s when it must', (code, start, expected) => {
    const template = POST_TEMPLATES.find((each) => each.code === code);
    expect(startingAt(template?.patterns ?? [], start as ClockTime).map((each) => each.start)).toEqual(
      expected,
    );
  });
});
