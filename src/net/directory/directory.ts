/**
 * The adapter to an organisation's directory (LDAP, Active Directory): asks whether a name and a password belong together,
 * what groups the person is in, and who is there. What becomes of the answers is not known here.
 */

import type { Directory, DirectoryPerson, ListedPerson } from '../../app/access/directory.ts';
import { asSearcher, type ConnectionSettings, searchEntries, tryPassword } from './connection.ts';
import { sameName } from './distinguished-name.ts';
import {
  type DirectoryEntry,
  firstText,
  OCTET_ATTRIBUTES,
  PERSON_ATTRIBUTES,
  type RawEntry,
  readEntry,
  SUBJECT_ATTRIBUTES,
  textsOf,
} from './entry.ts';
import { fillFilter } from './filter.ts';

export interface DirectorySettings extends ConnectionSettings {
  /** Where people and groups are found. */
  readonly base: string;
  /** `{name}` is what was typed. */
  readonly filter: string;
  /** Of groups: `{dn}` and `{name}` are the person's. */
  readonly groupFilter: string;
  /** Says whose account it is in a unit. */
  readonly personAttribute?: string;
}

/** Each rejects with `AppError('unavailable', 'directory.unreachable')` and a `reason`. */
export interface DirectoryClient extends Pick<Directory, 'check' | 'find' | 'list'> {
  /** Nothing is asked but that it answers, trusts the account and has the base. */
  greet(): Promise<void>;
}

const MOST_GROUPS = 1_000;
const MOST_LISTED = 2_000;

export function openDirectory(settings: DirectorySettings, clock: () => number): DirectoryClient {
  const { base, filter, personAttribute } = settings;
  const attributes = [...PERSON_ATTRIBUTES, ...(personAttribute === undefined ? [] : [personAttribute])];
  const people = { base, attributes, octetAttributes: OCTET_ATTRIBUTES };
  const entriesFor = (subjects: readonly string[]) =>
    ({
      ...people,
      filter: { attributes: SUBJECT_ATTRIBUTES, values: subjects },
      most: subjects.length,
    }) as const;
  return {
    async check(who, password) {
      if (password === '') return { right: false, why: 'wrong' };
      const found = await asSearcher(settings, async (client) => {
        const search =
          'name' in who
            ? // Two that match are nobody: which of them it is cannot be told.
              { ...people, filter: fillFilter(filter, { name: who.name }), most: 2 }
            : entriesFor([who.subject]);
        const [raw, second] = await searchEntries(client, search);
        const entry = raw && second === undefined ? readEntry(raw, personAttribute, clock()) : undefined;
        return raw && entry && { entry, person: await withGroups(client, settings, raw, entry) };
      });
      if (!found) return { right: false, why: 'unknown' };
      const { entry, person } = found;
      if (person.disabled) return { right: false, why: 'disabled', person };
      const bound = await tryPassword(settings, entry.dn, password);
      return bound === 'right' ? { right: true, person } : { right: false, why: bound, person };
    },
    find: (subjects) =>
      asSearcher(settings, async (client) => {
        const found: DirectoryPerson[] = [];
        for (const raw of await searchEntries(client, entriesFor(subjects))) {
          const entry = readEntry(raw, personAttribute, clock());
          if (entry) found.push(await withGroups(client, settings, raw, entry));
        }
        return found;
      }),
    list: ({ base: from = base, filter: whom }) =>
      asSearcher(settings, async (client) => {
        const search = { base: from, filter: whom, attributes: LISTED_ATTRIBUTES, most: MOST_LISTED };
        return (await searchEntries(client, search)).map((raw) => listed(raw, personAttribute));
      }),
    greet: () =>
      asSearcher(settings, async (client) => {
        await searchEntries(client, { base, filter: '(objectClass=*)', attributes: ['1.1'], most: 1 });
      }),
  };
}

/** By the entry's own word (`memberOf`) and by the groups' (`member`): servers keep one, the other, or both. */
async function withGroups(
  client: Parameters<Parameters<typeof asSearcher>[1]>[0],
  { base, groupFilter }: DirectorySettings,
  raw: RawEntry,
  { dn, ...entry }: DirectoryEntry,
): Promise<DirectoryPerson> {
  const filter = fillFilter(groupFilter, { dn, name: entry.userName });
  const search = { base, filter, attributes: ['1.1'], most: MOST_GROUPS };
  const found = (await searchEntries(client, search)).map((group) => firstText(group, 'dn'));
  const groups = new Set([...textsOf(raw, 'memberOf'), ...found].map(sameName));
  return { ...entry, groups: [...groups] };
}

const LISTED_ATTRIBUTES: readonly string[] = [
  ...['sAMAccountName', 'uid', 'displayName', 'cn', 'title', 'department', 'departmentNumber', 'ou'],
  ...['mobile', 'telephoneNumber', 'mail', 'employeeNumber', 'employeeID'],
];

function listed(raw: RawEntry, personAttribute: string | undefined): ListedPerson {
  const first = (...names: readonly string[]): string =>
    names.map((name) => firstText(raw, name)).find((text) => text !== '') ?? '';
  const own = personAttribute === undefined || personAttribute === 'mail' ? [] : [personAttribute];
  return {
    code: first(...own, 'employeeNumber', 'employeeID', 'sAMAccountName', 'uid'),
    name: first('displayName', 'cn'),
    title: first('title'),
    department: first('department', 'departmentNumber', 'ou'),
    phone: first('mobile'),
    officePhone: first('telephoneNumber'),
    email: first('mail'),
  };
}
