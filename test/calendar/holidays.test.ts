/** The shipped breaks against every entry of their source, the law against the breaks, and what a day is. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween, eachDay, parseDay } from '../../src/calendar/day.ts';
import { parseHolidayFile } from '../../src/calendar/holiday-file.ts';
import { deriveBreaks, holidaysWithin } from '../../src/calendar/holiday-law.ts';
import { breaksOfSpan, breaksOfYear } from '../../src/calendar/holiday-sources.ts';
import {
  breakWarnings,
  dayKind,
  type HolidayBreak,
  isHoliday,
  isRestDay,
  isWeekend,
  lastDayOf,
  nextBreak,
} from '../../src/calendar/holidays.ts';
import { lunarOf } from '../../src/calendar/lunar.ts';
import known from './data/breaks.json' with { type: 'json' };

const folder = new URL('../../data/holidays/', import.meta.url);

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

function shipped(): HolidayBreak[] {
  return readdirSync(folder).flatMap((name) => {
    const parsed = parseHolidayFile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.value;
  });
}

const files = shipped();

function byKey(key: string, breaks: readonly HolidayBreak[] = files): HolidayBreak {
  const found = breaks.find((each) => each.key === key);
  if (!found) throw new Error(`no break ${key}`);
  return found;
}

function lunarText(text: string): string {
  const { day: number, month } = lunarOf(day(text));
  return `${number}/${month}`;
}

describe('the shipped files', () => {
  it.each(known)('$key from $from to $to', (fact) => {
    const entry = byKey(fact.key);
    const span = fact.alternative ? entry.alternatives[0] : entry;
    expect(span).toMatchObject({ from: fact.from, to: addDays(day(fact.to), 1), swaps: fact.swaps });
    if (!fact.alternative) expect(entry.status).toBe(fact.status);
    expect(daysBetween(day(fact.from), day(fact.to)) + 1).toBe(fact.days);
    expect(lunarText(fact.from)).toBe(fact.fromLunar);
    expect(lunarText(fact.to)).toBe(fact.toLunar);
  });

  it('hold nothing beside the known breaks', () => {
    expect(files).toHaveLength(known.filter((fact) => !fact.alternative).length);
  });

  it('name a source for whatever is not derived', () => {
    for (const { status, source, key } of files) expect(source === '', key).toBe(status === 'derived');
  });

  it('give each break the paid days of the law', () => {
    const counts = { 'new-year': 1, tet: 5, 'gio-to': 1, 'liberation-labour': 2, culture: 1 };
    for (const { kind, year, holidays, key } of files) {
      const national = year < 2021 ? 1 : 2;
      const expected = { ...counts, national, 'gio-to-liberation-labour': 3 }[kind];
      expect(holidays, key).toHaveLength(expected);
    }
  });
});

describe('the law alone', () => {
  const SWAPPED = [
    '2019-new-year',
    '2019-liberation-labour',
    '2024-liberation-labour',
    '2025-liberation-labour',
    '2026-new-year',
    '2026-national',
  ];

  it('gives every known break of 2018–2027 but those with a swap', () => {
    const missed = known
      .filter((fact) => !fact.alternative)
      .filter((fact) => {
        const derived = deriveBreaks(Number(fact.key.slice(0, 4))).find((each) => each.key === fact.key);
        return derived?.from !== fact.from || lastDayOf(derived) !== fact.to;
      });
    expect(missed.map((fact) => fact.key)).toEqual(SWAPPED);
    expect(missed.every((fact) => fact.swaps.length > 0)).toBe(true);
  });

  it('gives every Tết, Giỗ Tổ and 2/9 without a swap the same paid days as the files', () => {
    for (const entry of files.filter((each) => each.swaps.length === 0)) {
      expect(byKey(entry.key, deriveBreaks(entry.year)).holidays, entry.key).toEqual(entry.holidays);
    }
  });

  it('has one day of Quốc khánh up to 2020, two from 2021, and 24/11 from 2026', () => {
    expect(byKey('2020-national', deriveBreaks(2020)).holidays).toEqual(['2020-09-02']);
    expect(byKey('2021-national', deriveBreaks(2021)).holidays).toEqual(['2021-09-02', '2021-09-03']);
    expect(deriveBreaks(2025).some((each) => each.kind === 'culture')).toBe(false);
    expect(deriveBreaks(2026).some((each) => each.kind === 'culture')).toBe(true);
  });

  it('makes 24/11 on a Saturday up only where the setting says so', () => {
    const plain = byKey('2029-culture', deriveBreaks(2029));
    const madeUp = byKey('2029-culture', deriveBreaks(2029, { cultureDayMadeUp: true }));
    expect([plain.from, lastDayOf(plain)]).toEqual(['2029-11-24', '2029-11-25']);
    expect([madeUp.from, lastDayOf(madeUp)]).toEqual(['2029-11-24', '2029-11-26']);
  });

  it('keeps breaks apart and in order up to 2100', () => {
    const all = Array.from({ length: 2100 - 2014 + 1 }, (_, i) => deriveBreaks(2014 + i)).flat();
    all.slice(1).forEach((each, i) => {
      expect(each.from > (all[i]?.to ?? ''), each.key).toBe(true);
    });
    for (const each of all) {
      expect(isWeekend(addDays(each.from, -1)) || isWeekend(each.to), each.key).toBe(false);
    }
  });

  it('joins Giỗ Tổ with 30/4 where they meet', () => {
    expect(deriveBreaks(2023).map((each) => each.kind)).toEqual([
      'new-year',
      'tet',
      'gio-to-liberation-labour',
      'national',
    ]);
  });

  it.each([2013, 2101, 2027.5])('refuses the year %d', (year) => {
    expect(() => deriveBreaks(year)).toThrow('error.holiday.range');
  });

  it('finds the paid days of an announced Tết that begins a day later', () => {
    const span = { from: day('2027-02-05'), to: day('2027-02-15'), swaps: [] };
    expect(holidaysWithin(2027, 'tet', span)).toEqual(eachDay(day('2027-02-05'), day('2027-02-10')));
  });
});

describe('the paid days of a Tết whose mùng 1 is a Tuesday', () => {
  it.each([
    [2019, '2019-02-04', '2019-02-08'],
    [2022, '2022-01-31', '2022-02-04'],
    [2026, '2026-02-16', '2026-02-20'],
    [2029, '2029-02-12', '2029-02-16'],
  ])('%d: one day before and four after, as the notices name them', (year, first, last) => {
    const days = eachDay(day(first), addDays(day(last), 1));
    const breaks = breaksOfYear(year, { files });
    expect(byKey(`${year}-tet`, breaks).holidays).toEqual(days);
    expect(byKey(`${year}-tet`, deriveBreaks(year)).holidays).toEqual(days);
    expect(days.map((each) => dayKind(each, breaks))).toEqual(Array(5).fill('holiday'));
    // The weekends around are days of rest, paid as such.
    expect([addDays(day(first), -1), addDays(day(last), 1)].map((each) => dayKind(each, breaks))).toEqual([
      'rest',
      'rest',
    ]);
  });
});

describe('what a day is', () => {
  it.each([
    ['2026-08-22', 'working'],
    ['2026-08-23', 'rest'],
    ['2026-08-31', 'rest'],
    ['2026-09-01', 'holiday'],
    ['2026-09-02', 'holiday'],
    ['2026-09-03', 'working'],
    ['2026-02-14', 'rest'],
    ['2026-02-15', 'rest'],
    ['2026-02-20', 'holiday'],
    ['2028-02-29', 'working'],
    ['2027-12-31', 'working'],
    ['2027-05-01', 'holiday'],
    ['2027-05-03', 'rest'],
  ])('%s is %s', (text, kind) => {
    const each = day(text);
    const breaks = breaksOfSpan(each, addDays(each, 1), { files });
    expect(dayKind(each, breaks)).toBe(kind);
    expect(isHoliday(each, breaks)).toBe(kind === 'holiday');
    expect(isRestDay(each, breaks)).toBe(kind !== 'working');
  });
});

describe('which breaks hold', () => {
  it('takes the file, and the law for years without one', () => {
    expect(breaksOfYear(2026, { files }).map((each) => each.key)).toEqual([
      '2026-new-year',
      '2026-tet',
      '2026-gio-to',
      '2026-liberation-labour',
      '2026-national',
      '2026-culture',
    ]);
    expect(breaksOfYear(2030, { files }).every((each) => each.status === 'derived')).toBe(true);
  });

  it('fills what a file leaves out from the law', () => {
    const only = [byKey('2026-tet')];
    const filled = breaksOfYear(2026, { files: only });
    expect(filled).toHaveLength(6);
    expect(byKey('2026-national', filled).status).toBe('derived');
  });

  it("lets the unit's own entry replace the file's, by key", () => {
    const own: HolidayBreak = { ...byKey('2027-tet'), to: day('2027-02-15'), status: 'official' };
    const breaks = breaksOfYear(2027, { files, overrides: [own] });
    expect(breaks.filter((each) => each.kind === 'tet')).toEqual([own]);
  });

  it('lets a joined break replace both halves', () => {
    const joined: HolidayBreak = { ...byKey('2023-gio-to-liberation-labour'), year: 2027 };
    const kinds = breaksOfYear(2027, { files, overrides: [joined] }).map((each) => each.kind);
    expect(kinds).not.toContain('gio-to');
    expect(kinds).not.toContain('liberation-labour');
  });

  it('finds a break that begins in the year before', () => {
    const keys = breaksOfSpan(day('2018-12-29'), day('2018-12-30'), { files }).map((each) => each.key);
    expect(keys).toEqual(['2019-new-year']);
  });

  it('finds the break that has a Saturday worked', () => {
    const keys = breaksOfSpan(day('2026-08-22'), day('2026-08-23'), { files }).map((each) => each.key);
    expect(keys).toEqual(['2026-national']);
  });

  it('finds nothing outside the supported years', () => {
    expect(breaksOfSpan(day('1990-01-01'), day('1991-01-01'), { files })).toEqual([]);
    expect(breaksOfSpan(day('2150-01-01'), day('2151-01-01'), { files })).toEqual([]);
  });

  it('tells the next break, one beginning that very day included', () => {
    expect(nextBreak(day('2026-11-25'), files)?.key).toBe('2027-new-year');
    expect(nextBreak(day('2027-02-04'), files)?.key).toBe('2027-tet');
    expect(nextBreak(day('2027-02-05'), files)?.key).toBe('2027-gio-to');
    expect(nextBreak(day('2028-01-01'), files)).toBeUndefined();
  });
});

describe('warnings', () => {
  it('tell a proposal and its rival', () => {
    const warnings = breakWarnings(day('2027-02-01'), day('2027-03-01'), files);
    expect(warnings.map(({ code, params }) => [code, params.first, params.last])).toEqual([
      ['holiday.proposal', '2027-02-04', '2027-02-10'],
      ['holiday.alternative', '2027-02-05', '2027-02-14'],
    ]);
  });

  it('tell the rival even where only its days are planned', () => {
    expect(breakWarnings(day('2027-02-12'), day('2027-02-13'), files)).toHaveLength(2);
  });

  it('tell a derived break, and nothing of an official one', () => {
    const codes = breakWarnings(day('2027-09-01'), day('2027-09-10'), files).map(({ code }) => code);
    expect(codes).toEqual(['holiday.derived']);
    expect(breakWarnings(day('2026-02-01'), day('2026-03-01'), files)).toEqual([]);
  });

  it('tell that an official day has a proposal beside it', () => {
    const [warning, ...others] = breakWarnings(day('2026-11-20'), day('2026-11-30'), files);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'holiday.alternative', params: { first: '2026-11-21' } });
  });
});
