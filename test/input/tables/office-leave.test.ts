/** Leave as people write it: the kind beside the days, days counted instead of named, days of the moon in words, illness told too freely. */

import { describe, expect, it } from 'vitest';
import { weeklyRule } from '../../../src/input/leave-words.ts';
import { bookOf, type Cell, entriesOf, leaveOf, pastedBook, xlsx } from './lists.ts';

const sheet = async (rows: readonly (readonly Cell[])[]) => bookOf(await xlsx({ Nghỉ: rows }));

/** One cell of days of Bùi Đức Anh; around 1–14 February 2027, mùng 1 on the 6th. */
function daysRead(text: string): string {
  const { lines } = leaveOf(pastedBook(`Họ và tên\tNgày nghỉ\nBùi Đức Anh\t${text}`));
  const suggestion = lines[0]?.faults[0]?.suggestion;
  return [
    ...entriesOf({ lines, aside: [], missing: [], faults: [] }),
    ...(suggestion ? [`(${suggestion})`] : []),
  ].join(' | ');
}

const DAYS: readonly (readonly [string, string])[] = [
  ['từ 28 đến hết mùng 3 Tết', 'anh 2027-02-04 2027-02-09'],
  ['27 tháng Chạp đến mùng Bốn', 'anh 2027-02-03 2027-02-10'],
  ['mồng hai đến mồng bốn', 'anh 2027-02-07 2027-02-10'],
  ['mùng 1, 2, 3', 'anh 2027-02-06 2027-02-09'],
  ['nghỉ chiều 5/2', 'anh 2027-02-05 2027-02-06 12:00-18:00'],
  ['sáng 5/2, chiều 6/2', 'anh 2027-02-05 2027-02-06 06:00-12:00 | anh 2027-02-06 2027-02-07 12:00-18:00'],
  ['ban ngày 5/2', 'anh 2027-02-05 2027-02-06 06:00-18:00'],
  ['nghỉ bù 9,10/2', 'anh 2027-02-09 2027-02-11 (in-lieu)'],
  ['đi CT 3-5/2', 'anh 2027-02-03 2027-02-06 (travel)'],
  ['5/2 đến 7/2 (đi học)', 'anh 2027-02-05 2027-02-08 (study)'],
  ['5/2: nghỉ bù', 'anh 2027-02-05 2027-02-06 (in-lieu)'],
  ['05/02/2027 00:00', 'anh 2027-02-05 2027-02-06'],
  ['2027/02/06', 'anh 2027-02-06 2027-02-07'],
  ['không nghỉ', ''],
  // What does not say its days for sure is asked, with its likely meaning ready.
  ['2/6/27', '? import.ask.day.month-first | (06/02/2027)'],
  ['5/2 (3 ngày)', '? import.ask.day.count | (05/02/2027 - 07/02/2027)'],
  ['3 ngày từ 5/2', '? import.ask.day.count | (05/02/2027 - 07/02/2027)'],
  ['từ 5/2', '? import.ask.day.open | (05/02/2027)'],
  ['6/2 đến 2/6/2027', 'anh 2027-02-06 2027-06-03'],
];

describe('days of leave', () => {
  it.each(DAYS)('“%s”', (text, read) => expect(daysRead(text)).toBe(read));

  it('counted in a column of their own are held against those that are named', async () => {
    const read = leaveOf(
      await sheet([
        ['Họ và tên', 'Từ ngày', 'Đến ngày', 'Số ngày'],
        ['Bùi Đức Anh', '5/2', '8/2', 2],
        ['Đặng Thu Cúc', '5/2', null, 3],
      ]),
    );
    expect(entriesOf(read)).toEqual(['anh 2027-02-05 2027-02-09', '? import.ask.day.more']);
  });

  it('of rows under one merged name are each their own', async () => {
    const read = leaveOf(
      await sheet([
        ['Họ và tên', 'Từ ngày', 'Đến ngày'],
        [{ value: 'Bùi Đức Anh', rowSpan: 2 }, '5/2', '5/2'],
        [null, '9/2', '10/2'],
      ]),
    );
    expect(entriesOf(read)).toEqual(['anh 2027-02-05 2027-02-06', 'anh 2027-02-09 2027-02-11']);
  });

  it('have their halves in a column of codes', async () => {
    const read = leaveOf(
      await sheet([
        ['Họ tên', 'Ngày nghỉ', 'Buổi', 'Loại nghỉ'],
        ['Bùi Đức Anh', '5/2', 'S', 'P'],
        ['Bùi Đức Anh', '6/2', 'C', 'P'],
        ['Bùi Đức Anh', '7/2', 'Sáng + chiều', 'P'],
        ['Bùi Đức Anh', '8/2', '1/2', 'P'],
      ]),
    );
    expect(entriesOf(read)).toEqual([
      'anh 2027-02-05 2027-02-06 06:00-12:00',
      'anh 2027-02-06 2027-02-07 12:00-18:00',
      'anh 2027-02-07 2027-02-08',
      '? half',
    ]);
  });

  it.each([
    ['T7, CN hằng tuần', 'SA,SU'],
    ['thứ 2, 4, 6 hàng tuần', 'MO,WE,FR'],
    ['T2-T6 hằng tuần', 'MO,TU,WE,TH,FR'],
    ['chủ nhật', 'SU'],
    ['cuối tuần', 'SA,SU'],
    ['thứ Ba và thứ Năm mỗi tuần', 'TU,TH'],
  ])('repeat as “%s”', (text, days) => expect(weeklyRule(text)).toBe(`FREQ=WEEKLY;BYDAY=${days}`));

  it.each(['hằng tháng', 'khi rảnh', ''])('do not repeat by the week as “%s”', (text) =>
    expect(weeklyRule(text)).toBeUndefined(),
  );
});

describe('reasons of leave', () => {
  it.each([
    ['nghỉ ốm', 'sick', ''],
    ['Nghỉ ốm đau dạ dày', 'sick', ''],
    ['đi mổ ruột thừa', 'sick', ''],
    ['Phép năm', 'annual', ''],
    ['Đi công tác Hà Nội', 'travel', 'Đi công tác Hà Nội'],
    ['về quê', undefined, 'về quê'],
  ])('“%s” under Lý do says the kind, and of illness no more', (reason, kind, kept) => {
    const paste = `Họ và tên\tTừ ngày\tĐến ngày\tLý do\nBùi Đức Anh\t5/2\t7/2\t${reason}`;
    const [entry] = leaveOf(pastedBook(paste)).lines.flatMap(({ entries }) => entries);
    expect([entry?.leaveKind, entry?.note]).toEqual([kind, kept]);
  });

  it('beside another kind say nothing of illness either, and it is told', () => {
    const paste = 'Họ và tên\tNgày\tLoại\tGhi chú\nBùi Đức Anh\t5/2\tPhép\tkhám bệnh ở Hà Nội';
    const [line] = leaveOf(pastedBook(paste)).lines;
    expect(line?.entries.map(({ note }) => note)).toEqual(['']);
    expect(line?.warnings.map(({ key }) => key)).toEqual(['import.note.ill']);
  });
});
