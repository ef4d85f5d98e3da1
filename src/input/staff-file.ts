/** `staff.csv` → staff members: one row a person. It does not know whether a post can use them. */

import { CASE_FILES } from '../domain/case-files.ts';
import { BLANK_VALUES, type PersonalLimits, type StaffMember } from '../domain/staff.ts';
import {
  STAFF_FIELDS,
  STAFF_LIMITS,
  type StaffKindValues,
  staffKind,
  staffRecord,
} from '../domain/staff-fields.ts';
import { foldForSearch } from '../kernel/names.ts';
import { slugOf } from '../kernel/slug.ts';
import { STAFF_COLUMNS, type StaffColumn } from './columns.ts';
import type { FaultList } from './fault-list.ts';
import {
  optional,
  readEmail,
  readName,
  readPhone,
  readShare,
  readSkills,
  readWhole,
  readYesNo,
  refuse,
} from './fields.ts';
import { type Cell, readSheet, type SheetRow } from './sheet.ts';

const MOST_ID_LENGTH = STAFF_FIELDS.id.most;

/** Members in the order of the file; undefined after telling at least one fault. */
export function parseStaff(
  bytes: Uint8Array,
  faults: FaultList,
  file: string = CASE_FILES.staff,
): StaffMember[] | undefined {
  const source = { file, bytes, columns: STAFF_COLUMNS, required: [['name']] as const };
  const sheet = readSheet<StaffColumn>(source, faults);
  if (!sheet) return undefined;
  const before = faults.count;
  if (sheet.rows.length === 0) faults.fault({ key: 'fault.staff.none', params: {}, file });
  const members: StaffMember[] = [];
  const ids = new Map<string, SheetRow<StaffColumn>>();
  for (const row of sheet.rows) {
    const member = readMember(row, faults);
    if (!member) continue;
    // Codes are looked up without regard to case, so A1 and a1 are one.
    const key = foldForSearch(member.id);
    const earlier = ids.get(key);
    if (earlier) tellTwice(row, earlier, faults);
    else ids.set(key, row);
    members.push(member);
  }
  return faults.count > before ? undefined : members;
}

const READERS: {
  readonly [K in keyof StaffKindValues]: (cell: Cell, faults: FaultList) => StaffKindValues[K] | undefined;
} = {
  code: readCode,
  name: readName,
  text: ({ text }) => text,
  phone: readPhone,
  email: readEmail,
  words: readSkills,
  flag: readYesNo,
  share: readShare,
};

/** One person of a list or a form; undefined after telling at least one fault. */
export function readMember(row: SheetRow<StaffColumn>, faults: FaultList): StaffMember | undefined {
  const before = faults.count;
  const record = staffRecord((field) => {
    const [cell, kind] = [row.cell(field), staffKind(field)];
    const blank = BLANK_VALUES[kind];
    return cell.text === '' && kind !== 'name' ? blank : (READERS[kind](cell, faults) ?? blank);
  });
  const limits = readLimits(row, faults);
  if (faults.count > before) return undefined;
  return { ...record, id: record.id || staffIdOf(record.name), limits };
}

/** A code made of a name: "Nguyễn Hữu Khánh" → `nguyen-huu-khanh`; a name in another script than Latin stays as it is. */
export function staffIdOf(name: string): string {
  const asItIs = foldForSearch(name).replaceAll(' ', '-').slice(0, MOST_ID_LENGTH);
  return slugOf(name, { most: MOST_ID_LENGTH, fallback: asItIs });
}

function readCode(cell: Cell, faults: FaultList): string | undefined {
  const fits = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(cell.text) && cell.text.length <= MOST_ID_LENGTH;
  return fits ? cell.text : refuse(cell, 'fault.staff.id-form', faults);
}

function readLimits(row: SheetRow<StaffColumn>, faults: FaultList): PersonalLimits {
  return Object.fromEntries(
    STAFF_LIMITS.flatMap((limit) => {
      const range = { least: 0, most: STAFF_FIELDS[limit].most };
      const value = optional(row.cell(limit), undefined, (cell) => readWhole(cell, range, faults));
      return value === undefined ? [] : [[limit, value]];
    }),
  );
}

/** The same code twice is a slip; the same name twice needs codes to tell the two apart. */
function tellTwice(row: SheetRow<StaffColumn>, earlier: SheetRow<StaffColumn>, faults: FaultList): void {
  const id = row.cell('id');
  if (id.text !== '') refuse(id, 'fault.staff.id-twice', faults, { earlier: earlier.row });
  else refuse(row.cell('name'), 'fault.staff.name-twice', faults, { earlier: earlier.row });
}
