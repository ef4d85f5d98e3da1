/** The contact directory: the unit's own entries and the shipped ones, which are old, and how each is put right. */

import {
  CONTACT_FIELDS,
  type ContactField,
  listOwnContacts,
  removeContact as remove,
  saveContact as save,
} from '../../app/units/edit-contacts.ts';
import { type ContactEntry, directoryOf, isOldContact, type OwnContact } from '../../domain/contact-entry.ts';
import { formatDate } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, typedIn } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import { contactPath, contactsPath, newContactPath } from '../paths/setup.ts';

export async function showContacts(visit: Visit, { app, contacts }: WebDeps): Promise<Reply> {
  const { say, today } = visit;
  const unitId = visit.param('unit');
  const own = await listOwnContacts(app, unitId);
  const all = directoryOf(contacts, own);
  const old = all.filter((each) => isOldContact(each, today)).length;
  const asked = (visit.query.get('q') ?? '').trim().slice(0, 80);
  const maker = mayIn(visit, 'period.edit', unitId);
  const ownIds = new Set(own.map(({ id }) => id));
  const found = all.filter((each) => isFound(each, asked));
  return {
    kind: 'page',
    view: 'setup/contacts',
    title: say('contacts.title'),
    model: {
      count: say('contacts.count', { count: all.length }),
      warning: old > 0 ? say('web.attention.contacts', { count: old }) : '',
      asked,
      path: contactsPath(unitId),
      maker,
      newPath: newContactPath(unitId),
      none: found.length === 0,
      contacts: found.map((each) => card(visit, unitId, each, { own: ownIds.has(each.id), maker })),
      done: visit.query.has('done'),
    },
  };
}

function isFound({ name, role, note }: ContactEntry, asked: string): boolean {
  const text = foldForSearch(`${name} ${role} ${note}`);
  return foldForSearch(asked)
    .split(' ')
    .every((word) => text.includes(word));
}

function card(
  { say, today }: Visit,
  unitId: string,
  contact: ContactEntry,
  { own, maker }: { readonly own: boolean; readonly maker: boolean },
) {
  const { id, name, role, phone, email, standIn, channel, note, asOf, source } = contact;
  const href = own ? contactPath(unitId, id) : newContactPath(unitId, id);
  return {
    name,
    role,
    phone,
    tel: phone === '' ? '' : telephonePath(phone),
    email,
    standIn,
    channel,
    note,
    source,
    own,
    old: isOldContact(contact, today),
    asOf: say('contacts.as-of', { day: formatDate(asOf) }),
    href: maker ? href : '',
    action: say(own ? 'word.edit' : 'contacts.take'),
    actionLabel: say(own ? 'word.edit-named' : 'contacts.take-label', { name }),
  };
}

export async function showNewContact(visit: Visit, deps: WebDeps): Promise<Reply> {
  const replaced = shippedEntry(deps, visit.query.get('replaces'));
  // The number is to be made sure of today; where it was read before says nothing of that.
  const values = new URLSearchParams({
    ...(replaced ? { name: replaced.name, role: replaced.role, replaces: replaced.id } : {}),
    asOf: visit.today,
  });
  return formPage(visit, { values, faults: [] });
}

export async function addContact(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const replaced = shippedEntry(deps, visit.form.get('replaces'));
  const faults = await save(deps.app, {
    unitId,
    written: typedIn(visit.form, CONTACT_FIELDS),
    ...(replaced ? { replaces: replaced.id } : {}),
    actor: visit.actor,
  });
  if (faults.length > 0) return formPage(visit, { values: visit.form, faults });
  return { kind: 'redirect', to: `${contactsPath(unitId)}?done=saved` };
}

/** Undefined when none is named, or one that there is not. */
function shippedEntry({ contacts }: WebDeps, id: string | null): ContactEntry | undefined {
  return contacts.find((each) => each.id === id);
}

export async function showContact(visit: Visit, deps: WebDeps): Promise<Reply> {
  const contact = await existing(visit, deps);
  const values = new URLSearchParams(
    CONTACT_FIELDS.map((field): [ContactField, string] => [field, contact[field]]),
  );
  return formPage(visit, { values, faults: [], contact });
}

export async function saveContact(visit: Visit, deps: WebDeps): Promise<Reply> {
  const contact = await existing(visit, deps);
  const unitId = visit.param('unit');
  const written = typedIn(visit.form, CONTACT_FIELDS);
  const faults = await save(deps.app, { unitId, id: contact.id, written, actor: visit.actor });
  if (faults.length > 0) return formPage(visit, { values: visit.form, faults, contact });
  return { kind: 'redirect', to: `${contactsPath(unitId)}?done=saved` };
}

export async function removeContact(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await remove(app, { unitId, id: visit.param('contact'), actor: visit.actor });
  return { kind: 'redirect', to: `${contactsPath(unitId)}?done=removed` };
}

async function existing(visit: Visit, { app }: WebDeps): Promise<OwnContact> {
  const id = visit.param('contact');
  const found = (await listOwnContacts(app, visit.param('unit'))).find((each) => each.id === id);
  if (!found) throw new AppError('not-found', 'contacts.failure.missing', { contact: id });
  return found;
}

function formPage(
  visit: Visit,
  {
    values,
    faults,
    contact,
  }: {
    readonly values: URLSearchParams;
    readonly faults: readonly FormFault[];
    readonly contact?: OwnContact;
  },
): Reply {
  const unitId = visit.param('unit');
  const form = formOf(visit, values, faults);
  const title = visit.say(contact ? 'contacts.edit-title' : 'contacts.new-title');
  const path = contact ? contactPath(unitId, contact.id) : newContactPath(unitId);
  return {
    kind: 'page',
    view: 'setup/contact-form',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      form,
      fields: [
        form.text('name', 'contacts.field.name', { required: true, maxlength: 200 }),
        form.text('role', 'contacts.field.role', { maxlength: 300 }),
        form.text('phone', 'word.phone', { type: 'tel', maxlength: 40 }),
        form.text('email', 'contacts.field.email', { type: 'email', maxlength: 200 }),
        form.text('standIn', 'contacts.field.stand-in', { maxlength: 200 }),
        form.text('channel', 'contacts.field.channel', { maxlength: 200 }),
        form.area('note', 'word.note', { maxlength: 500, rows: 2 }),
        form.text('asOf', 'contacts.field.as-of', { type: 'date', required: true }),
        form.text('source', 'contacts.field.source', { maxlength: 300 }),
      ],
      replaces: contact ? '' : (values.get('replaces') ?? ''),
      action: path,
      removeAction: contact ? `${path}/remove` : '',
      back: contactsPath(unitId),
    },
  };
}
