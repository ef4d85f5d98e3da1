/** The contact directory that ships with the program, read from its file. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContactEntry } from '../domain/contact-entry.ts';
import { slugOf } from '../kernel/slug.ts';
import { day, readJson } from '../store/records.ts';

const file = z.object({
  contacts: z.array(
    z.object({
      organisation: z.string(),
      role: z.string(),
      asOf: day,
      source: z.string(),
      note: z.string(),
    }),
  ),
});

/** No numbers: those in the dispatches are years old, and each unit fills in what it made sure of. */
export function readContacts(root: string): ContactEntry[] {
  const text = readFileSync(join(root, 'data', 'contacts.json'), 'utf8');
  const { contacts } = readJson(file, text);
  return contacts.map(({ organisation, role, asOf, source, note }) => ({
    id: slugOf(organisation, { most: 60, fallback: 'contact' }),
    name: organisation,
    role,
    phone: '',
    email: '',
    standIn: '',
    channel: '',
    note,
    asOf,
    source,
  }));
}
