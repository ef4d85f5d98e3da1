/** Calendars made to cost more than they weigh: a person gives the address of one, and the server reads it. */

import type { Instant } from '../../src/calendar/interval.ts';
import { hostileFiles } from './hostile-file.ts';

const WITHIN = {
  start: Date.parse('2027-01-01T00:00:00Z') as Instant,
  end: Date.parse('2028-02-05T00:00:00Z') as Instant,
};

type Lines = readonly string[];
const calendar = (...parts: readonly Lines[]): Uint8Array =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts.flat(), 'END:VCALENDAR', ''].join('\r\n'));
/** As an argument each, so many lines would overflow the stack. */
const repeated = (line: string, count: number): string =>
  Array.from({ length: count }, () => line).join('\r\n');
const event = (...lines: string[]): Lines => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
const times = (count: number, of: (index: number) => Lines): Lines =>
  Array.from({ length: count }, (_, i) => of(i)).flat();
const START = 'DTSTART:20270206T010000Z';
const IN_ZONE = ['DTSTART;TZID=Z:20270206T080000', 'DURATION:PT1H'];
const zone = (rule: string, name = 'Z', start = '19700101T000000'): Lines => [
  ...['BEGIN:VTIMEZONE', `TZID:${name}`, 'BEGIN:STANDARD', `DTSTART:${start}`, rule],
  ...['TZOFFSETFROM:+0700', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE'],
];
const repeating =
  (rule: string): (() => Uint8Array) =>
  () =>
    calendar(event(START, 'DURATION:PT1H', `RRULE:${rule}`));
const values = (name: string, count: number): string =>
  `${name}:${Array.from({ length: count }, (_, i) => `20270${1 + (i % 9)}${10 + (i % 19)}T010000Z`).join(',')}`;

export const CALENDARS = hostileFiles(
  'calendars',
  { kind: 'calendar', options: async () => ({ zone: 'Asia/Ho_Chi_Minh', within: WITHIN }) },
  [
    {
      name: 'a calendar that is one',
      short: true,
      ends: 'read',
      bytes: () => calendar(event(START, 'DURATION:PT1H')),
    },
    ...['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY'].map((frequency) => ({
      name: `a zone whose clock changes ${frequency}`,
      short: true as const,
      ends: 'read' as const,
      bytes: () => calendar(zone(`RRULE:FREQ=${frequency}`), event(...IN_ZONE)),
    })),
    {
      name: 'a zone whose yearly rule runs through minutes and seconds',
      bytes: () =>
        calendar(
          zone('RRULE:FREQ=YEARLY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3;BYSECOND=0,1,2,3'),
          event(...IN_ZONE),
        ),
    },
    {
      name: 'a zone begun in the year 1, for ever',
      bytes: () =>
        calendar(zone('RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z', 'Z', '00010101T000000'), event(...IN_ZONE)),
    },
    {
      name: '20 rules of a zone, and an event in every year there is',
      bytes: () => {
        const observances = times(20, (i) =>
          zone(`RRULE:FREQ=YEARLY;BYMONTH=${1 + (i % 12)};BYDAY=-1SU`).slice(2, -1),
        );
        const own = ['BEGIN:VTIMEZONE', 'TZID:Z', ...observances, 'END:VTIMEZONE'];
        const years = times(9_000, (i) =>
          event(`DTSTART;TZID=Z:${String(1000 + i)}0206T080000`, 'DURATION:PT1H'),
        );
        return calendar(own, years);
      },
    },
    {
      name: '30,000 zones, each the zone of an event',
      bytes: () =>
        calendar(
          times(15_000, (i) => zone('RRULE:FREQ=YEARLY', `Z${i}`)),
          times(15_000, (i) => event(`DTSTART;TZID=Z${i}:20270206T080000`, 'DURATION:PT1H')),
        ),
    },
    {
      name: 'zones within zones',
      bytes: () =>
        calendar(
          times(50_000, () => ['BEGIN:VTIMEZONE', 'TZID:Z']),
          times(50_000, () => ['END:VTIMEZONE']),
        ),
      ends: 'refused',
    },
    {
      name: '300,000 parameters',
      short: true,
      bytes: () => calendar(event(`DTSTART${';A=b'.repeat(300_000)}:20270206`)),
    },
    {
      name: '300,000 values of one parameter',
      bytes: () => calendar(event(`DTSTART;TZID=${'a,'.repeat(300_000)}:20270206`)),
    },
    { name: '300,000 quotes', bytes: () => calendar(event(`DTSTART;TZID=${'"'.repeat(300_001)}:20270206`)) },
    {
      name: 'a zone with a name of 90,000 letters',
      bytes: () => calendar(event(`DTSTART;TZID=${'/a'.repeat(45_000)}:20270206T080000`, 'DURATION:PT1H')),
    },
    { name: 'a line of 4 MB', bytes: () => calendar(event(START, `SUMMARY:${'x'.repeat(4_000_000)}`)) },
    {
      name: 'a title folded 150,000 times',
      bytes: () => calendar(event(START, 'SUMMARY:x', repeated(' x', 150_000))),
    },
    {
      name: '4 MB of lines that are none',
      bytes: () => calendar(event(START, repeated('DTSTART', 190_000))),
    },
    {
      name: '100,000 components begun',
      ends: 'refused',
      bytes: () => calendar(times(100_000, () => ['BEGIN:X'])),
    },
    { name: 'a name of 2 MB', bytes: () => calendar([`${'A'.repeat(2_000_000)}:1`], event(START)) },
    ...['SECONDLY', 'MINUTELY', 'HOURLY'].map((frequency) => ({
      name: `an event that repeats ${frequency} up to the year 9999`,
      bytes: repeating(`FREQ=${frequency};UNTIL=99991231T235959Z`),
    })),
    { name: 'a count of a thousand million', bytes: repeating('FREQ=DAILY;COUNT=1000000000') },
    { name: 'a rule that never comes', bytes: repeating('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30') },
    {
      name: 'a rule of 100,000 days of the month',
      bytes: repeating(`FREQ=MONTHLY;BYMONTHDAY=${'1,'.repeat(49_000)}1`),
    },
    {
      name: '300 rules with every part there is, begun twenty years ago',
      bytes: () => {
        const days = Array.from({ length: 31 }, (_, i) => i + 1).join(',');
        const rule = `RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTHDAY=${days};BYSETPOS=-1`;
        return calendar(times(300, () => event('DTSTART:20080206T010000Z', 'DURATION:PT1H', rule)));
      },
    },
    {
      name: '300 daily rules begun in 1970',
      bytes: () =>
        calendar(
          times(300, () => event('DTSTART:19700101T010000Z', 'DURATION:P30D', 'RRULE:FREQ=DAILY;INTERVAL=1')),
        ),
    },
    {
      name: '20,000 rules',
      ends: 'refused',
      bytes: () => calendar(times(20_000, () => event(START, 'DURATION:PT1H', 'RRULE:FREQ=DAILY'))),
    },
    {
      name: '200 rules of one event',
      bytes: () =>
        calendar(event(START, 'DURATION:PT1H', ...Array.from({ length: 2_000 }, () => 'RRULE:FREQ=DAILY'))),
    },
    {
      name: '2,000 rules that take away',
      bytes: () =>
        calendar(event(START, 'DURATION:PT1H', ...Array.from({ length: 2_000 }, () => 'EXRULE:FREQ=DAILY'))),
    },
    {
      name: '200,000 dates added',
      ends: 'refused',
      bytes: () =>
        calendar(event(START, 'DURATION:PT1H', ...Array.from({ length: 200 }, () => values('RDATE', 1_000)))),
    },
    {
      name: '200,000 dates left out',
      ends: 'refused',
      bytes: () =>
        calendar(
          event(
            START,
            'DURATION:PT1H',
            'RRULE:FREQ=DAILY',
            ...Array.from({ length: 200 }, () => values('EXDATE', 1_000)),
          ),
        ),
    },
    {
      name: '19,000 events that stand in for one',
      bytes: () =>
        calendar(
          event(START, 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
          times(19_000, () => event('RECURRENCE-ID:20270206T010000Z', START, 'DURATION:PT1H')),
        ),
    },
    {
      name: '19,000 events of a thousand years',
      bytes: () => calendar(times(19_000, () => event('DTSTART:10000206T010000Z', 'DURATION:P999999D'))),
    },
    {
      name: '200,000 periods of busy time',
      bytes: () => {
        const periods = Array.from({ length: 2_500 }, (_, i) => `2027010${1 + (i % 9)}T010000Z/PT1H`).join(
          ',',
        );
        return calendar([
          'BEGIN:VFREEBUSY',
          ...Array.from({ length: 60 }, () => `FREEBUSY:${periods}`),
          'END:VFREEBUSY',
        ]);
      },
    },
    { name: '40,000 events', ends: 'refused', bytes: () => calendar(times(40_000, () => event(START))) },
    {
      name: '10,000 events of a zone by a foreign path',
      bytes: () =>
        calendar(
          times(10_000, (i) =>
            event(`DTSTART;TZID=/x/${i}/Asia/Ho_Chi_Minh:20270206T080000`, 'DURATION:PT1H'),
          ),
        ),
    },
  ],
);
