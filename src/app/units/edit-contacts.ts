/** A unit's own contact directory: entries beside the shipped ones, or in their place. */

import { dayOf } from '../../calendar/zone.ts';
import type { OwnContact } from '../../domain/contact-entry.ts';
import { parseContact, type WrittenContact } from '../../input/contact-form.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import { deleteContact, listContacts, saveContact as save } from '../../store/contact-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';

export { CONTACT_FIELDS, type ContactField, type WrittenContact } from '../../input/contact-form.ts';

export interface ContactSaving {
  readonly unitId: string;
  /** Absent for a new entry. */
  readonly id?: string;
  /** The shipped entry a new one stands for. */
  readonly replaces?: string;
  readonly written: WrittenContact;
  readonly actor: string;
}

const readContacts = keptReading(
  (db, unitId: string): Promise<readonly OwnContact[]> => listContacts(db, unitId),
  { most: 100 },
);

/** By name. */
export function listOwnContacts(app: App, unitId: string): Promise<readonly OwnContact[]> {
  return readContacts(app, unitId);
}

/** The faults of the fields; none when it was done. Throws `not-found` without the unit or the entry. */
export async function saveContact(app: App, saving: ContactSaving): Promise<readonly FieldFault[]> {
  allow(app, 'period.edit', { unitId: saving.unitId });
  const { unitId, actor } = saving;
  return app.db.transaction().execute(async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const parsed = parseContact(saving.written, dayOf(app.clock(), unit.zone));
    if (!parsed.ok) return parsed.faults;
    const own = await listContacts(trx, unitId);
    const kept = own.find(({ id }) => id === saving.id);
    if (saving.id !== undefined && !kept) throw missing(saving.id);
    const slug = slugOf(parsed.value.name, { most: 60, fallback: 'contact' });
    const id = kept?.id ?? freeSlug(slug, new Set(own.map((each) => each.id)));
    const replaces = kept?.replaces ?? saving.replaces;
    await save(trx, unitId, { ...parsed.value, id, ...(replaces === undefined ? {} : { replaces }) });
    await record(trx, app, { actor, action: 'contact.save', unitId, subject: id });
    return [];
  });
}

/** A shipped entry it stood for is seen again. Throws `not-found`. */
export async function removeContact(
  app: App,
  { unitId, id, actor }: { readonly unitId: string; readonly id: string; readonly actor: string },
): Promise<void> {
  allow(app, 'period.edit', { unitId });
  return app.db.transaction().execute(async (trx) => {
    if (!(await deleteContact(trx, unitId, id))) throw missing(id);
    await record(trx, app, { actor, action: 'contact.remove', unitId, subject: id });
  });
}

function missing(id: string): AppError {
  return new AppError('not-found', 'contacts.failure.missing', { contact: id });
}
