/** More lists of people as offices keep them: strips beside one another, signs of other programs, numbers of other years. */

import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../../src/input/tables/read-book.ts';
import { toldOfTable } from '../../../src/input/tables/told.ts';
import { bookOf, type Cell, pastedBook, peopleOf, staffOf, xlsx } from './lists.ts';

type Rows = readonly (readonly Cell[])[];
const across = (value: string, columnSpan: number): Cell => ({ value, columnSpan });
const down = (value: string, rowSpan: number): Cell => ({ value, rowSpan });
const sheet = async (rows: Rows) => bookOf(await xlsx({ 'Danh sách': rows }));

async function saved(cells: WorkSheet, bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx') {
  const book = utils.book_new();
  utils.book_append_sheet(book, cells, 'DS');
  return bookOf(new Uint8Array(write(book, { type: 'array', bookType })));
}

const AN = 'Lê Văn An|||0900000001|';
const BINH = 'Trần Thị Bình|||0900000002|';
const CHI = 'Hoàng Thị Chi|||0900000003|';
const NAMES = ['Họ và tên', 'SĐT'];

const LISTS: readonly (readonly [string, Rows, readonly string[]])[] = [
  [
    'years of birth under Nam and Nữ, a degree, a number for Zalo',
    [
      [
        'Stt',
        'Họ và tên',
        across('Năm sinh', 2),
        null,
        'Chức danh',
        'Đơn vị công tác',
        'Trình độ',
        'SĐT zalo',
      ],
      [null, null, 'Nam', 'Nữ', null, null, null, null],
      [1, 'Lê Văn An', '1980', null, 'Trưởng phòng', 'Phòng Mạng', 'ĐH', '0900000001'],
    ],
    ['Lê Văn An|Trưởng phòng|Phòng Mạng|0900000001|'],
  ],
  [
    'two lists side by side with headings of their own',
    [
      ['TT', 'Họ và tên', 'SĐT', null, 'TT', 'Họ tên', 'Điện thoại', 'Chức vụ'],
      [1, 'Lê Văn An', '0900000001', null, 1, 'Hoàng Thị Chi', '0900000003', 'Kỹ sư'],
      [2, 'Trần Thị Bình', '0900000002', null, null, null, null, null],
    ],
    [AN, BINH, 'Hoàng Thị Chi|Kỹ sư||0900000003|'],
  ],
  [
    'two lists side by side, each under the name of its department',
    [
      [across('PHÒNG MẠNG', 3), null, null, null, across('PHÒNG AN TOÀN', 3), null, null],
      ['TT', 'Họ và tên', 'SĐT', null, 'TT', 'Họ và tên', 'SĐT'],
      [1, 'Lê Văn An', '0900000001', null, 1, 'Hoàng Thị Chi', '0900000003'],
    ],
    ['Lê Văn An||Phòng Mạng|0900000001|', 'Hoàng Thị Chi||Phòng An toàn|0900000003|'],
  ],
  [
    'the name of the first department above the first headings',
    [
      ['1. PHÒNG MẠNG'],
      ['TT', ...NAMES],
      [1, 'Lê Văn An', '0900000001'],
      ['2. PHÒNG AN TOÀN'],
      ['TT', ...NAMES],
      [1, 'Hoàng Thị Chi', '0900000003'],
    ],
    ['Lê Văn An||Phòng Mạng|0900000001|', 'Hoàng Thị Chi||Phòng An toàn|0900000003|'],
  ],
  [
    'totals of each part, page numbers between',
    [
      ['TT', ...NAMES],
      ['A', 'Khối văn phòng', null],
      [1, 'Lê Văn An', '0900000001'],
      [null, 'Cộng khối văn phòng', 1],
      ['Trang 1/2', null, null],
      ['B', 'Khối kỹ thuật', null],
      [1, 'Hoàng Thị Chi', '0900000003'],
      [null, 'Tổng cộng (A+B)', 2],
    ],
    ['Lê Văn An||Khối văn phòng|0900000001|', 'Hoàng Thị Chi||Khối kỹ thuật|0900000003|'],
  ],
  [
    'a position on the line below the name, or behind it; numbers of lines before it',
    [
      ['Họ và tên, chức vụ', 'Điện thoại'],
      ['Lê Văn An\nTrưởng phòng', '0900000001'],
      ['2. Ông Trần Văn Bình, Phó phòng', '0900000002'],
      ['- Hoàng Thị\nChi', '0900000003'],
    ],
    ['Lê Văn An|Trưởng phòng||0900000001|', 'Trần Văn Bình|Phó phòng||0900000002|', CHI],
  ],
  [
    'ranks of the police with the names',
    [
      ['TT', 'Cấp bậc, họ và tên', 'SĐT'],
      [1, 'Đại úy Lê Văn An', '0900000001'],
      [2, '4// Trần Thị Bình', '0900000002'],
    ],
    ['Lê Văn An|Đại úy||0900000001|', 'Trần Thị Bình|4//||0900000002|'],
  ],
  [
    'the given name before the rest of it',
    [
      ['Tên', 'Họ đệm', 'SĐT'],
      ['An', 'Lê Văn', '0900000001'],
    ],
    [AN],
  ],
  [
    'who signs in the columns of the list, with nothing between',
    [
      ['TT', 'Họ và tên', 'Chức vụ', 'SĐT'],
      [1, 'Lê Văn An', null, '0900000001'],
      [null, 'Người lập biểu', null, 'Giám đốc'],
      [null, 'Nguyễn Thị Lập', null, 'Phạm Văn Ký'],
    ],
    [AN],
  ],
  [
    'an old number beside the one of today, the right one named',
    [
      ['Họ và tên', 'SĐT cũ', 'SĐT'],
      ['Lê Văn An', '0900000009', '0900000001'],
    ],
    [AN],
  ],
  [
    'names with signs in them',
    [
      [...NAMES],
      ["H'Hen Niê", '0900000001'],
      ['Nguyễn Văn "Tư" An', '0900000002'],
      ['John O’Neil, Jr.', '0900000003'],
      ['Nguyễn Văn An 2', '0900000004'],
    ],
    [
      "H'Hen Niê|||0900000001|",
      'Nguyễn Văn "Tư" An|||0900000002|',
      'John O’Neil, Jr.|||0900000003|',
      'Nguyễn Văn An 2|||0900000004|',
    ],
  ],
  [
    'numbers with area codes in brackets, of departments, of services, written with +84 (0)',
    [
      [...NAMES],
      ['Lê Văn An', '0912.345.678 - 024 3825 1234 (máy lẻ 102)'],
      ['Trần Thị Bình', 'DĐ 0912 345 678; CQ 024.3825.1234 lẻ 102'],
      ['Hoàng Thị Chi', '+84 (0)912 345 678'],
      ['Cao Văn Dũng', '1900 1234'],
      ['Đỗ Văn Em', '01234567890'],
      ['Phan Văn Giang', '04 38251234'],
    ],
    [
      'Lê Văn An|||0912 345 678|024 3825 1234 máy lẻ 102',
      'Trần Thị Bình|||0912 345 678|024 3825 1234 máy lẻ 102',
      'Hoàng Thị Chi|||+84 912 345 678|',
      'Cao Văn Dũng|||1900 1234|',
      '? import.ask.phone.old',
      '? import.ask.phone.old',
    ],
  ],
  [
    'columns of relatives and of the Party beside those of the person',
    [
      ['TT', 'Họ và tên', 'Họ và tên vợ/chồng', 'SĐT', 'SĐT người thân', 'Chức vụ đảng', 'Chức vụ'],
      [1, 'Lê Văn An', 'Trần Thị Bình', '0900000001', '0900000009', 'Bí thư', 'Trưởng phòng'],
    ],
    ['Lê Văn An|Trưởng phòng||0900000001|'],
  ],
  [
    'numbers behind the names, with a dash, a colon or nothing between; one row counted',
    [
      ['No.', 'Họ tên - Số điện thoại', 'Số con'],
      [1, 'Lê Văn An - 0900000001', 1],
      [2, 'Trần Thị Bình 0900000002', 1],
      [3, 'Hoàng Thị Chi: 0900000003', 1],
    ],
    [AN, BINH, CHI],
  ],
  [
    'no headings at all',
    [
      ['1. Lê Văn An', '0900000001'],
      ['2. Trần Thị Bình', '0900000002'],
    ],
    [AN, BINH],
  ],
];

describe('lists of offices', () => {
  it.each(LISTS)('%s', async (_, rows, people) => {
    expect(peopleOf(staffOf(await sheet(rows)))).toEqual(people);
  });

  it('keep the numbers of old years apart with what they are today', async () => {
    const rows = [[...NAMES], ['Đỗ Văn Em', '01234567890'], ['Phan Văn Giang', '04 38251234']];
    const { people } = staffOf(await sheet(rows));
    expect(people.flatMap(({ faults }) => faults.map(({ suggestion }) => suggestion))).toEqual([
      '0834567890',
      '02438251234',
    ]);
  });

  it('have crosses under a heading that spans them', async () => {
    const rows = [
      [down('STT', 2), down('Họ và tên', 2), across('Nhiệm vụ', 2), null],
      [null, null, 'Lãnh đạo', 'Giám sát'],
      [1, 'Lê Văn An', 'x', null],
      [2, 'Trần Thị Bình', null, 'X'],
    ];
    const { people } = staffOf(await sheet(rows));
    expect(people.map(({ member }) => member?.skills)).toEqual([['lãnh đạo'], ['giám sát']]);
  });

  it('tell a second address, and keep the first', async () => {
    const { people } = staffOf(
      await sheet([
        ['Họ và tên', 'Email'],
        ['Lê Văn An', 'an@so.example; an@nha.example'],
      ]),
    );
    expect(people[0]?.member?.email).toBe('an@so.example');
    expect(people[0]?.warnings.map(({ key }) => key)).toEqual(['import.note.email-second']);
  });
});

describe('workbooks of offices', () => {
  const rows = [
    ['Họ và tên', 'SĐT riêng', 'SĐT'],
    ['Lê Văn An', '0911000001', '0900000001'],
  ];

  it('do not lend numbers of hidden columns, and say so', async () => {
    const cells = utils.aoa_to_sheet(rows);
    cells['!cols'] = [{}, { hidden: true }, {}];
    const read = staffOf(await saved(cells));
    expect(peopleOf(read)).toEqual([AN]);
    expect(toldOfTable(read.table).map(({ key }) => key)).toContain('import.told.hidden-columns');
    const chosen = staffOf(await saved(cells), { keys: ['name', 'phone', 'officePhone'] });
    expect(peopleOf(chosen)).toEqual(['Lê Văn An|||0911000001|0900000001']);
  });

  it('make nobody of a formula that failed', async () => {
    const cells = utils.aoa_to_sheet([NAMES, ['', '0900000001']]);
    cells.A2 = { t: 'e', v: 0x2a, w: '#N/A', f: 'VLOOKUP(A1,X!A:B,2,0)' };
    expect(peopleOf(staffOf(await saved(cells)))).toEqual(['? import.ask.formula']);
  });

  it.each(['xlsx', 'biff8', 'ods'] as const)('are read the same saved as %s', async (type) => {
    const cells = utils.aoa_to_sheet([
      ['TT', 'Họ và tên', 'SĐT', 'Phòng'],
      [1, 'Lê Văn An', 900000001, 'Phòng Mạng'],
      [2, 'Trần Thị Bình', '0900000002', ''],
    ]);
    cells['!merges'] = [{ s: { r: 1, c: 3 }, e: { r: 2, c: 3 } }];
    cells.B2 = { t: 's', v: 'Lê Văn An', f: '"Lê Văn"&" An"' };
    expect(peopleOf(staffOf(await saved(cells, type)))).toEqual([
      'Lê Văn An||Phòng Mạng|0900000001|',
      'Trần Thị Bình||Phòng Mạng|0900000002|',
    ]);
  });
});

describe('texts of offices', () => {
  const CSV = 'Họ và tên;Chức vụ;SĐT\r\nLê Văn An;Trưởng phòng, Bí thư;0900000001\r\n';
  const read = ['Lê Văn An|Trưởng phòng, Bí thư||0900000001|'];

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['UTF-16 without it', Buffer.from(CSV, 'utf16le')],
    ['a title with a comma above', Buffer.from(`DANH SÁCH CÁN BỘ, NHÂN VIÊN TRỰC\r\n${CSV}`)],
    ['commas in every line, semicolons between', Buffer.from(CSV.replace('Họ và tên', '"Họ, tên"'))],
  ])('%s', async (_, bytes) => {
    expect(peopleOf(staffOf(await bookOf(new Uint8Array(bytes))))).toEqual(read);
  });

  it('pasted from Word: merged headings, paragraphs in a cell', () => {
    const html = `<html><body><table><tr><td rowspan=2><p>TT</p></td><td rowspan=2><p>Họ và<br>tên</p></td>
<td colspan=2><p>Điện thoại</p></td></tr><tr><td><p>Cố định</p></td><td><p>Di động</p></td></tr>
<tr><td><p>1.</p></td><td><p>Lê Văn An</p><p>Trưởng phòng</p></td><td><p>02438251111</p></td><td><p>0900 000 001</p></td></tr></table></body></html>`;
    expect(peopleOf(staffOf(pastedBook(html)))).toEqual(['Lê Văn An|Trưởng phòng||0900 000 001|02438251111']);
  });

  it('pasted from Google Sheets: rows hidden there are told', () => {
    const html = `<google-sheets-html-origin><table><tbody><tr><td>STT</td><td>Họ và tên</td><td>SĐT</td></tr>
<tr><td>1</td><td>Lê Văn An</td><td>900000001</td></tr><tr style="display:none"><td>2</td><td>Trần Ẩn</td><td>0900000002</td></tr></tbody></table></google-sheets-html-origin>`;
    const found = staffOf(pastedBook(html));
    expect([peopleOf(found), found.aside.map(({ aside }) => aside)]).toEqual([[AN], ['hidden']]);
  });

  it.each([
    ['%PDF-1.7\n1 0 obj', 'fault.workbook.other'],
    ['{\\rtf1\\ansi Họ và tên\\cell', 'fault.workbook.other'],
    ['\x89PNG\r\n\x1a\n', 'fault.workbook.other'],
    [
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'fault.workbook.other',
    ],
    [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'WordDocument'].join('\0')}\0`, 'fault.workbook.word'],
  ])('that are no texts are refused in one sentence: %j', async (text, key) => {
    const found = await readBook('tệp', new Uint8Array(Buffer.from(text, 'latin1')));
    expect(found.ok ? [] : found.faults.map((each) => each.key)).toEqual([key]);
  });

  it('of three thousand people are read whole; a file of nothing is told in one sentence', async () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, i) => `Nguyễn Văn Số${'abcdefghij'[i % 10]} ${i},0900${String(i).padStart(6, '0')}`,
    );
    const bytes = new TextEncoder().encode(`Họ và tên,SĐT\n${lines.join('\n')}\n`);
    expect(staffOf(await bookOf(bytes)).people.filter(({ member }) => member)).toHaveLength(3_000);
    const empty = await readBook('trong.csv', new TextEncoder().encode(' \n'));
    expect(empty.ok ? [] : empty.faults.map(({ key }) => key)).toEqual(['fault.file.empty']);
  });
});
