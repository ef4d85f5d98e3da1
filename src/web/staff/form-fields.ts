/** The inputs of a staff member's form, made from the table of fields: how each is shown, what was typed, what is stored. */

import type { StaffList } from '../../app/staff/list-staff.ts';
import type { StaffForm } from '../../app/staff/save-staff-member.ts';
import { type StaffMember, staffText } from '../../domain/staff.ts';
import {
  mapStaffFields,
  STAFF_FIELD_NAMES,
  type StaffField,
  type StaffFieldKind,
  staffSpec,
} from '../../domain/staff-fields.ts';
import { type FieldView, type Form, type InputSettings, TICKED } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';

/** How a value of each kind is typed. */
const INPUTS: Readonly<Record<StaffFieldKind, InputSettings>> = {
  code: {},
  name: { required: true },
  text: {},
  phone: { type: 'tel', inputmode: 'tel' },
  email: { inputmode: 'email' },
  words: {},
  flag: {},
  share: { inputmode: 'decimal' },
  limit: { inputmode: 'numeric' },
};

/** Skills in use are boxes of this name; those typed beside them are added. */
const SKILL = 'skill';

export function staffFields(form: Form, { skills, departments }: StaffList, values: URLSearchParams) {
  const boxes = [...new Set([...skills, ...values.getAll(SKILL)])];
  const views = (part: string): FieldView[] =>
    STAFF_FIELD_NAMES.filter((field) => staffSpec(field).part === part).map((field) => {
      if (field === 'department') return fieldView(form, field, { suggestions: departments });
      return fieldView(
        form,
        field,
        {},
        field === 'skills' && boxes.length > 0 ? 'staff.form.more-skills' : undefined,
      );
    });
  const options = boxes.map((skill) => ({ value: skill, label: skill }));
  return {
    about: views('about'),
    duty: views('duty'),
    limits: views('limits'),
    code: views('code'),
    skillChoices: boxes.length > 0 && form.choices(SKILL, 'staff.field.skills', options),
  };
}

function fieldView(form: Form, field: StaffField, settings: InputSettings, label?: string): FieldView {
  const { kind, most, hinted } = staffSpec(field);
  if (kind === 'flag') return form.check(field, `staff.form.${field}`);
  return form.text(field, label ?? `staff.field.${field}`, {
    ...INPUTS[kind],
    ...(hinted ? { hintKey: `staff.form.${field}-hint` } : {}),
    ...(most !== undefined && kind !== 'limit' ? { maxlength: most } : {}),
    ...settings,
  });
}

export function typedStaff({ form }: Visit): StaffForm {
  const typed = mapStaffFields(({ kind }, field) => {
    const text = form.get(field) ?? '';
    return kind === 'flag' && text === TICKED ? 'x' : text;
  });
  return { ...typed, skills: [...form.getAll(SKILL), typed.skills].join('; ') };
}

/** As the form would send it. */
export function storedStaff(member: StaffMember): URLSearchParams {
  const texts = mapStaffFields(({ kind }, field) => {
    const text = staffText(member, field);
    return kind === 'flag' && text !== '' ? TICKED : text;
  });
  const values = new URLSearchParams({ ...texts, skills: '' });
  for (const skill of member.skills) values.append(SKILL, skill);
  return values;
}
