/** A table of people held against the list of today: who is new, who changes and how, who is missing, what is wrong where. */

import { type StaffMember, staffText } from '../domain/staff.ts';
import { mergedRecord, STAFF_FIELD_NAMES, STAFF_LIMITS, type StaffField } from '../domain/staff-fields.ts';
import type { Params } from '../kernel/app-error.ts';
import { foldForSearch, normaliseName } from '../kernel/names.ts';
import { nearest } from '../kernel/nearest.ts';
import { STAFF_COLUMNS, type StaffColumn } from './columns.ts';
import { FaultList } from './fault-list.ts';
import { refuse } from './fields.ts';
import { type ImportChoice, type ImportShape, type ImportTable, importedRows } from './import-table.ts';
import type { SheetRow } from './sheet.ts';
import { readMember, staffIdOf } from './staff-file.ts';
import { columnLetter } from './table-rows.ts';

export const STAFF_SHAPE: ImportShape<StaffColumn> = { columns: STAFF_COLUMNS, required: [['name']] };

/** What is said of a cell, or of the whole row when it names no column. */
export interface CellNote {
  /** By place, from 0. */
  readonly column?: number;
  readonly key: string;
  readonly params: Params;
}

export interface ImportedPerson {
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellNote[];
  /** What was read otherwise than it is written, and what looks like a slip. */
  readonly warnings: readonly CellNote[];
  /** Absent with a fault. */
  readonly member?: StaffMember;
  /** Who it is on today's list; absent for someone new. */
  readonly before?: StaffMember;
  /** Was on the list once. */
  readonly returns: boolean;
  /** Fields whose value changes. */
  readonly changed: readonly StaffField[];
}

/** What is known before the table. */
export interface StaffKnown {
  readonly today: readonly StaffMember[];
  readonly leavers: readonly StaffMember[];
  /** Of posts and people; one written without diacritics counts as the one it means. */
  readonly skills: readonly string[];
}

export interface StaffImport {
  readonly people: readonly ImportedPerson[];
  /** On today's list, but not in the table. */
  readonly missing: readonly StaffMember[];
  /** Of no row: a column that must be there is not. */
  readonly faults: readonly CellNote[];
}

/** Columns that are left out keep what is known; a column that is there replaces it, empty cells too. */
export function readStaffImport(
  table: ImportTable,
  choice: ImportChoice<StaffColumn>,
  known: StaffKnown,
): StaffImport {
  const { today } = known;
  const faults = wholeFaults(table, choice);
  const reader = new PeopleReader(known, choice);
  const people = importedRows(table, choice).map(({ row, sheetRow }) => ({
    row: row.row,
    cells: row.cells,
    ...reader.read(sheetRow),
  }));
  const seen = new Set(people.flatMap(({ before }) => before?.id ?? []));
  return { people, missing: today.filter(({ id }) => !seen.has(id)), faults };
}

function wholeFaults({ rows }: ImportTable, { heading, keys }: ImportChoice<StaffColumn>): CellNote[] {
  if (!keys.includes('name')) return [{ key: 'fault.import.name-column', params: {} }];
  const twice = keys.find((key, i) => key !== undefined && keys.indexOf(key) < i);
  if (twice !== undefined) {
    return [{ key: 'fault.import.column-twice', params: { heading: STAFF_COLUMNS[twice][0] } }];
  }
  return rows.some(({ row }) => row > heading) ? [] : [{ key: 'fault.staff.none', params: {} }];
}

type Read = Omit<ImportedPerson, 'row' | 'cells'>;

class PeopleReader {
  readonly #known: StaffKnown;
  readonly #choice: ImportChoice<StaffColumn>;
  /** Which row a person of today's list, or a new name or code, was read from. */
  readonly #rows = new Map<string, number>();
  readonly #ids: Set<string>;

  constructor(known: StaffKnown, choice: ImportChoice<StaffColumn>) {
    this.#known = known;
    this.#choice = choice;
    this.#ids = new Set([...known.today, ...known.leavers].map(({ id }) => foldForSearch(id)));
  }

  read(row: SheetRow<StaffColumn>): Read {
    const faults = new FaultList();
    const read = readMember(row, faults);
    const before = read ? this.#personOf(row, read, faults) : undefined;
    if (read && !before) this.#tellNamesake(row, read, faults);
    const leaver = read && !before ? this.#leaverOf(row, read) : undefined;
    const member =
      read && faults.count === 0 ? this.#merged(row, read, { before, leaver, faults }) : undefined;
    const notes = { faults: this.#notes(faults.faults), warnings: this.#notes(faults.warnings) };
    return {
      ...notes,
      returns: leaver !== undefined,
      changed: member && before ? differences(before, member) : [],
      ...(member ? { member } : {}),
      ...(before ? { before } : {}),
    };
  }

  #notes(found: FaultList['faults']): CellNote[] {
    const letters = this.#choice.keys.map((_, i) => columnLetter(i));
    return found.map(({ key, params, column, value = '' }) => {
      const place = letters.indexOf(column ?? '');
      return { key, params: { value, ...params }, ...(place < 0 ? {} : { column: place }) };
    });
  }

  /** By code, else by name; tells who stands in the table twice, and a name that several people of the list have. */
  #personOf(row: SheetRow<StaffColumn>, { name }: StaffMember, faults: FaultList): StaffMember | undefined {
    const id = row.cell('id');
    const found = matches(this.#known.today, { id: id.text, name });
    if (found.length > 1) {
      const ids = found.map((each) => each.id).join(', ');
      return refuse(row.cell('name'), 'fault.person.ambiguous', faults, { ids });
    }
    const [person] = found;
    const key = person ? `person ${person.id}` : `new ${foldForSearch(id.text || name)}`;
    const earlier = this.#rows.get(key);
    this.#rows.set(key, earlier ?? row.row);
    if (earlier === undefined) return person;
    return id.text === ''
      ? refuse(row.cell('name'), 'fault.staff.name-twice', faults, { earlier })
      : refuse(id, 'fault.staff.id-twice', faults, { earlier });
  }

  /** The same name under another code may be a second person, or the same one written anew. */
  #tellNamesake(row: SheetRow<StaffColumn>, { name }: StaffMember, faults: FaultList): void {
    if (row.cell('id').text === '') return;
    const [namesake] = matches(this.#known.today, { id: '', name });
    if (!namesake) return;
    const { file, row: number, column } = row.cell('name');
    const params = { name: namesake.name, id: namesake.id };
    faults.warn({ key: 'fault.import.namesake', params, file, row: number, column });
  }

  #leaverOf(row: SheetRow<StaffColumn>, { name }: StaffMember): StaffMember | undefined {
    const [leaver, ...more] = matches(this.#known.leavers, { id: row.cell('id').text, name });
    return more.length === 0 ? leaver : undefined;
  }

  #merged(
    row: SheetRow<StaffColumn>,
    read: StaffMember,
    {
      before,
      leaver,
      faults,
    }: {
      readonly before: StaffMember | undefined;
      readonly leaver: StaffMember | undefined;
      readonly faults: FaultList;
    },
  ): StaffMember {
    const skills = this.#skillsOf(row, read.skills, faults);
    const id = before?.id ?? leaver?.id ?? this.#freeId(row.cell('id').text || staffIdOf(read.name));
    if (!before) return { ...read, id, skills };
    const has = (field: StaffField): boolean => this.#choice.keys.includes(field);
    const record = mergedRecord((field) => (has(field) ? read : before));
    const limits = STAFF_LIMITS.flatMap((limit) => {
      const value = (has(limit) ? read : before).limits[limit];
      return value === undefined ? [] : [[limit, value]];
    });
    return {
      ...record,
      id,
      skills: has('skills') ? skills : before.skills,
      limits: Object.fromEntries(limits),
    };
  }

  #freeId(wanted: string): string {
    for (let n = 1; ; n++) {
      const id = n === 1 ? wanted : `${wanted}-${n}`;
      if (this.#ids.has(foldForSearch(id))) continue;
      this.#ids.add(foldForSearch(id));
      return id;
    }
  }

  #skillsOf(row: SheetRow<StaffColumn>, skills: readonly string[], faults: FaultList): string[] {
    const known = this.#known.skills;
    return [
      ...new Set(
        skills.map((skill) => {
          if (known.includes(skill)) return skill;
          const same = known.filter((each) => foldForSearch(each) === foldForSearch(skill));
          if (same.length === 1) return same[0] ?? skill;
          const suggestion = nearest(skill, known);
          if (suggestion !== undefined) {
            const { file, row: number, column } = row.cell('skills');
            const params = { skill, suggestion };
            faults.warn({ key: 'fault.import.skill-near', params, file, row: number, column });
          }
          return skill;
        }),
      ),
    ];
  }
}

/** By code, else by the very name, else by the name without diacritics. */
function matches(
  people: readonly StaffMember[],
  { id, name }: { readonly id: string; readonly name: string },
): StaffMember[] {
  if (id !== '') return people.filter((each) => foldForSearch(each.id) === foldForSearch(id));
  const same = people.filter((each) => normaliseName(each.name) === name);
  if (same.length > 0) return same;
  return people.filter((each) => foldForSearch(each.name) === foldForSearch(name));
}

function differences(before: StaffMember, after: StaffMember): StaffField[] {
  const sorted = (member: StaffMember): StaffMember => ({ ...member, skills: [...member.skills].sort() });
  const [a, b] = [sorted(before), sorted(after)];
  return STAFF_FIELD_NAMES.filter((field) => staffText(a, field) !== staffText(b, field));
}
