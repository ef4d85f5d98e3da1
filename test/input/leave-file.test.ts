import { describe, expect, it } from 'vitest';
import type { AvailabilityEntry } from '../../src/domain/case.ts';
import { caseOf, faultsOf } from './case-fixture.ts';

const leave = (text: string): readonly AvailabilityEntry[] => caseOf({ leave: text }).availability;
const HEAD = 'Họ và tên,Loại,Từ ngày,Đến ngày,Từ giờ,Đến giờ,Lặp lại,Vị trí,Mức độ,Ghi chú\n';

describe('parseLeave', () => {
  it.each([
    ['2027-02-06', '2027-02-06'],
    ['06/02/2027', '2027-02-06'],
    ['6/2/2027', '2027-02-06'],
    ['6-2-2027', '2027-02-06'],
    ['29.02.2028', '2028-02-29'],
  ])('reads the day %s', (written, day) => {
    expect(leave(`name,from\nLê Văn An,${written}\n`)[0]?.from).toBe(day);
  });

  it('counts the last day with; one day when no end is given', () => {
    const [two, one] = leave('name,from,to\nLê Văn An,06/02/2027,07/02/2027\nLê Văn An,28/02/2027,\n');
    expect([two?.from, two?.to]).toEqual(['2027-02-06', '2027-02-08']);
    expect([one?.from, one?.to]).toEqual(['2027-02-28', '2027-03-01']);
  });

  it('reads wishes with times, post, weight and recurrence', () => {
    const row =
      'Trần Thị Bình,Không muốn trực,01/02/2027,28/02/2027,22h,6:00,FREQ=WEEKLY;BYDAY=SU,Giám sát,8,con nhỏ\n';
    expect(leave(HEAD + row)).toEqual([
      {
        staffId: 'tran-thi-binh',
        kind: 'wish-against',
        from: '2027-02-01',
        to: '2027-03-01',
        startTime: '22:00',
        endTime: '06:00',
        rrule: 'FREQ=WEEKLY;BYDAY=SU',
        postId: 'giam-sat',
        weight: 8,
        note: 'con nhỏ',
      },
    ]);
  });

  it('finds people by code, by name and by name without diacritics', () => {
    const staff = 'id,name,skills\nA1,Lê Văn An,giám sát\nA2,Trần Thị Bình,giám sát\n';
    const text = 'id,name,from\na1,,06/02/2027\n,Trần Thị Bình,06/02/2027\n,tran thi binh,07/02/2027\n';
    expect(caseOf({ staff, leave: text }).availability.map((entry) => entry.staffId)).toEqual([
      'A1',
      'A2',
      'A2',
    ]);
  });

  const row = (cells: string): string => `${HEAD}${cells}\n`;

  it.each([
    ['an unknown person', row('Lê Văn Anh,,06/02/2027'), 'leave.csv:2 Họ và tên fault.person.unknown-near'],
    ['nobody', row(',,06/02/2027'), 'leave.csv:2 Họ và tên fault.person.none'],
    ['no day', row('Lê Văn An,phép,'), 'leave.csv:2 Từ ngày fault.cell.empty'],
    [
      'an end before the start',
      row('Lê Văn An,,07/02/2027,06/02/2027'),
      'leave.csv:2 Đến ngày fault.leave.end-before-start',
    ],
    ['31 February', row('Lê Văn An,,31/02/2027'), 'leave.csv:2 Từ ngày fault.day.none'],
    ['29 February of a common year', row('Lê Văn An,,29/02/2027'), 'leave.csv:2 Từ ngày fault.day.none'],
    ['month before day', row('Lê Văn An,,02/13/2027'), 'leave.csv:2 Từ ngày fault.day.month-first'],
    ['an Excel day number', row('Lê Văn An,,46424'), 'leave.csv:2 Từ ngày fault.day.serial'],
    ['a day in words', row('Lê Văn An,,mùng 1'), 'leave.csv:2 Từ ngày fault.day.form'],
    ['a year too far', row('Lê Văn An,,06/02/2027,06/02/2037'), 'leave.csv:2 Đến ngày fault.leave.too-long'],
    ['an unknown kind', row('Lê Văn An,nghi pep,06/02/2027'), 'leave.csv:2 Loại fault.leave.kind-near'],
    ['one time only', row('Lê Văn An,,06/02/2027,,22:00'), 'leave.csv:2 Đến giờ fault.leave.half-time'],
    ['25 o’clock', row('Lê Văn An,,06/02/2027,,25:00,26:00'), 'leave.csv:2 Từ giờ fault.clock'],
    [
      'a bad recurrence',
      row('Lê Văn An,,06/02/2027,,,,FREQ=HOURLY'),
      'leave.csv:2 Lặp lại fault.rrule.frequency',
    ],
    [
      'an unknown post',
      row('Lê Văn An,,06/02/2027,,,,,giam sac'),
      'leave.csv:2 Vị trí fault.post.unknown-near',
    ],
    ['a weight of 11', row('Lê Văn An,,06/02/2027,,,,,,11'), 'leave.csv:2 Mức độ fault.whole'],
    ['no person column', 'from\n06/02/2027\n', 'leave.csv:1 fault.csv.heading-missing'],
  ])('refuses %s', (_, text, expected) => {
    expect(faultsOf({ leave: text })[0]).toBe(expected);
  });

  it('asks for a code when two people share the name', () => {
    const staff = 'id,name,skills\nA1,Lê Văn An,giám sát\nA2,Lê Văn An,giám sát\n';
    expect(faultsOf({ staff, leave: 'name,from\nLê Văn An,06/02/2027\n' })).toEqual([
      'leave.csv:2 name fault.person.ambiguous',
    ]);
    expect(faultsOf({ staff, leave: 'id,name,from\nA1,Trần Thị Bình,06/02/2027\n' })).toEqual([
      'leave.csv:2 name fault.person.mismatch',
    ]);
  });
});
