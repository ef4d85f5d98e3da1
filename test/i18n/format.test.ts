import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/calendar/day.ts';
import type { Interval } from '../../src/calendar/interval.ts';
import { lunarOf } from '../../src/calendar/lunar.ts';
import { NAMED_DAYS } from '../../src/calendar/named-days.ts';
import { parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import {
  formatBothCalendars,
  formatClockDay,
  formatClockRange,
  formatCountdown,
  formatDate,
  formatDayName,
  formatDuration,
  formatLunarFull,
  formatLunarLong,
  formatLunarShort,
  formatNamedDay,
  formatPaperHours,
  formatPercent,
  formatStamp,
  formatWeekday,
  formatWeekdayDate,
  formatWeekdayDateShort,
  formatWeekdayInline,
  formatWeekdayShort,
  joinLunarAndName,
} from '../../src/i18n/format.ts';
import { LANGUAGES } from '../../src/i18n/translate.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function span(start: string, end: string): Interval {
  const from = parseInstant(start, VIETNAM);
  const to = parseInstant(end, VIETNAM);
  if (from === undefined || to === undefined) throw new Error(`${start} ${end}`);
  return { start: from, end: to };
}

describe('weekdays and dates', () => {
  it('names the week from Monday, 1 February 2027, to Sunday', () => {
    const week = Array.from({ length: 7 }, (_, i) => day(`2027-02-0${i + 1}`));
    expect(week.map((d) => formatWeekday('vi', d)).join(' ')).toBe(
      'Thứ Hai Thứ Ba Thứ Tư Thứ Năm Thứ Sáu Thứ Bảy Chủ nhật',
    );
    expect(week.map((d) => formatWeekdayShort('vi', d)).join(' ')).toBe('T2 T3 T4 T5 T6 T7 CN');
    expect(week.map((d) => formatWeekdayShort('en', d)).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun');
  });

  it('writes the weekday before the date, small inside a sentence', () => {
    expect(formatWeekdayDate('vi', day('2027-02-04'))).toBe('Thứ Năm 04/02');
    expect(formatWeekdayDateShort('vi', day('2027-02-07'))).toBe('CN 07/02');
    expect(formatWeekdayInline('vi', day('2027-02-07'))).toBe('chủ nhật');
    expect(formatWeekdayInline('en', day('2027-02-07'))).toBe('Sunday');
    expect(formatDate(day('2028-02-29'))).toBe('29/02/2028');
    expect(formatBothCalendars('vi', day('2027-02-06'))).toBe('Thứ Bảy 06/02 (mùng 1 tháng Giêng)');
  });
});

describe('clocks', () => {
  it.each([
    ['2027-02-05T22:00', '2027-02-06T06:00', '22–06'],
    ['2027-02-05T07:00', '2027-02-06T07:00', '07–07'],
    ['2027-02-05T22:30', '2027-02-06T06:15', '22:30–06:15'],
    ['2027-02-05T22:00', '2027-02-06T06:30', '22:00–06:30'],
    ['2027-02-05T16:00', '2027-02-06T00:00', '16–00'],
    ['2027-02-05T07:00', '2027-02-07T07:00', '07–07 (48 giờ)'],
  ])('writes %s to %s as %s', (start, end, expected) => {
    expect(formatClockRange('vi', span(start, end), VIETNAM)).toBe(expected);
  });

  it('says a moment in words', () => {
    const { start } = span('2027-02-04T07:00', '2027-02-04T08:00');
    expect(formatClockDay('vi', start, { zone: VIETNAM })).toBe('07:00 thứ Năm 04/02');
    expect(formatClockDay('en', start, { zone: VIETNAM, year: true })).toBe('07:00 Thursday 04/02/2027');
    expect(formatStamp('vi', start, VIETNAM)).toBe('07:00 ngày 04/02/2027');
    expect(formatStamp('en', start, VIETNAM)).toBe('07:00 on 04/02/2027');
  });

  it('says the hours of a shift as official papers do', () => {
    const day = span('2027-02-04T06:00', '2027-02-04T14:30');
    const night = span('2027-02-04T22:00', '2027-02-05T06:00');
    expect(formatPaperHours('vi', day, VIETNAM)).toBe('từ 06\u00a0giờ\u00a000 đến 14\u00a0giờ\u00a030');
    expect(formatPaperHours('vi', night, VIETNAM)).toBe(
      'từ 22\u00a0giờ\u00a000 đến 06\u00a0giờ\u00a000 hôm sau',
    );
    expect(formatPaperHours('en', night, VIETNAM)).toBe('22:00 to 06:00 the next day');
  });
});

describe('durations', () => {
  it.each([
    [45, '45 phút', '45 min'],
    [480, '8 giờ', '8 h'],
    [558, '9 giờ 18 phút', '9 h 18 min'],
    [0, '0 phút', '0 min'],
    [4320, '72 giờ', '72 h'],
  ])('%i minutes', (minutes, vi, en) => {
    expect(formatDuration('vi', minutes)).toBe(vi);
    expect(formatDuration('en', minutes)).toBe(en);
  });

  it('counts down in days from two days on', () => {
    expect(formatCountdown('vi', 2879)).toBe('47 giờ 59 phút');
    expect(formatCountdown('vi', 2880)).toBe('2 ngày');
    expect(formatCountdown('vi', 2880 + 185)).toBe('2 ngày 3 giờ');
  });
});

describe('lunar dates', () => {
  it.each([
    ['2027-02-04', '28 Chạp', '28 tháng Chạp', '28/12 lunar', '28th of the 12th lunar month'],
    ['2027-02-06', '1 Giêng', 'mùng 1 tháng Giêng', '1/1 lunar', '1st of the 1st lunar month'],
    ['2027-02-16', '11 Giêng', '11 tháng Giêng', '11/1 lunar', '11th of the 1st lunar month'],
    ['2027-04-16', '10 tháng 3', 'mùng 10 tháng 3', '10/3 lunar', '10th of the 3rd lunar month'],
    [
      '2020-05-25',
      '3 tháng 4 nhuận',
      'mùng 3 tháng 4 nhuận',
      '3/leap 4 lunar',
      '3rd of the leap 4th lunar month',
    ],
  ])('%s', (solar, short, long, shortEn, longEn) => {
    const lunar = lunarOf(day(solar));
    expect(formatLunarShort('vi', lunar)).toBe(short);
    expect(formatLunarLong('vi', lunar)).toBe(long);
    expect(formatLunarShort('en', lunar)).toBe(shortEn);
    expect(formatLunarLong('en', lunar)).toBe(longEn);
  });

  it('names the lunar year, which begins at Tết', () => {
    expect(formatLunarFull('vi', lunarOf(day('2027-02-06')))).toBe('mùng 1 tháng Giêng năm Đinh Mùi');
    expect(formatLunarFull('vi', lunarOf(day('2027-02-05')))).toBe('29 tháng Chạp năm Bính Ngọ');
  });

  it('joins a lunar date and a name without saying the same twice', () => {
    expect(joinLunarAndName('29 tháng Chạp', 'Giao thừa')).toBe('29 tháng Chạp, Giao thừa');
    expect(joinLunarAndName('mùng 1 tháng Giêng', 'Mùng 1')).toBe('mùng 1 tháng Giêng');
    expect(joinLunarAndName('mùng 4 tháng Giêng', '')).toBe('mùng 4 tháng Giêng');
  });

  it('names a day in its head unless the lunar date says it all', () => {
    expect(formatDayName('vi', day('2027-02-05'))).toBe('Giao thừa');
    expect(formatDayName('vi', day('2027-02-08'))).toBe('Mùng 3');
    expect(formatDayName('vi', day('2027-02-09'))).toBe('');
    expect(formatDayName('en', day('2027-09-02'))).toBe('National Day');
  });

  it('has a name for every named day in both languages, no two alike', () => {
    for (const language of LANGUAGES) {
      const names = NAMED_DAYS.map((name) => formatNamedDay(language, name));
      expect(new Set(names).size).toBe(NAMED_DAYS.length);
      expect(names.filter((name) => name.startsWith('named-day.'))).toEqual([]);
    }
    expect(formatNamedDay('vi', 'giao-thua')).toBe('Giao thừa');
  });
});

describe('percent', () => {
  it.each([
    [0.0005, 'nearest', '0,05'],
    [0.0005, 'up', '0,05'],
    [0.000501, 'up', '0,06'],
    [0.000501, 'nearest', '0,05'],
    [0, 'up', '0'],
    [0.125, 'nearest', '12,5'],
  ] as const)('%f rounded %s is %s', (share, rounding, expected) => {
    expect(formatPercent('vi', share, rounding)).toBe(`${expected}\u00a0%`);
    expect(formatPercent('en', share, rounding)).toBe(`${expected.replace(',', '.')}\u00a0%`);
  });
});
