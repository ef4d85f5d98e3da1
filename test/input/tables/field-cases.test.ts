/** Lists as offices have them (invented people): each gives exactly its people and days, or asks. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookOf, entriesOf, leaveOf, peopleOf, staffOf } from './lists.ts';

const field = (name: string) => bookOf(readFileSync(join(import.meta.dirname, 'field', name)), name);

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'I01-two-line-header.xlsx': [
    'Nguyễn Hải Sơn|Giám đốc|Ban Giám đốc|0900000678|0243825111',
    'Trần Thị Mỹ Duyên|Phó Giám đốc|Ban Giám đốc|0900001321|0243825112',
    'Lê Hoàng Anh Tuấn|Trưởng phòng|Phòng Hạ tầng|0900 000 679|',
    'Phạm Thị Thúy|Kỹ sư|Phòng Hạ tầng|0900 000 680|0243 825 113',
    'Hoàng Văn Thụ|Kỹ sư|Phòng Hạ tầng|0900000681|0900001322',
  ],
  'I02-phones.xlsx': [
    'Nguyễn Văn An|||0900000678|',
    'Trần Văn Bình|||0900000678|',
    'Lê Thị Cúc|||+84 900 000 678|',
    'Phạm Văn Dũng|||0900000678|0900001321',
    'Hoàng Thị Em|||0900000678 máy lẻ 102|',
    'Vũ Văn Giang|||02438251111|',
    'Đỗ Thị Hà|||02438251111|',
    'Bùi Văn Hải|||090 000 0678|',
    'Đặng Thị Lan|||0900000678|',
    '? import.ask.phone.short',
    'Cao Thị Nga|||0900000678|0900001321',
    '? import.ask.phone.letters',
    'Hồ Văn Quý|||0900000678|',
    'Mai Thị Sen||||',
    'Lý Văn Tâm||||',
  ],
  'I06c-merged-name.xlsx': [
    'Nguyễn Hữu Khánh|Giám đốc||0900000011|',
    'Trần Thị Bích Hà|Phó Giám đốc||0900000012|',
    'Lê Quang Duy|Trưởng phòng||0900000013|',
    'Vũ Quang Duy|Chuyên viên||0900000099|',
  ],
  'I09-base.xls': [
    'Nguyễn Hữu Khánh|Giám đốc|||',
    'Trần Thị Bích Hà|Phó Giám đốc|||',
    'Lê Quang Duy|Trưởng phòng|||',
    'Đặng Thị Phương|Chuyên viên|||',
  ],
  'I10-tcvn3.xlsx': [
    'Nguyễn Hữu Khánh|Giám đốc|||',
    'Trần Thị Bích Hà|Phó Giám đốc|||',
    'Lê Quang Duy|Trưởng phòng|||',
    'Đặng Thị Phương|Chuyên viên|||',
  ],
  'I18-merged-dept.xlsx': [
    'Nguyễn Văn An||Phòng Hạ tầng|0900000021|',
    'Trần Văn Bình||Phòng Hạ tầng|0900000022|',
    'Lê Thị Cúc||Phòng Hạ tầng|0900000023|',
  ],
  'I20-thuy.xlsx': [
    'Nguyễn Thị Thùy|||0900000101|',
    'Nguyễn Thị Thúy|||0900000102|',
    'Nguyễn Thị Thủy|||0900000103|',
    'Lê Văn Tuấn|||0900000104|',
    'Lê Văn Tuân|||0900000105|',
  ],
};

describe('lists of people from the field', () => {
  it.each(Object.entries(PEOPLE))('%s', async (name, people) => {
    const read = staffOf(await field(name));
    expect(peopleOf(read)).toEqual(people);
    expect(read.faults).toEqual([]);
  });

  it('set aside what is no person, each row with its reason', async () => {
    const { aside } = staffOf(await field('I01-two-line-header.xlsx'));
    expect(aside.map(({ row, aside: kind }) => `${row} ${kind}`)).toEqual([
      '1 title',
      '2 title',
      '4 title',
      '5 title',
      '9 section',
      '13 section',
      '18 total',
      '20 signature',
      '21 signature',
    ]);
  });

  it('tell the conversion of old letters with samples', async () => {
    const { table } = staffOf(await field('I10-tcvn3.xlsx'));
    expect(table.sheet.conversion?.from).toBe('tcvn3');
    expect(table.sheet.conversion?.samples).toContainEqual(['NguyÔn H÷u Kh¸nh', 'Nguyễn Hữu Khánh']);
  });

  it('have sheets to choose from; a hidden one is told, and read only when it is chosen', async () => {
    const book = await field('I07-sheets.xlsx');
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Phòng Hạ tầng', false],
      ['Phòng ATTT', false],
      ['Cũ 2023', true],
    ]);
    expect(peopleOf(staffOf(book))).toEqual(['Lê Thị Cúc|||0900000023|', 'Phạm Văn Dũng|||0900000024|']);
    expect(peopleOf(staffOf(book, { sheet: 0 }))).toEqual([
      'Nguyễn Văn An|||0900000021|',
      'Trần Văn Bình|||0900000022|',
    ]);
  });

  it('ask about doubtful numbers with the likely one ready, and take the answer', async () => {
    const book = await field('I02-phones.xlsx');
    const asked = staffOf(book).people.flatMap(({ faults }) => faults);
    expect(asked.map(({ suggestion }) => suggestion)).toEqual(['', '0900000678']);
    const mends = [
      { row: 11, column: 1, text: '' },
      { row: 13, column: 1, text: '0900000678' },
    ];
    expect(staffOf(book, { mends }).people.every(({ member }) => member)).toBe(true);
  });

  it('leave nobody of the list taken for another', async () => {
    const { people } = staffOf(await field('I20-thuy.xlsx'));
    expect(new Set(people.map(({ member }) => member?.id)).size).toBe(5);
  });
});

describe('lists of leave from the field', () => {
  it('are read line by line; what does not name its days or its person is asked', async () => {
    const read = leaveOf(await field('L01-leave.xlsx'));
    expect(entriesOf(read)).toEqual([
      '? import.ask.day.serial',
      '? import.ask.day.month-first',
      'anh 2027-02-06 2027-02-09 no year',
      'anh 2027-02-06 2027-02-07 2 digit',
      'anh 2027-02-06 2027-02-07 lunar',
      'anh 2027-02-04 2027-02-05 lunar2',
      'anh 2027-02-06 2027-02-09 range in cell',
      'anh 2027-02-05 2027-02-07 list',
      'anh 2027-02-09 2027-02-10 list',
      'anh 2027-02-06 2027-02-07 words',
      'anh 2027-02-06 2027-02-07 weekday',
      'anh 2027-02-06 2027-02-07 07:30-11:30 half day',
      'anh 2027-02-06 2027-02-07 06:00-12:00 half day word',
      'anh 2027-02-06 2027-02-07 22:00-06:00 range time',
      '? half',
      'anh 2027-02-06 2027-02-07 (maternity) kind maternity',
      'anh 2027-02-06 2027-02-07 (study) kind study',
      'anh 2027-02-06 2027-02-07 họp: kind meeting',
      'anh 2027-02-06 2027-02-07 (in-lieu) kind lieu',
      'anh 2027-02-06 2027-02-07 nghỉ không lương: kind unpaid',
      'anh 2027-02-06 2027-02-07 kind P',
      'anh 2027-02-06 2027-02-11 (travel) kind ok',
      '? who',
      '? who',
      '? who',
      'anh 2027-02-06 2027-02-07 two people',
      'cuc 2027-02-06 2027-02-07 two people',
      'cuc 2027-02-06 2027-02-08 07:30-11:30 real dates',
    ]);
    expect(read.faults).toEqual([]);
  });

  it('name those a line may mean, and go by the answers', async () => {
    const book = await field('L01-leave.xlsx');
    const questions = leaveOf(book).lines.flatMap(({ question }) => question ?? []);
    const whom = questions.filter(({ kind }) => kind === 'who');
    expect(whom.map((each) => each.kind === 'who' && each.choices.map(({ id }) => id))).toEqual([
      ['anh'],
      ['anh'],
      ['anh'],
    ]);
    const answers = new Map(questions.map(({ id, kind }) => [id, kind === 'who' ? 'is:anh' : 'pm']));
    const read = leaveOf(book, { answers });
    expect(read.lines.filter(({ question }) => question)).toEqual([]);
    expect(entriesOf(read)).toContain('anh 2027-02-06 2027-02-07 12:00-18:00 kind');
  });

  it('of people and days are read by their codes; one nobody knows is asked', async () => {
    const book = await field('L02-leave-matrix.xlsx');
    expect(entriesOf(leaveOf(book))).toEqual(['anh 2027-02-04 2027-02-06', '? code']);
    const none = leaveOf(book, { answers: new Map([['code-x', 'none']]) });
    expect(entriesOf(none)).toEqual(['anh 2027-02-04 2027-02-06', 'cuc 2027-02-06 2027-02-07']);
    const leave = leaveOf(book, { answers: new Map([['code-x', 'leave']]) });
    expect(entriesOf(leave)).toContain('cuc 2027-02-08 2027-02-09');
  });
});
