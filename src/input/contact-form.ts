/** One contact as a form writes it: each text under the name of its field. */

import { parseDay } from '../calendar/day.ts';
import type { ContactEntry } from '../domain/contact-entry.ts';
import type { FieldFault } from '../kernel/field-fault.ts';
import { normaliseName } from '../kernel/names.ts';
import { unwantedMark } from './marks.ts';

export const CONTACT_FIELDS = [
  'name',
  'role',
  'phone',
  'email',
  'standIn',
  'channel',
  'note',
  'asOf',
  'source',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type WrittenContact = Readonly<Record<ContactField, string>>;

const MOST: Readonly<Record<ContactField, number>> = {
  name: 200,
  role: 300,
  phone: 40,
  email: 200,
  standIn: 200,
  channel: 200,
  note: 500,
  asOf: 10,
  source: 300,
};

export type ParsedContact =
  | { readonly ok: true; readonly value: Omit<ContactEntry, 'id'> }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** @param today no one can have made sure of it later. */
export function parseContact(written: WrittenContact, today: string): ParsedContact {
  const faults: FieldFault[] = [];
  const clean = Object.fromEntries(
    CONTACT_FIELDS.map((field) => [field, normaliseName(written[field])]),
  ) as Record<ContactField, string>;
  for (const field of CONTACT_FIELDS) {
    const [text, most] = [clean[field], MOST[field]];
    const code = unwantedMark(text);
    if (text.length > most) faults.push({ field, key: 'fault.json.text-big', params: { most } });
    if (code !== undefined) faults.push({ field, key: 'fault.json.control-mark', params: { code } });
  }
  const { name, phone, email } = clean;
  if (name === '') faults.push({ field: 'name', key: 'contacts.fault.name', params: {} });
  if (phone !== '' && !isPhone(phone))
    faults.push({ field: 'phone', key: 'contacts.fault.phone', params: { value: phone } });
  if (email !== '' && !/^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(email)) {
    faults.push({ field: 'email', key: 'fault.email', params: { value: email } });
  }
  const asOf = parseDay(clean.asOf);
  if (asOf === undefined) faults.push({ field: 'asOf', key: 'contacts.fault.as-of', params: {} });
  else if (asOf > today) faults.push({ field: 'asOf', key: 'contacts.fault.as-of-later', params: {} });
  return faults.length > 0 || asOf === undefined
    ? { ok: false, faults }
    : { ok: true, value: { ...clean, asOf } };
}

/** Short numbers such as 113 too. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/gu, '').length;
  return /^\+?[\d\s.()-]+$/u.test(text) && digits >= 3 && digits <= 15;
}
