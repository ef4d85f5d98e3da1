/** Lists of every kind offices make, built here: layouts, letters, numbers, footers. Names are invented. */

import { describe, expect, it } from 'vitest';
import { bookOf, type Cell, entriesOf, leaveOf, pastedBook, peopleOf, staffOf, xlsx } from './lists.ts';

type Rows = readonly (readonly Cell[])[];
const across = (value: string, columnSpan: number): Cell => ({ value, columnSpan });
const down = (value: string, rowSpan: number): Cell => ({ value, rowSpan });
const sheet = async (rows: Rows) => bookOf(await xlsx({ 'Danh sách': rows }));

const AN = 'Lê Văn An|Trưởng phòng|Phòng Mạng|0900000001|';
const BINH = 'Trần Thị Bình|Kỹ sư|Phòng Mạng|0900000002|';

const LISTS: readonly (readonly [string, Rows, readonly string[]])[] = [
  [
    'letterhead above, one line of headings',
    [
      [across('UBND TỈNH LAM GIANG', 3), null, null, across('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 2), null],
      [across('DANH SÁCH TRỰC', 5), null, null, null, null],
      ['STT', 'Họ và tên', 'Chức vụ', 'Phòng', 'Số điện thoại'],
      [1, 'Lê Văn An', 'Trưởng phòng', 'Phòng Mạng', '0900000001'],
      [2, 'Trần Thị Bình', 'Kỹ sư', 'Phòng Mạng', '0900000002'],
    ],
    [AN, BINH],
  ],
  [
    'columns numbered under the headings',
    [
      ['TT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'ĐT'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      [1, 'Lê Văn An', 'Trưởng phòng', 'Phòng Mạng', '0900000001'],
    ],
    [AN],
  ],
  [
    'names of departments between the rows, numerals before them',
    [
      ['TT', 'Họ và tên', 'Chức danh', 'Di động'],
      ['I', 'PHÒNG MẠNG', null, null],
      [1, 'Lê Văn An', 'Trưởng phòng', '0900000001'],
      [2, 'Trần Thị Bình', 'Kỹ sư', '0900000002'],
      ['II', 'TỔ AN TOÀN THÔNG TIN', null, null],
      [3, 'Hoàng Thị Chi', 'Kỹ sư', '0900000003'],
    ],
    [AN, BINH, 'Hoàng Thị Chi|Kỹ sư|Tổ An toàn thông tin|0900000003|'],
  ],
  [
    'names of departments over the whole width',
    [
      ['Họ tên', 'Chức vụ', 'SĐT'],
      [across('1. Phòng Mạng (02 người)', 3), null, null],
      ['Lê Văn An', 'Trưởng phòng', '0900000001'],
      ['Trần Thị Bình', 'Kỹ sư', '0900000002'],
    ],
    [AN, BINH],
  ],
  [
    'departments merged downwards',
    [
      ['Phòng ban', 'Họ tên', 'Chức vụ', 'SĐT'],
      [down('Phòng Mạng', 2), 'Lê Văn An', 'Trưởng phòng', '0900000001'],
      [null, 'Trần Thị Bình', 'Kỹ sư', '0900000002'],
    ],
    [AN, BINH],
  ],
  [
    'family and given names in two columns of their own',
    [
      ['STT', 'Họ và tên đệm', 'Tên', 'Chức vụ', 'Phòng', 'SĐT'],
      [1, 'Lê Văn', 'An', 'Trưởng phòng', 'Phòng Mạng', '0900000001'],
    ],
    [AN],
  ],
  [
    'Họ, Đệm, Tên in three columns',
    [
      ['Họ', 'Đệm', 'Tên', 'Chức vụ', 'Phòng', 'SĐT'],
      ['Lê', 'Văn', 'An', 'Trưởng phòng', 'Phòng Mạng', '0900000001'],
    ],
    [AN],
  ],
  [
    'a second column that repeats the given name to sort by',
    [
      ['Họ và tên', 'Tên', 'SĐT'],
      ['Lê Văn An', 'An', '0900000001'],
    ],
    ['Lê Văn An|||0900000001|'],
  ],
  [
    'given names under no heading, nothing merged',
    [
      ['TT', 'Họ và tên', null, 'Chức vụ'],
      [1, 'Lê Văn', 'An', 'Kỹ sư'],
      [2, 'Trần Thị', 'Bình', 'Kỹ sư'],
    ],
    ['Lê Văn An|Kỹ sư|||', 'Trần Thị Bình|Kỹ sư|||'],
  ],
  [
    'two lines of headings, telephones in two',
    [
      [down('TT', 2), down('Họ và tên', 2), across('Điện thoại', 2), null, down('Phòng', 2)],
      [null, null, 'Cơ quan', 'Di động', null],
      [1, 'Lê Văn An', '02438250001', '0900000001', 'Phòng Mạng'],
    ],
    ['Lê Văn An||Phòng Mạng|0900000001|02438250001'],
  ],
  [
    'two lines of headings with nothing merged',
    [
      ['TT', 'Họ và tên', 'Điện thoại', null, 'Phòng'],
      [null, null, 'CQ', 'DĐ', null],
      [1, 'Lê Văn An', '02438250001', '0900000001', 'Phòng Mạng'],
    ],
    ['Lê Văn An||Phòng Mạng|0900000001|02438250001'],
  ],
  [
    'total, place and date, signatures with names under them',
    [
      ['TT', 'Họ và tên', 'Chức vụ', 'SĐT'],
      [1, 'Lê Văn An', 'Trưởng phòng', '0900000001'],
      [null, 'Tổng số: 01 người', null, null],
      [null, null, 'Lam Giang, ngày 20 tháng 01 năm 2027', null],
      ['NGƯỜI LẬP BẢNG', null, 'THỦ TRƯỞNG ĐƠN VỊ', null],
      ['(Ký, ghi rõ họ tên)', null, '(Ký, đóng dấu)', null],
      ['Nguyễn Thị Lập', null, 'Phạm Văn Ký', null],
    ],
    ['Lê Văn An|Trưởng phòng||0900000001|'],
  ],
  [
    'a note and recipients below',
    [
      ['Họ và tên', 'SĐT'],
      ['Lê Văn An', '0900000001'],
      ['Ghi chú: số trực 24/7', null],
      ['Nơi nhận:', null],
      ['- Lưu: VT', null],
    ],
    ['Lê Văn An|||0900000001|'],
  ],
  [
    'headings printed again in the middle',
    [
      ['TT', 'Họ tên', 'SĐT'],
      [1, 'Lê Văn An', '0900000001'],
      ['TT', 'Họ tên', 'SĐT'],
      [2, 'Trần Thị Bình', '0900000002'],
    ],
    ['Lê Văn An|||0900000001|', 'Trần Thị Bình|||0900000002|'],
  ],
  [
    'two strips side by side',
    [
      ['TT', 'Họ và tên', 'SĐT', 'TT', 'Họ và tên', 'SĐT'],
      [1, 'Lê Văn An', '0900000001', 3, 'Hoàng Thị Chi', '0900000003'],
      [2, 'Trần Thị Bình', '0900000002', null, null, null],
    ],
    ['Lê Văn An|||0900000001|', 'Trần Thị Bình|||0900000002|', 'Hoàng Thị Chi|||0900000003|'],
  ],
  [
    'rows numbered and left empty',
    [
      ['TT', 'Họ và tên', 'SĐT'],
      [1, 'Lê Văn An', '0900000001'],
      [2, null, null],
      [3, null, null],
    ],
    ['Lê Văn An|||0900000001|'],
  ],
  [
    'one person over two rows, a number in each',
    [
      ['TT', 'Họ và tên', 'SĐT'],
      [down('1', 2), down('Lê Văn An', 2), '0900000001'],
      [null, null, '0900000009'],
      [2, 'Trần Thị Bình', '0900000002'],
    ],
    ['Lê Văn An|||0900000001|0900000009', 'Trần Thị Bình|||0900000002|'],
  ],
  [
    'titles before names, positions behind them',
    [
      ['Họ và tên', 'SĐT'],
      ['Đ/c Lê Văn An – Trưởng phòng', '0900000001'],
      ['ThS. Trần Thị Bình', '0900000002'],
      ['Bà Hoàng Thị Chi (Phó phòng)', '0900000003'],
    ],
    [
      'Lê Văn An|Trưởng phòng||0900000001|',
      'Trần Thị Bình|ThS.||0900000002|',
      'Hoàng Thị Chi|Phó phòng||0900000003|',
    ],
  ],
  [
    'all capitals, and none',
    [
      ['HỌ VÀ TÊN', 'SĐT'],
      ['LÊ VĂN AN', '0900000001'],
      ['trần thị bình', '0900000002'],
    ],
    ['Lê Văn An|||0900000001|', 'Trần Thị Bình|||0900000002|'],
  ],
  [
    'names alone, one column',
    [['Họ và tên'], ['Lê Văn An'], ['Trần Thị Bình']],
    ['Lê Văn An||||', 'Trần Thị Bình||||'],
  ],
  [
    'position, degree and department in the headings of long words',
    [
      ['STT', 'Họ và tên cán bộ trực', 'Chức vụ/Chức danh', 'Phòng/Ban', 'Số điện thoại (Zalo)'],
      [1, 'Lê Văn An', 'Trưởng phòng', 'Phòng Mạng', '0900000001'],
    ],
    [AN],
  ],
  [
    'office numbers with extensions, labels in the cell',
    [
      ['Họ và tên', 'Điện thoại'],
      ['Lê Văn An', 'CQ: 024.3825.1111 (102); DĐ: 0900.000.001'],
      ['Trần Thị Bình', '0900000002 NR 02438252222'],
      ['Hoàng Thị Chi', 'ĐT: 0900 000 003 (Zalo)'],
    ],
    [
      'Lê Văn An|||0900 000 001|024 3825 1111 máy lẻ 102',
      'Trần Thị Bình|||0900000002|02438252222',
      'Hoàng Thị Chi|||0900 000 003|',
    ],
  ],
  [
    'numbers that say there is none',
    [
      ['Họ và tên', 'SĐT'],
      ['Lê Văn An', 'chưa có'],
      ['Trần Thị Bình', '-'],
      ['Hoàng Thị Chi', 'N/A'],
      ['Cao Văn Dũng', 'Đang cập nhật'],
    ],
    ['Lê Văn An||||', 'Trần Thị Bình||||', 'Hoàng Thị Chi||||', 'Cao Văn Dũng||||'],
  ],
  [
    'D with a stroke of another alphabet, marks apart from their letters',
    [
      ['Họ và tên', 'Phòng'],
      ['Ðặng Văn Đức', 'Phòng Ðiện'],
      ['Nguyễn Thị Hà'.normalize('NFD'), 'Phòng Mạng'.normalize('NFD')],
    ],
    ['Đặng Văn Đức||Phòng Điện||', 'Nguyễn Thị Hà||Phòng Mạng||'],
  ],
  [
    'names that are words of lists as well: Công, Tống, Vũ, Đoàn, Trương',
    [
      ['Họ đệm', 'Tên', 'SĐT'],
      ['Nguyễn Văn', 'Công', '0900000001'],
      ['Tống Văn', 'Cộng', '0900000002'],
      ['Vũ Văn', 'Hải', null],
      ['Đoàn Văn', 'Hậu', null],
      ['Trương Thị', 'An', null],
      ['Tổng cộng: 5', null, null],
    ],
    [
      'Nguyễn Văn Công|||0900000001|',
      'Tống Văn Cộng|||0900000002|',
      'Vũ Văn Hải||||',
      'Đoàn Văn Hậu||||',
      'Trương Thị An||||',
    ],
  ],
  [
    'parts of the list named like a heading, letters before them, “nt” for the same as above',
    [
      ['TT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'SĐT'],
      ['A', 'LÃNH ĐẠO', null, null, null],
      [1, 'Lê Văn An', 'Giám đốc', 'Sở Số', '0900000001'],
      ['B', 'CÁN BỘ TRỰC', null, null, null],
      [1, 'Trần Thị Bình', 'Kỹ sư', 'nt', '0900000002'],
    ],
    ['Lê Văn An|Giám đốc|Sở Số|0900000001|', 'Trần Thị Bình|Kỹ sư|Sở Số|0900000002|'],
  ],
  [
    'letters of VNI',
    [
      ['STT', 'Hoï vaø teân', 'Chöùc vuï'],
      [1, 'Nguyeãn Höõu Khaùnh', 'Giaùm ñoác'],
      [2, 'Ñaëng Thò Phöông', 'Chuyeân vieân'],
    ],
    ['Nguyễn Hữu Khánh|Giám đốc|||', 'Đặng Thị Phương|Chuyên viên|||'],
  ],
  [
    'letters of VPS',
    [
      ['STT', 'H† và tên', 'ChÙc vø'],
      [1, 'NguyÍn H»u Khánh', 'Giám ÇÓc'],
      [2, 'TrÀn ThÎ Bích', 'TrÜªng phòng'],
    ],
    ['Nguyễn Hữu Khánh|Giám đốc|||', 'Trần Thị Bích|Trưởng phòng|||'],
  ],
  [
    'letters of TCVN3 among Unicode ones',
    [
      ['STT', 'Họ và tên', 'Phòng'],
      [1, 'NguyÔn H÷u Kh¸nh', 'Phòng Mạng'],
      [2, 'TrÇn ThÞ BÝch', 'Phòng Mạng'],
      [3, 'Lê Văn An', 'Phòng Mạng'],
    ],
    ['Nguyễn Hữu Khánh||Phòng Mạng||', 'Trần Thị Bích||Phòng Mạng||', 'Lê Văn An||Phòng Mạng||'],
  ],
];

describe('lists of people', () => {
  it.each(LISTS)('%s', async (_, rows, people) => {
    const read = staffOf(await sheet(rows));
    expect(peopleOf(read)).toEqual(people);
    expect(read.faults).toEqual([]);
  });

  it('lose no row: each is someone, or set aside with a reason', async () => {
    for (const [title, rows] of LISTS) {
      const { people, aside, table } = staffOf(await sheet(rows));
      const told = new Set([...people.map(({ line }) => line.row), ...aside.map(({ row }) => row)]);
      const filled = table.sheet.rows.filter(
        ({ row }) => row < table.block.heading || row >= table.block.heading + table.block.height,
      );
      expect(
        filled.filter(({ row }) => !told.has(row)),
        title,
      ).toEqual([]);
    }
  });

  it('have skills in columns of crosses, and say where something else stands', async () => {
    const { people } = staffOf(
      await sheet([
        [down('Họ và tên', 2), across('Trực được', 2), null, down('Nữ', 2)],
        [null, 'Giám sát', 'Ứng cứu', null],
        ['Lê Văn An', 'x', null, null],
        ['Trần Thị Bình', 'X', '✓', 'x'],
        ['Hoàng Thị Chi', null, 'v', 'x'],
      ]),
    );
    expect(people.map(({ member }) => member?.skills)).toEqual([
      ['giám sát'],
      ['giám sát', 'ứng cứu'],
      ['ứng cứu'],
    ]);
  });

  it('have columns that someone names otherwise', async () => {
    const book = await sheet([
      ['A', 'B'],
      ['Y Bhăm Êban', 'Phòng Mạng'],
    ]);
    expect(staffOf(book).faults).toMatchObject([{ key: 'fault.import.name-column' }]);
    expect(peopleOf(staffOf(book, { heading: 1, keys: ['name', 'department'] }))).toEqual([
      'Y Bhăm Êban||Phòng Mạng||',
    ]);
    const remembered = new Map([['b', 'department']]);
    expect(staffOf(book, { heading: 1, remembered }).table.keys).toEqual([undefined, 'department']);
  });

  it('are chosen by their heading where a sheet has several', async () => {
    const book = await sheet([
      ['Họ và tên', 'SĐT'],
      ['Lê Văn An', '0900000001'],
      [null, null],
      ['Họ và tên', 'Phòng', 'Email'],
      ['Trần Thị Bình', 'Phòng Mạng', 'b@lamgiang.vn'],
    ]);
    const first = staffOf(book);
    expect(peopleOf(first)).toEqual(['Lê Văn An|||0900000001|']);
    expect(first.table.block.others).toEqual([4]);
    expect(peopleOf(staffOf(book, { heading: 4 }))).toEqual(['Trần Thị Bình||Phòng Mạng||']);
  });
});

const HTML = `<html><body><table><tr><th rowspan=2>STT</th><th rowspan=2>Họ và tên</th><th colspan=2>Điện thoại</th></tr>
<tr><td>Cơ quan</td><td>Di động</td></tr><tr><td colspan=4><b>PHÒNG MẠNG</b></td></tr>
<tr><td>1</td><td><p>Lê Văn<br>An</p></td><td>02438250001</td><td><p>0900 000&nbsp;001</p><p>0900000009</p></td></tr></table></body></html>`;

describe('lists that are pasted', () => {
  it('from Excel, Word or Google Sheets keep their merged cells and lines', () => {
    expect(peopleOf(staffOf(pastedBook(HTML)))).toEqual(['Lê Văn An||Phòng Mạng|0900 000 001|02438250001']);
  });

  it('as text between tabs are read as well', () => {
    const text = 'TT\tHọ và tên\tSĐT\n1\tLê Văn An\t0900000001\n\tTổng cộng: 01\t';
    expect(peopleOf(staffOf(pastedBook(text)))).toEqual(['Lê Văn An|||0900000001|']);
  });
});

const LEAVE_HEAD = ['Họ và tên', 'Loại', 'Từ ngày', 'Đến ngày', 'Ghi chú'];
const DAYS: readonly (readonly [string, string])[] = [
  ['6/2', 'anh 2027-02-06 2027-02-07'],
  ['6-8/2', 'anh 2027-02-06 2027-02-09'],
  ['6/2-8/2', 'anh 2027-02-06 2027-02-09'],
  ['từ 6/2 đến 8/2', 'anh 2027-02-06 2027-02-09'],
  ['từ ngày 6 đến ngày 8 tháng 2', 'anh 2027-02-06 2027-02-09'],
  ['06.02.2027', 'anh 2027-02-06 2027-02-07'],
  ['Thứ Bảy, 6/2', 'anh 2027-02-06 2027-02-07'],
  ['mùng 1', 'anh 2027-02-06 2027-02-07'],
  ['mồng 2 Tết', 'anh 2027-02-07 2027-02-08'],
  ['mùng 1 - 3 Tết', 'anh 2027-02-06 2027-02-09'],
  ['28 Tết', 'anh 2027-02-04 2027-02-05'],
  ['29 Tết đến mùng 2', 'anh 2027-02-05 2027-02-08'],
  ['giao thừa', 'anh 2027-02-05 2027-02-06'],
  ['23/12 âm lịch', 'anh 2027-01-30 2027-01-31'],
  ['rằm tháng Giêng', 'anh 2027-02-20 2027-02-21'],
  ['30/12 - 2/1/2027', 'anh 2026-12-30 2027-01-03'],
  ['chiều 6/2', 'anh 2027-02-06 2027-02-07 12:00-18:00'],
  ['6/2 (22h-6h)', 'anh 2027-02-06 2027-02-07 22:00-06:00'],
  ['30 Chạp', '? import.ask.day.chap'],
  ['Chủ nhật 6/2/2027', '? import.ask.day.weekday'],
  ['31/02/2027', '? fault.day.none'],
  ['đầu tháng 2', '? fault.day.form'],
];

describe('lists of leave', () => {
  it.each(DAYS)('read “%s”', async (words, entry) => {
    const read = leaveOf(await sheet([LEAVE_HEAD, ['Bùi Đức Anh', 'phép', words, null, null]]));
    expect(entriesOf(read)).toEqual([entry]);
  });

  it.each([
    ['nghỉ ốm', 'sốt xuất huyết', 'anh 2027-02-06 2027-02-07 (sick)'],
    ['TS', null, 'anh 2027-02-06 2027-02-07 (maternity)'],
    ['NB', null, 'anh 2027-02-06 2027-02-07 (in-lieu)'],
    ['đi công tác', 'Hà Nội', 'anh 2027-02-06 2027-02-07 (travel) Hà Nội'],
    ['nghỉ phép sáng', null, 'anh 2027-02-06 2027-02-07 06:00-12:00'],
    ['P/2', null, '? half'],
    ['đá bóng', null, '? fault.leave.kind'],
  ])('keep of “%s” what is needed', async (kind, note, entry) => {
    const read = leaveOf(await sheet([LEAVE_HEAD, ['Bùi Đức Anh', kind, '6/2', null, note]]));
    expect(entriesOf(read)).toEqual([entry]);
  });

  it('repeat by the week in words', async () => {
    const head = ['Họ và tên', 'Từ ngày', 'Đến ngày', 'Lặp lại'];
    const rows: Rows = [head, ['Bùi Đức Anh', '1/2/2027', '28/2/2027', 'T7, CN hằng tuần']];
    const [line] = leaveOf(await sheet(rows)).lines;
    expect(line?.entries).toMatchObject([{ from: '2027-02-01', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' }]);
  });

  it('of days numbered under a month, codes in the cells', async () => {
    const rows: Rows = [
      ['BẢNG ĐĂNG KÝ NGHỈ THÁNG 2/2027', null, null, null, null, null],
      [down('TT', 2), down('Họ và tên', 2), across('Ngày', 4), null, null, null],
      [null, null, '4', '5', '6', '7'],
      [1, 'Bùi Đức Anh', 'P', 'P', null, 'Ô'],
      [2, 'Đặng Thu Cúc', null, 'P sáng', 'CT', 'CT'],
    ];
    expect(entriesOf(leaveOf(await sheet(rows)))).toEqual([
      'anh 2027-02-04 2027-02-06',
      'anh 2027-02-07 2027-02-08 (sick)',
      'cuc 2027-02-05 2027-02-06 06:00-12:00',
      'cuc 2027-02-06 2027-02-08 (travel)',
    ]);
  });
});
