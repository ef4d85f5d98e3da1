/** `staff.csv` → staff members: one row a person. It does not know whether a post can use them. */

import { CASE_FILES } from '../domain/case-files.ts';
import type { PersonalLimits, StaffMember } from '../domain/staff.ts';
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

const MOST_ID_LENGTH = 40;

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

/** One person of a list or a form; undefined after telling at least one fault. */
export function readMember(row: SheetRow<StaffColumn>, faults: FaultList): StaffMember | undefined {
  const name = readName(row.cell('name'), faults);
  const id = readId(row.cell('id'), name ?? '', faults);
  const phone = optional(row.cell('phone'), '', (cell) => readPhone(cell, faults));
  const email = optional(row.cell('email'), '', (cell) => readEmail(cell, faults));
  const share = optional(row.cell('share'), 1, (cell) => readShare(cell, faults));
  const newcomer = readYesNo(row.cell('newcomer'), faults);
  const skills = readSkills(row.cell('skills'), faults);
  const limits = readLimits(row, faults);
  if (name === undefined || id === undefined || phone === undefined || email === undefined) return undefined;
  if (share === undefined || newcomer === undefined || skills === undefined) return undefined;
  return {
    id,
    name,
    title: row.cell('title').text,
    department: row.cell('department').text,
    phone,
    email,
    skills,
    homeProvince: row.cell('homeProvince').text,
    newcomer,
    limits,
    share,
  };
}

/** A code made of a name; one in another script than Latin stays as it is. */
export function staffIdOf(name: string): string {
  const asItIs = foldForSearch(name).replaceAll(' ', '-').slice(0, MOST_ID_LENGTH);
  return slugOf(name, { most: MOST_ID_LENGTH, fallback: asItIs });
}

/** The code as given, else made of the name: "Nguyễn Hữu Khánh" → `nguyen-huu-khanh`. */
function readId(cell: Cell, name: string, faults: FaultList): string | undefined {
  if (cell.text === '') return staffIdOf(name);
  const fits = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(cell.text) && cell.text.length <= MOST_ID_LENGTH;
  return fits ? cell.text : refuse(cell, 'fault.staff.id-form', faults);
}

function readLimits(row: SheetRow<StaffColumn>, faults: FaultList): PersonalLimits {
  const read = (key: 'shifts' | 'hours' | 'nights', most: number): PersonalLimits => {
    const value = optional(row.cell(key), undefined, (cell) => readWhole(cell, { least: 0, most }, faults));
    return value === undefined ? {} : { [key]: value };
  };
  return { ...read('shifts', 1_000), ...read('hours', 10_000), ...read('nights', 1_000) };
}

/** The same code twice is a slip; the same name twice needs codes to tell the two apart. */
function tellTwice(row: SheetRow<StaffColumn>, earlier: SheetRow<StaffColumn>, faults: FaultList): void {
  const id = row.cell('id');
  if (id.text !== '') refuse(id, 'fault.staff.id-twice', faults, { earlier: earlier.row });
  else refuse(row.cell('name'), 'fault.staff.name-twice', faults, { earlier: earlier.row });
}
