/** Calendars as programs out there write them: ends in UTC, zones by other names, exceptions at midnight, and damage. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import { formatInstant, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { type BusyReading, readBusyCalendar } from '../../src/input/busy-calendar.ts';

const at = (text: string): Instant => parseInstant(text, VIETNAM) ?? (0 as Instant);
const WITHIN = { start: at('2027-02-01T00:00'), end: at('2027-03-01T00:00') };

function read(text: string, within = WITHIN): BusyReading {
  return readBusyCalendar(new TextEncoder().encode(text), { zone: VIETNAM, within });
}

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];

interface Told {
  readonly days: string[];
  readonly notes: string[];
}

/** `02-06T08:00` of every span; `key line value` of every note. */
function told(reading: BusyReading): Told {
  if (!reading.ok) throw new Error(`${reading.key} ${JSON.stringify(reading.notes)}`);
  return {
    days: reading.spans.map(({ start }) => formatInstant(start, VIETNAM).slice(5, 16)),
    notes: reading.notes.map(({ key, params }) => `${key} ${params.line} ${params.value}`),
  };
}

const file = (name: string): string => readFileSync(join(import.meta.dirname, 'calendars', name), 'utf8');

describe('a rule with an end', () => {
  it('in UTC, as Google writes it, gives every Saturday and Sunday up to then, like the same without an end', () => {
    const within = { start: at('2027-01-01T00:00'), end: at('2027-04-01T00:00') };
    const [ended, endless] = ['google-until.ics', 'google-nountil.ics'].map((name) =>
      told(read(file(name), within)),
    );
    expect(ended).toEqual(endless);
    // The start, a Monday, counts although its rule does not name it (RFC 5545 §3.8.5.3).
    expect(ended?.days).toHaveLength(1 + 24);
    expect(ended?.days.at(-1)).toBe('03-28T06:00');
    const year = { start: at('2027-01-01T00:00'), end: at('2028-01-01T00:00') };
    expect(told(read(file('google-until.ics'), year)).days.at(-1)).toBe('03-28T06:00');
  });

  it.each([
    ['20270210T015900Z', ['02-08T09:00', '02-09T09:00']],
    ['20270210T020000Z', ['02-08T09:00', '02-09T09:00', '02-10T09:00']],
    ['20270209', ['02-08T09:00', '02-09T09:00']],
    ['20270209T235959', ['02-08T09:00', '02-09T09:00']],
    ['20260101T000000Z', ['02-08T09:00']],
  ])('of %s', (until, days) => {
    const lines = [
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20270208T090000',
      'DURATION:PT1H',
      `RRULE:FREQ=DAILY;UNTIL=${until}`,
    ];
    expect(told(read(calendar(...event(...lines))))).toEqual({ days, notes: [] });
  });

  it('in the year 9999 is one without an end', () => {
    const lines = ['DTSTART:20270227T020000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=99991231T000000Z'];
    expect(told(read(calendar(...event(...lines)))).days).toEqual(['02-27T09:00', '02-28T09:00']);
  });
});

describe('a rule begun long ago', () => {
  it.each([
    ['19580206', 'FREQ=YEARLY', ['02-06']],
    ['19850201', 'FREQ=MONTHLY', ['02-01']],
    ['19850202', 'FREQ=WEEKLY', ['02-06', '02-13', '02-20', '02-27']],
    ['19850201', 'FREQ=MONTHLY;BYDAY=-1SU', ['02-28']],
    ['20120229', 'FREQ=YEARLY', []],
  ])('on %s, %s', (start, rule, days) => {
    const lines = [`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`];
    const { notes, days: found } = told(read(calendar(...event(...lines))));
    expect([notes, found.map((day) => day.slice(0, 5))]).toEqual([[], days]);
  });

  it('that counts, or skips weeks, is told when it is older than twenty years', () => {
    const lines = ['DTSTART;VALUE=DATE:19990101', 'RRULE:FREQ=WEEKLY;INTERVAL=2'];
    expect(told(read(calendar(...event(...lines)))).notes).toEqual([
      'busy.note.rule 7 FREQ=WEEKLY;INTERVAL=2',
    ]);
  });
});

describe('a zone', () => {
  it.each([
    ['SE Asia Standard Time', '02-06T09:00'],
    ['W. Europe Standard Time', '02-06T15:00'],
    ['"(UTC+07:00) Bangkok, Hanoi, Jakarta"', '02-06T09:00'],
    ['(UTC+07:00) Bangkok, Hanoi, Jakarta', '02-06T09:00'],
    ['/freeassociation.sourceforge.net/Asia/Ho_Chi_Minh', '02-06T09:00'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Paris', '02-06T15:00'],
    ['/citadel.org/20210210_1/America/Argentina/Buenos_Aires', '02-06T19:00'],
    ['/softwarestudio.org/Tzfile/America/New_York', '02-06T21:00'],
    ['GMT+0700', '02-06T09:00'],
    ['Etc/UTC', '02-06T16:00'],
  ])('named %s is known', (tzid, start) => {
    const lines = [`DTSTART;TZID=${tzid}:20270206T090000`, 'DURATION:PT1H'];
    expect(told(read(calendar(...event(...lines))))).toEqual({ days: [start], notes: [] });
  });

  it.each(['Nowhere/Land', 'local', 'system', 'default', 'constructor', '/x/y/z', ''])(
    'named “%s”, which nobody knows, is told once, and its hours are the unit’s',
    (tzid) => {
      const lines = [`DTSTART;TZID=${tzid}:20270206T090000`, `DTEND;TZID=${tzid}:20270206T100000`];
      const notes = tzid === '' ? [] : [`busy.note.zone-unknown 6 ${tzid}`];
      expect(told(read(calendar(...event(...lines))))).toEqual({ days: ['02-06T09:00'], notes });
    },
  );

  const zone = (...rules: string[]): string[] => [
    ...['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone', ...rules, 'END:VTIMEZONE'],
  ];
  const observance = (kind: string, offsets: string, ...lines: string[]): string[] => {
    const [from, to] = offsets.split(' ');
    return [`BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...lines, `END:${kind}`];
  };
  const LONDON = zone(
    ...observance(
      'STANDARD',
      '+0100 +0000',
      'DTSTART:16010101T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    ),
    ...observance(
      'DAYLIGHT',
      '+0000 +0100',
      'DTSTART:16010101T010000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    ),
  );

  it('of the calendar’s own changes its clock as its rules say', () => {
    const daily = [
      'DTSTART;TZID=Customized Time Zone:20270326T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=4',
    ];
    const within = { start: at('2027-03-01T00:00'), end: at('2027-05-01T00:00') };
    expect(told(read(calendar(...LONDON, ...event(...daily)), within))).toEqual({
      days: ['03-26T16:00', '03-27T16:00', '03-28T15:00', '03-29T15:00'],
      notes: [],
    });
  });

  it.each(['MINUTELY', 'SECONDLY', 'HOURLY', 'DAILY', 'WEEKLY'])(
    'whose clock changes %s is none: it is told, and nothing is expanded',
    (frequency) => {
      const rule = `RRULE:FREQ=${frequency}`;
      const own = zone(...observance('STANDARD', '+0700 +0700', 'DTSTART:19700101T000000', rule));
      const lines = ['DTSTART;TZID=Customized Time Zone:20270206T090000', 'DURATION:PT1H'];
      expect(told(read(calendar(...own, ...event(...lines))))).toEqual({
        days: ['02-06T09:00'],
        notes: ['busy.note.zone-rules 15 Customized Time Zone'],
      });
    },
  );
});

describe('an exception', () => {
  const TIMED = [
    'DTSTART;TZID=Asia/Ho_Chi_Minh:20270208T180000',
    'DURATION:PT2H',
    'RRULE:FREQ=DAILY;COUNT=4',
  ];
  const WHOLE = ['DTSTART;VALUE=DATE:20270208', 'RRULE:FREQ=DAILY;COUNT=4'];
  const left = (lines: readonly string[], exception: string): string[] =>
    told(read(calendar(...event(...lines, exception)))).days.map((day) => day.slice(0, 5));

  it.each([
    'EXDATE;TZID=Asia/Ho_Chi_Minh:20270209T180000',
    'EXDATE:20270209T110000Z',
    'EXDATE;VALUE=DATE:20270209',
    'EXDATE;TZID=Asia/Ho_Chi_Minh:20270209T000000',
    'EXDATE:20270209T000000',
    'EXDATE:20270208T170000Z',
    'EXDATE;TZID=SE Asia Standard Time:20270209T000000',
  ])('of a timed event, written %s', (exception) => {
    expect(left(TIMED, exception)).toEqual(['02-08', '02-10', '02-11']);
  });

  it.each([
    'EXDATE;VALUE=DATE:20270210',
    'EXDATE:20270210',
    'EXDATE:20270210T000000',
    'EXDATE;TZID=Asia/Ho_Chi_Minh:20270210T090000',
    'EXDATE:20270209T170000Z',
  ])('of an event of whole days, written %s', (exception) => {
    const reading = read(calendar(...event(...WHOLE, exception)));
    const spans = reading.ok
      ? reading.spans.map(({ start, end }) =>
          [start, end].map((each) => formatInstant(each, VIETNAM).slice(8, 10)),
        )
      : [];
    expect(spans).toEqual([
      ['08', '10'],
      ['11', '12'],
    ]);
  });

  it('at midnight of a night that begins at midnight takes that one alone', () => {
    const nights = ['DTSTART:20270208T000000', 'DURATION:PT6H', 'RRULE:FREQ=DAILY;COUNT=3'];
    expect(left(nights, 'EXDATE:20270209T000000')).toEqual(['02-08', '02-10']);
  });

  it('in UTC that is midnight there only does not take the next day’s', () => {
    const late = ['DTSTART:20270208T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
    expect(left(late, 'EXDATE:20270209T000000Z')).toEqual(['02-08', '02-10']);
  });

  it.each(['RECURRENCE-ID;VALUE=DATE:20270209', 'RECURRENCE-ID:20270209T000000'])(
    'moved, named by %s, stands where it was moved to and nowhere else',
    (name) => {
      const moved = event(name, 'DTSTART:20270215T080000', 'DURATION:PT1H');
      expect(told(read(calendar(...event(...TIMED), ...moved))).days).toEqual([
        ...['02-08T18:00', '02-10T18:00', '02-11T18:00', '02-15T08:00'],
      ]);
    },
  );

  it('that is no date is told, and the others count', () => {
    const { days, notes } = told(read(calendar(...event(...TIMED, 'EXDATE:nonsense,20270209T180000'))));
    expect(days).toHaveLength(3);
    expect(notes).toEqual(['busy.note.value 9 nonsense']);
  });
});

describe('damage', () => {
  const GOOD = event('DTSTART:20270206T010000Z', 'DTEND:20270206T030000Z');

  it.each([
    ['without a start', ['SUMMARY:x'], 'busy.note.event 9 '],
    ['with a start that is none', ['DTSTART:2027-02-04T::'], 'busy.note.event 11 2027-02-04T::'],
    ['of a day that is none', ['DTSTART:20270230T080000'], 'busy.note.event 11 20270230T080000'],
    ['with an end that is none', ['DTSTART:20270207', 'DTEND:soon'], 'busy.note.event 12 soon'],
    ['with a length that is none', ['DTSTART:20270207', 'DURATION:P'], 'busy.note.event 12 P'],
    ['with a line that is none', ['DTSTART;TZID="x:20270207T080000'], 'busy.note.event 11 '],
  ])('of one event, %s, is told by its line, and those beside it are read', (_what, lines, note) => {
    const bad = event(...lines);
    const reading = told(read(calendar(...GOOD, ...bad, ...GOOD)));
    expect(reading.days).toEqual(['02-06T08:00']);
    expect(reading.notes).toEqual([note]);
  });

  it('of every event is a calendar that cannot be read, and says where', () => {
    expect(read(calendar(...event('DTSTART:x')))).toEqual({
      ok: false,
      key: 'busy.refused.damaged',
      notes: [{ key: 'busy.note.event', params: { line: 6, value: 'x' } }],
    });
  });

  it('that cuts a calendar off is no calendar of a free person', () => {
    const whole = calendar(...GOOD);
    for (const length of [whole.length - 20, 120, 60]) {
      expect(read(whole.slice(0, length))).toMatchObject({ ok: false, key: 'busy.refused.damaged' });
    }
  });

  it('without end is told twenty times, and then counted', () => {
    const reading = read(calendar(...GOOD, ...Array.from({ length: 50 }, () => event('DTSTART:x')).flat()));
    expect(reading.ok && reading.notes).toHaveLength(21);
    expect(reading.ok && reading.notes.at(-1)).toEqual({ key: 'busy.note.more', params: { count: 30 } });
  });

  it('of a title, a place or an alarm is none of ours', () => {
    const lines = ['SUMMARY;X="unclosed', 'no colon here', 'BEGIN:VALARM', 'DURATION:x', 'END:VALARM'];
    expect(told(read(calendar(...event('DTSTART:20270207', ...lines))))).toEqual({
      days: ['02-07T00:00'],
      notes: [],
    });
  });
});

describe('dates that are added', () => {
  it('are busy with the event’s length or their own', () => {
    const lines = [
      ...['DTSTART:20270206T010000Z', 'DURATION:PT1H', 'RDATE:20270207T010000Z,20270208T010000Z'],
      'RDATE;VALUE=PERIOD:20270209T010000Z/PT3H,20270210T010000Z/20270210T020000Z',
    ];
    const reading = read(calendar(...event(...lines)));
    const hours = reading.ok ? reading.spans.map(({ start, end }) => (end - start) / 3_600_000) : [];
    expect(hours).toEqual([1, 1, 1, 3, 1]);
  });
});
