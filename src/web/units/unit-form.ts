/** The fields of a unit, made or changed. */

import type { UnitSaving } from '../../app/units/save-unit.ts';
import { VIETNAM } from '../../calendar/zone.ts';
import { LIST_ORDERS } from '../../domain/staff-order.ts';
import type { Unit } from '../../domain/unit.ts';
import type { FieldView, Form } from '../kit/fields.ts';
import { typedIn } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';

const FIELDS = ['name', 'parentName', 'place', 'zone', 'callNote', 'lastResort', 'listOrder'] as const;

/** Zones near; any other may be typed. */
const ZONES = [VIETNAM, 'Asia/Bangkok', 'Asia/Vientiane', 'Asia/Phnom_Penh', 'Asia/Singapore', 'UTC'];

export function typedUnit({ form }: Visit): UnitSaving['form'] {
  const { lastResort, ...typed } = typedIn(form, FIELDS);
  return { ...typed, ...(form.has('lastResort') ? { lastResort } : {}) };
}

export function unitValues(unit: Partial<Unit & { readonly lastResort: string }>): URLSearchParams {
  return new URLSearchParams(FIELDS.map((field): [string, string] => [field, unit[field] ?? '']));
}

export function unitFields(form: Form): FieldView[] {
  return [
    form.text('name', 'unit.field.name', { required: true, maxlength: 200, autocomplete: 'organization' }),
    form.text('parentName', 'unit.field.parent', { maxlength: 200 }),
    form.text('place', 'unit.field.place', { maxlength: 200 }),
    form.text('zone', 'unit.field.zone', { suggestions: ZONES }),
  ];
}

export function lastResortField(form: Form): FieldView {
  return form.text('lastResort', 'unit.field.last-resort', { maxlength: 60 });
}

export function listOrderField({ say }: Visit, form: Form): FieldView {
  const options = LIST_ORDERS.map((value) => ({ value, label: say(`unit.list-order.${value}`) }));
  return form.select('listOrder', 'unit.field.list-order', options);
}

export function callNoteField(form: Form): FieldView {
  return form.area('callNote', 'unit.field.call-note', { rows: 3, maxlength: 1_000 });
}
