/** The files a roster is written to: CSV, plain text and JSON, whole and against their traps. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import type { Roster } from '../../src/domain/roster.ts';
import { LANGUAGES, translate } from '../../src/i18n/translate.ts';
import type { Fault } from '../../src/kernel/fault.ts';
import { rosterSheet, type SheetSource } from '../../src/output/roster/sheet.ts';
import { formatRecord, formatRosterCsv } from '../../src/output/roster-csv.ts';
import { formatRosterJson, parseRosterJson } from '../../src/output/roster-json.ts';
import { formatRosterText } from '../../src/output/roster-text.ts';
import { at, member, PLAN, reseated, STAFF, samplePlan, sampleRoster } from './sample.ts';

const SMALL = samplePlan(2);
const SMALL_ROSTER = reseated(sampleRoster(SMALL), 'watch/night/2027-02-05', 1);
const VERSION = { number: 3, publishedAt: at('2027-02-03T15:04') };
const SOURCE: SheetSource = {
  plan: SMALL,
  roster: SMALL_ROSTER,
  language: 'vi',
  phones: true,
  version: VERSION,
  replaces: { number: 2, publishedAt: at('2027-01-29T16:30') },
};

function golden(name: string): string {
  return readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');
}

describe('CSV', () => {
  it('is written exactly as kept in golden/roster.csv', () => {
    expect(formatRosterCsv(rosterSheet(SOURCE))).toBe(golden('roster.csv'));
  });

  it('begins with a byte order mark and ends every record in CRLF', () => {
    const csv = formatRosterCsv(rosterSheet({ ...SOURCE, phones: false, language: 'en' }));
    expect(csv.startsWith('\ufeffWeekday,Date,Lunar date,Holiday,Post,Shift,Hours,Name\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.split('\r\n')).toHaveLength(1 + 22 + 1);
    expect(csv).not.toContain('0900');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+84900000011', "'+84900000011"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['Đỗ Hải Đăng', 'Đỗ Hải Đăng'],
    ['06–14', '06–14'],
  ])('writes %j as %j', (text, field) => {
    expect(formatRecord([text])).toBe(`${field}\r\n`);
  });

  it('leaves no cell that begins like a formula, whatever people are called', () => {
    const staff = STAFF.map(({ id }) => member(id, '=cmd|"/c calc"!A1', '+1;2,"3"'));
    const csv = formatRosterCsv(rosterSheet({ ...SOURCE, plan: { ...SMALL, staff } }));
    expect(csv).not.toMatch(/(^|[,"\n])[=+\-@\t]/);
    expect(csv).toContain(`"'=cmd|""/c calc""!A1 (…01)"`);
  });
});

describe('plain text', () => {
  it('names who leads with the office in short, the others by name', () => {
    const staff = SOURCE.plan.staff.map((member) => ({ ...member, title: 'Phó Giám đốc' }));
    const text = formatRosterText(rosterSheet({ ...SOURCE, plan: { ...SOURCE.plan, staff } }));
    expect(text).toMatch(/Trực lãnh đạo, 07–07: Đ\/c [^\n,]* – PGĐ\n/);
    expect(text).toContain('(28 Tết');
    expect(text.match(/Đ\/c/g)?.length).toBe(text.match(/Trực lãnh đạo/g)?.length);
  });

  it('is written exactly as kept in golden/roster.txt', () => {
    expect(formatRosterText(rosterSheet(SOURCE))).toBe(golden('roster.txt'));
  });

  it('leaves phones out by choice', () => {
    const text = formatRosterText(rosterSheet({ ...SOURCE, phones: false }));
    expect(text).not.toContain('0900');
    expect(text).not.toContain('ĐIỆN THOẠI');
  });
});

describe('JSON', () => {
  const text = formatRosterJson({ plan: SMALL, roster: SMALL_ROSTER, version: VERSION });

  it('is written exactly as kept in golden/roster.json', () => {
    expect(text).toBe(golden('roster.json'));
  });

  it('holds no phone number', () => {
    expect(text).not.toContain('0900');
  });

  it('comes back as the same roster, for any roster of the plan', () => {
    const seats = PLAN.shifts.flatMap(({ id, cover }) =>
      Array.from({ length: cover.target }, (_, place) => ({ shiftId: id, place })),
    );
    const anyone = fc.array(fc.nat(STAFF.length), { minLength: seats.length, maxLength: seats.length });
    fc.assert(
      fc.property(anyone, (picks) => {
        const taken = new Set<string>();
        const assignments = seats.flatMap((seat, i) => {
          const staffId = STAFF[picks[i] ?? 0]?.id;
          const key = `${seat.shiftId} ${staffId}`;
          if (!staffId || taken.has(key)) return [];
          taken.add(key);
          return [{ ...seat, staffId }];
        });
        const roster: Roster = { periodId: PLAN.period.id, assignments };
        expect(parseRosterJson(formatRosterJson({ plan: PLAN, roster }), PLAN)).toEqual({
          ok: true,
          value: roster,
          warnings: [],
        });
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('reads shifts and seats in any order, behind a byte order mark, with other fields beside', () => {
    const file = JSON.parse(text);
    const shuffled = {
      ...file,
      remark: 'x',
      shifts: file.shifts
        .toReversed()
        .map((shift: { seats: object[] }) => ({ ...shift, seats: shift.seats.toReversed() })),
    };
    const parsed = parseRosterJson(`\ufeff${JSON.stringify(shuffled)}`, SMALL);
    expect(parsed).toEqual({ ok: true, value: SMALL_ROSTER, warnings: [] });
  });
});

describe('JSON with faults', () => {
  const file = {
    format: 'lich-truc/roster',
    formatVersion: 1,
    period: { id: 'tet-2027' },
    shifts: [{ id: 'watch/night/2027-02-05', seats: [{ place: 0, staff: 'nv05' }] }],
  };
  const shifts = (...seats: unknown[]): object => ({
    ...file,
    shifts: [{ id: 'watch/night/2027-02-05', seats }],
  });

  function faultsOf(text: string, plan: Plan = SMALL): readonly Fault[] {
    const parsed = parseRosterJson(text, plan, 'lich.json');
    return parsed.ok ? [] : parsed.faults;
  }

  it('accepts the smallest file', () => {
    expect(faultsOf(JSON.stringify(file))).toEqual([]);
  });

  it.each([
    ['nothing', '', 'fault.roster.syntax', undefined],
    ['half a file', '{"format": "lich-truc', 'fault.roster.syntax', undefined],
    ['another file', '{"staff": []}', 'fault.roster.format', 'format'],
    ['a bare list', '[]', 'fault.roster.format', 'format'],
    ['null', 'null', 'fault.roster.format', 'format'],
    ['a newer form', JSON.stringify({ ...file, formatVersion: 2 }), 'fault.roster.newer', 'formatVersion'],
    ['no shifts', JSON.stringify({ ...file, shifts: undefined }), 'fault.roster.shape', 'shifts'],
    [
      'another period',
      JSON.stringify({ ...file, period: { id: 'tet-2026' } }),
      'fault.roster.period',
      'period.id',
    ],
    [
      'a strange shift',
      JSON.stringify({ ...file, shifts: [{ id: '~', seats: [] }] }),
      'fault.roster.shift',
      'shifts[0].id',
    ],
    [
      'a mistyped shift',
      JSON.stringify({ ...file, shifts: [{ id: 'watch/nihgt/2027-02-05', seats: [] }] }),
      'fault.roster.shift-near',
      'shifts[0].id',
    ],
    [
      'a shift twice',
      JSON.stringify({ ...file, shifts: [...file.shifts, ...file.shifts] }),
      'fault.roster.shift-twice',
      'shifts[1].id',
    ],
    [
      'a stranger',
      JSON.stringify(shifts({ place: 0, staff: 'khách mời' })),
      'fault.roster.staff',
      'shifts[0].seats[0].staff',
    ],
    [
      'a mistyped id',
      JSON.stringify(shifts({ place: 0, staff: 'nv0' })),
      'fault.roster.staff-near',
      'shifts[0].seats[0].staff',
    ],
    [
      'a negative place',
      JSON.stringify(shifts({ place: -1, staff: 'nv05' })),
      'fault.roster.shape',
      'shifts[0].seats[0].place',
    ],
    [
      'an endless place',
      JSON.stringify(shifts({ place: 1e9, staff: 'nv05' })),
      'fault.roster.shape',
      'shifts[0].seats[0].place',
    ],
    [
      'half a place',
      JSON.stringify(shifts({ place: 0.5, staff: 'nv05' })),
      'fault.roster.shape',
      'shifts[0].seats[0].place',
    ],
    [
      'one person twice',
      JSON.stringify(shifts({ place: 0, staff: 'nv05' }, { place: 1, staff: 'nv05' })),
      'fault.roster.staff-twice',
      'shifts[0].seats[1].staff',
    ],
    [
      'one place twice',
      JSON.stringify(shifts({ place: 0, staff: 'nv05' }, { place: 0, staff: 'nv06' })),
      'fault.roster.place-twice',
      'shifts[0].seats[1].place',
    ],
  ])('%s', (_, text, key, column) => {
    const [fault, ...others] = faultsOf(text);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ key, file: 'lich.json', ...(column ? { column } : {}) });
    for (const language of LANGUAGES)
      expect(translate(language, key, fault?.params)).not.toMatch(/\{|^fault/);
  });

  it('tells every fault at once, and no more than a hundred in a heap of noise', () => {
    const two = { ...shifts({ place: 0, staff: '?' }), period: { id: '?' } };
    expect(faultsOf(JSON.stringify(two)).map(({ key }) => key)).toEqual([
      'fault.roster.period',
      'fault.roster.staff',
    ]);
    const noise = Array.from({ length: 50_000 }, (_, i) => ({ id: `noise ${i}`, seats: [] }));
    const faults = faultsOf(JSON.stringify({ ...file, shifts: noise }));
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toMatchObject({ key: 'fault.more', params: { count: 49_900 } });
    const crowd = Array.from({ length: 200_000 }, (_, place) => ({ place, staff: '?' }));
    const crowded = { ...file, shifts: [{ id: 'watch/night/2027-02-05', seats: crowd }] };
    expect(faultsOf(JSON.stringify(crowded)).map(({ key }) => key)).toContain('fault.roster.shape');
  });
});
