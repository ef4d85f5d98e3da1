/** The kinds of files a list may come in: each is read as the same people. */

import { read, utils, write } from '@e965/xlsx';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../../src/input/tables/read-book.ts';
import { bookOf, peopleOf, staffOf } from './lists.ts';

const ROWS = [
  ['STT', 'Họ và tên', 'Phòng', 'SĐT'],
  [1, 'Lê Văn An', 'Phòng Mạng', '0900000001'],
  [2, 'Đặng Thị Bình', null, '0900000002'],
];
const PEOPLE = ['Lê Văn An||Phòng Mạng|0900000001|', 'Đặng Thị Bình||Phòng Mạng|0900000002|'];
const MERGE = { s: { r: 1, c: 2 }, e: { r: 2, c: 2 } };

function workbook(change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => undefined) {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(ROWS);
  sheet['!merges'] = [MERGE];
  change(sheet);
  utils.book_append_sheet(book, sheet, 'Danh sách');
  return book;
}

const written = (
  book: ReturnType<typeof workbook>,
  bookType: 'ods' | 'xlsx' | 'html' | 'biff8',
): Uint8Array => {
  const made: unknown = write(book, { type: 'buffer', bookType });
  return typeof made === 'string' ? new TextEncoder().encode(made) : new Uint8Array(made as Buffer);
};

describe('a file', () => {
  it.each(['ods', 'xlsx', 'html', 'biff8'] as const)('of %s keeps what is merged', async (kind) => {
    expect(peopleOf(staffOf(await bookOf(written(workbook(), kind))))).toEqual(PEOPLE);
  });

  it('of Word is read by its tables, cells merged downwards too', async () => {
    const cell = (text: string, verticalMerge?: 'restart' | 'continue') =>
      new TableCell({ children: [new Paragraph(text)], ...(verticalMerge ? { verticalMerge } : {}) });
    const rows = ROWS.map(
      (row, i) =>
        new TableRow({
          children: row.map((text, j) =>
            cell(String(text ?? ''), j !== 2 || i === 0 ? undefined : i === 1 ? 'restart' : 'continue'),
          ),
        }),
    );
    const document = new Document({
      sections: [{ children: [new Paragraph('DANH SÁCH'), new Table({ rows })] }],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    expect(peopleOf(staffOf(await bookOf(bytes)))).toEqual(PEOPLE);
    const empty = new Uint8Array(
      await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] })),
    );
    expect(await readBook('x.docx', empty)).toMatchObject({ faults: [{ key: 'fault.document.no-table' }] });
  });

  it('has rows hidden in it: told, not taken', async () => {
    const hidden = workbook((sheet) => {
      sheet['!rows'] = [{}, { hidden: true }];
    });
    const { people, aside } = staffOf(await bookOf(written(hidden, 'xlsx')));
    expect(people.map(({ member }) => member?.name)).toEqual(['Đặng Thị Bình']);
    expect(aside).toMatchObject([{ row: 2, aside: 'hidden' }]);
  });

  it('keeps the noughts that a format shows', async () => {
    const shown = workbook((sheet) => {
      sheet.D2 = { t: 'n', v: 900000001, z: '0000000000' };
    });
    const { people } = staffOf(await bookOf(written(shown, 'xlsx')));
    expect(people[0]?.warnings).toEqual([]);
    expect(people[0]?.member?.phone).toBe('0900000001');
  });

  it('saved as ANSI from an old font is read by that font', async () => {
    const text = 'STT,Hä vµ tªn,Chøc vô\n1,NguyÔn H÷u Kh¸nh,Gi¸m ®èc\n2,TrÇn ThÞ BÝch,Kü s­\n';
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    expect(peopleOf(staffOf(await bookOf(bytes)))).toEqual([
      'Nguyễn Hữu Khánh|Giám đốc|||',
      'Trần Thị Bích|Kỹ sư|||',
    ]);
  });

  it('with a password says so', async () => {
    const plain = written(workbook(), 'biff8');
    expect(read(plain).SheetNames).toEqual(['Danh sách']);
    const damaged = plain.slice(0, 700);
    expect((await readBook('x.xls', damaged)).ok).toBe(false);
  });
});
