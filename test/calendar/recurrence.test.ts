/** Recurrences: what duty patterns need, what RFC 5545 forbids, and rules made to hurt. */

import fc from 'fast-check';
import library from 'rrule';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayNumber, eachDay, parseDay, weekday } from '../../src/calendar/day.ts';
import { daysOfRecurrence, expandRecurrence } from '../../src/calendar/recurrence.ts';
import { parseRecurrence, type RecurrenceRule, WEEKDAYS } from '../../src/calendar/recurrence-rule.ts';
import { depth } from '../depth.ts';
import { plainOccurrences } from './plain-recurrence.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

/** Anchored at its first day unless another is given. */
function expand(rrule: string, from: string, to: string, start = from): readonly string[] {
  const span = { from: day(from), to: day(to), start: day(start) };
  const expansion = expandRecurrence({ ...span, rrule });
  return expansion.ok ? expansion.days : expansion.faults.map(({ key }) => key);
}

describe('duty patterns', () => {
  it.each([
    ['every day', 'FREQ=DAILY', ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07']],
    ['every other day', 'FREQ=DAILY;INTERVAL=2', ['2027-02-04', '2027-02-06']],
    ['twice', 'RRULE:FREQ=DAILY;COUNT=2', ['2027-02-04', '2027-02-05']],
    ['until a day, inclusive', 'FREQ=DAILY;UNTIL=20270206', ['2027-02-04', '2027-02-05', '2027-02-06']],
    ['until an hour of a day', 'FREQ=DAILY;UNTIL=20270205T235959', ['2027-02-04', '2027-02-05']],
    ['weekends', 'freq=weekly;byday=SA,SU;', ['2027-02-06', '2027-02-07']],
    ['Fridays', 'FREQ=DAILY;BYDAY=FR', ['2027-02-05']],
    ['the first Saturday', 'FREQ=MONTHLY;BYDAY=1SA', ['2027-02-06']],
    ['the fifth of each month', 'FREQ=MONTHLY;BYMONTHDAY=5', ['2027-02-05']],
    ['one day a year', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=6', ['2027-02-06']],
    ['the 36th day', 'FREQ=YEARLY;BYYEARDAY=36', ['2027-02-05']],
    ['a week of the year', 'FREQ=YEARLY;BYWEEKNO=5;BYDAY=SU', ['2027-02-07']],
    ['the first working day', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', []],
    ['the day the span begins', 'FREQ=YEARLY', ['2027-02-04']],
  ])('%s', (_, rrule, days) => {
    expect(expand(rrule, '2027-02-04', '2027-02-08')).toEqual(days);
  });

  it('leaves out a start that does not fit the rule', () => {
    expect(expand('FREQ=WEEKLY;BYDAY=MO;COUNT=1', '2027-02-04', '2027-02-20')).toEqual(['2027-02-08']);
  });

  it('counts intervals from the start given, and from DTSTART before it', () => {
    expect(expand('FREQ=DAILY;INTERVAL=3', '2027-02-04', '2027-02-10', '2027-02-02')).toEqual([
      '2027-02-05',
      '2027-02-08',
    ]);
    expect(
      expand('DTSTART:20270203\nRRULE:FREQ=DAILY;INTERVAL=3', '2027-02-04', '2027-02-10', '2027-02-02'),
    ).toEqual(['2027-02-06', '2027-02-09']);
    expect(
      expand('DTSTART;VALUE=DATE:20270203\r\nFREQ=DAILY;INTERVAL=3', '2027-02-04', '2027-02-08'),
    ).toEqual(['2027-02-06']);
  });

  it('finds every 29 February and no other day', () => {
    expect(expand('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-01-01', '2033-01-01')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ]);
    expect(expand('FREQ=YEARLY', '2024-02-29', '2029-01-01')).toEqual(['2024-02-29', '2028-02-29']);
  });

  it('takes the last day of each month', () => {
    expect(expand('FREQ=MONTHLY;BYMONTHDAY=-1', '2028-01-15', '2028-04-01')).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
  });

  it('gives nothing for an empty span', () => {
    expect(expand('FREQ=DAILY', '2027-02-04', '2027-02-04')).toEqual([]);
    expect(expand('FREQ=DAILY', '2027-02-04', '2027-02-01')).toEqual([]);
    expect(expand('FREQ=DAILY', '2027-02-04', '2027-02-06', '2028-01-01')).toEqual([]);
  });
});

describe('against plain counting', () => {
  const days = fc.integer({ min: dayNumber(day('2018-01-01')), max: dayNumber(day('2035-01-01')) });

  it('daily intervals', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        (n, step, length) => {
          const from = addDays(day('1970-01-01'), n);
          const to = addDays(from, length);
          const expected = eachDay(from, to).filter((_, i) => i % step === 0);
          expect(daysOfRecurrence(`FREQ=DAILY;INTERVAL=${step}`, { from, to, start: from })).toEqual(
            expected,
          );
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  it('days of the week', () => {
    fc.assert(
      fc.property(days, fc.subarray([...WEEKDAYS], { minLength: 1 }), (n, chosen) => {
        const from = addDays(day('1970-01-01'), n);
        const to = addDays(from, 100);
        const expected = eachDay(from, to).filter((each) => {
          const code = WEEKDAYS[weekday(each) - 1];
          return code !== undefined && chosen.includes(code);
        });
        expect(daysOfRecurrence(`FREQ=WEEKLY;BYDAY=${chosen.join(',')}`, { from, to })).toEqual(expected);
      }),
      { seed: 2, numRuns: 50 },
    );
  });
});

/** Rules of every shape that a person or a program may write; some never occur. */
const anyRule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 5 }),
    wkst: fc.constantFrom('', 'MO', 'SU', 'TH'),
    count: fc.option(fc.integer({ min: 1, max: 40 })),
    byDay: fc.subarray(['MO', 'TU', 'SA', 'SU', '1MO', '-1FR', '2WE', '-2SU']),
    byMonth: fc.subarray(['1', '2', '6', '12']),
    byMonthDay: fc.subarray(['1', '13', '29', '31', '-1', '-2']),
    byYearDay: fc.subarray(['1', '60', '366', '-1', '-100']),
    byWeekNo: fc.subarray(['1', '9', '52', '53', '-1']),
    bySetPos: fc.subarray(['1', '2', '4', '5', '-1', '-2']),
    open: fc.integer({ min: 0, max: 63 }),
  })
  .map(({ freq, interval, wkst, count, open, ...lists }) => {
    const part = (name: string, values: readonly (string | number)[]): string[] =>
      values.length > 0 ? [`${name}=${values.join(',')}`] : [];
    // Most rules have one part or two; each bit leaves one out.
    const by = Object.entries(lists).flatMap(([name, values], i) =>
      open & (1 << i) ? [] : part(name.toUpperCase(), values),
    );
    const all = [`FREQ=${freq}`, `INTERVAL=${interval}`, ...part('WKST', wkst === '' ? [] : [wkst]), ...by];
    return [...all, ...part('COUNT', count === null ? [] : [count])].join(';');
  })
  .filter((text) => parseRecurrence(text).ok);

const anyDay = fc
  .integer({ min: dayNumber(day('2018-01-01')), max: dayNumber(day('2032-01-01')) })
  .map((number) => addDays(day('1970-01-01'), number));

function ruleOf(text: string): RecurrenceRule {
  const check = parseRecurrence(text);
  if (!check.ok) throw new Error(text);
  return check.rule;
}

describe('rules of every shape', () => {
  it('mean the days that RFC 5545 says, when each day is asked by itself', () => {
    const property = fc.property(
      anyRule,
      anyDay,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 900 }),
      (rrule, start, later, length) => {
        const from = addDays(start, later);
        const to = addDays(from, length);
        const plain = plainOccurrences(ruleOf(rrule), start, to).filter((each) => each >= from);
        expect(daysOfRecurrence(rrule, { from, to, start }), rrule).toEqual(plain);
      },
    );
    fc.assert(property, { seed: 5545, numRuns: depth({ short: 80, deep: 1_000 }) });
  });

  it('mean the days that another program finds, where it does not err', () => {
    // rrule.js joins `MO,-1FR` to days that are both, counts positions of the first week from the start, and counts a day
    // twice that two positions name; these rules have none of it.
    const known = anyRule.filter((text) => !/BYSETPOS|BYWEEKNO|BYDAY=[^;]*\d/.test(text));
    const property = fc.property(known, anyDay, (rrule, start) => {
      const to = addDays(start, 1_500);
      const other = library.RRule.fromString(`DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rrule}`);
      const found = other.between(new Date(`${start}T00:00Z`), new Date(`${to}T00:00Z`), true);
      const days = found.map((date) => date.toISOString().slice(0, 10)).filter((each) => each < to);
      expect(daysOfRecurrence(rrule, { from: start, to, start }), rrule).toEqual(days);
    });
    fc.assert(property, { seed: 281, numRuns: depth({ short: 60, deep: 300 }) });
  });

  it('give the same days in pieces as in one, with an anchor and without', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 6 });
    const property = fc.property(anyRule, anyDay, fc.option(anyDay), cuts, (rrule, from, anchor, lengths) => {
      const start = anchor === null ? {} : { start: anchor };
      const to = addDays(from, 720);
      const marks = [from, ...[...lengths].sort((a, b) => a - b).map((length) => addDays(from, length)), to];
      const pieces = marks
        .slice(1)
        .flatMap((mark, i) => daysOfRecurrence(rrule, { from: marks[i] ?? from, to: mark, ...start }));
      expect(pieces, rrule).toEqual(daysOfRecurrence(rrule, { from, to, ...start }));
    });
    fc.assert(property, { seed: 9, numRuns: depth({ short: 80, deep: 500 }) });
  });

  it('name a day once that two positions name', () => {
    const rrule = 'FREQ=MONTHLY;BYDAY=SA;BYSETPOS=4,-1';
    expect(expand(rrule, '2027-02-01', '2027-03-01')).toEqual(['2027-02-27']);
    expect(expand(rrule, '2027-01-01', '2027-03-01')).toEqual(['2027-01-23', '2027-01-30', '2027-02-27']);
    // COUNT counts days, not names.
    expect(expand(`${rrule};COUNT=2`, '2027-02-01', '2027-04-01')).toEqual(['2027-02-27', '2027-03-27']);
  });

  it('count the positions of a week that began before the start', () => {
    // Thursday 4 February 2027: the second day of its week that the rule names is Friday, not Sunday.
    expect(expand('FREQ=WEEKLY;BYDAY=MO,FR,SU;BYSETPOS=2', '2027-02-04', '2027-02-14')).toEqual([
      '2027-02-05',
      '2027-02-12',
    ]);
  });

  it('keep their weeks without an anchor: every second Monday is one Monday in two', () => {
    const mondays = (from: string, to: string): readonly string[] =>
      daysOfRecurrence('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { from: day(from), to: day(to) });
    const weeks = [mondays('2027-03-01', '2027-03-08'), mondays('2027-03-08', '2027-03-15')];
    expect(weeks.flat()).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    ['', 'fault.rrule.empty'],
    ['RRULE:', 'fault.rrule.empty'],
    [' \n ', 'fault.rrule.empty'],
    ['INTERVAL=2', 'fault.rrule.frequency'],
    ['FREQ=SECONDLY', 'fault.rrule.frequency'],
    ['FREQ=MINUTELY', 'fault.rrule.frequency'],
    ['FREQ=HOURLY', 'fault.rrule.frequency'],
    ['FREQ=OFTEN', 'fault.rrule.frequency'],
    ['FREQ=DAILY;INTERVAL=0', 'fault.rrule.number'],
    ['FREQ=DAILY;INTERVAL=-1', 'fault.rrule.number'],
    ['FREQ=DAILY;INTERVAL=1e9', 'fault.rrule.number'],
    ['FREQ=DAILY;INTERVAL=2,3', 'fault.rrule.number'],
    ['FREQ=DAILY;COUNT=999999', 'fault.rrule.number'],
    ['FREQ=DAILY;COUNT=99999999999999999999', 'fault.rrule.number'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20270301', 'fault.rrule.untilCount'],
    ['FREQ=DAILY;UNTIL=20270230', 'fault.rrule.until'],
    ['FREQ=DAILY;UNTIL=20270209T170000Z', 'fault.rrule.until'],
    ['FREQ=DAILY;UNTIL=99990101', 'fault.rrule.until'],
    ['FREQ=DAILY;BYHOUR=8', 'fault.rrule.part'],
    ['FREQ=DAILY;BYEASTER=0', 'fault.rrule.part'],
    ['FREQ=DAILY;TZID=Asia/Ho_Chi_Minh', 'fault.rrule.part'],
    ['FREQ=DAILY;__proto__=1', 'fault.rrule.part'],
    ['FREQ=DAILY;BYDAY=', 'fault.rrule.part'],
    ['FREQ=DAILY;;', 'fault.rrule.part'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'fault.rrule.repeated'],
    ['FREQ=WEEKLY;BYDAY=T2', 'fault.rrule.weekday'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'fault.rrule.combination'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'fault.rrule.weekday'],
    ['FREQ=MONTHLY;BYDAY=54MO', 'fault.rrule.weekday'],
    ['FREQ=WEEKLY;WKST=XX', 'fault.rrule.weekday'],
    ['FREQ=MONTHLY;BYMONTH=13', 'fault.rrule.number'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'fault.rrule.number'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'fault.rrule.combination'],
    ['FREQ=DAILY;BYYEARDAY=3', 'fault.rrule.combination'],
    ['FREQ=MONTHLY;BYWEEKNO=3', 'fault.rrule.combination'],
    ['FREQ=DAILY;BYDAY=MO;BYSETPOS=1', 'fault.rrule.combination'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'fault.rrule.setpos'],
    ['DTSTART;TZID=Asia/Ho_Chi_Minh:20270204T000000\nFREQ=DAILY', 'fault.rrule.start'],
    ['DTSTART:20270204T000000Z\nFREQ=DAILY', 'fault.rrule.start'],
    ['20270204\nFREQ=DAILY', 'fault.rrule.start'],
    ['DTSTART:20270204\nFREQ=DAILY\nEXDATE:20270205', 'fault.rrule.lines'],
    [`FREQ=MONTHLY;BYMONTHDAY=${'1,'.repeat(5000)}1`, 'fault.rrule.long'],
  ])('%s', (rrule, key) => {
    expect(expand(rrule, '2027-02-04', '2027-02-08')).toEqual([key]);
  });

  it('tells every fault at once, with what to look at', () => {
    const check = parseRecurrence('FREQ=WEEKLY;INTERVAL=0;BYDAY=XX;COLOUR=RED');
    expect(check.ok ? [] : check.faults).toEqual([
      { key: 'fault.rrule.part', params: { part: 'COLOUR=RED', allowed: expect.stringContaining('FREQ') } },
      { key: 'fault.rrule.number', params: { part: 'INTERVAL', value: '0', least: 1, most: 1000 } },
      { key: 'fault.rrule.weekday', params: { value: 'XX', allowed: 'MO, TU, WE, TH, FR, SA, SU' } },
    ]);
  });

  it('refuses years the calendar does not hold', () => {
    expect(expand('FREQ=DAILY', '2100-12-30', '2101-01-01')).toEqual(['2100-12-30', '2100-12-31']);
    expect(expand('FREQ=DAILY', '2100-12-30', '2101-01-02')).toEqual(['fault.rrule.span']);
    expect(expand('FREQ=DAILY', '1967-12-31', '1968-01-02')).toEqual(['fault.rrule.span']);
    expect(expand('FREQ=DAILY', '2027-01-01', '2027-01-02', '1900-01-01')).toEqual(['fault.rrule.span']);
  });

  it('refuses more than two thousand days', () => {
    const from = day('2027-01-01');
    expect(expand('FREQ=DAILY', from, addDays(from, 2000))).toHaveLength(2000);
    expect(expand('FREQ=DAILY', from, addDays(from, 2001))).toEqual(['fault.rrule.tooMany']);
  });

  it('throws the first fault where the rule was checked before', () => {
    const span = { from: day('2027-02-04'), to: day('2027-02-08') };
    expect(() => daysOfRecurrence('FREQ=HOURLY', span)).toThrow('fault.rrule.frequency');
  });
});

// Unbounded, the first of these looks at every day up to the year 9999 and takes seconds.
describe('rules that never occur come back at once', () => {
  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=WE',
    'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5',
    'FREQ=WEEKLY;INTERVAL=1000;BYMONTH=6;BYDAY=MO;COUNT=2000',
    'FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=53MO',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
  ])(
    '%s',
    (rrule) => {
      expect(expand(rrule, '2027-02-04', '2027-05-01')).toEqual([]);
    },
    1_000,
  );

  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=FR',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=12;BYDAY=-1FR',
    'FREQ=YEARLY;BYYEARDAY=-1',
  ])('%s that begins in 1968 still reaches the last day of 2100', (rrule) => {
    expect(expand(rrule, '2100-12-31', '2101-01-01', '1968-01-01')).toEqual(['2100-12-31']);
  });
});
