/**
 * What is known of a staff member, each field once. The record, the database row, the snapshot in published versions, the
 * form, the columns of lists, the export and the erasure are all made from this table (docs/HOW-TO.md).
 */

/** What a value of each kind is. An empty one stands where nothing is known, in versions older than the field too. */
export interface StaffKindValues {
  /** Never changes: rosters know people by it. */
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly phone: string;
  readonly email: string;
  readonly words: readonly string[];
  readonly flag: boolean;
  /** Of full time, in (0, 1]. */
  readonly share: number;
}

/** A limit is a whole number, and absent where only the rules apply. */
export type StaffFieldKind = keyof StaffKindValues | 'limit';

interface StaffFieldSpec {
  readonly kind: StaffFieldKind;
  /** Where it stands in the form and on the person's page. */
  readonly part: 'code' | 'about' | 'duty' | 'limits';
  /** What a list may call its column, matched without diacritics, case or punctuation; the first is told to people. */
  readonly headings: readonly [string, ...string[]];
  /** Longest text the form takes, or the highest limit. */
  readonly most?: number;
  /** Whether the form says more beside it: `staff.form.<field>-hint`. */
  readonly hinted?: true;
  /** Rosters are judged by it: versions keep it as it was, after an erasure too. All else is shown as it is today. */
  readonly judges?: true;
  /** It means this person alone, so an erasure takes it out of what others wrote as well. */
  readonly personal?: true;
}

/** In the order of the columns of a list. `staff.field.<field>` in `i18n` names each. */
export const STAFF_FIELDS = {
  id: {
    kind: 'code',
    part: 'code',
    headings: ['Mã', 'Mã số', 'Mã nhân viên', 'Mã cán bộ', 'Mã NV', 'Mã CB', 'id', 'code', 'staff id'],
    most: 40,
    hinted: true,
  },
  name: {
    kind: 'name',
    part: 'about',
    headings: ['Họ và tên', 'Họ tên', 'Tên', 'Cán bộ', 'Người trực', 'name', 'full name'],
    most: 80,
    personal: true,
  },
  title: {
    kind: 'text',
    part: 'about',
    headings: ['Chức danh', 'Chức vụ', 'title', 'position', 'job title'],
    most: 120,
  },
  department: {
    kind: 'text',
    part: 'about',
    headings: ['Phòng', 'Phòng ban', 'Bộ phận', 'Đơn vị', 'Tổ', 'department', 'team'],
    most: 120,
  },
  phone: {
    kind: 'phone',
    part: 'about',
    headings: ['Điện thoại', 'Số điện thoại', 'SĐT', 'ĐT', 'Di động', 'phone', 'phone number', 'mobile'],
    personal: true,
  },
  /** It outlives whoever sits there, so texts that hold it do not mean the person. */
  officePhone: {
    kind: 'phone',
    part: 'about',
    headings: [
      'Điện thoại cơ quan',
      'Số điện thoại cơ quan',
      'SĐT cơ quan',
      'ĐT cơ quan',
      'ĐTCQ',
      'Điện thoại bàn',
      'Máy bàn',
      'Điện thoại cố định',
      'office phone',
      'work phone',
      'landline',
    ],
    hinted: true,
  },
  email: {
    kind: 'email',
    part: 'about',
    headings: ['Thư điện tử', 'Email', 'Hộp thư', 'mail', 'e-mail'],
    personal: true,
  },
  skills: {
    kind: 'words',
    part: 'duty',
    headings: ['Kỹ năng', 'Chuyên môn', 'Vị trí trực được', 'Nhiệm vụ', 'skills', 'skill', 'qualifications'],
    hinted: true,
    judges: true,
  },
  homeProvince: {
    kind: 'text',
    part: 'about',
    headings: ['Quê', 'Quê quán', 'Tỉnh', 'home province', 'home', 'province'],
    most: 80,
  },
  /** May not stand a shift alone: someone who is not a newcomer must share it. */
  newcomer: {
    kind: 'flag',
    part: 'duty',
    headings: ['Người mới', 'Mới', 'Tập sự', 'newcomer', 'new'],
    hinted: true,
    judges: true,
  },
  share: {
    kind: 'share',
    part: 'limits',
    headings: ['Tỷ lệ thời gian', 'Tỉ lệ thời gian', 'Tỷ lệ', 'share', 'share of full time', 'fte'],
    hinted: true,
    judges: true,
  },
  shifts: {
    kind: 'limit',
    part: 'limits',
    headings: ['Số ca tối đa', 'Trần ca', 'max shifts', 'most shifts'],
    most: 1_000,
    judges: true,
  },
  hours: {
    kind: 'limit',
    part: 'limits',
    headings: ['Số giờ tối đa', 'Trần giờ', 'max hours', 'most hours'],
    most: 10_000,
    judges: true,
  },
  nights: {
    kind: 'limit',
    part: 'limits',
    headings: ['Số đêm tối đa', 'Trần đêm', 'max nights', 'most nights'],
    most: 1_000,
    judges: true,
  },
} as const satisfies Readonly<Record<string, StaffFieldSpec>>;

type Fields = typeof STAFF_FIELDS;

export type StaffField = keyof Fields;

export type StaffKindOf<F extends StaffField> = Fields[F]['kind'];
export type StaffLimit = FieldOf<{ readonly kind: 'limit' }>;
/** Fields that always have a value. */
export type StaffRecordField = Exclude<StaffField, StaffLimit>;
export type PersonalField = FieldOf<{ readonly personal: true }>;
type FieldOf<S> = { [F in StaffField]: Fields[F] extends S ? F : never }[StaffField];

export type StaffValue<F extends StaffRecordField> = StaffKindValues[StaffKindOf<F>];
export type StaffRecord = { readonly [F in StaffRecordField]: StaffValue<F> };

export const STAFF_FIELD_NAMES = Object.keys(STAFF_FIELDS) as StaffField[];
export const STAFF_LIMITS = STAFF_FIELD_NAMES.filter(isStaffLimit);
export const STAFF_RECORD_FIELDS = STAFF_FIELD_NAMES.filter(
  (field) => !isStaffLimit(field),
) as StaffRecordField[];

export function staffKind<F extends StaffField>(field: F): StaffKindOf<F> {
  return STAFF_FIELDS[field].kind;
}

export function staffSpec(field: StaffField): StaffFieldSpec {
  return STAFF_FIELDS[field];
}

export function isStaffLimit(field: StaffField): field is StaffLimit {
  return staffKind(field) === 'limit';
}

export function isPersonal(field: StaffField): field is PersonalField {
  return staffSpec(field).personal === true;
}

/** A record, field by field. */
export function staffRecord(make: <F extends StaffRecordField>(field: F) => StaffValue<F>): StaffRecord {
  // The compiler does not add up what a loop has put together.
  return Object.fromEntries(
    STAFF_RECORD_FIELDS.map((field) => [field, make(field)]),
  ) as unknown as StaffRecord;
}

/** Each field as one of several records has it. */
export function mergedRecord(sourceOf: (field: StaffRecordField) => StaffRecord): StaffRecord {
  return Object.fromEntries(
    STAFF_RECORD_FIELDS.map((field) => [field, sourceOf(field)[field]]),
  ) as unknown as StaffRecord;
}

/** Something of every field, limits too. */
export function mapStaffFields<T>(
  make: (spec: StaffFieldSpec, field: StaffField) => T,
): Readonly<Record<StaffField, T>> {
  return Object.fromEntries(
    STAFF_FIELD_NAMES.map((field) => [field, make(staffSpec(field), field)]),
  ) as Record<StaffField, T>;
}
