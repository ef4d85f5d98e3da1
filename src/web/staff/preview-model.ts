/** What a table of people would do to the list: a verdict on each row, and every fault in its own cell with words. */

import type { StaffPreview } from '../../app/staff/import-staff.ts';
import { IMPORT_FIELDS, packStaffTable, type StaffTable, staffCell } from '../../app/staff/staff-table.ts';
import { compareNames } from '../../kernel/names.ts';
import { formOf } from '../fields.ts';
import type { Visit } from '../visit.ts';

/** Rows without anything to say beyond these are counted, not shown. */
const MOST_QUIET_ROWS = 150;
/** What one form may hold (`multipart.ts`) bounds how many cells can be mended at once. */
const MOST_MENDABLE = 100;
/** Headings stand near the top. */
const MOST_HEADINGS = 6;

type Person = StaffPreview['read']['people'][number];
type Verdict = 'fault' | 'new' | 'back' | 'changed' | 'same';

const CHIPS: Readonly<Record<Verdict, { readonly icon: string; readonly chip: string }>> = {
  fault: { icon: 'octagon', chip: 'chip-error' },
  new: { icon: 'plus', chip: 'chip-good' },
  back: { icon: 'undo', chip: 'chip-good' },
  changed: { icon: 'swap', chip: 'chip-warning' },
  same: { icon: 'check', chip: '' },
};

export function previewModel(visit: Visit, given: StaffTable, { read, stamp, ahead }: StaffPreview) {
  const { table, choice } = given;
  const { say } = visit;
  const verdicts = read.people.map(verdictOf);
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  const faulty = count('fault') + read.faults.length;
  const added = count('new') + count('back');
  const form = formOf(visit, visit.form);
  return {
    source: say('staff.import.source', { name: table.name, rows: read.people.length }),
    packed: packStaffTable(given),
    stamp,
    whole: read.faults.map(({ key, params }) => say(key, params)),
    counts: (['new', 'back', 'changed', 'same', 'fault'] as const)
      .filter((verdict) => count(verdict) > 0)
      .map((verdict) => ({
        ...CHIPS[verdict],
        words: say(`staff.import.count.${verdict}`, { count: count(verdict) }),
      })),
    headings: headingOptions(visit, given),
    columns: choice.keys.map((key, i) => ({
      name: `column-${i}`,
      label: say('staff.import.column', { number: i + 1 }),
      skipped: key === undefined,
      options: [
        { value: '', label: say('staff.import.skip'), chosen: key === undefined },
        ...IMPORT_FIELDS.map((field) => ({
          value: field,
          label: say(`staff.field.${field}`),
          chosen: field === key,
        })),
      ],
    })),
    ...rowsOf(visit, given, read.people),
    missing: read.missing.map(({ name }) => name).sort(compareNames),
    missingWords: say('staff.import.missing', { count: read.missing.length }),
    removeMissing: form.check(
      'removeMissing',
      'staff.import.remove-missing',
      'staff.import.remove-missing-hint',
    ),
    join:
      ahead.length > 0 && added > 0
        ? form.choices(
            'join',
            'staff.import.join',
            ahead.map(({ id, name }) => ({ value: id, label: name })),
            'staff.import.join-hint',
          )
        : false,
    ready: faulty === 0,
    faulty: say('staff.import.faulty', { count: faulty }),
    take:
      added + count('changed') === 0
        ? say('staff.import.take-nothing')
        : say('staff.import.take', { added, changed: count('changed') }),
  };
}

function verdictOf({ member, before, changed, returns }: Person): Verdict {
  if (!member) return 'fault';
  if (!before) return returns ? 'back' : 'new';
  return changed.length > 0 ? 'changed' : 'same';
}

function headingOptions({ say }: Visit, { table, choice }: StaffTable) {
  const rows = table.rows.filter(({ row }, i) => i < MOST_HEADINGS || row === choice.heading);
  return [
    { value: 0, label: say('staff.import.no-heading'), chosen: choice.heading === 0 },
    ...rows.map(({ row, cells }) => ({
      value: row,
      label: say('staff.import.heading-row', {
        row,
        words: cells
          .filter((cell) => cell !== '')
          .slice(0, 4)
          .join(' · ')
          .slice(0, 60),
      }),
      chosen: row === choice.heading,
    })),
  ];
}

function rowsOf(visit: Visit, { choice }: StaffTable, people: readonly Person[]) {
  let quiet = 0;
  let mendable = 0;
  const rows = people.flatMap((person) => {
    const spoken = person.faults.length + person.warnings.length > 0;
    if (!spoken && ++quiet > MOST_QUIET_ROWS) return [];
    const verdict = verdictOf(person);
    return [
      {
        row: person.row,
        ...CHIPS[verdict],
        words: visit.say(`staff.import.verdict.${verdict}`),
        notes: notesAt(visit, person.faults, undefined),
        cells: choice.keys.map((_, column) => {
          const cell = cellOf(visit, { person, choice, column });
          const mends = cell.faults.length > 0 && ++mendable <= MOST_MENDABLE;
          return { ...cell, mends };
        }),
      },
    ];
  });
  const hidden = people.length - rows.length;
  return { rows, hidden: hidden > 0 ? visit.say('staff.import.hidden', { count: hidden }) : '' };
}

function notesAt({ say }: Visit, notes: Person['faults'], column: number | undefined): string[] {
  return notes.filter((note) => note.column === column).map(({ key, params }) => say(key, params));
}

function cellOf(
  visit: Visit,
  {
    person,
    choice,
    column,
  }: { readonly person: Person; readonly choice: StaffTable['choice']; readonly column: number },
) {
  const { row, cells, faults, warnings, before, changed } = person;
  const key = choice.keys[column];
  const field = IMPORT_FIELDS.find((each) => each === key);
  const text = cells[column] ?? '';
  return {
    name: `cell-${row}-${column}`,
    text,
    label: visit.say('staff.import.cell', {
      row,
      column: field === undefined ? String(column + 1) : visit.say(`staff.field.${field}`),
    }),
    skipped: field === undefined,
    faults: notesAt(visit, faults, column),
    warnings: notesAt(visit, warnings, column),
    old:
      before && field !== undefined && changed.includes(field)
        ? visit.say('staff.import.was', { value: staffCell(before, field) || '–' })
        : '',
  };
}
