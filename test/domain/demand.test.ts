/** Demand on the days that break naive code: New Year, 29 February, Giao thừa, and clocks that change. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, eachDay } from '../../src/calendar/day.ts';
import { type Instant, type Interval, MS_PER_MINUTE, plusMinutes } from '../../src/calendar/interval.ts';
import { type ClockTime, clockTimeOf, parseInstant, startOfDay, VIETNAM } from '../../src/calendar/zone.ts';
import { demandBound, expandDemand, isNight, nightMinutesOf } from '../../src/domain/demand.ts';
import { clockOf } from '../../src/domain/post-templates.ts';
import type { PointTable } from '../../src/domain/rule-set.ts';
import type { DayChoice, Post, ShiftPattern } from '../../src/domain/unit.ts';
import { TET_BREAK } from '../web/roster/rosters.ts';

const POINTS: PointTable = {
  base: { 'on-site': 2, standby: 1 },
  night: 1,
  restDay: 1,
  namedDays: { 'giao-thua': 5 },
};

function at(text: string, zone: string = VIETNAM): Instant {
  const instant = parseInstant(text, zone);
  if (instant === undefined) throw new Error(text);
  return instant;
}

const span = (start: string, end: string, zone?: string): Interval => ({
  start: at(start, zone),
  end: at(end, zone),
});

function pattern(id: string, start: string, hours: number, rrule = 'FREQ=DAILY'): ShiftPattern {
  return { id, label: id, rrule, start: start as ClockTime, durationMinutes: hours * 60 };
}

function post(id: string, patterns: readonly ShiftPattern[], more: Partial<Post> = {}): Post {
  const cover = { minimum: 1, target: 1 };
  const base = { id, name: id, shortName: id, tier: 'watch', presence: 'on-site', cover, patterns } as const;
  return { ...base, skills: [], systems: [], contacts: [], ...more };
}

function expand(posts: readonly Post[], period: Interval, zone = VIETNAM) {
  return expandDemand({ posts, period: { span: period }, zone, points: POINTS, breaks: [] });
}

const WATCH = post('watch', [pattern('s', '06:00', 8), pattern('c', '14:00', 8), pattern('d', '22:00', 8)]);

describe('expandDemand', () => {
  it('takes the shifts that begin inside the period, the end excluded', () => {
    const shifts = expand([WATCH], span('2027-02-04T14:00', '2027-02-05T14:00'));
    expect(shifts.map((shift) => shift.id)).toEqual([
      'watch/c/2027-02-04',
      'watch/d/2027-02-04',
      'watch/s/2027-02-05',
    ]);
  });

  it('sorts by start, then post, then pattern', () => {
    const other = post('other', [pattern('b', '06:00', 4), pattern('a', '06:00', 2)]);
    const shifts = expand([WATCH, other], span('2027-02-04T06:00', '2027-02-04T14:00'));
    expect(shifts.map((shift) => shift.id.split('/').slice(0, 2).join('/'))).toEqual([
      'watch/s',
      'other/b',
      'other/a',
    ]);
  });

  it('expands only the parts of a period that has parts', () => {
    const parts = [
      span('2026-12-31T22:00', '2027-01-01T06:00'),
      span('2027-02-05T22:00', '2027-02-06T06:00'),
    ];
    const period = { span: span('2026-12-31T22:00', '2027-02-06T06:00'), parts };
    const shifts = expandDemand({ posts: [WATCH], period, zone: VIETNAM, points: POINTS, breaks: [] });
    expect(shifts.map(({ day, namedDay }) => [day, namedDay])).toEqual([
      ['2026-12-31', 'new-year-eve'],
      ['2027-02-05', 'giao-thua'],
    ]);
  });

  it('keeps a night over New Year on the day it begins', () => {
    const [night] = expand([WATCH], span('2026-12-31T22:00', '2027-01-01T06:00'));
    expect(night).toMatchObject({
      day: '2026-12-31',
      night: true,
      nightMinutes: 480,
      namedDay: 'new-year-eve',
    });
    expect(night && clockTimeOf(night.span.end, VIETNAM)).toBe('06:00');
  });

  it('has a 29 February in 2028 only', () => {
    const days = (year: number): string[] =>
      expand(
        [post('p', [pattern('x', '07:00', 24)])],
        span(`${year}-02-28T00:00`, `${year}-03-02T00:00`),
      ).map((shift) => shift.day);
    expect(days(2028)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(days(2027)).toEqual(['2027-02-28', '2027-03-01']);
  });

  it('follows the recurrence', () => {
    const sundays = post('p', [pattern('x', '07:00', 12, 'FREQ=WEEKLY;BYDAY=SA,SU')]);
    expect(expand([sundays], span('2027-02-04T00:00', '2027-02-15T00:00')).map((shift) => shift.day)).toEqual(
      ['2027-02-06', '2027-02-07', '2027-02-13', '2027-02-14'],
    );
  });

  it('adds the points of Giao thừa, half of them for standby', () => {
    const home = post('home', [pattern('n', '18:00', 12)], { presence: 'standby' });
    const shifts = expand([WATCH, home], span('2027-02-05T18:00', '2027-02-06T06:00'));
    // On site: one block of 8 h × 2 + night 1 + 5. Standby: two blocks × 1 + night 1 + half of 2 × 5.
    expect(shifts.map(({ id, points }) => [id, points])).toEqual([
      ['home/n/2027-02-05', 8],
      ['watch/d/2027-02-05', 8],
    ]);
  });

  it.each([
    ['the spring night is an hour shorter', '2027-03-27', '2027-03-28', 420],
    ['the autumn night is an hour longer', '2026-10-24', '2026-10-25', 540],
  ])('begins and ends by the clock: %s', (_, evening, morning, minutes) => {
    const paris = expand(
      [WATCH],
      span(`${evening}T22:00`, `${morning}T23:00`, 'Europe/Paris'),
      'Europe/Paris',
    );
    const clock = (instant: Instant): string => clockTimeOf(instant, 'Europe/Paris');
    expect(paris.map(({ span: { start, end } }) => `${clock(start)}–${clock(end)}`)).toEqual([
      '22:00–06:00',
      '06:00–14:00',
      '14:00–22:00',
      '22:00–06:00',
    ]);
    expect(paris.slice(1).map(({ span: { start } }) => start)).toEqual(
      paris.slice(0, -1).map(({ span: { end } }) => end),
    );
    expect(paris[0]).toMatchObject({ minutes, nightMinutes: minutes });
    // An hour more makes no second block of eight: the burden is the one of any other night.
    expect(paris[0]?.points).toBe(paris[3]?.points);
  });

  it('leaves out a shift that lies wholly in the hour a spring night skips', () => {
    const hourly = post('p', [
      pattern('one', '01:00', 1),
      pattern('two', '02:00', 1),
      pattern('three', '03:00', 1),
    ]);
    const paris = expand(
      [hourly],
      span('2027-03-28T00:00', '2027-03-28T06:00', 'Europe/Paris'),
      'Europe/Paris',
    );
    expect(paris.map(({ patternId, minutes }) => [patternId, minutes])).toEqual([
      ['one', 60],
      ['three', 60],
    ]);
    expect(paris[0]?.span.end).toBe(paris[1]?.span.start);
  });

  it('covers every minute once, in any zone and round any change of clocks', () => {
    const drawn = fc.record({
      zone: fc.constantFrom(
        'Europe/Paris',
        'Australia/Lord_Howe',
        'America/Sao_Paulo',
        'Africa/Cairo',
        VIETNAM,
      ),
      day: fc.integer({ min: 0, max: 5_000 }).map((add) => addDays('2014-01-01' as Day, add)),
      first: fc.integer({ min: 0, max: 47 }),
      lengths: fc.constantFrom([8, 8, 8], [12, 12], [24], [9.5, 14.5], [0.5, 23.5]),
    });
    const property = fc.property(drawn, ({ zone, day, first, lengths }) => {
      let minute = first * 30;
      const patterns = lengths.map((hours, i) => {
        const clock = clockOf(minute);
        minute += hours * 60;
        return pattern(String(i), clock, hours);
      });
      const shifts = expand(
        [post('p', patterns)],
        { start: startOfDay(day, zone), end: startOfDay(addDays(day, 3), zone) },
        zone,
      );
      expect(shifts.slice(1).map(({ span: { start } }) => start)).toEqual(
        shifts.slice(0, -1).map(({ span: { end } }) => end),
      );
    });
    fc.assert(property, { seed: 8, numRuns: 300 });
  });

  it('asks for the same shifts whether a stretch is one period or several', () => {
    const rrule = fc.constantFrom(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=SA;BYSETPOS=1,-1',
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO',
      'FREQ=WEEKLY',
      'FREQ=DAILY;COUNT=20',
    );
    const anchor = fc.integer({ min: -40, max: 10 }).map((add) => addDays('2027-01-01' as Day, add));
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 89 }), { maxLength: 5 });
    const property = fc.property(rrule, anchor, cuts, (rule, from, inner) => {
      const posts = [post('p', [{ ...pattern('x', '07:00', 24, rule), from }])];
      const marks = [0, ...[...inner].sort((a, b) => a - b), 90].map((add) =>
        startOfDay(addDays('2027-01-01' as Day, add), VIETNAM),
      );
      const ids = (start: Instant | undefined, end: Instant | undefined): string[] =>
        start === undefined || end === undefined ? [] : expand(posts, { start, end }).map(({ id }) => id);
      const pieces = marks.slice(1).flatMap((end, i) => ids(marks[i], end));
      expect(pieces).toEqual(ids(marks[0], marks.at(-1)));
    });
    fc.assert(property, { seed: 13, numRuns: 200 });
  });

  it('begins on the anchor, and counts weeks from it', () => {
    const fortnight = { ...pattern('x', '07:00', 24, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO') };
    const mondays = (from: string): string[] =>
      expand(
        [post('p', [{ ...fortnight, from: from as Day }])],
        span('2027-03-01T00:00', '2027-03-29T00:00'),
      ).map(({ day }) => day);
    expect(mondays('2027-03-01')).toEqual(['2027-03-01', '2027-03-15']);
    expect(mondays('2027-02-24')).toEqual(['2027-03-08', '2027-03-22']);
    expect(mondays('2027-03-10')).toEqual(['2027-03-22']);
  });

  it('bounds itself beforehand', () => {
    const period = { span: span('2027-02-04T06:00', '2027-02-11T06:00') };
    expect(demandBound({ posts: [WATCH], period, zone: VIETNAM })).toBe(24);
  });
});

describe('night', () => {
  it.each([
    ['2027-02-04T22:00', '2027-02-05T06:00', 480, true],
    ['2027-02-04T18:00', '2027-02-05T06:00', 480, true],
    ['2027-02-04T07:00', '2027-02-05T07:00', 480, true],
    ['2027-02-04T06:00', '2027-02-04T14:00', 0, false],
    ['2027-02-04T14:00', '2027-02-04T23:00', 60, false],
    ['2027-02-04T16:00', '2027-02-05T00:00', 120, false],
    ['2027-02-04T17:00', '2027-02-05T01:00', 180, true],
    ['2027-02-04T17:00', '2027-02-05T00:59', 179, false],
    ['2027-02-04T22:00', '2027-02-05T00:00', 120, true],
    ['2027-02-04T05:59', '2027-02-04T06:01', 1, true],
    ['2027-02-04T00:00', '2027-02-04T12:00', 360, true],
    ['2027-02-04T00:00', '2027-02-04T12:01', 360, true],
    ['2027-02-04T06:00', '2027-02-06T06:00', 960, true],
  ])('%s – %s holds %i minutes of night', (start, end, minutes, night) => {
    expect(nightMinutesOf(span(start, end), VIETNAM)).toBe(minutes);
    expect(isNight(span(start, end), VIETNAM)).toBe(night);
  });

  it('agrees with reading the clock minute by minute', () => {
    const drawn = fc.record({
      start: fc.integer({ min: 0, max: 500_000 }),
      minutes: fc.integer({ min: 1, max: 48 * 60 }),
      zone: fc.constantFrom(VIETNAM, 'Europe/Paris', 'America/New_York', 'UTC'),
    });
    const origin = at('2027-01-01T00:00');
    const property = fc.property(drawn, ({ start, minutes, zone }) => {
      const from = plusMinutes(origin, start);
      // One formatter a zone reads the hour; Luxon, used by the code, is not asked.
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
      let counted = 0;
      for (let i = 0; i < minutes; i++) {
        const clock = Number(hour.format(from + i * MS_PER_MINUTE));
        if (clock >= 22 || clock < 6) counted++;
      }
      expect(nightMinutesOf({ start: from, end: plusMinutes(from, minutes) }, zone)).toBe(counted);
    });
    fc.assert(property, { seed: 5, numRuns: 60 });
  });
});

describe('shifts for certain days only', () => {
  const days = eachDay('2027-02-01' as Day, '2027-02-15' as Day);
  const found = (choice: DayChoice): string[] =>
    expandDemand({
      posts: [post('office', [{ ...pattern('d', '07:30', 9), days: choice }])],
      period: { span: span('2027-02-01T00:00', '2027-02-15T00:00') },
      zone: VIETNAM,
      points: POINTS,
      breaks: [TET_BREAK],
    }).map(({ day }) => day.slice(8));

  it('go by the holidays: working days, days off, days of the break', () => {
    // The break runs from Thursday 4 to Wednesday 10 February; 13 and 14 are a weekend.
    expect(found('working')).toEqual(['01', '02', '03', '11', '12']);
    expect(found('holiday')).toEqual(['04', '05', '06', '07', '08', '09', '10']);
    expect(found('rest')).toEqual([...found('holiday'), '13', '14']);
    expect([...found('working'), ...found('rest')].sort()).toEqual(days.map((day) => day.slice(8)));
  });
});
