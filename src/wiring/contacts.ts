/** The contact directory that ships with the program, read from its file. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../calendar/day.ts';
import type { ContactEntry } from '../domain/contact-entry.ts';
import { slugOf } from '../kernel/slug.ts';

interface ShippedContact {
  readonly organisation: string;
  readonly role: string;
  readonly asOf: string;
  readonly source: string;
  readonly note: string;
}

/** No numbers: those in the dispatches are years old, and each unit fills in what it made sure of. */
export function readContacts(root: string): ContactEntry[] {
  const text = readFileSync(join(root, 'data', 'contacts.json'), 'utf8');
  const { contacts } = JSON.parse(text) as { readonly contacts: readonly ShippedContact[] };
  return contacts.map(({ organisation, role, asOf, source, note }) => ({
    id: slugOf(organisation, { most: 60, fallback: 'contact' }),
    name: organisation,
    role,
    phone: '',
    email: '',
    standIn: '',
    channel: '',
    note,
    asOf: asOf as Day,
    source,
  }));
}
