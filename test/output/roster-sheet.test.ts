import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from '../../src/calendar/day.ts';
import type { HolidayBreak } from '../../src/calendar/holidays.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { marksNight } from '../../src/output/roster/columns.ts';
import { rosterSheet, type SheetSource } from '../../src/output/roster/sheet.ts';
import { type RosterSheet, type SheetRow, sheetColumns } from '../../src/output/roster/sheet-model.ts';
import { at, PLAN, ROSTER, reseated, STAFF, samplePlan, sampleRoster } from './sample.ts';

function sheetOf(facts: Partial<SheetSource> = {}): RosterSheet {
  return rosterSheet({ plan: PLAN, roster: ROSTER, language: 'vi', phones: true, ...facts });
}

function rowOf(sheet: RosterSheet, date: string): SheetRow {
  const row = sheet.rows.find((each) => each.date === date);
  if (!row) throw new Error(`no row ${date}`);
  return row;
}

const names = (row: SheetRow): string[][] => row.cells.map(({ seats }) => seats.map(({ name }) => name));

describe('heads and rows', () => {
  it('show posts over their patterns, nights marked', () => {
    const sheet = sheetOf();
    expect(sheet.heads.map(({ name }) => name)).toEqual([
      'Trực lãnh đạo',
      'Giám sát an toàn thông tin',
      'Ứng cứu sự cố, dự phòng',
    ]);
    expect(
      sheetColumns(sheet).map(({ column }) => `${column.label} ${column.range} ${column.night}`),
    ).toEqual([
      ' 07–07 false',
      'Sáng 06–14 false',
      'Chiều 14–22 false',
      'Đêm 22–06 true',
      'Ngày 06–18 false',
      'Đêm 18–06 true',
    ]);
  });

  it('show every day in both calendars with its weekday', () => {
    const heads = sheetOf().rows.map(
      ({ number, weekday, weekdayShort, date, lunar, named }) =>
        `${number} ${weekday} ${weekdayShort} ${date} ${lunar} ${named}`,
    );
    expect(heads).toEqual([
      '1 Thứ Năm T5 04/02 28 Chạp ',
      '2 Thứ Sáu T6 05/02 29 Chạp Giao thừa',
      '3 Thứ Bảy T7 06/02 1 Giêng Mùng 1',
      '4 Chủ nhật CN 07/02 2 Giêng Mùng 2',
      '5 Thứ Hai T2 08/02 3 Giêng Mùng 3',
      '6 Thứ Ba T3 09/02 4 Giêng ',
      '7 Thứ Tư T4 10/02 5 Giêng ',
    ]);
  });

  it('put every person in the seat the roster says', () => {
    expect(names(rowOf(sheetOf(), '04/02'))).toEqual([
      ['Nguyễn Hữu Khánh'],
      ['Bùi Đức Anh', 'Đặng Thu Cúc'],
      ['Đinh Văn Cường', 'Đỗ Hải Đăng'],
      ['Hoàng Minh Đức', 'Hồ Thị Giang'],
      ['Cao Bá Mạnh', 'Chu Thị Nga'],
      ['Kiều Minh Quân', 'La Văn Sơn'],
    ]);
    const shown = sheetOf().rows.flatMap((row) =>
      row.cells.flatMap(({ shiftId, seats }) =>
        seats.map(({ place, staffId }) => ({ shiftId, place, staffId })),
      ),
    );
    expect(new Set(shown.map((seat) => JSON.stringify(seat)))).toEqual(
      new Set(
        ROSTER.assignments.map(({ shiftId, place, staffId }) => JSON.stringify({ shiftId, place, staffId })),
      ),
    );
  });

  it('leave out days and patterns on which nothing is stood', () => {
    const keep = (day: string): boolean => day !== '2027-02-06';
    const plan: Plan = {
      ...PLAN,
      shifts: PLAN.shifts.filter(({ day, patternId }) => keep(day) && patternId !== 'afternoon'),
    };
    const sheet = sheetOf({ plan });
    expect(sheet.rows.map(({ date }) => date)).not.toContain('06/02');
    expect(sheet.rows.at(-1)?.number).toBe(6);
    expect(sheetColumns(sheet)).toHaveLength(5);
    expect(sheet.rows.every(({ cells }) => cells.length === 5)).toBe(true);
  });

  it('leave a cell without a shift when the post keeps none that day', () => {
    const gone = 'watch/night/2027-02-05';
    const sheet = sheetOf({ plan: { ...PLAN, shifts: PLAN.shifts.filter(({ id }) => id !== gone) } });
    expect(rowOf(sheet, '05/02').cells[3]).toEqual({ night: true, seats: [] });
    expect(sheet.vacancies).toBe(0);
  });
});

describe('vacancies', () => {
  const emptied = reseated(ROSTER, 'watch/night/2027-02-05', 0);

  it('stand at their place, said in words, in both languages', () => {
    const sheet = sheetOf({ roster: emptied });
    expect(names(rowOf(sheet, '05/02'))[3]).toEqual(['Chưa bố trí', 'Tạ Quốc Hưng']);
    expect(rowOf(sheet, '05/02').cells[3]?.seats[0]).toEqual({
      title: '',
      place: 0,
      name: 'Chưa bố trí',
      phone: '',
    });
    expect(sheet.vacancies).toBe(1);
    const english = sheetOf({ roster: emptied, language: 'en' });
    expect(names(rowOf(english, '05/02'))[3]?.[0]).toBe('Not assigned');
  });

  it('count to the minimum only, and never drive anyone out', () => {
    const wide = PLAN.shifts.map((shift) =>
      shift.postId === 'watch' ? { ...shift, cover: { minimum: 1, target: 3 } } : shift,
    );
    const sheet = sheetOf({ plan: { ...PLAN, shifts: wide }, roster: emptied });
    expect(names(rowOf(sheet, '05/02'))[3]).toEqual(['Tạ Quốc Hưng']);
    expect(names(rowOf(sheet, '04/02'))[3]).toEqual(['Hoàng Minh Đức', 'Hồ Thị Giang']);
    expect(sheet.vacancies).toBe(0);
  });

  it('fill a roster that nobody is on', () => {
    const sheet = sheetOf({ roster: { ...ROSTER, assignments: [] } });
    expect(sheet.vacancies).toBe(ROSTER.assignments.length);
    expect(sheet.phones).toEqual([]);
  });
});

describe('phones', () => {
  it('list everyone on the sheet by given name', () => {
    const { phones } = sheetOf();
    expect(phones).toHaveLength(22);
    expect(phones.slice(0, 6).map(({ name }) => name)).toEqual([
      'Bùi Đức Anh',
      'Đặng Thu Cúc',
      'Đinh Văn Cường',
      'Lê Quang Duy',
      'Đỗ Hải Đăng',
      'Hoàng Minh Đức',
    ]);
    expect(phones[0]).toEqual({ name: 'Bùi Đức Anh', phone: '0900 000 015' });
    expect(phones.at(-1)).toEqual({ name: 'Phạm Văn Thuận', phone: '0900 000 013' });
  });

  it('stand nowhere when they may not', () => {
    const sheet = sheetOf({ phones: false });
    expect(sheet.phones).toEqual([]);
    expect(JSON.stringify(sheet)).not.toContain('0900');
  });
});

describe('pages', () => {
  it.each([
    [1, [1]],
    [7, [7]],
    [10, [10]],
    [11, [6, 5]],
    [14, [7, 7]],
    [21, [7, 7, 7]],
    [31, [8, 8, 8, 7]],
  ])('%i days make %j', (days, lengths) => {
    const plan = samplePlan(days);
    const { pages } = sheetOf({ plan, roster: sampleRoster(plan) });
    expect(pages.map(({ rows }) => rows.length)).toEqual(lengths);
    expect(pages.map(({ number, of }) => `${number}/${of}`)).toEqual(
      lengths.map((_, i) => `${i + 1}/${lengths.length}`),
    );
    expect(pages.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(
      Array.from({ length: days }, (_, i) => i + 1),
    );
  });

  it('are one, empty, for a plan without shifts', () => {
    const sheet = sheetOf({ plan: { ...PLAN, shifts: [] } });
    expect(sheet.pages).toEqual([{ number: 1, of: 1, rows: [] }]);
  });
});

describe('head and foot of the sheet', () => {
  it('say unit, period and span in both calendars', () => {
    const sheet = sheetOf();
    expect(sheet.unit).toBe('Trung tâm Công nghệ số Lam Giang');
    expect(sheet.title).toBe('Lịch trực Tết Đinh Mùi 2027');
    expect(sheet.span).toBe(
      'Từ 06:00 thứ Năm 04/02 (28 tháng Chạp) đến 06:00 thứ Năm 11/02/2027 (mùng 6 tháng Giêng)',
    );
    expect(sheet.signatures).toEqual(['NGƯỜI LẬP BẢNG', 'TRƯỞNG ĐƠN VỊ DUYỆT']);
  });

  it('say trực once when the period is called so', () => {
    const plan = { ...PLAN, period: { ...PLAN.period, name: 'Trực hỏa tốc 72 giờ' } };
    expect(sheetOf({ plan }).title).toBe('Lịch trực hỏa tốc 72 giờ');
    expect(sheetOf({ plan, language: 'en' }).title).toBe('Duty roster, Trực hỏa tốc 72 giờ');
  });

  it('say which version it is, which it replaces, and whether it still holds', () => {
    const mark = { number: 3, publishedAt: at('2027-02-03T15:04') };
    const replaces = { number: 2, publishedAt: at('2027-01-29T16:30') };
    expect(sheetOf({ version: mark, replaces, supersededBy: 4 }).stamp).toEqual({
      version: 'Bản 3',
      published: '15:04 ngày 03/02/2027',
      replaces: 'thay bản 2 ngày 29/01',
      superseded: 'ĐÃ CÓ BẢN 4 THAY THẾ',
    });
    expect(sheetOf().stamp).toEqual({ version: 'Bản nháp', published: '', replaces: '', superseded: '' });
  });

  it('notes whom to call, how nights count, and that a break of its own days is not official yet', () => {
    const day = parseDay('2027-02-04');
    if (!day) throw new Error('day');
    const tet: HolidayBreak = {
      key: '2027-tet',
      year: 2027,
      kind: 'tet',
      title: 'Tết Đinh Mùi',
      from: day,
      to: addDays(day, 7),
      swaps: [],
      holidays: [],
      status: 'proposal',
      source: 'báo',
      alternatives: [],
    };
    const later = {
      ...tet,
      key: '2027-gio-to',
      from: addDays(day, 70),
      to: addDays(day, 71),
      title: 'Giỗ Tổ',
    };
    const breaks = [{ ...later, from: addDays(day, -30), to: addDays(day, -29) }, tet, later];
    expect(sheetOf({ plan: { ...PLAN, breaks } }).notes).toEqual([
      'Gọi người giám sát đang trực, rồi người ứng cứu, rồi lãnh đạo trực.',
      'Ca đêm tính vào ngày bắt đầu ca.',
      'Tạm tính: lịch nghỉ Tết Đinh Mùi chưa có thông báo chính thức.',
    ]);
  });
});

it('marks a night as one, and no duty round the clock, whoever stands it at night', () => {
  const marked = (start: string, end: string) =>
    marksNight({ night: true, span: { start: at(start), end: at(end) } });
  expect(marked('2027-02-05T22:00', '2027-02-06T06:00')).toBe(true);
  expect(marked('2027-02-05T18:00', '2027-02-06T06:00')).toBe(true);
  expect(marked('2027-02-05T07:00', '2027-02-06T07:00')).toBe(false);
});

it('writes the same sheet whether names came in NFC or NFD', () => {
  const decomposed: Plan = {
    ...PLAN,
    unit: {
      ...PLAN.unit,
      name: PLAN.unit.name.normalize('NFD'),
      callNote: PLAN.unit.callNote?.normalize('NFD') ?? '',
    },
    period: { ...PLAN.period, name: PLAN.period.name.normalize('NFD') },
    posts: PLAN.posts.map((post) => ({
      ...post,
      name: post.name.normalize('NFD'),
      shortName: post.shortName.normalize('NFD'),
      patterns: post.patterns.map((pattern) => ({ ...pattern, label: pattern.label.normalize('NFD') })),
    })),
    staff: STAFF.map((member) => ({ ...member, name: member.name.normalize('NFD') })),
  };
  expect(sheetOf({ plan: decomposed })).toEqual(sheetOf());
});
