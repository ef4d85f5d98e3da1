/** What an entry of a directory says of a person: OpenLDAP, Active Directory, FreeIPA and 389 name things differently. */

/** As the protocol brings it: a value, several, or octets. */
export type RawEntry = Readonly<Record<string, string | string[] | Buffer | Buffer[]>>;

export interface DirectoryEntry {
  readonly dn: string;
  /** Never given to another entry: names and places in the tree are. */
  readonly subject: string;
  readonly userName: string;
  readonly name: string;
  /** Of the attribute that says whose account it is in a unit; empty where none is asked for. */
  readonly person: string;
  /** Shut out there, or past its end. */
  readonly disabled: boolean;
}

/** In this order. Active Directory's is octets. */
export const SUBJECT_ATTRIBUTES = ['entryUUID', 'ipaUniqueID', 'nsUniqueId', 'objectGUID'] as const;
export const OCTET_ATTRIBUTES: readonly string[] = ['objectGUID'];
const USER_NAMES = ['sAMAccountName', 'uid', 'cn'] as const;
const NAMES = ['displayName', 'cn'] as const;

export const PERSON_ATTRIBUTES: readonly string[] = [
  ...SUBJECT_ATTRIBUTES,
  ...USER_NAMES,
  'displayName',
  'memberOf',
  'userAccountControl',
  'accountExpires',
  'nsAccountLock',
];

const LONGEST = 200;

/** Undefined for an entry without a name that lasts: whose account it is could not be told for good. */
export function readEntry(
  raw: RawEntry,
  personAttribute: string | undefined,
  now: number,
): DirectoryEntry | undefined {
  const [subject] = SUBJECT_ATTRIBUTES.flatMap((name) => textsOf(raw, name).slice(0, 1));
  const [userName] = USER_NAMES.flatMap((name) => textsOf(raw, name));
  if (subject === undefined || userName === undefined) return undefined;
  const [name = userName] = NAMES.flatMap((each) => textsOf(raw, each));
  return {
    dn: firstText(raw, 'dn'),
    subject,
    userName: userName.slice(0, LONGEST),
    name: name.slice(0, LONGEST),
    person: personAttribute === undefined ? '' : firstText(raw, personAttribute),
    disabled: isDisabled(raw, now),
  };
}

/** MS-ADTS 2.2.16: ADS_UF_ACCOUNTDISABLE. */
const ACCOUNT_DISABLED = 0x2;
/** Between 1601 and 1970. */
const FILETIME_EPOCH_MS = 11_644_473_600_000n;
/** MS-ADA1 2.1: both say "never". */
const NEVER = [0n, 0x7fff_ffff_ffff_ffffn];

function isDisabled(raw: RawEntry, now: number): boolean {
  const control = firstText(raw, 'userAccountControl');
  if (/^-?\d{1,10}$/.test(control) && (Number(control) & ACCOUNT_DISABLED) !== 0) return true;
  if (firstText(raw, 'nsAccountLock').toLowerCase() === 'true') return true;
  const expires = firstText(raw, 'accountExpires');
  if (!/^\d{1,19}$/.test(expires) || NEVER.includes(BigInt(expires))) return false;
  return BigInt(expires) / 10_000n - FILETIME_EPOCH_MS <= BigInt(now);
}

export function firstText(raw: RawEntry, name: string): string {
  return textsOf(raw, name)[0] ?? '';
}

/** Attribute names are the same in any case; servers answer in their own. */
export function textsOf(raw: RawEntry, name: string): string[] {
  const key = Object.keys(raw).find((each) => each.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? [] : raw[key];
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return values
    .map((each) => (typeof each === 'string' ? each.normalize('NFC').trim() : each.toString('hex')))
    .filter((each) => each !== '');
}
