/** Wall clocks on the nights they change: RFC 5545 §3.3.5, zones of half an hour, midnights that do not exist. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/calendar/day.ts';
import { type Instant, MS_PER_MINUTE } from '../../src/calendar/interval.ts';
import {
  type ClockTime,
  clockTimeOf,
  dayOf,
  formatInstant,
  instantAt,
  isZone,
  parseInstant,
  startOfDay,
} from '../../src/calendar/zone.ts';

const shown = (day: string, time: string, zone: string): string =>
  formatInstant(instantAt(day as Day, time as ClockTime, zone), zone);

describe('a clock time', () => {
  it.each([
    ['left out in spring', 'Europe/Paris', '2027-03-28', '02:30', '2027-03-28T03:30+02:00'],
    ['at the edge of what is left out', 'Europe/Paris', '2027-03-28', '02:00', '2027-03-28T03:00+02:00'],
    ['that comes twice in autumn', 'Europe/Paris', '2026-10-25', '02:30', '2026-10-25T02:30+02:00'],
    ['after both', 'Europe/Paris', '2026-10-25', '03:00', '2026-10-25T03:00+01:00'],
    ['left out of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:45+11:00'],
    ['twice within half an hour', 'Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-04T01:45+11:00'],
    ['of a midnight left out', 'America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T01:00-02:00'],
    ['of a midnight left out', 'Africa/Cairo', '2026-04-24', '00:30', '2026-04-24T01:30+03:00'],
    ['of the hour before midnight, twice', 'Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T23:30+03:00'],
    ['of a day left out whole', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-31T12:00+14:00'],
    ['of any day', 'Asia/Ho_Chi_Minh', '2027-02-05', '22:00', '2027-02-05T22:00+07:00'],
  ])('%s: %s %s %s', (_, zone, day, time, expected) => {
    expect(shown(day, time, zone)).toBe(expected);
    expect(formatInstant(parseInstant(`${day}T${time}`, zone) as Instant, zone)).toBe(expected);
  });

  it('is the first instant at which a clock of that zone shows it', () => {
    const drawn = fc.record({
      zone: fc.constantFrom(
        'Europe/Paris',
        'Australia/Lord_Howe',
        'America/Sao_Paulo',
        'Africa/Cairo',
        'America/New_York',
      ),
      at: fc.integer({
        min: Date.UTC(2014, 0, 1) / MS_PER_MINUTE,
        max: Date.UTC(2028, 0, 1) / MS_PER_MINUTE,
      }),
    });
    const property = fc.property(drawn, ({ zone, at }) => {
      const instant = (at * MS_PER_MINUTE) as Instant;
      // Intl is asked here, the code asks Luxon.
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const [day, time] = format.format(instant).split(' ') as [Day, ClockTime];
      const earlier = [30, 60].map((minutes) => instant - minutes * MS_PER_MINUTE);
      const first = earlier.find((each) => format.format(each) === `${day} ${time}`) ?? instant;
      expect(instantAt(day, time, zone)).toBe(first);
    });
    fc.assert(property, { seed: 3, numRuns: 400 });
  });
});

describe('the start of a day', () => {
  it.each([
    ['America/Sao_Paulo', '2018-11-04', '01:00'],
    ['Africa/Cairo', '2026-04-24', '01:00'],
    ['America/Toronto', '1969-04-27', '00:00'],
    ['Europe/Paris', '2027-03-28', '00:00'],
  ])('%s %s is %s', (zone, day, time) => {
    const start = startOfDay(day as Day, zone);
    expect(clockTimeOf(start, zone)).toBe(time);
    expect(dayOf(start, zone)).toBe(day);
    expect(dayOf((start - 1) as Instant, zone)).toBe(addDays(day as Day, -1));
  });
});

describe('the day and the clock of an instant', () => {
  it('are what the platform itself says, asked again or for the first time', () => {
    const zones = [
      'Asia/Ho_Chi_Minh',
      'America/St_Johns',
      'Africa/Monrovia',
      'Australia/Lord_Howe',
      'Europe/Dublin',
    ];
    const at = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2060, 0, 1) });
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), (ms, zone) => {
        // St. John's changed its clocks a minute after midnight until 2011.
        for (const each of [ms, ms + 59_999, ms]) {
          const shownBy = new Intl.DateTimeFormat('en-CA', {
            timeZone: zone,
            hourCycle: 'h23',
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
          });
          const shownThere = `${dayOf(each as Instant, zone)}, ${clockTimeOf(each as Instant, zone)}`;
          expect(shownThere).toBe(shownBy.format(each));
        }
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(clockTimeOf(Date.UTC(2010, 2, 14, 3, 30) as Instant, 'America/St_Johns')).toBe('00:00');
    expect(clockTimeOf(Date.UTC(2010, 2, 14, 3, 31) as Instant, 'America/St_Johns')).toBe('01:01');
  });
});

describe('a zone', () => {
  it.each(['Asia/Ho_Chi_Minh', 'Europe/Paris', 'Australia/Lord_Howe', 'America/Argentina/Ushuaia', 'UTC'])(
    '%s is one',
    (zone) => expect(isZone(zone)).toBe(true),
  );

  it.each([
    '',
    ' ',
    'local',
    'system',
    'default',
    'UTC+7',
    'utc+07:00',
    '+07:00',
    'GMT+7',
    'Asia/Hanoi',
    'Việt Nam',
    'null',
  ])('“%s” is none', (zone) => expect(isZone(zone)).toBe(false));
});
