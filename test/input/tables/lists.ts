/** Lists built as offices build them, read the way pages and the command line read them. */

import writeExcelFile from 'write-excel-file/universal';
import type { Day } from '../../../src/calendar/day.ts';
import { BLANK_MEMBER, type StaffMember } from '../../../src/domain/staff.ts';
import type { LeaveTableColumn, StaffTableColumn } from '../../../src/input/columns.ts';
import { LEAVE_SHAPE, type LeaveImport, readLeaveImport } from '../../../src/input/leave-import.ts';
import { readStaffImport, STAFF_SHAPE, type StaffImport } from '../../../src/input/staff-import.ts';
import type { Book } from '../../../src/input/tables/book.ts';
import { type ListTable, layOut, type TableAsked } from '../../../src/input/tables/list-table.ts';
import { readBook, readPaste } from '../../../src/input/tables/read-book.ts';

export type Cell =
  | string
  | number
  | null
  | { readonly value: string; readonly columnSpan?: number; readonly rowSpan?: number };

/** One sheet, or several by name. */
export async function xlsx(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<Uint8Array> {
  const given = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)),
  }));
  const blob = await writeExcelFile(given as never).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cellOf(cell: Cell): unknown {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return typeof cell === 'string' ? { value: cell, type: String } : { ...cell, type: String };
}

export async function bookOf(bytes: Uint8Array, name = 'ds'): Promise<Book> {
  const read = await readBook(name, bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.book;
}

export function pastedBook(text: string): Book {
  const read = readPaste('dán', text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.book;
}

export function member(name: string, changes: Partial<StaffMember> = {}): StaffMember {
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

export interface ReadStaff extends StaffImport {
  readonly table: ListTable<StaffTableColumn>;
}

export function staffOf(
  book: Book,
  asked: TableAsked = {},
  known: { today?: StaffMember[]; leavers?: StaffMember[] } = {},
): ReadStaff {
  const table = layOut(book, STAFF_SHAPE, asked);
  const { today = [], leavers = [] } = known;
  return { table, ...readStaffImport(table, { today, leavers, skills: ['giám sát', 'lãnh đạo'] }) };
}

/** Name, title, department, mobile, office: a line a person, "?" where something is to be answered. */
export function peopleOf({ people }: StaffImport): string[] {
  return people.map(({ member: each, faults, question }) =>
    each
      ? [each.name, each.title, each.department, each.phone, each.officePhone].join('|')
      : `? ${question?.kind ?? faults.map(({ key }) => key).join(' ')}`,
  );
}

export interface ReadLeave extends LeaveImport {
  readonly table: ListTable<LeaveTableColumn>;
}

/** Tết 2027, mùng 1 on 6 February. */
export function leaveOf(
  book: Book,
  asked: TableAsked = {},
  staff = [member('Bùi Đức Anh', { id: 'anh' }), member('Đặng Thu Cúc', { id: 'cuc' })],
): ReadLeave {
  const table = layOut(book, LEAVE_SHAPE, asked);
  const around = { first: '2027-02-01' as Day, last: '2027-02-14' as Day };
  const known = {
    staff,
    posts: [],
    entries: [],
    around,
    touches: () => true,
    isFar: ({ from }: { from: Day }) => from < '2026-06-01',
  };
  return { table, ...readLeaveImport(table, known) };
}

/** "anh 2027-02-06 2027-02-08 07:30-11:30 (travel) họp": a line an entry, "?" where something is to be answered. */
export function entriesOf({ lines }: LeaveImport): string[] {
  return lines.flatMap(({ entries, faults, question }) =>
    entries.length > 0
      ? entries.map(({ staffId, from, to, startTime, endTime, leaveKind, note }) =>
          [
            staffId,
            from,
            to,
            startTime && `${startTime}-${endTime}`,
            leaveKind && leaveKind !== 'annual' && `(${leaveKind})`,
            note,
          ]
            .filter((each) => each)
            .join(' '),
        )
      : question || faults.length > 0
        ? [`? ${question?.kind ?? faults.map(({ key }) => key).join(' ')}`]
        : [],
  );
}
