/** A table of people held against the list of today: who is new, who changes and how, who is missing, what is asked, what is wrong where. */

import { type StaffMember, staffText } from '../domain/staff.ts';
import { mergedRecord, STAFF_FIELD_NAMES, STAFF_LIMITS, type StaffField } from '../domain/staff-fields.ts';
import { foldForSearch } from '../kernel/names.ts';
import { nearest } from '../kernel/nearest.ts';
import { STAFF_TABLE_COLUMNS, type StaffColumn, type StaffTableColumn } from './columns.ts';
import { FaultList } from './fault-list.ts';
import { sameNumber } from './phones.ts';
import { readMember, staffIdOf } from './staff-file.ts';
import { withCrosses, withGivenNames, withoutHeadings } from './tables/column-guess.ts';
import type { TableLine } from './tables/lines.ts';
import type { ListShape, ListTable } from './tables/list-table.ts';
import { type CellNote, type PersonCells, personCells } from './tables/person-cells.ts';
import { type PersonAnswer, type PersonQuestion, WhoIsWho } from './who-is-who.ts';

/** What a column of a list can be said to be. */
export const STAFF_TABLE_FIELDS = Object.keys(STAFF_TABLE_COLUMNS).filter((key) => key !== 'ignored');

export const STAFF_SHAPE: ListShape<StaffTableColumn> = {
  columns: STAFF_TABLE_COLUMNS,
  required: [['name']],
  joined: ['name', 'phone', 'officePhone', 'skills', 'cross'],
  names: ['name'],
  shared: ['department', 'homeProvince', 'share'],
  guess: (block, lines) => {
    const found = { ...block, keys: withoutHeadings(block, lines, { name: 'name', phone: 'phone' }) };
    const keys = withGivenNames(found, lines, 'name');
    return withCrosses({ ...block, keys }, lines, { cross: 'cross', skills: 'skills' });
  },
};

export interface ImportedPerson {
  readonly line: TableLine;
  readonly faults: readonly CellNote[];
  /** What was read otherwise than it is written, what is not kept, and what looks like a slip. */
  readonly warnings: readonly CellNote[];
  /** Who is meant; until it is answered, nobody. */
  readonly question?: PersonQuestion;
  /** Absent with a fault or an open question, and for a line that says again what an earlier one says. */
  readonly member?: StaffMember;
  /** Answered: the same as an earlier line. */
  readonly again: boolean;
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
  /** Rows that are no people, each with its reason. */
  readonly aside: readonly TableLine[];
  /** On today's list, but not in the table. */
  readonly missing: readonly StaffMember[];
  /** Of no row: a column that must be there is not. */
  readonly faults: readonly CellNote[];
}

/** Columns that are left out keep what is known; a column that is there replaces it, empty cells too. */
export function readStaffImport(table: ListTable<StaffTableColumn>, known: StaffKnown): StaffImport {
  const reader = new PeopleReader(table, known);
  const people = table.lines.filter(({ aside }) => aside === undefined).map((line) => reader.read(line));
  const seen = new Set(people.flatMap(({ before }) => before?.id ?? []));
  // Until it is answered, who may be meant is not missing.
  for (const { question } of people) for (const { id } of question?.choices ?? []) seen.add(id);
  return {
    people,
    aside: table.lines.filter(({ aside }) => aside !== undefined),
    missing: known.today.filter(({ id }) => !seen.has(id)),
    faults: wholeFaults(table, people.length),
  };
}

function wholeFaults({ keys }: ListTable<StaffTableColumn>, people: number): CellNote[] {
  if (!keys.includes('name')) return [{ key: 'fault.import.name-column', params: {} }];
  const twice = keys.find(
    (key, i) => key !== undefined && !STAFF_SHAPE.joined.includes(key) && keys.indexOf(key) < i,
  );
  if (twice !== undefined) {
    return [{ key: 'fault.import.column-twice', params: { heading: STAFF_TABLE_COLUMNS[twice][0] } }];
  }
  return people > 0 ? [] : [{ key: 'fault.staff.none', params: {} }];
}

class PeopleReader {
  readonly #table: ListTable<StaffTableColumn>;
  readonly #known: StaffKnown;
  readonly #who: WhoIsWho;
  readonly #ids: Set<string>;
  readonly #departments: ReadonlyMap<string, string>;

  constructor(table: ListTable<StaffTableColumn>, known: StaffKnown) {
    this.#table = table;
    this.#known = known;
    this.#who = new WhoIsWho(known, table.answers);
    const everyone = [...known.leavers, ...known.today];
    this.#departments = new Map(everyone.map(({ department }) => [foldForSearch(department), department]));
    this.#ids = new Set([...known.today, ...known.leavers].map(({ id }) => foldForSearch(id)));
  }

  read(line: TableLine): ImportedPerson {
    const cells = personCells(this.#table, line, (name) => this.#departmentOf(name));
    const faults = new FaultList();
    const read = readMember(cells.row, faults);
    const none = { line, again: false, returns: false, changed: [] };
    const notes = this.#notesOf(cells, faults);
    if (!read || faults.count > 0 || notes.faults.length > 0) return { ...none, ...notes };
    const found = this.#who.find({ line, read, id: cells.row.cell('id').text, written: cells.written });
    if (found.kind === 'question') return { ...none, ...notes, question: found.question };
    if (found.kind === 'fault') return { ...none, ...notes, faults: [this.#placed(found.note)] };
    if (found.kind === 'again') return { ...none, ...notes, again: true };
    const member = this.#merged(cells, read, found);
    const { before } = found;
    const skillNotes = this.#skillSlips(member);
    return {
      ...none,
      faults: [],
      warnings: [...notes.warnings, ...skillNotes, ...found.notes.map((note) => this.#placed(note))],
      returns: found.leaver !== undefined,
      changed: before ? differences(before, member) : [],
      member,
      ...(before ? { before } : {}),
    };
  }

  #notesOf(cells: PersonCells, found: FaultList): { faults: CellNote[]; warnings: CellNote[] } {
    const noted = (each: FaultList['faults'][number]): CellNote => {
      const params = { value: each.value ?? '', ...each.params };
      return { key: each.key, params, ...(each.column ? { column: Number(each.column) } : {}) };
    };
    return {
      faults: [...cells.faults, ...found.faults.map(noted)],
      warnings: [...cells.warnings, ...found.warnings.map(noted)],
    };
  }

  /** At the column of its key. */
  #placed({ field, ...note }: Omit<CellNote, 'column'> & { readonly field: StaffColumn }): CellNote {
    const column = this.#table.keys.indexOf(field);
    return column < 0 ? note : { ...note, column };
  }

  #merged(
    { row }: PersonCells,
    read: StaffMember,
    { before, leaver }: Extract<PersonAnswer, { kind: 'person' }>,
  ): StaffMember {
    const skills = this.#skillsOf(read.skills);
    const id = before?.id ?? leaver?.id ?? this.#freeId(row.cell('id').text || staffIdOf(read.name));
    if (!before) return { ...read, id, skills };
    const { keys } = this.#table;
    const sectioned = keys.includes('department') || read.department !== '';
    const has = (field: StaffField): boolean =>
      field === 'department'
        ? sectioned
        : field === 'title'
          ? keys.includes('title') || read.title !== ''
          : keys.includes(field);
    const limits = STAFF_LIMITS.flatMap((limit) => {
      const value = (has(limit) ? read : before).limits[limit];
      return value === undefined ? [] : [[limit, value]];
    });
    return {
      ...mergedRecord((field) => (has(field) ? read : before)),
      id,
      name: this.#nameOf(read, before),
      ...this.#phonesOf(read, before),
      skills: has('skills') || keys.includes('cross') ? skills : before.skills,
      limits: Object.fromEntries(limits),
    };
  }

  /** A number written otherwise is the same; that there is none counts in a column of its own. */
  #phonesOf(read: StaffMember, before: StaffMember): Pick<StaffMember, 'phone' | 'officePhone'> {
    const { keys } = this.#table;
    const kept = (field: 'phone' | 'officePhone'): string => {
      const said = read[field] !== '' || keys.includes(field);
      return said && !sameNumber(read[field], before[field]) ? read[field] : before[field];
    };
    return { phone: kept('phone'), officePhone: kept('officePhone') };
  }

  /** A name in capitals or without marks says less than the one that is known. */
  #nameOf(read: StaffMember, before: StaffMember): string {
    const poorer =
      foldForSearch(read.name) === read.name.toLowerCase() &&
      foldForSearch(before.name) === foldForSearch(read.name);
    return poorer ? before.name : read.name;
  }

  #departmentOf(name: string): string {
    return this.#departments.get(foldForSearch(name)) ?? name;
  }

  #freeId(wanted: string): string {
    for (let n = 1; ; n++) {
      const id = n === 1 ? wanted : `${wanted}-${n}`;
      if (this.#ids.has(foldForSearch(id))) continue;
      this.#ids.add(foldForSearch(id));
      return id;
    }
  }

  #skillsOf(skills: readonly string[]): string[] {
    const known = this.#known.skills;
    const meant = (skill: string): string => {
      const same = known.filter((each) => foldForSearch(each) === foldForSearch(skill));
      return known.includes(skill) ? skill : same.length === 1 ? (same[0] ?? skill) : skill;
    };
    return [...new Set(skills.map(meant))];
  }

  #skillSlips({ skills }: StaffMember): CellNote[] {
    const column = this.#table.keys.indexOf('skills');
    return skills.flatMap((skill) => {
      const suggestion = this.#known.skills.includes(skill) ? undefined : nearest(skill, this.#known.skills);
      const note = { key: 'fault.import.skill-near', params: { skill, suggestion: suggestion ?? '' } };
      return suggestion === undefined ? [] : [column < 0 ? note : { ...note, column }];
    });
  }
}

function differences(before: StaffMember, after: StaffMember): StaffField[] {
  const sorted = (member: StaffMember): StaffMember => ({ ...member, skills: [...member.skills].sort() });
  const [a, b] = [sorted(before), sorted(after)];
  return STAFF_FIELD_NAMES.filter((field) => staffText(a, field) !== staffText(b, field));
}
