/** The headings each CSV file may have, in Vietnamese and English: matched without diacritics, case or punctuation. */

import type { LedgerKind } from '../domain/ledger.ts';
import { mapStaffFields, STAFF_FIELDS, type StaffField } from '../domain/staff-fields.ts';

/** The first heading of each list is the one told to people. */
export type Columns<K extends string> = Readonly<Record<K, readonly [string, ...string[]]>>;

export type StaffColumn = StaffField | 'ignored';

const ID = STAFF_FIELDS.id.headings;
const NAME = STAFF_FIELDS.name.headings;
const NOTE = ['Ghi chú', 'Lý do', 'note', 'notes', 'reason'] as const;
const ORDINAL = ['TT', 'STT', 'Số thứ tự', 'No', '#'] as const;

export const STAFF_COLUMNS: Columns<StaffColumn> = {
  ...mapStaffFields(({ headings }) => headings),
  ignored: [...NOTE, ...ORDINAL],
};

export type LeaveColumn =
  | 'id'
  | 'name'
  | 'kind'
  | 'from'
  | 'to'
  | 'startTime'
  | 'endTime'
  | 'rrule'
  | 'post'
  | 'weight'
  | 'note'
  | 'ignored';

export const LEAVE_COLUMNS: Columns<LeaveColumn> = {
  id: ID,
  name: NAME,
  kind: ['Loại', 'Hình thức', 'kind', 'type'],
  from: ['Từ ngày', 'Ngày', 'Ngày bắt đầu', 'from', 'from day', 'start', 'date'],
  to: ['Đến ngày', 'Đến hết ngày', 'Ngày kết thúc', 'to', 'to day', 'until', 'end'],
  startTime: ['Từ giờ', 'Giờ bắt đầu', 'from time', 'start time'],
  endTime: ['Đến giờ', 'Giờ kết thúc', 'to time', 'end time'],
  rrule: ['Lặp lại', 'Lặp', 'rrule', 'repeat', 'recurrence'],
  post: ['Vị trí', 'Vị trí trực', 'post'],
  weight: ['Mức độ', 'Mức', 'weight', 'importance'],
  note: NOTE,
  ignored: ORDINAL,
};

export type LedgerColumn = 'id' | 'name' | 'year' | LedgerKind | 'ignored';

/** One row a person a year: points carried, and how often each named day was stood. */
export const LEDGER_COLUMNS: Columns<LedgerColumn> = {
  id: ID,
  name: NAME,
  year: ['Năm', 'year'],
  points: ['Điểm', 'Tổng điểm', 'points', 'burden'],
  nights: ['Số đêm', 'Đêm', 'nights'],
  weekends: ['Cuối tuần', 'Số ngày cuối tuần', 'weekends', 'weekend days'],
  holidays: ['Ngày lễ', 'Số ngày lễ', 'holidays'],
  'new-year': ['Tết Dương lịch', 'Mùng 1/1', '1/1', 'new year'],
  'ong-tao': ['Ông Công ông Táo', 'Ông Táo', '23 Chạp', 'kitchen gods', 'ong tao'],
  'tat-nien': ['Tất niên', 'tat nien'],
  'giao-thua': ['Giao thừa', 'giao thua', 'lunar new year eve'],
  'mung-1': ['Mùng 1', 'Mồng 1', 'mung 1', 'tet 1'],
  'mung-2': ['Mùng 2', 'Mồng 2', 'mung 2', 'tet 2'],
  'mung-3': ['Mùng 3', 'Mồng 3', 'mung 3', 'tet 3'],
  'mung-4': ['Mùng 4', 'Mồng 4', 'mung 4', 'tet 4'],
  'mung-5': ['Mùng 5', 'Mồng 5', 'mung 5', 'tet 5'],
  'gio-to': ['Giỗ Tổ', 'Giỗ Tổ Hùng Vương', '10/3', 'hung kings'],
  liberation: ['30/4', 'Giải phóng', 'liberation', 'liberation day'],
  labour: ['1/5', 'Quốc tế lao động', 'labour', 'labour day'],
  national: ['2/9', 'Quốc khánh', 'national', 'national day'],
  culture: ['24/11', 'Ngày Văn hóa', 'culture', 'culture day'],
  'new-year-eve': ['Đêm 31/12', '31/12', 'new year eve'],
  ignored: [...NOTE, ...ORDINAL],
};
