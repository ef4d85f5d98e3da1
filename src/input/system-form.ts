/** One watched system as a form writes it: each text under the name of its field. */

import { SYSTEM_LEVELS, type WatchedSystem } from '../domain/watched-system.ts';
import type { FieldFault } from '../kernel/field-fault.ts';
import { normaliseName } from '../kernel/names.ts';
import { FaultList } from './fault-list.ts';
import { readEmail, readPhone, refuse } from './fields.ts';
import { fieldFaults, formRow } from './form-row.ts';

export const SYSTEM_FIELDS = ['name', 'level', 'owner', 'phone', 'email', 'note'] as const;
export type SystemField = (typeof SYSTEM_FIELDS)[number];
export type WrittenSystem = Readonly<Record<SystemField, string>>;

const MOST: Readonly<Record<SystemField, number>> = {
  name: 120,
  level: 1,
  owner: 200,
  phone: 60,
  email: 200,
  note: 500,
};

export type ParsedSystem =
  | { readonly ok: true; readonly value: Omit<WatchedSystem, 'id' | 'former'> }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

export function parseSystem(written: WrittenSystem): ParsedSystem {
  const faults = new FaultList();
  const row = formRow({ ...written }, faults);
  for (const field of SYSTEM_FIELDS) {
    const cell = row.cell(field);
    if (cell.text.length > MOST[field]) refuse(cell, 'fault.json.text-big', faults, { most: MOST[field] });
  }
  const text = (field: SystemField): string => normaliseName(row.cell(field).text);
  if (!/\p{L}|\p{N}/u.test(text('name'))) refuse(row.cell('name'), 'systems.fault.name', faults);
  const level = SYSTEM_LEVELS.find((each) => String(each) === text('level'));
  if (text('level') !== '' && level === undefined) refuse(row.cell('level'), 'systems.fault.level', faults);
  const phone = readPhone(row.cell('phone'), faults);
  if (text('email') !== '') readEmail(row.cell('email'), faults);
  if (faults.count > 0) return { ok: false, faults: fieldFaults(faults) };
  const words = { name: text('name'), owner: text('owner'), email: text('email'), note: text('note') };
  return { ok: true, value: { ...words, phone: phone ?? '', ...(level === undefined ? {} : { level }) } };
}
