/** The fields of a letter: read from JSON, made complete from the unit; hours by category; the short code. */

import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/calendar/day.ts';
import type { HolidayBreak } from '../../src/calendar/holidays.ts';
import { VIETNAM } from '../../src/calendar/zone.ts';
import type { DocumentFields } from '../../src/domain/document-fields.ts';
import { lieuDays, NO_MINUTES, onSiteMinutes, totalOnSite } from '../../src/domain/duty-hours.ts';
import { parseDocumentFields } from '../../src/input/document-file.ts';
import { contextOf } from '../../src/output/documents/document-request.ts';
import { shortCode } from '../../src/output/documents/identity.ts';
import { letterOf } from '../../src/output/documents/letter.ts';
import { at, FIELDS, requestOf, samplePlan } from './sample-documents.ts';

const PLAN = samplePlan('tet-2027-province');

function letter(fields: DocumentFields): ReturnType<typeof letterOf> {
  return letterOf(contextOf(requestOf(PLAN, { fields })));
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe('a letter', () => {
  it('takes from the unit what nobody gave', () => {
    const { head, recipients, typeTitle, signer } = letter({});
    expect(typeTitle).toBe('THÔNG BÁO');
    expect(head.parent).toEqual(['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'TỈNH LAM GIANG']);
    expect(head.number.replace(/\u00a0/g, '_')).toBe('Số: ________/TB-TTCNS');
    expect(recipients.lines.at(-1)).toBe('- Lưu: VT.');
    expect(recipients.lines.slice(0, -1).every((line) => /^- .*[^;];$/.test(line))).toBe(true);
    expect(signer).toEqual({ office: ['THỦ TRƯỞNG ĐƠN VỊ'], name: '' });
  });

  it.each([
    [{ number: 5 }, 'Số: 05/TB-TTCNS'],
    [{ number: 10 }, 'Số: 10/TB-TTCNS'],
    [{ number: 7, type: 'plan' }, 'Số: 07/KH-TTCNS'],
    [{ number: 123, type: 'decision' }, 'Số: 123/QĐ-TTCNS'],
    [{ number: 5, symbol: 'TB-SKHCN' }, 'Số: 05/TB-SKHCN'],
  ] as const)('numbers %j as %s', (fields, number) => {
    expect(letter(fields).head.number).toBe(number);
  });

  it.each([
    ['2027-01-05', 'Lam Giang, ngày 05 tháng 01 năm 2027'],
    ['2027-02-25', 'Lam Giang, ngày 25 tháng 02 năm 2027'],
    ['2027-03-09', 'Lam Giang, ngày 09 tháng 3 năm 2027'],
    ['2026-12-31', 'Lam Giang, ngày 31 tháng 12 năm 2026'],
  ])('writes %s with noughts where the decree wants them', (date, words) => {
    expect(letter({ date: day(date) }).head.placeAndDate).toBe(words);
  });

  it('closes every recipient once', () => {
    const { lines } = letter({ recipients: ['Sở A;', 'Phòng B.', 'Ông C'] }).recipients;
    expect(lines).toEqual(['- Sở A;', '- Phòng B;', '- Ông C;', '- Lưu: VT.']);
  });
});

describe('document.json', () => {
  const parse = (value: unknown): ReturnType<typeof parseDocumentFields> =>
    parseDocumentFields(new TextEncoder().encode(JSON.stringify(value)));

  it('gives back what it holds', () => {
    expect(parse(FIELDS)).toEqual({ ok: true, value: FIELDS, warnings: [] });
    expect(parse({})).toEqual({ ok: true, value: {}, warnings: [] });
  });

  it.each([
    [{ date: '2027-02-30' }, 'fault.document.day', 'date'],
    [{ symbol: 'TB / TTCNS' }, 'fault.document.symbol', 'symbol'],
    [{ urgency: 'hoả tốc' }, 'fault.json.choice', 'urgency'],
    [{ number: 0 }, 'fault.json.number-small', 'number'],
    [{ signers: {} }, 'fault.json.unknown-key-near', 'signers'],
    [{ signer: { capacity: 'head' } }, 'fault.json.missing', 'signer.authority'],
  ])('tells the fault of %j', (value, key, column) => {
    const parsed = parse(value);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => [fault.key, fault.column])).toEqual([[key, column]]);
  });

  it('tells all faults at once', () => {
    const parsed = parse({ date: 'mai', number: 'năm', place: 3 });
    expect(parsed.ok ? 0 : parsed.faults.length).toBe(3);
  });
});

describe('hours of duty', () => {
  const BREAK: HolidayBreak = {
    key: '2027-tet',
    year: 2027,
    kind: 'tet',
    title: 'Tết',
    from: day('2027-02-04'),
    to: day('2027-02-11'),
    swaps: [],
    holidays: [day('2027-02-06')],
    status: 'official',
    source: 'x',
    alternatives: [],
  };
  const span = (from: string, to: string) => ({ start: at(from), end: at(to) });

  it.each([
    ['2027-02-03T06:00', '2027-02-03T14:00', { working: 8 }, {}],
    // Over Giao thừa: two hours of a rest day, six of mùng 1, all night.
    ['2027-02-05T22:00', '2027-02-06T06:00', {}, { rest: 2, holiday: 6 }],
    ['2027-02-06T14:00', '2027-02-06T23:00', { holiday: 8 }, { holiday: 1 }],
    ['2027-02-03T07:00', '2027-02-04T07:00', { working: 15, rest: 1 }, { working: 2, rest: 6 }],
  ] as const)('%s to %s', (from, to, byDay, byNight) => {
    const hours = (part: object) => ({
      working: 0,
      rest: 0,
      holiday: 0,
      ...Object.fromEntries(Object.entries(part).map(([kind, count]) => [kind, Number(count) * 60])),
    });
    const minutes = onSiteMinutes(span(from, to), [BREAK], VIETNAM);
    expect(minutes).toEqual({ day: hours(byDay), night: hours(byNight), standby: 0 });
    expect(totalOnSite(minutes)).toBe((at(to) - at(from)) / 60_000);
  });

  it.each([
    [0, 0],
    [119, 0],
    [120, 0.5],
    [480, 1],
    [1440, 3],
    [1600, 3.5],
  ])('%i minutes earn %f days at 480 a day', (working, days) => {
    expect(lieuDays({ ...NO_MINUTES, day: { ...NO_MINUTES.day, working } }, 480)).toBe(days);
  });
});

describe('the short code', () => {
  it('has eight figures without I, L, O and U, and changes with the content', () => {
    const codes = Array.from({ length: 2_000 }, (_, i) => shortCode(`bản ${i}`));
    expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
