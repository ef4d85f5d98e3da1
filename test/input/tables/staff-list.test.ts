/** People of a table held against the list of today: who is who, what changes, what is asked. */

import { describe, expect, it } from 'vitest';
import { STAFF_FIELD_NAMES } from '../../../src/domain/staff-fields.ts';
import { CATALOGUES, type MessageKey } from '../../../src/i18n/catalogue.ts';
import { STAFF_COLUMNS, type StaffColumn } from '../../../src/input/columns.ts';
import { keyOf } from '../../../src/input/sheet.ts';
import { packTable, unpackBook } from '../../../src/input/tables/list-table.ts';
import { member, pastedBook, peopleOf, staffOf } from './lists.ts';

const imported = (
  text: string,
  today = [] as ReturnType<typeof member>[],
  leavers = [] as ReturnType<typeof member>[],
) => staffOf(pastedBook(text), {}, { today, leavers });
const answered = (text: string, today: ReturnType<typeof member>[], answers: Record<string, string>) =>
  staffOf(pastedBook(text), { answers: new Map(Object.entries(answers)) }, { today });

describe('a table', () => {
  it('is separated by tabs when it was pasted, commas in cells or not', () => {
    expect(pastedBook('Tên\tKỹ năng\nAn\ta, b, c').sheets[0]?.rows[1]?.cells).toEqual(['An', 'a, b, c']);
    expect(pastedBook('Tên;Phòng\nAn;Mạng').sheets[0]?.rows[1]?.cells).toEqual(['An', 'Mạng']);
  });

  it('comes back from a form as it went, and nothing else does', () => {
    const { table } = imported('Tên\tPhòng\n"An\n""Hai"""\t<b>');
    expect(unpackBook(packTable(table))).toEqual(table.book);
    const rows = (cells: string) =>
      `{"name":"x","sheets":[{"name":"","hidden":false,"merges":[],"hiddenRows":[],"hiddenColumns":[],"rows":[${cells}]}]}`;
    expect(unpackBook(rows('[1,"a"]'))).toBeDefined();
    for (const bad of [
      '',
      '{}',
      '[1]',
      rows('[0,"a"]'),
      rows('["a"]'),
      rows(`[1,${'"a",'.repeat(70)}"a"]`),
    ]) {
      expect(unpackBook(bad), bad).toBeUndefined();
    }
  });

  it('is mended cell by cell, short rows too', () => {
    const mends = [
      { row: 2, column: 1, text: ' Mạng ' },
      { row: 9, column: 0, text: 'x' },
      { row: 2, column: 99, text: 'x' },
    ];
    expect(staffOf(pastedBook('Tên\tPhòng\nAn'), { mends }).table.sheet.rows[1]?.cells).toEqual([
      'An',
      'Mạng',
    ]);
  });

  it.each(['vi', 'en'] as const)('knows every heading that this program writes in %s', (language) => {
    const words = CATALOGUES[language];
    const read = STAFF_FIELD_NAMES.map((field): StaffColumn | undefined =>
      keyOf(words[`staff.field.${field}` as MessageKey], STAFF_COLUMNS),
    );
    expect(read).toEqual(STAFF_FIELD_NAMES);
  });
});

describe('people of a table', () => {
  it('are found by code and by name; columns left out keep what is known', () => {
    const khanh = member('Nguyễn Hữu Khánh');
    const { people, missing } = imported('Họ tên\tPhòng\nNguyễn Hữu Khánh\tMạng', [khanh, member('Lan')]);
    expect(people[0]).toMatchObject({ before: khanh, changed: ['department'] });
    expect(people[0]?.member).toEqual({ ...khanh, department: 'Mạng' });
    expect(missing.map(({ name }) => name)).toEqual(['Lan']);
  });

  it.each([
    ['Ngô Thị Hoà', 'Ngô Thị Hòa'],
    ['NGÔ THỊ HÒA', 'Ngô Thị Hòa'],
    ['Đ/c Ngô Thị Hòa', 'Ngô Thị Hòa'],
    ['ThS. Ngô Thị Hòa', 'Ngô Thị Hòa'],
    ['Ngo Thi Hoa', 'Ngô Thị Hòa'],
    ['Lý Văn Tám', 'Lí Văn Tám'],
    ['Trần Thuý', 'Trần Thúy'],
  ])('spelt otherwise are asked about, never decided: %s', (written, known) => {
    const someone = member(known, { id: 'one', phone: '0900 000 009' });
    const text = `Họ tên\tSĐT\n${written}\t0900000010`;
    const open = imported(text, [someone]);
    expect(open.people[0]?.question).toMatchObject({ kind: 'near', choices: [{ id: 'one' }] });
    expect(open.missing).toEqual([]);
    const same = answered(text, [someone], { 'who-2': 'is:one' });
    expect(same.people[0]).toMatchObject({ before: { id: 'one' }, member: { phone: '0900000010' } });
    const other = answered(text, [someone], { 'who-2': 'new' });
    expect(other.people[0]?.member?.id).not.toBe('one');
    expect(other.people[0]?.before).toBeUndefined();
  });

  it.each([
    ['Ngô Thị Hoà', 'Ngô Thị Hoa'],
    ['Trần Thị Thùy', 'Trần Thị Thúy'],
    ['Trần Thị Thủy', 'Trần Thị Thúy'],
    ['Lê Văn Tuấn', 'Lê Văn Tuân'],
    ['Lê Đức Anh', 'Lê Đức Ánh'],
    ['Đinh Văn Nam', 'Dinh Văn Nam'],
  ])('with other marks are other people: %s, %s', (written, known) => {
    const { people, missing } = imported(`Họ tên\n${written}`, [member(known)]);
    expect(people[0]).toMatchObject({ member: { name: written } });
    expect(people[0]?.before).toBeUndefined();
    expect(missing).toHaveLength(1);
  });

  it('of a name that several have are told by number or department, else asked', () => {
    const two = [
      member('Lê An', { id: 'a1', phone: '0900 000 001', department: 'Mạng' }),
      member('Lê An', { id: 'a2', phone: '0900 000 002', department: 'Hạ tầng' }),
    ];
    expect(imported('Họ tên\tSĐT\nLê An\t0900000002', two).people[0]).toMatchObject({ before: { id: 'a2' } });
    expect(imported('Họ tên\tPhòng\nLê An\tMạng', two).people[0]).toMatchObject({ before: { id: 'a1' } });
    expect(imported('Họ tên\nLê An', two).people[0]?.question).toMatchObject({ kind: 'namesakes' });
    expect(answered('Họ tên\nLê An', two, { 'who-2': 'is:a1' }).people[0]).toMatchObject({
      before: { id: 'a1' },
    });
    expect(imported('Mã\tHọ tên\nA2\tLê An Văn', two).people[0]).toMatchObject({
      before: two[1],
      changed: ['name'],
    });
  });

  it('that stand twice are asked about: the same, or a namesake', () => {
    const text = 'Họ tên\tPhòng\nLê Văn Hùng\tMạng\nLê Văn Hùng\tHạ tầng';
    expect(imported(text).people[1]?.question).toMatchObject({ id: 'twice-3', kind: 'twice', earlier: 2 });
    expect(peopleOf(answered(text, [], { 'twice-3': 'new' }))).toEqual([
      'Lê Văn Hùng||Mạng||',
      'Lê Văn Hùng||Hạ tầng||',
    ]);
    const again = answered(text, [], { 'twice-3': 'again' });
    expect(again.people.map((each) => each.again)).toEqual([false, true]);
  });

  it('get a code of their own, whoever left with the same one; who left comes back', () => {
    const left = member('Lê Cũ', { id: 'le-cu' });
    expect(imported('Họ tên\nLê Cũ', [], [left]).people[0]).toMatchObject({
      returns: true,
      member: { id: 'le-cu' },
    });
    const taken = member('Ai Khác', { id: 'le-moi' });
    expect(imported('Họ tên\nLê Mới', [taken]).people[0]?.member?.id).toBe('le-moi-2');
  });

  it('have skills as the unit spells them, and new ones that look like slips are told', () => {
    const { people } = imported('Họ tên\tKỹ năng\nAn\tGiam sat; lãnh đạp', []);
    expect(people[0]?.member?.skills).toEqual(['giám sát', 'lãnh đạp']);
    expect(people[0]?.warnings).toMatchObject([
      { column: 1, key: 'fault.import.skill-near', params: { suggestion: 'lãnh đạo' } },
    ]);
  });

  it('that are the same change nothing, in whatever order their skills stand and however a number is spaced', () => {
    const an = member('An', { skills: ['a', 'b'] });
    expect(
      imported('Họ tên\tKỹ năng\tSố đêm tối đa\tSĐT\nAn\tb; a\t2\t0900000001', [an]).people[0]?.changed,
    ).toEqual([]);
    expect(imported('Họ tên\tSố đêm tối đa\nAn\t', [an]).people[0]).toMatchObject({
      changed: ['nights'],
      member: { limits: {} },
    });
  });

  it('are dropped and brought back row by row', () => {
    const text = 'Họ tên\tSĐT\nLê An\t0900000001\nTổng cộng: 1\t';
    expect(staffOf(pastedBook(text), { flips: new Set(['2']) }).people).toEqual([]);
    const back = staffOf(pastedBook(text), { flips: new Set(['3']) });
    expect(back.people.map(({ line }) => line.row)).toEqual([2, 3]);
  });
});
