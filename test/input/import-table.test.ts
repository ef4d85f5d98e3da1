/** Tables handed over on pages: guessed at, carried along, mended; people held against the list of today. */

import { describe, expect, it } from 'vitest';
import { BLANK_MEMBER, type StaffMember } from '../../src/domain/staff.ts';
import { STAFF_FIELD_NAMES } from '../../src/domain/staff-fields.ts';
import { CATALOGUES, type MessageKey } from '../../src/i18n/catalogue.ts';
import { STAFF_COLUMNS, type StaffColumn } from '../../src/input/columns.ts';
import {
  guessChoice,
  type ImportTable,
  mendTable,
  packTable,
  readImportPaste,
  unpackTable,
} from '../../src/input/import-table.ts';
import { keyOf } from '../../src/input/sheet.ts';
import { readStaffImport, STAFF_SHAPE } from '../../src/input/staff-import.ts';

function pasted(text: string): ImportTable {
  const read = readImportPaste('dán', text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.table;
}

function member(name: string, changes: Partial<StaffMember> = {}): StaffMember {
  return {
    ...BLANK_MEMBER,
    id: name.toLowerCase(),
    name,
    phone: '0900 000 001',
    skills: ['giám sát'],
    limits: { nights: 2 },
    ...changes,
  };
}

function imported(text: string, today: StaffMember[], leavers: StaffMember[] = []) {
  const table = pasted(text);
  const skills = ['giám sát', 'lãnh đạo'];
  return readStaffImport(table, guessChoice(table, STAFF_SHAPE), { today, leavers, skills });
}

describe('a table', () => {
  it('is separated by tabs when it was pasted, commas in cells or not', () => {
    expect(pasted('Tên\tKỹ năng\nAn\ta, b, c').rows[1]?.cells).toEqual(['An', 'a, b, c']);
    expect(pasted('Tên;Phòng\nAn;Mạng').rows[1]?.cells).toEqual(['An', 'Mạng']);
  });

  it('has its columns guessed by its headings, the first of two alike, titles above passed over', () => {
    const table = pasted('DANH SÁCH\t\t\t\nTT\tHọ tên\tSĐT\tMobile\n1\tAn\t\t');
    expect(guessChoice(table, STAFF_SHAPE)).toEqual({
      heading: 2,
      keys: [undefined, 'name', 'phone', undefined],
    });
    expect(guessChoice(pasted('An\tMạng'), STAFF_SHAPE)).toEqual({
      heading: 0,
      keys: [undefined, undefined],
    });
  });

  it('comes back from a form as it went, and nothing else does', () => {
    const table = pasted('Tên\tPhòng\n"An\n""Hai"""\t<b>');
    expect(unpackTable(packTable(table))).toEqual(table);
    for (const bad of [
      '',
      '{}',
      '[1]',
      '["x",[0,"a"]]',
      '["x",["a"]]',
      `["x",[1,${'"a",'.repeat(70)}"a"]]`,
    ]) {
      expect(unpackTable(bad), bad).toBeUndefined();
    }
  });

  it('is mended cell by cell, short rows too', () => {
    const table = pasted('Tên\tPhòng\nAn');
    const mended = mendTable(table, [
      { row: 2, column: 1, text: ' Mạng ' },
      { row: 9, column: 0, text: 'x' },
      { row: 2, column: 99, text: 'x' },
    ]);
    expect(mended.rows[1]?.cells).toEqual(['An', 'Mạng']);
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
  it('are found by code, by name, by name without diacritics; columns left out keep what is known', () => {
    const khanh = member('Nguyễn Hữu Khánh');
    const { people, missing } = imported('Họ tên\tPhòng\nNguyen Huu Khanh\tMạng', [khanh, member('Lan')]);
    expect(people[0]).toMatchObject({ before: khanh, changed: ['name', 'department'] });
    expect(people[0]?.member).toEqual({ ...khanh, name: 'Nguyen Huu Khanh', department: 'Mạng' });
    expect(missing.map(({ name }) => name)).toEqual(['Lan']);
  });

  it('are told apart by codes where two share a name', () => {
    const two = [member('An', { id: 'a1' }), member('An', { id: 'a2' })];
    expect(imported('Họ tên\nAn', two).people[0]?.faults).toEqual([
      { column: 0, key: 'fault.person.ambiguous', params: { ids: 'a1, a2', value: 'An' } },
    ]);
    expect(imported('Mã\tHọ tên\nA2\tAn Văn', two).people[0]).toMatchObject({
      before: two[1],
      changed: ['name'],
    });
  });

  it('stand in it once', () => {
    const { people } = imported('Họ tên\nBình\nBinh', []);
    expect(people[1]?.faults).toMatchObject([{ column: 0, key: 'fault.staff.name-twice' }]);
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

  it('that are the same change nothing, in whatever order their skills stand', () => {
    const an = member('An', { skills: ['a', 'b'] });
    expect(imported('Họ tên\tKỹ năng\tSố đêm tối đa\nAn\tb; a\t2', [an]).people[0]?.changed).toEqual([]);
    expect(imported('Họ tên\tSố đêm tối đa\nAn\t', [an]).people[0]).toMatchObject({
      changed: ['nights'],
      member: { limits: {} },
    });
  });
});
