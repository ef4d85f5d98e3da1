/** One line of a list of people, its cells made ready to be read as one person: names joined, numbers told apart, crosses as skills. */

import type { Params } from '../../kernel/app-error.ts';
import { normaliseName } from '../../kernel/names.ts';
import type { StaffColumn, StaffTableColumn } from '../columns.ts';
import { type PhoneNumber, readPhones, saysNothing } from '../phones.ts';
import type { SheetRow } from '../sheet.ts';
import { isCross } from './column-guess.ts';
import { foldHeading } from './headings.ts';
import { properUnit } from './letter-case.ts';
import type { TableLine } from './lines.ts';
import type { ListTable } from './list-table.ts';
import { joinedName, type NameReading, readPersonName } from './person-name.ts';

/** What is said of a cell, or of the whole row when it names no column. */
export interface CellNote {
  /** Of the block, from 0. */
  readonly column?: number;
  readonly key: string;
  readonly params: Params;
  /** What the cell most likely should be. */
  readonly suggestion?: string;
}

export interface PersonCells {
  readonly row: SheetRow<StaffColumn>;
  /** The name as the list spells it, titles and capitals and all. */
  readonly written: string;
  /** What must be mended or answered first. */
  readonly faults: readonly CellNote[];
  /** What was read otherwise than it is written, and what is not kept. */
  readonly warnings: readonly CellNote[];
}

/** Texts in which "không có" says that there is none. */
const MAY_BE_NONE: readonly StaffColumn[] = ['title', 'department', 'email', 'skills', 'homeProvince'];

export function personCells(
  table: ListTable<StaffTableColumn>,
  line: TableLine,
  departments: (name: string) => string,
): PersonCells {
  const { keys, block, book, keepCase } = table;
  const at = (key: StaffTableColumn): number[] => keys.flatMap((each, i) => (each === key ? [i] : []));
  const textsOf = (key: StaffTableColumn): string[] => at(key).map((i) => unguarded(line.cells[i] ?? ''));
  const name = readPersonName(namedIn(table, line), keepCase);
  const phones = placedPhones(table, line, name.phone);
  const crosses = at('cross').filter((i) => isCross(line.cells[i] ?? ''));
  const plain = (key: StaffColumn): string => {
    const text = textsOf(key)
      .filter((each) => each !== '')
      .join('; ');
    return MAY_BE_NONE.includes(key) && saysNothing(text) ? '' : text;
  };
  const [email = '', ...moreEmails] = emailsIn(plain('email'));
  const texts: Partial<Record<StaffColumn, string>> = {
    name: name.name,
    title: [plain('title'), name.title].filter((each) => each !== '').join(', '),
    department: departments(plain('department') || properUnit(line.section)),
    phone: phones.phone,
    officePhone: phones.officePhone,
    email,
    skills: [plain('skills'), ...crosses.map((i) => block.columns[i]?.last ?? '')].join(';'),
  };
  const [nameColumn = 0] = at('name');
  const emailColumn = at('email')[0] ?? 0;
  const more = moreEmails.map(
    (each): CellNote => ({ column: emailColumn, key: 'import.note.email-second', params: { email: each } }),
  );
  return {
    row: {
      row: line.row,
      cell: (key) => {
        const [column] = at(key);
        const text = texts[key] ?? plain(key);
        return { file: book.name, row: line.row, column: column === undefined ? '' : String(column), text };
      },
    },
    written: name.written,
    faults: [...formulaFaults(table, line), ...phones.faults],
    warnings: [...nameNotes(name, nameColumn), ...more, ...phones.warnings, ...crossNotes(table, line)],
  };
}

/** Several in one cell; what is none stays whole, to be told. */
function emailsIn(text: string): string[] {
  const pieces = text
    .split(/[;,\n/]|\s(?=\S+@)/u)
    .map((each) => each.replace(/^\s*mailto:/iu, '').replace(/\s+/gu, ''))
    .filter((each) => each !== '');
  return pieces.length > 1 && pieces.every((each) => each.includes('@')) ? pieces : [pieces.join(';')];
}

/** All that a line says of one thing, wherever it stands: names side by side are one name. */
export function joinedCells<K extends string>(table: ListTable<K>, line: TableLine, key: K): string {
  const [{ keys }, { cells }] = [table, line];
  if ((key as string) === 'name') return normaliseName(namedIn(table, line));
  const texts = keys.flatMap((each, i) => (each === key ? [unguarded(cells[i] ?? '')] : []));
  return texts.filter((text) => text !== '').join('; ');
}

const GIVEN = ['ten', 'given name', 'first name'];

/** Given names stand last, whichever column of theirs comes first. */
function namedIn<K extends string>({ keys, block }: ListTable<K>, { cells }: TableLine): string {
  const at = keys.flatMap((key, i) => ((key as string) === 'name' ? [i] : []));
  const isGiven = (i: number): boolean => GIVEN.includes(foldHeading(block.columns[i]?.heading ?? ''));
  const order = [...at.filter((i) => !isGiven(i)), ...at.filter(isGiven)];
  return joinedName(order.map((i) => unguarded(cells[i] ?? '')));
}

/** Lists saved by this program guard what looks like a formula with an apostrophe (`output/roster-csv.ts`). */
function unguarded(text: string): string {
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}

function nameNotes({ name, title, address, respelt }: NameReading, column: number): CellNote[] {
  const note = (key: string, params: Params): CellNote => ({ column, key, params });
  return [
    ...(respelt === '' ? [] : [note('import.note.respelt', { name })]),
    ...(address === '' ? [] : [note('import.note.address', { address, name })]),
    ...(title === '' ? [] : [note('import.note.title', { title, name })]),
  ];
}

const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/u;

/** A formula that came to nothing is nobody's name or number. */
function formulaFaults({ keys }: ListTable<StaffTableColumn>, { cells }: TableLine): CellNote[] {
  return keys.flatMap((key, column) => {
    const value = cells[column] ?? '';
    const failed = key !== undefined && FORMULA_ERROR.test(value);
    return failed ? [{ column, key: 'import.ask.formula', params: { value } }] : [];
  });
}

/** In a column of crosses, anything else is told: it would be lost unseen. */
function crossNotes({ keys, block }: ListTable<StaffTableColumn>, { cells }: TableLine): CellNote[] {
  return keys.flatMap((key, column) => {
    const text = cells[column] ?? '';
    if (key !== 'cross' || text === '' || isCross(text) || saysNothing(text)) return [];
    const params = { value: text, skill: block.columns[column]?.last ?? '' };
    return [{ column, key: 'import.note.no-cross', params }];
  });
}

interface Numbered extends PhoneNumber {
  readonly column: number;
  /** Stands under a heading that says so. */
  readonly office: boolean;
}

/** A mobile number is the one to call; an office's, or a second one, is the other. What finds no place is told. */
function placedPhones(table: ListTable<StaffTableColumn>, { cells }: TableLine, beside: string) {
  const faults: CellNote[] = [];
  const warnings: CellNote[] = [];
  const numbers: Numbered[] = [];
  table.keys.forEach((key, column) => {
    if (key !== 'phone' && key !== 'officePhone') return;
    const value = unguarded(cells[column] ?? '');
    const read = readPhones(value, { local: key === 'officePhone' });
    for (const { text, doubt, suggestion } of read.doubts) {
      const whole = suggestion === '' ? '' : value.replace(text, suggestion);
      const key =
        doubt === 'long' && suggestion !== '' ? 'import.ask.phone.two' : `import.ask.phone.${doubt}`;
      faults.push({ column, key, params: { value: text, suggestion }, suggestion: whole });
    }
    for (const each of read.numbers) {
      numbers.push({ ...each, column, office: key === 'officePhone' });
      if (each.mended)
        warnings.push({ column, key: 'fault.phone.nought', params: { value, phone: each.text } });
    }
    for (const words of read.notes)
      warnings.push({ column, key: 'import.note.phone-words', params: { words } });
  });
  for (const each of readPhones(beside).numbers)
    numbers.push({ ...each, column: table.keys.indexOf('name'), office: false });
  const own = numbers.filter(({ office }) => !office);
  const phone = own.find(({ fixed }) => !fixed) ?? own[0];
  const rest = numbers.filter((each) => each !== phone);
  const other =
    rest.find(({ office, fixed }) => office && fixed) ??
    rest.find(({ office }) => office) ??
    rest.find(({ fixed }) => fixed) ??
    rest[0];
  for (const { column, text } of rest.filter((each) => each !== other)) {
    warnings.push({ column, key: 'import.note.phone-third', params: { phone: text } });
  }
  return { phone: phone?.text ?? '', officePhone: other?.text ?? '', faults, warnings };
}
