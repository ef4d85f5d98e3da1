/** What a table of people would do to the list: who is new, who changes, who is missing. */

import type { StaffPreview } from '../../app/staff/import-staff.ts';
import { packStaffTable, type StaffTable } from '../../app/staff/staff-table.ts';
import { staffText } from '../../domain/staff.ts';
import { STAFF_FIELD_NAMES } from '../../domain/staff-fields.ts';
import { staffName } from '../../domain/staff-names.ts';
import { compareNames } from '../../kernel/names.ts';
import { formOf } from '../kit/fields.ts';
import { previewTable, type Verdict } from '../kit/preview-table.ts';
import type { Visit } from '../kit/visit.ts';

type Person = StaffPreview['read']['people'][number];

export function previewModel(visit: Visit, given: StaffTable, { read, stamp, ahead }: StaffPreview) {
  const { table, choice } = given;
  const { say } = visit;
  const { count, ...preview } = previewTable(visit, {
    rows: table.rows,
    ...choice,
    fields: STAFF_FIELD_NAMES,
    labelKey: (field) => `staff.field.${field}`,
    words: 'staff.import',
    judged: read.people.map((person) => ({
      ...person,
      verdict: verdictOf(person),
      old: (column) => oldOf(visit, person, choice.keys[column]),
    })),
    whole: read.faults,
  });
  const added = count('new') + count('back');
  const form = formOf(visit, visit.form);
  return {
    ...preview,
    source: say('staff.import.source', { name: table.name, rows: read.people.length }),
    packed: packStaffTable(given),
    stamp,
    missing: [...read.missing]
      .sort((a, b) => compareNames(a.name, b.name))
      .map(({ id }) => staffName(read.missing, id)),
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

function oldOf({ say }: Visit, { before, changed }: Person, key: string | undefined): string {
  const field = STAFF_FIELD_NAMES.find((each) => each === key);
  if (!before || field === undefined || !changed.includes(field)) return '';
  return say('staff.import.was', { value: staffText(before, field) || '–' });
}
