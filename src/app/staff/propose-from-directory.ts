/** The people of a unit as the organisation's directory lists them, as a table for the import's preview: nothing is written. */

import { STAFF_FIELDS } from '../../domain/staff-fields.ts';
import { AppError } from '../../kernel/app-error.ts';
import { allow } from '../access/authorise.ts';
import type { Directory, ListedPerson } from '../access/directory.ts';
import type { App } from '../app.ts';
import type { GivenTable } from './given-table.ts';

const COLUMNS = {
  id: 'code',
  name: 'name',
  title: 'title',
  department: 'department',
  phone: 'phone',
  officePhone: 'officePhone',
  email: 'email',
} as const satisfies Partial<Record<keyof typeof STAFF_FIELDS, keyof ListedPerson>>;

/** Whether the unit's people can be listed. */
export function isListedUnit(directory: Directory | undefined, unitId: string): boolean {
  return directory?.people.some(({ unit }) => unit === unitId) ?? false;
}

/**
 * Throws `not-found`, `forbidden`; `not-found`, `directory.staff.unset`, `directory.staff.none`; `unavailable`,
 * `directory.unreachable`.
 */
export async function proposeFromDirectory(
  app: App,
  { unitId, directory }: { readonly unitId: string; readonly directory: Directory | undefined },
): Promise<GivenTable> {
  allow(app, 'staff.edit', { unitId });
  const places = directory?.people.filter(({ unit }) => unit === unitId) ?? [];
  if (!directory || places.length === 0) throw new AppError('not-found', 'directory.staff.unset');
  const people: ListedPerson[] = [];
  for (const { unit: _, ...place } of places) people.push(...(await directory.list(place)));
  if (people.length === 0) throw new AppError('not-found', 'directory.staff.none');
  return { name: directory.name, paste: tableOf(people) };
}

function tableOf(people: readonly ListedPerson[]): string {
  const headings = Object.keys(COLUMNS).map(
    (field) => STAFF_FIELDS[field as keyof typeof COLUMNS].headings[0],
  );
  const rows = people.map((person) => Object.values(COLUMNS).map((key) => oneCell(person[key])));
  return [headings, ...rows].map((cells) => cells.join('\t')).join('\n');
}

/** Nothing in a value begins another cell or row. */
function oneCell(text: string): string {
  return text.replace(/[\s\p{C}"]+/gu, ' ').trim();
}
