/** What a table of people would do to the list: who is new, who changes, who is missing, who may be whom. */

import { type AskedTable, packTable } from '../../app/staff/given-table.ts';
import { STAFF_IMPORT_FIELDS, type StaffPreview } from '../../app/staff/import-staff.ts';
import { staffText } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { compareNames } from '../../kernel/names.ts';
import { formOf } from '../kit/fields.ts';
import { type PreviewQuestion, previewTable, type Verdict } from '../kit/preview-table.ts';
import type { Visit } from '../kit/visit.ts';
import { tableChoices } from './preview-asked.ts';

type Person = StaffPreview['read']['people'][number];
type Question = NonNullable<Person['question']>;
type Member = Question['read'];

export function previewModel(
  visit: Visit,
  { asked }: AskedTable,
  { table, told, read, stamp, ahead }: StaffPreview,
) {
  const { say } = visit;
  const { count, ...preview } = previewTable(visit, {
    columns: table.block.columns,
    keys: table.keys,
    fields: STAFF_IMPORT_FIELDS,
    labelKey: (field) => `staff.field.${field}`,
    words: 'staff.import',
    judged: read.people.map(({ question, ...person }) => ({
      ...person,
      verdict: verdictOf({ ...person, ...(question ? { question } : {}) }),
      told: toldOf(visit, person),
      old: (column) => oldOf(visit, person, table.keys[column]),
      ...(question ? { question: questionOf(visit, question) } : {}),
    })),
    aside: read.aside,
    whole: read.faults,
    flips: asked.flips ?? new Set(),
  });
  const open = new Set(read.people.flatMap(({ question }) => question?.id ?? []));
  const near = read.people.filter(({ question }) => question?.kind === 'near').length;
  const respelt = read.people.some(({ warnings }) =>
    warnings.some(({ key }) => key === 'import.note.respelt'),
  );
  const added = count('new') + count('back');
  const form = formOf(visit, visit.form);
  return {
    ...preview,
    ...tableChoices(visit, table, asked, open),
    told: told.map(({ key, params }) => say(key, params)),
    keepCase: respelt || asked.keepCase ? form.check('keepCase', 'import.keep-case') : false,
    allSame: near > 1 ? say('import.all-same', { count: near }) : '',
    source: say('staff.import.source', { name: table.book.name, rows: read.people.length }),
    packed: packTable(table),
    stamp,
    missing: [...read.missing]
      .sort((a, b) => compareNames(a.name, b.name))
      .map(({ id }) => staffName(read.missing, id)),
    missingWords: say('staff.import.missing', { count: read.missing.length }),
    removeMissing: form.check('removeMissing', 'staff.import.remove-missing'),
    join:
      ahead.length > 0 && added > 0
        ? form.choices(
            'join',
            'staff.import.join',
            ahead.map(({ id, name }) => ({ value: id, label: name })),
          )
        : false,
    take:
      added + count('changed') === 0
        ? say('staff.import.take-nothing')
        : say('staff.import.take', { added, changed: count('changed') }),
  };
}

function verdictOf({ member, before, changed, returns, again, question }: Person): Verdict {
  if (question) return 'ask';
  if (again) return 'again';
  if (!member) return 'fault';
  if (!before) return returns ? 'back' : 'new';
  return changed.length > 0 ? 'changed' : 'same';
}

/** Who is meant where the cells alone do not show it: joined names, departments of a heading row, two numbers. */
function toldOf({ say }: Visit, { member, line }: Omit<Person, 'question'>): string {
  if (!member) return '';
  const written = line.cells.map((cell) => cell.normalize('NFC').replace(/\s+/gu, ' '));
  const unseen = (text = ''): boolean => text !== '' && !written.includes(text);
  const [name, title, department] = (['name', 'title', 'department'] as const).map((field) =>
    staffText(member, field),
  );
  const parts = [
    name,
    title,
    department,
    ...(member.skills.length > 0 && unseen(member.skills.join('; ')) ? [member.skills.join(', ')] : []),
  ];
  const { officePhone } = member;
  const phones = [member.phone, officePhone].filter((each) => each !== '');
  const told = [...parts, phones.join(' · ')].filter((each) => each !== '');
  const differs = [name, department].some(unseen) || (officePhone !== '' && unseen(phones.join(' · ')));
  return differs ? say('import.reads', { record: told.join(', ') }) : '';
}

function oldOf(
  { say }: Visit,
  { before, changed }: Omit<Person, 'question'>,
  key: string | undefined,
): string {
  const field = changed.find((each) => each === key);
  if (!before || field === undefined) return '';
  return say('staff.import.was', { value: staffText(before, field) || '–' });
}

/** Both records side by side, as answers to choose from. */
function questionOf({ say }: Visit, { id, kind, read, choices, earlier }: Question): PreviewQuestion {
  const words = say(`import.ask.who.${kind}`, { name: read.name, count: choices.length, row: earlier ?? 0 });
  const yes = choices.map((each) => ({
    value: kind === 'twice' ? 'again' : `is:${each.id}`,
    label: say(kind === 'twice' ? 'import.answer.again' : 'import.answer.is', { name: each.name }),
    note: recordOf(each),
  }));
  const no = { value: 'new', label: say('import.answer.new', { name: read.name }), note: recordOf(read) };
  return { id, words, options: [...yes, no] };
}

function recordOf({ title, department, phone, officePhone, email }: Member): string {
  return [title, department, phone, officePhone, email].filter((each) => each !== '').join(' · ');
}
