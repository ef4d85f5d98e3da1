/** Someone's calendar, read for when they are busy: every way of writing time, recurrences with exceptions, and hostility. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { formatInstant, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { type BusyQuestion, type BusyReading, readBusyCalendar } from '../../src/input/busy-calendar.ts';

const at = (text: string): Instant => parseInstant(text, VIETNAM) ?? (0 as Instant);
const QUESTION = {
  zone: VIETNAM,
  within: { start: at('2027-02-01T00:00'), end: at('2027-03-01T00:00') },
};

const parseBusyCalendar = (text: string, question: BusyQuestion): BusyReading =>
  readBusyCalendar(new TextEncoder().encode(text), question);
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];

function busy(...lines: string[]): string[] {
  const reading = parseBusyCalendar(calendar(...lines), QUESTION);
  if (!reading.ok) throw new Error(reading.key);
  const local = (instant: Instant): string => formatInstant(instant, VIETNAM).slice(5, 16);
  return reading.spans.map(({ start, end }) => `${local(start)} – ${local(end)}`);
}

describe('a busy time', () => {
  it.each([
    ['in UTC', ['DTSTART:20270206T010000Z', 'DTEND:20270206T030000Z'], '02-06T08:00 – 02-06T10:00'],
    [
      'in a named zone',
      ['DTSTART;TZID=Europe/Paris:20270206T090000', 'DTEND;TZID=Europe/Paris:20270206T100000'],
      '02-06T15:00 – 02-06T16:00',
    ],
    ['without a zone', ['DTSTART:20270206T090000', 'DURATION:PT90M'], '02-06T09:00 – 02-06T10:30'],
    ['of a whole day', ['DTSTART;VALUE=DATE:20270206'], '02-06T00:00 – 02-07T00:00'],
    [
      'of whole days',
      ['DTSTART;VALUE=DATE:20270206', 'DTEND;VALUE=DATE:20270209'],
      '02-06T00:00 – 02-09T00:00',
    ],
    [
      'cut at the span asked for',
      ['DTSTART:20260101T000000Z', 'DTEND:20280101T000000Z'],
      '02-01T00:00 – 03-01T00:00',
    ],
  ])('%s', (_what, lines, told) => {
    expect(busy(...event(...lines))).toEqual([told]);
  });

  it('in a zone that only the calendar knows', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:SE Asia Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
      ...['TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'END:STANDARD', 'END:VTIMEZONE'],
    ];
    const timed = (hour: string): string => `;TZID=SE Asia Standard Time:20270206T${hour}0000`;
    expect(busy(...zone, ...event(`DTSTART${timed('09')}`, `DTEND${timed('10')}`))).toEqual([
      '02-06T09:00 – 02-06T10:00',
    ]);
  });

  it.each([
    ['cancelled', 'STATUS:CANCELLED'],
    ['free', 'TRANSP:TRANSPARENT'],
    ['free in Outlook', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
  ])('that is %s does not count', (_what, line) => {
    expect(busy(...event('DTSTART:20270206T010000Z', 'DTEND:20270206T030000Z', line))).toEqual([]);
  });

  it('that takes no time, or ends before it begins, does not count', () => {
    expect(busy(...event('DTSTART:20270206T010000Z'))).toEqual([]);
    expect(busy(...event('DTSTART:20270206T010000Z', 'DTEND:20270206T000000Z'))).toEqual([]);
  });

  it('that touches another is one with it', () => {
    const first = event('DTSTART:20270206T010000Z', 'DTEND:20270206T030000Z');
    const second = event('DTSTART:20270206T030000Z', 'DTEND:20270206T050000Z');
    const inside = event('DTSTART:20270206T020000Z', 'DTEND:20270206T023000Z');
    expect(busy(...second, ...inside, ...first)).toEqual(['02-06T08:00 – 02-06T12:00']);
  });

  it('of published free/busy time counts but for what is free', () => {
    const lines = [
      'FREEBUSY:20270206T010000Z/PT2H,20270207T010000Z/20270207T020000Z',
      'FREEBUSY;FBTYPE=FREE:20270208T010000Z/PT2H',
    ];
    expect(busy('BEGIN:VFREEBUSY', 'UID:1', ...lines, 'END:VFREEBUSY')).toEqual([
      '02-06T08:00 – 02-06T10:00',
      '02-07T08:00 – 02-07T09:00',
    ]);
  });
});

describe('a recurring busy time', () => {
  const weekly = [
    'DTSTART;TZID=Asia/Ho_Chi_Minh:20250106T180000',
    'DURATION:PT2H',
    'RRULE:FREQ=WEEKLY;BYDAY=MO',
  ];

  it('begun years ago is told week by week', () => {
    expect(busy(...event(...weekly)).map((each) => each.slice(0, 5))).toEqual([
      '02-01',
      '02-08',
      '02-15',
      '02-22',
    ]);
  });

  it('leaves out what it excludes, and has an occurrence moved where it was moved to', () => {
    const moved = [
      ...[
        'RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20270215T180000',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20270216T180000',
      ],
      'DURATION:PT2H',
    ];
    const excluded = 'EXDATE;TZID=Asia/Ho_Chi_Minh:20270208T180000';
    expect(busy(...event(...weekly, excluded), ...event(...moved)).map((each) => each.slice(0, 5))).toEqual([
      ...['02-01', '02-16', '02-22'],
    ]);
  });

  it('keeps its clock time across a change of the clock', () => {
    const march = { ...QUESTION, within: { start: at('2027-03-27T00:00'), end: at('2027-03-30T00:00') } };
    const daily = ['DTSTART;TZID=Europe/Paris:20270301T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'];
    const reading = parseBusyCalendar(calendar(...event(...daily)), march);
    const hours = reading.ok
      ? reading.spans.map(({ start }) => formatInstant(start, VIETNAM).slice(5, 16))
      : [];
    expect(hours).toEqual(['03-27T15:00', '03-28T14:00', '03-29T14:00']);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;COUNT=1000000',
    'FREQ=DAILY;UNTIL=99991231T000000Z',
  ])('of the rule %s ends, and quickly', (rule) => {
    expect(busy(...event('DTSTART:20270206T010000Z', 'DURATION:PT1H', `RRULE:${rule}`))[0]).toBe(
      '02-06T08:00 – 02-06T09:00',
    );
  });
});

describe('what is no calendar', () => {
  it.each([
    ['', 'busy.refused.not-a-calendar'],
    ['<html>sign in</html>', 'busy.refused.not-a-calendar'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'busy.refused.damaged'],
    ['BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n', 'busy.refused.not-a-calendar'],
  ])('is refused: %j', (text, key) => {
    expect(parseBusyCalendar(text, QUESTION)).toEqual({ ok: false, key });
  });

  it('is refused when it holds more than anyone’s year', () => {
    const many = Array.from({ length: 20_001 }, () => event('DTSTART:20270206T010000Z')).flat();
    expect(parseBusyCalendar(calendar(...many), QUESTION)).toEqual({
      ok: false,
      key: 'busy.refused.too-much',
    });
  });

  it('is refused when it holds more rules than anyone lives by', () => {
    const rule = event('DTSTART:20270206T010000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
    const rules = (count: number): string[] => Array.from({ length: count }, () => rule).flat();
    expect(parseBusyCalendar(calendar(...rules(300)), QUESTION).ok).toBe(true);
    expect(parseBusyCalendar(calendar(...rules(301)), QUESTION).ok).toBe(false);
  });

  it('never throws, whatever lines it is given', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...[
          'BEGIN:VEVENT',
          'END:VEVENT',
          'BEGIN:VTIMEZONE',
          'END:VTIMEZONE',
          'DTSTART:20270206',
          'DTEND;TZID=:x',
        ],
        ...[
          'RRULE:FREQ=DAILY;BYDAY=99XX',
          'EXDATE:,,',
          'DURATION:P',
          'RDATE;VALUE=PERIOD:20270206T000000Z/P1D',
        ],
        ...['DTSTART;TZID=Nowhere/Land:20270206T000000', 'FREEBUSY:x/y', '__proto__:1', 'RECURRENCE-ID:x'],
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        expect(parseBusyCalendar(calendar(...lines), QUESTION)).toHaveProperty('ok');
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('a time that is none', () => {
  it.each(['DTSTART:2027-02-04T::', 'DTSTART;VALUE=DATE-TIME:co', 'DTSTART:20270204T01'])(
    '%s is damage, and is not thrown (ical.js reads values late)',
    (line) => {
      const read = parseBusyCalendar(calendar(...event(line, 'DURATION:PT1H', 'RRULE:FREQ=DAILY')), QUESTION);
      expect(read.ok || read.key === 'busy.refused.damaged').toBe(true);
    },
  );
});
