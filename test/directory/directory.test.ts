/** What is asked of a directory, against a real one: who belongs to a password, who is shut out, and every way it must not answer. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DirectorySettings, openDirectory } from '../../src/net/directory/directory.ts';
import { describeWith } from '../programs.ts';
import {
  BASE,
  CA,
  groupDn,
  groupLdif,
  PERSON_PASSWORD,
  personDn,
  personLdif,
  SEARCHER,
  type Slapd,
  startSlapd,
} from './slapd.ts';

const NOW = Date.UTC(2027, 0, 20);
/** As Active Directory counts: tenths of microseconds since 1601. */
const filetime = (ms: number): string => String((BigInt(ms) + 11_644_473_600_000n) * 10_000n);

const PEOPLE = [
  personLdif('an.le', 'Lê An', [
    'employeeNumber: cb-01',
    'mail: an.le@lamgiang.example',
    'mobile: 0901000001',
    'title:: Q2h1ecOqbiB2acOqbg==',
  ]),
  personLdif('binh', 'Trần Bình', ['sAMAccountName: BinhT', 'userAccountControl: 512', 'accountExpires: 0']),
  personLdif('shut', 'Đã khóa', ['userAccountControl: 514']),
  personLdif('past', 'Hết hạn', [`accountExpires: ${filetime(NOW - 1)}`]),
  personLdif('later', 'Còn hạn', [`accountExpires: ${filetime(NOW + 1000)}`]),
  personLdif('never', 'Không hạn', ['accountExpires: 9223372036854775807']),
  groupLdif('truc', ['an.le', 'binh']),
  groupLdif('lanh-dao', ['an.le']),
].join('\n');

describeWith(['slapd'], 'a directory', () => {
  let slapd: Slapd;
  let settings: DirectorySettings;

  beforeAll(async () => {
    slapd = await startSlapd(PEOPLE);
    settings = {
      url: slapd.plainUrl,
      startTls: true,
      ca: CA,
      ...SEARCHER,
      base: BASE,
      filter: '(|(uid={name})(sAMAccountName={name})(userPrincipalName={name}))',
      groupFilter: '(|(member={dn})(uniqueMember={dn})(memberUid={name}))',
      personAttribute: 'employeeNumber',
    };
  });
  afterAll(() => slapd.end());

  const client = (changes: Partial<DirectorySettings> = {}) =>
    openDirectory({ ...settings, ...changes }, () => NOW);
  const check = (name: string, password = PERSON_PASSWORD) => client().check({ name }, password);

  it('knows a person by name and password, over StartTLS and over TLS, with the groups that name them', async () => {
    const right = await check('an.le');
    expect(right).toMatchObject({
      right: true,
      person: {
        userName: 'an.le',
        name: 'Lê An',
        person: 'cb-01',
        disabled: false,
        groups: [groupDn('truc'), groupDn('lanh-dao')],
      },
    });
    expect(
      await client({ url: slapd.tlsUrl, startTls: false }).check({ name: 'AN.LE' }, PERSON_PASSWORD),
    ).toEqual(right);
  });

  it('knows a person by the name Active Directory gives, and again by what never changes', async () => {
    const found = await check('binh');
    expect(found).toMatchObject({ right: true, person: { userName: 'BinhT', groups: [groupDn('truc')] } });
    const subject = found.right ? found.person.subject : '';
    expect(subject).toMatch(/^[0-9a-f-]{36}$/);
    expect(await client().check({ subject }, PERSON_PASSWORD)).toEqual(found);
    expect(await client().find([subject, 'nobody'])).toEqual([found.right && found.person]);
  });

  it('takes no empty password, which a directory takes for nobody and lets in', async () => {
    expect(await check('an.le', '')).toEqual({ right: false, why: 'wrong' });
  });

  it.each([
    ['an.le', 'wrong'],
    ['nobody', 'unknown'],
    ['*', 'unknown'],
    ['an*', 'unknown'],
    ['an.le)(uid=*', 'unknown'],
    ['*)(objectClass=*', 'unknown'],
    ['\\2a', 'unknown'],
    ['an.le\0', 'unknown'],
  ])('refuses %j with a wrong password: %s', async (name, why) => {
    expect(await check(name, 'sai')).toMatchObject({ right: false, why });
  });

  it.each([
    ['shut', false],
    ['past', false],
    ['later', true],
    ['never', true],
  ])('goes by what shuts out and what ends: %s', async (name, right) => {
    expect(await check(name)).toMatchObject(right ? { right } : { right, why: 'disabled' });
  });

  it('is nobody where two match', async () => {
    expect(
      await client({ filter: '(|(uid={name})(objectClass=inetOrgPerson))' }).check(
        { name: 'an.le' },
        PERSON_PASSWORD,
      ),
    ).toEqual({ right: false, why: 'unknown' });
  });

  it.each<[string, Partial<DirectorySettings>, string]>([
    ['a certificate nobody here trusts', { ca: '' }, 'tls'],
    ['a wrong password of the account that searches', { secret: 'sai' }, 'account'],
    ['a base that is not there', { base: `ou=khong-co,${BASE}` }, 'base'],
    ['nobody listening', { url: 'ldap://127.0.0.1:9' }, 'connect'],
    ['a server that wants encryption, asked in plain', { startTls: false }, 'other'],
  ])('says what is wrong: %s', async (_, changes, reason) => {
    const asked =
      changes.ca === '' ? openDirectory({ ...without(settings, 'ca') }, () => NOW) : client(changes);
    await expect(asked.greet()).rejects.toMatchObject({
      code: 'unavailable',
      key: 'directory.unreachable',
      params: { reason },
    });
  });

  it('trusts no certificate of another name', async () => {
    await expect(client({ url: slapd.otherNameUrl }).greet()).rejects.toMatchObject({
      params: { reason: 'tls' },
    });
  });

  it('lists people as a staff list asks for them', async () => {
    const people = await client().list({ base: `ou=people,${BASE}`, filter: '(employeeNumber=*)' });
    expect(people).toEqual([
      {
        code: 'cb-01',
        name: 'Lê An',
        title: 'Chuyên viên',
        department: '',
        phone: '0901000001',
        officePhone: '',
        email: 'an.le@lamgiang.example',
      },
    ]);
    expect(await client().list({ filter: '(uid=*)' })).toHaveLength(6);
  });

  it('sees at once that a person left a group, or the directory', async () => {
    await slapd.set(groupDn('truc'), 'member', [personDn('binh')]);
    await slapd.set(groupDn('lanh-dao'), 'member', [personDn('binh')]);
    expect(await check('an.le')).toMatchObject({ right: true, person: { groups: [] } });
    await slapd.remove(personDn('an.le'));
    expect(await check('an.le')).toEqual({ right: false, why: 'unknown' });
  });
});

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole;
  return rest;
}
