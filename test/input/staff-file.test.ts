import { describe, expect, it } from 'vitest';
import { BLANK_MEMBER, type StaffMember } from '../../src/domain/staff.ts';
import { FaultList } from '../../src/input/fault-list.ts';
import { parseStaff } from '../../src/input/staff-file.ts';
import { bytes, told } from './case-fixture.ts';

function staff(text: string): StaffMember[] {
  const faults = new FaultList();
  const members = parseStaff(bytes(text), faults);
  if (!members) throw new Error(JSON.stringify(faults.faults));
  return members;
}

function faults(text: string): string[] {
  const list = new FaultList();
  expect(parseStaff(bytes(text), list)).toBeUndefined();
  return told(list.faults);
}

describe('parseStaff', () => {
  const whole: StaffMember = {
    ...BLANK_MEMBER,
    id: 'A1',
    name: 'Lê Văn An',
    title: 'Kỹ sư',
    department: 'Phòng Hạ tầng',
    phone: '0900 000 001',
    email: 'an@donvi.example',
    skills: ['giám sát', 'ứng cứu'],
    homeProvince: 'Nghệ An',
    newcomer: true,
    limits: { shifts: 3, hours: 24, nights: 0 },
    share: 0.5,
  };

  it.each([
    [
      'Vietnamese headings',
      'TT,Mã,Họ và tên,Chức danh,Phòng,Điện thoại,Thư điện tử,Kỹ năng,Quê,Người mới,Số ca tối đa,Số giờ tối đa,Số đêm tối đa,Tỷ lệ thời gian',
      '1,A1,Lê Văn An,Kỹ sư,Phòng Hạ tầng,0900 000 001,an@donvi.example,Giám sát; ứng cứu,Nghệ An,x,3,24,0,"0,5"',
    ],
    [
      'headings without diacritics, in capitals, with signs',
      'MA SO,HO TEN:,CHUC VU,PHONG/BAN,SO DIEN THOAI,EMAIL,KY NANG,QUE QUAN,MOI,TRAN CA,TRAN GIO,TRAN DEM,TY LE',
      'A1,Lê Văn An,Kỹ sư,Phòng Hạ tầng,0900.000.001,an@donvi.example,giám sát|ứng cứu,Nghệ An,có,3,24,0,50%',
    ],
    [
      'English headings',
      'id,name,title,department,phone,e-mail,skills,home province,newcomer,max shifts,max hours,max nights,share',
      'A1,Lê  Văn An ,Kỹ sư,Phòng Hạ tầng,0900 000 001,an@donvi.example,"giám sát, ứng cứu, Giám sát",Nghệ An,yes,3,24,0,0.5',
    ],
  ])('reads %s', (_, headings, row) => {
    expect(staff(`${headings}\n${row}\n`)).toEqual([whole]);
  });

  it('finds the headings under a title', () => {
    const text =
      'DANH SÁCH CÁN BỘ TRỰC TẾT,,\n(Kèm theo kế hoạch),,\nSTT,Họ và tên,Kỹ năng\n1,Lê Văn An,giám sát\n';
    expect(staff(text).map((member) => member.name)).toEqual(['Lê Văn An']);
  });

  it('makes the code of the name where none is given', () => {
    expect(staff('name\nĐỗ Hải Đăng\n')[0]).toMatchObject({
      id: 'do-hai-dang',
      phone: '',
      skills: [],
      share: 1,
    });
  });

  it('keeps two people of one name apart by their codes', () => {
    expect(staff('Mã,Họ tên\nA1,Lê Văn An\nA2,Lê Văn An\n').map((member) => member.id)).toEqual(['A1', 'A2']);
  });

  it('gives a phone its nought back when a spreadsheet dropped it', () => {
    const list = new FaultList();
    const members = parseStaff(bytes('name,phone\nLê Văn An,900000001\n'), list);
    expect(members?.[0]?.phone).toBe('0900000001');
    expect(told(list.warnings)).toEqual(['staff.csv:2 phone fault.phone.nought']);
  });

  it.each([
    ['024.3825.1234 (máy lẻ 105)', '024 3825 1234 máy lẻ 105', []],
    ['024 3825 1234 - ML: 105', '024 3825 1234 máy lẻ 105', []],
    ['+84 24 3825 1234 ext. 105', '+84 24 3825 1234 máy lẻ 105', []],
    ['(024) 3825 1234 x105', '024 3825 1234 máy lẻ 105', []],
    ['024 3825 1234 máy lẻ 105', '024 3825 1234 máy lẻ 105', []],
    ['3825 1234', '3825 1234', ['staff.csv:2 phone fault.phone.area']],
    ['3825.123 nhánh 7', '3825 123 máy lẻ 7', ['staff.csv:2 phone fault.phone.area']],
  ])('reads the office number %s', (text, phone, warnings) => {
    const list = new FaultList();
    expect(parseStaff(bytes(`name,phone\nAn,${text}\n`), list)?.[0]?.phone).toBe(phone);
    expect(told(list.warnings)).toEqual(warnings);
  });

  it.each([
    ['no name column', 'Chức danh,Kỹ năng\nKỹ sư,giám sát\n', ['staff.csv:1 fault.csv.heading-missing']],
    ['nobody', 'Họ và tên\n', ['staff.csv fault.staff.none']],
    ['a heading twice', 'Tên,Họ tên\nAn,An\n', ['staff.csv:1 B fault.csv.heading-twice']],
    ['40 cells under 1 heading', `name\nAn${',x'.repeat(39)}\n`, ['staff.csv:2 B fault.csv.row-too-wide']],
    ['an unquoted comma', 'name,skills\nAn,giám sát,ứng cứu\n', ['staff.csv:2 C fault.csv.row-too-wide']],
    ['an empty name', 'name,phone\n,0900 000 001\n', ['staff.csv:2 name fault.name.empty']],
    ['a formula', 'name\n"=HYPERLINK(""http://x"")"\n', ['staff.csv:2 name fault.name.formula']],
    ['an emoji', 'name\nLê Văn An 🎉\n', ['staff.csv:2 name fault.name.picture']],
    ['a number for a name', 'name\n0900\n', ['staff.csv:2 name fault.name.no-letter']],
    ['a very long name', `name\n${'An '.repeat(40)}\n`, ['staff.csv:2 name fault.name.too-long']],
    ['a directional mark', 'name\nLê \u202enA năV\n', ['staff.csv:2 A fault.csv.control-mark']],
    ['a short phone', 'name,phone\nAn,1234\n', ['staff.csv:2 phone fault.phone']],
    ['an extension alone', 'name,phone\nAn,máy lẻ 105\n', ['staff.csv:2 phone fault.phone']],
    ['two phones', 'name,phone\nAn,0900 000 001 - 0900 000 002\n', ['staff.csv:2 phone fault.phone']],
    ['a mail without @', 'name,email\nAn,an.example\n', ['staff.csv:2 email fault.email']],
    ['a share over one', 'name,share\nAn,150%\n', ['staff.csv:2 share fault.share']],
    ['a share of nothing', 'name,share\nAn,0\n', ['staff.csv:2 share fault.share']],
    ['a limit in words', 'name,max shifts\nAn,hai\n', ['staff.csv:2 max shifts fault.whole']],
    ['neither yes nor no', 'name,newcomer\nAn,có lẽ\n', ['staff.csv:2 newcomer fault.yes-no']],
    ['a code with a space', 'id,name\nA 1,An\n', ['staff.csv:2 id fault.staff.id-form']],
    ['a code twice', 'id,name\nA1,An\nA1,Bình\n', ['staff.csv:3 id fault.staff.id-twice']],
    ['a code twice in another case', 'id,name\nA1,An\na1,Bình\n', ['staff.csv:3 id fault.staff.id-twice']],
    ['a name twice', 'name\nLê Văn An\nLê Văn An\n', ['staff.csv:3 name fault.staff.name-twice']],
  ])('refuses %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('tells every fault of every row', () => {
    const text = 'name,phone,email\n=1,12,x\nLê Văn An,0900 000 001,\n,abc,\n';
    expect(faults(text)).toHaveLength(5);
  });

  it('cuts a long value, in the sentence too', () => {
    const list = new FaultList();
    parseStaff(bytes(`name,email\nAn,${'x'.repeat(1_000)}\n`), list);
    expect(list.faults[0]?.value).toHaveLength(61);
    expect(list.faults[0]?.params.value).toBe(list.faults[0]?.value);
  });

  it('lists two hundred faults and counts the rest', () => {
    const list = new FaultList();
    parseStaff(bytes(`name,phone\n${'An,1\n'.repeat(300)}`), list);
    expect(list.faults).toHaveLength(201);
    expect(list.faults.at(-1)).toMatchObject({ key: 'fault.more' });
  });

  it('only warns of a heading it does not know, with the nearest one', () => {
    const list = new FaultList();
    expect(parseStaff(bytes('name,Kĩ nằng,Ngạch bậc\nAn,giám sát,A1\n'), list)).toHaveLength(1);
    expect(list.warnings.map(({ key, params }) => [key, params.suggestion])).toEqual([
      ['fault.csv.heading-unknown-near', 'Kỹ năng'],
      ['fault.csv.heading-unknown', undefined],
    ]);
  });
});
