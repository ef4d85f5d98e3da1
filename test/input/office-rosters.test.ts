/** More rosters as offices lay them out, read against the sample of seven days of Tết, 4–10 February 2027. */

import { utils, write } from '@e965/xlsx';
import {
  CarriageReturn,
  Document,
  NoBreakHyphen,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { rosterKnown } from '../../src/app/drafts/roster-words.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { type RosterImport, readRosterImport } from '../../src/input/rosters/roster-import.ts';
import type { Book } from '../../src/input/tables/book.ts';
import { samplePlan } from '../output/sample.ts';
import { bookOf, type Cell, member, pastedBook, xlsx } from './tables/lists.ts';

const AN = 'Lê Văn An';
const BINH = 'Trần Thị Bình';
const CHI = 'Hoàng Thị Chi';
const STAFF = [
  member(AN, { id: 'a', title: 'Phó Giám đốc' }),
  member('Nguyễn Văn An', { id: 'n', title: 'Kỹ sư' }),
  member(BINH, { id: 'b' }),
  member(CHI, { id: 'c' }),
];
const PLAN: Plan = { ...samplePlan(), staff: STAFF };

function read(book: Book, answers: Readonly<Record<string, string>> = {}): RosterImport {
  const said = { answers: new Map(Object.entries(answers)), remembered: new Map() };
  return readRosterImport(book, rosterKnown({ plan: PLAN, staff: STAFF, ...said }));
}

/** `leader/day 05 a`: post and shift, day of February, person. */
function seats({ seats: found }: RosterImport): string[] {
  return found.map(({ shiftId, staffId }) => shiftId.replace(/\/2027-02-(\d\d)$/u, ` $1 ${staffId}`)).sort();
}

const sheet = async (rows: readonly (readonly Cell[])[]) => bookOf(await xlsx({ Lịch: rows }));
const paste = (...rows: readonly (readonly string[])[]) =>
  pastedBook(rows.map((cells) => cells.map((cell) => `"${cell}"`).join('\t')).join('\n'));

/** A table as Word keeps it: a line's break and a hyphen that binds are no letters there. */
function docx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const run = (text: string) =>
    new TextRun({
      children: text
        .split(/(\n|\u2011)/)
        .map((part) =>
          part === '\n' ? new CarriageReturn() : part === '\u2011' ? new NoBreakHyphen() : part,
        ),
    });
  const cell = (text: string) => new TableCell({ children: [new Paragraph({ children: [run(text)] })] });
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) });
  return Packer.toBuffer(new Document({ sections: [{ children: [table] }] })).then(
    (it) => new Uint8Array(it),
  );
}

const HEAD = ['Ngày', 'Lãnh đạo trực'];

describe('Rosters of offices', () => {
  it('of two lists of days side by side have each their own days', () => {
    const found = read(
      paste([...HEAD, '', ...HEAD], ['05/02', AN, '', '08/02', BINH], ['06/02', BINH, '', '09/02', CHI]),
    );
    expect(seats(found)).toEqual([
      'leader/day 05 a',
      'leader/day 06 b',
      'leader/day 08 b',
      'leader/day 09 c',
    ]);
  });

  it('by week have weekdays over days, names parted by lines, semicolons and plus signs', () => {
    const found = read(
      paste(
        ['Vị trí', 'Thứ Sáu 05/02', 'Thứ Bảy 06/02', 'Chủ Nhật 07/02'],
        ['Giám sát sáng', `${AN}\n${BINH}`, `${BINH}; ${CHI}`, `${CHI} + ${AN}`],
      ),
    );
    expect(seats(found)).toEqual([
      'watch/morning 05 a',
      'watch/morning 05 b',
      'watch/morning 06 b',
      'watch/morning 06 c',
      'watch/morning 07 a',
      'watch/morning 07 c',
    ]);
  });

  it('by week have weekdays alone under the week they are of', () => {
    const found = read(
      paste(
        ['LỊCH TRỰC (Từ ngày 05/02/2027 đến ngày 11/02/2027)', '', '', ''],
        ['Nội dung', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
        ['Trực lãnh đạo', AN, BINH, CHI],
      ),
    );
    expect(seats(found)).toEqual(['leader/day 05 a', 'leader/day 06 b', 'leader/day 07 c']);
  });

  it('have rows without words that are of the post above', () => {
    const found = read(
      paste(
        ['Vị trí', '05/02', '06/02', '07/02'],
        ['Giám sát sáng', AN, BINH, CHI],
        ['', BINH, CHI, AN],
        ['', 'NGƯỜI LẬP', '', ''],
        ['', CHI, '', ''],
      ),
    );
    expect(seats(found)).toHaveLength(6);
  });

  it('are told where the weekday is of another day, and take no such seat', () => {
    const found = read(paste(HEAD, ['Thứ Hai 05/02', AN], ['Thứ Bảy 06/02', BINH]));
    expect(seats(found)).toEqual(['leader/day 06 b']);
    expect(found.left.map(({ row, reason }) => [row, reason])).toEqual([[2, 'weekday']]);
    const beside = read(paste(['Thứ', ...HEAD], ['Hai', '05/02', AN], ['Bảy', '06/02', BINH]));
    expect([seats(beside), beside.left.map(({ reason }) => reason)]).toEqual([
      ['leader/day 06 b'],
      ['weekday'],
    ]);
  });

  it('have shifts and posts before the names of one cell', () => {
    const found = read(
      paste(
        ['Ngày', 'Thành phần trực'],
        ['05/02', `- Lãnh đạo: ${AN}\n- Giám sát sáng: ${BINH}`],
        ['06/02', `Lãnh đạo: ${BINH}; Giám sát chiều: ${CHI}`],
      ),
    );
    expect([found.questions, seats(found)]).toEqual([
      [],
      ['leader/day 05 a', 'leader/day 06 b', 'watch/afternoon 06 c', 'watch/morning 05 b'],
    ]);
    const shifts = read(paste(['Ngày', 'Giám sát'], ['05/02', `Sáng: ${AN}\nChiều: ${BINH}\nĐêm: ${CHI}`]));
    expect(seats(shifts)).toEqual(['watch/afternoon 05 b', 'watch/morning 05 a', 'watch/night 05 c']);
  });

  it('have signs as codes, which are asked, and columns beyond the period, which are told', () => {
    const found = read(
      paste(['Họ và tên', '8', '9', '10', '11'], [AN, '+', '-', 'LĐ', 'LĐ'], [BINH, '✓', '', '', '']),
    );
    expect(found.questions.map(({ id }) => id)).toEqual(['code-+', 'code-✓']);
    expect(found.left.map(({ reason, day }) => [reason, day])).toEqual([['outside', '2027-02-11']]);
    expect(seats(found)).toEqual(['leader/day 10 a']);
  });

  it('name people by the given name and what they are: asked apart', () => {
    const found = read(
      paste(HEAD, ['05/02', 'Đ/c An'], ['06/02', 'An (PGĐ)'], ['07/02', 'An (KS)'], ['08/02', 'Lê V. An']),
    );
    expect(found.questions.map(({ id, choices }) => [id, choices.length])).toEqual([
      ['who-an', 2],
      ['who-an (pgd)', 1],
      ['who-an (ks)', 2],
      ['who-le v. an', 1],
    ]);
    const answers = {
      'who-an': 'is:n',
      'who-an (pgd)': 'is:a',
      'who-an (ks)': 'is:n',
      'who-le v. an': 'is:a',
    };
    const pasted = paste(
      HEAD,
      ['05/02', 'Đ/c An'],
      ['06/02', 'An (PGĐ)'],
      ['07/02', 'An (KS)'],
      ['08/02', 'Lê V. An'],
    );
    expect(seats(read(pasted, answers))).toEqual([
      'leader/day 05 n',
      'leader/day 06 a',
      'leader/day 07 n',
      'leader/day 08 a',
    ]);
  });

  it('have two whole names with a dash or a stroke between', () => {
    const found = read(
      paste(['Ngày', 'Giám sát sáng'], ['05/02', `${AN} - ${BINH}`], ['06/02', `${AN}\\${CHI}`]),
    );
    expect(seats(found)).toEqual([
      'watch/morning 05 a',
      'watch/morning 05 b',
      'watch/morning 06 a',
      'watch/morning 06 c',
    ]);
  });

  it('ask whom a remark means, and take nothing for it', () => {
    const found = read(
      paste(
        HEAD,
        ['05/02', `${AN} (thay ${BINH})`],
        ['06/02', `${AN} -> ${BINH}`],
        ['07/02', 'không bố trí'],
      ),
    );
    expect([found.questions.length, found.seats.length]).toEqual([2, 0]);
  });

  it('have one line a person from a day to a day', () => {
    const found = read(
      paste(
        ['Họ và tên', 'Từ ngày', 'Đến ngày', 'Vị trí'],
        [AN, '05/02', '07/02', 'Lãnh đạo trực'],
        [BINH, '08/02', '09/02', 'Lãnh đạo trực'],
      ),
    );
    expect(seats(found)).toEqual([
      'leader/day 05 a',
      'leader/day 06 a',
      'leader/day 07 a',
      'leader/day 08 b',
      'leader/day 09 b',
    ]);
  });

  it('have days of the moon alone, days that lost their format, and seats that are counted', () => {
    const lunar = read(paste(['Âm lịch', 'Lãnh đạo trực'], ['29 Tết', AN], ['1/1', BINH], ['Mùng 2', CHI]));
    expect(seats(lunar)).toEqual(['leader/day 05 a', 'leader/day 06 b', 'leader/day 07 c']);
    const serial = read(paste(HEAD, ['46423', AN], ['46424', BINH]));
    expect(seats(serial)).toEqual(['leader/day 05 a', 'leader/day 06 b']);
    const counted = read(
      paste(['Ngày', 'Giám sát sáng người 1', 'Giám sát sáng người 2'], ['05/02', AN, BINH]),
    );
    expect(seats(counted)).toEqual(['watch/morning 05 a', 'watch/morning 05 b']);
  });

  it('are not read from hidden rows and columns, which are told', async () => {
    const cells = utils.aoa_to_sheet([
      ['Ngày', 'Giám sát sáng', 'Lãnh đạo trực'],
      ['05/02', AN, BINH],
      ['06/02', BINH, CHI],
    ]);
    cells['!cols'] = [{}, { hidden: true }, {}];
    cells['!rows'] = [{}, { hidden: true }, {}];
    const book = utils.book_new();
    utils.book_append_sheet(book, cells, 'Lịch');
    const found = read(await bookOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))));
    expect([seats(found), found.said.hiddenColumns]).toEqual([['leader/day 06 c'], 1]);
    expect(found.said.aside.map(({ row }) => row)).toEqual([2]);
  });

  it.each([
    ['a sign that binds in Word', 'Sáng 06–\u200d14', 'Chiều 14–\u200d22'],
    ['a sign that binds elsewhere', 'Sáng 06\u2060–\u206014', 'Chiều 14\ufeff–\ufeff22'],
    ['a break before them', 'Sáng\n06–14', 'Chiều\n14–22'],
    ['a hyphen that no line ends with', 'Sáng 06\u201114', 'Chiều 14\u201122'],
  ])('have hours kept whole by %s', async (_, morning, afternoon) => {
    const rows = [
      ['Ngày', morning, afternoon],
      ['05/02', AN, BINH],
      ['06/02', CHI, AN],
    ];
    for (const book of [paste(...rows), await bookOf(await docx(rows))]) {
      expect(seats(read(book))).toEqual([
        'watch/afternoon 05 b',
        'watch/afternoon 06 a',
        'watch/morning 05 a',
        'watch/morning 06 c',
      ]);
    }
  });

  it('of Word have names merged over days', async () => {
    const found = read(
      await sheet([
        ['Vị trí', '05/02', '06/02', '07/02'],
        ['Lãnh đạo', { value: AN, columnSpan: 2 }, null, BINH],
      ]),
    );
    expect(seats(found)).toEqual(['leader/day 05 a', 'leader/day 06 a', 'leader/day 07 b']);
  });
});
