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

/** What a column of a list of people can be besides: only lists have such columns. */
export type StaffTableColumn = StaffColumn | 'cross';

export const STAFF_TABLE_COLUMNS: Columns<StaffTableColumn> = {
  ...STAFF_COLUMNS,
  name: [
    ...STAFF_COLUMNS.name,
    'Họ',
    'Họ đệm',
    'Họ và đệm',
    'Họ và tên đệm',
    'Họ tên đệm',
    'Họ và chữ đệm',
    'Họ lót',
    'Họ và tên lót',
    'Đệm',
    'Tên đệm',
    'Chữ đệm',
    'Họ và tên cán bộ',
    'Tên cán bộ',
    'Nhân viên',
    'Tên nhân viên',
    'Cán bộ trực',
    'family name',
    'last name',
    'surname',
    'given name',
    'first name',
  ],
  title: [
    ...STAFF_COLUMNS.title,
    'Chức vụ chức danh',
    'Chức danh nghề nghiệp',
    'CV',
    'Cấp bậc',
    'Chức vụ công tác',
  ],
  department: [
    ...STAFF_COLUMNS.department,
    'Phòng ban',
    'Đơn vị công tác',
    'Tên đơn vị',
    'Cơ quan',
    'Nơi công tác',
    'Phòng đơn vị',
    'Khoa phòng',
    'Khoa',
    'Ban',
    'Nhóm',
  ],
  phone: [
    ...STAFF_COLUMNS.phone,
    'Số ĐT',
    'SĐT di động',
    'ĐTDĐ',
    'ĐT di động',
    'Điện thoại di động',
    'Số điện thoại di động',
    'Số di động',
    'DĐ',
    'Điện thoại DĐ',
    'Nhà riêng',
    'NR',
    'Điện thoại nhà riêng',
    'Điện thoại liên hệ',
    'Liên hệ',
    'Số máy',
    'Zalo',
    'Điện thoại Zalo',
    'tel',
    'telephone',
    'cell phone',
  ],
  officePhone: [
    ...STAFF_COLUMNS.officePhone,
    'Điện thoại CQ',
    'CQ',
    'Số máy bàn',
    'Cố định',
    'CĐ',
    'Máy lẻ',
    'Số máy lẻ',
  ],
  cross: ['Đánh dấu x', 'crosses'],
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

/** What a column of a list of leave can be besides: how many days the line says it is. */
export type LeaveTableColumn = LeaveColumn | 'days';

/** Lists of leave call their columns in more ways than the case file does. */
export const LEAVE_TABLE_COLUMNS: Columns<LeaveTableColumn> = {
  ...LEAVE_COLUMNS,
  days: ['Số ngày', 'Số ngày nghỉ', 'Tổng số ngày', 'Tổng số ngày nghỉ', 'days', 'number of days'],
  name: STAFF_TABLE_COLUMNS.name,
  kind: [...LEAVE_COLUMNS.kind, 'Loại nghỉ', 'Loại phép', 'Nội dung', 'Chế độ', 'Hình thức nghỉ'],
  from: [
    ...LEAVE_COLUMNS.from,
    'Ngày nghỉ',
    'Thời gian nghỉ',
    'Thời gian',
    'Nghỉ từ ngày',
    'Nghỉ từ',
    'Từ',
    'Bắt đầu',
    'Các ngày nghỉ',
    'Ngày bận',
    'Ngày xin nghỉ',
    'Ngày dương',
    'Ngày dương lịch',
    'Dương lịch',
  ],
  to: [...LEAVE_COLUMNS.to, 'Đến', 'Nghỉ đến ngày', 'Nghỉ đến', 'Kết thúc', 'Hết ngày'],
  startTime: [...LEAVE_COLUMNS.startTime, 'Giờ', 'Buổi', 'Ca'],
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
