/** Signing in by an organisation's directory: whose password goes where, what groups give and take, who is shut out. */

import { describe, expect, it } from 'vitest';
import type { Directory, DirectoryPerson, GroupRole } from '../../../src/app/access/directory.ts';
import { signInHere } from '../../../src/app/access/enter-by-directory.ts';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { followDirectory } from '../../../src/app/access/follow-directory.ts';
import { rolesOf } from '../../../src/app/access/follow-groups.ts';
import { moveToDirectory } from '../../../src/app/access/move-to-directory.ts';
import { isOfDirectory, proveHere } from '../../../src/app/access/prove-by-directory.ts';
import type { App } from '../../../src/app/app.ts';
import type { Visitor } from '../../../src/domain/account.ts';
import { AppError } from '../../../src/kernel/app-error.ts';
import { findAccount, saveDisabledAt } from '../../../src/store/account-store.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { saveMembership } from '../../../src/store/membership-store.ts';
import { listStaff } from '../../../src/store/staff-store.ts';
import { loaded } from '../sample-app.ts';
import { any, enterWith, visitorOf, withPasskey } from './passkey-house.ts';
import { CLIENT, member, OPERATOR, operator, PASSWORD } from './people.ts';

const RIGHT = 'mật khẩu ở cơ quan';

/** A directory that a test fills, and that remembers what it was asked. */
function ownDirectory(roles: readonly GroupRole[]) {
  const people = new Map<string, DirectoryPerson>();
  const asked: string[] = [];
  let down = false;
  const answering = (): void => {
    if (down) throw new AppError('unavailable', 'directory.unreachable', { reason: 'connect' });
  };
  const directory: Directory = {
    name: 'Sở Y tế',
    roles,
    people: [],
    async check(who, password) {
      asked.push('name' in who ? who.name : who.subject);
      answering();
      const person = [...people.values()].find((each) =>
        'name' in who ? each.userName === who.name : each.subject === who.subject,
      );
      if (!person) return { right: false, why: 'unknown' };
      if (person.disabled) return { right: false, why: 'disabled', person };
      return password === RIGHT ? { right: true, person } : { right: false, why: 'wrong', person };
    },
    async find(subjects) {
      answering();
      return subjects.flatMap((subject) => people.get(subject) ?? []);
    },
    list: () => Promise.resolve([]),
  };
  const put = (userName: string, change: Partial<DirectoryPerson> = {}): void => {
    const before = people.get(`id-${userName}`);
    const person = {
      subject: `id-${userName}`,
      userName,
      name: `Người ${userName}`,
      person: '',
      disabled: false,
      groups: [],
    };
    people.set(person.subject, { ...person, ...before, ...change });
  };
  return {
    directory,
    asked,
    put,
    drop: (userName: string) => people.delete(`id-${userName}`),
    setDown: (is: boolean) => {
      down = is;
    },
  };
}

async function opened() {
  const { app, key } = await loaded();
  const host = await operator(app);
  const own = ownDirectory([
    { group: 'managers', unit: key.unitId, role: 'manager' },
    { group: 'staff', unit: key.unitId, role: 'technician' },
    { group: 'elsewhere', unit: 'not-here', role: 'administrator' },
  ]);
  const enter = (signInName: string, password = RIGHT, more: { readonly code?: string } = {}) =>
    signInHere(app, { signInName, password, client: CLIENT, language: 'vi', ...more }, own.directory);
  const visitor = async (signInName: string): Promise<Visitor> => {
    const entered = await enter(signInName);
    const found = entered.signedIn ? await findVisitor(app, entered.token) : undefined;
    if (!found) throw new Error(`${signInName} does not come in`);
    return found;
  };
  return { app, unitId: key.unitId, host, ...own, enter, visitor };
}

const actions = async (app: App): Promise<string[]> =>
  (await listAudit(app.db, {}, 200)).map(({ action }) => action);

describe('signing in by a directory', () => {
  it('makes an account at the first sign-in, with the most the groups give, and finds it again', async () => {
    const { put, visitor, unitId } = await opened();
    put('an.le', { groups: ['staff', 'managers', 'others'] });
    const first = await visitor('an.le');
    expect(first.account).toMatchObject({ signInName: 'an.le', name: 'Người an.le', operator: false });
    expect(first.memberships).toMatchObject([{ unitId, role: 'manager' }]);
    expect((await visitor('an.le')).account.id).toBe(first.account.id);
  });

  it('lets in nobody without a group, of a unit that is not here, with a wrong or an empty password', async () => {
    const { app, put, enter } = await opened();
    put('an.le', { groups: ['others'] });
    put('binh', { groups: ['elsewhere'] });
    put('chi', { groups: ['staff'] });
    expect(await enter('an.le')).toMatchObject({ refusal: 'no-role' });
    expect(await enter('binh')).toMatchObject({ refusal: 'no-role' });
    expect(await enter('chi', 'sai')).toMatchObject({ refusal: 'wrong' });
    expect(await enter('chi', '')).toMatchObject({ refusal: 'wrong' });
    expect(await enter('nobody')).toMatchObject({ refusal: 'wrong' });
    expect(await actions(app)).not.toContain('account.join');
  });

  it('asks it nothing of an account with a password here, and never sends that password', async () => {
    const { enter, asked, put } = await opened();
    put(OPERATOR.signInName, { groups: ['managers'] });
    expect(await enter(OPERATOR.signInName, PASSWORD)).toMatchObject({ signedIn: true });
    expect(await enter(OPERATOR.signInName, RIGHT)).toMatchObject({ refusal: 'wrong' });
    expect(asked).toEqual([]);
  });

  it('says so when it does not answer; accounts of this installation still come in', async () => {
    const { enter, put, setDown } = await opened();
    put('an.le', { groups: ['staff'] });
    setDown(true);
    expect(await enter('an.le')).toMatchObject({ refusal: 'directory-down' });
    expect(await enter(OPERATOR.signInName, PASSWORD)).toMatchObject({ signedIn: true });
  });

  it('slows down whoever guesses, and asks nothing meanwhile', async () => {
    const { enter, put, asked } = await opened();
    put('an.le', { groups: ['staff'] });
    for (let i = 0; i < 6; i++) await enter('an.le', 'sai');
    const before = asked.length;
    expect(await enter('an.le')).toMatchObject({ refusal: 'throttled' });
    expect(asked).toHaveLength(before);
  });

  it('takes every spelling of a name for the same guess, and asks about no signs that are passed over', async () => {
    const { enter, put, asked } = await opened();
    put('an.le', { groups: ['staff'] });
    for (const name of ['an.le', 'AN.LE', ' an.le ', 'ân.lê', '\uff41n.le', 'Án.Lè'])
      await enter(name, 'sai');
    expect(await enter('an.le')).toMatchObject({ refusal: 'throttled' });
    const before = asked.length;
    for (const name of ['chi\u00ad.do', 'chi\u200b.do', 'chi*', '(chi)', 'chi\\do', '']) {
      expect(await enter(name)).toMatchObject({ refusal: 'wrong' });
    }
    expect(asked).toHaveLength(before);
  });

  it('takes a role away with the group, and leaves alone what was given here by hand', async () => {
    const { app, put, visitor, enter, unitId } = await opened();
    put('an.le', { groups: ['managers'] });
    put('binh', { groups: ['managers'] });
    const { account } = await visitor('binh');
    const an = await visitor('an.le');
    put('an.le', { groups: ['staff'] });
    expect((await visitor('an.le')).memberships).toMatchObject([{ role: 'technician' }]);
    put('an.le', { groups: [] });
    expect(await enter('an.le')).toMatchObject({ refusal: 'no-role' });
    put('an.le', { groups: ['staff'] });
    expect((await visitor('an.le')).account.id).toBe(an.account.id);
    expect(await actions(app)).toContain('account.leave');
    // By hand: an administrator made binh one, and the group says nothing of it any more.
    await app.db.deleteFrom('directory_membership').execute();
    await saveMembership(app.db, { accountId: account.id, unitId, role: 'administrator' });
    put('binh', { groups: ['staff'] });
    expect((await visitor('binh')).memberships).toMatchObject([{ role: 'administrator' }]);
  });

  it('belongs to the member of staff whose code or mail address it says, once', async () => {
    const { app, put, visitor, unitId } = await opened();
    const [person] = await listStaff(app.db, unitId);
    put('an.le', { groups: ['staff'], person: person?.id.toUpperCase() ?? '' });
    put('binh', { groups: ['staff'], person: person?.id ?? '' });
    expect((await visitor('an.le')).memberships).toMatchObject([{ staffId: person?.id }]);
    expect((await visitor('binh')).memberships[0]?.staffId).toBeUndefined();
  });

  it('is proved again by the directory', async () => {
    const { app, put, visitor, directory, setDown } = await opened();
    put('an.le', { groups: ['managers'] });
    const an = await visitor('an.le');
    expect(await isOfDirectory(app, an)).toBe(true);
    expect(await proveHere(app, an, { password: '', directory })).toBeUndefined();
    expect(await proveHere(app, an, { password: 'sai', directory })).toBeUndefined();
    expect(await proveHere(app, an, { password: RIGHT, directory })).toMatchObject({
      visitor: { account: { signInName: 'an.le' } },
    });
    setDown(true);
    await expect(proveHere(app, an, { password: RIGHT, directory })).rejects.toMatchObject({
      key: 'directory.unreachable',
    });
  });

  it('is asked about whoever comes in by a passkey alone, at that moment', async () => {
    const { app, put, drop, setDown, visitor, directory, host } = await opened();
    put('an.le', { groups: ['staff'] });
    const an = await visitor('an.le');
    const { key } = await withPasskey(app, an);
    const enter = async () => {
      const question = await any(app);
      return visitorOf(app, await enterWith(app, question, key.get(question.options), directory));
    };
    put('an.le', { groups: ['managers'] });
    expect((await enter())?.memberships).toMatchObject([{ role: 'manager' }]);
    setDown(true);
    expect(await enter()).toBeDefined();
    setDown(false);
    put('an.le', { disabled: true });
    expect(await enter()).toBeUndefined();
    // What was open of theirs has ended with it.
    expect((await findAccount(app.db, an.account.id))?.account.disabledAt).toBeDefined();
    put('an.le', { disabled: false });
    expect(await enter()).toBeDefined();
    drop('an.le');
    expect(await enter()).toBeUndefined();
    const { key: ownKey } = await withPasskey(app, host);
    const question = await any(app);
    expect(await enterWith(app, question, ownKey.get(question.options), directory)).toBeDefined();
  });
});

describe('moving an account to a directory', () => {
  it('wants both passwords, keeps the roles, and leaves none here that an older backup could revive', async () => {
    const { app, unitId, put, directory, enter, host } = await opened();
    put('an.le', { groups: ['others'] });
    const own = await member(app, host, 'an', { unitId, role: 'approver' });
    const move = (name: string, password: string, who = own) =>
      moveToDirectory(app, who, { name, password, directory });
    expect(await move('an.le', 'sai')).toBe(false);
    expect(await move('an.le', '')).toBe(false);
    await expect(move('an.le', RIGHT, host)).rejects.toMatchObject({ key: 'directory.operator' });
    expect(await move('an.le', RIGHT)).toBe(true);
    expect(await enter('an@lamgiang.example', PASSWORD)).toMatchObject({ refusal: 'wrong' });
    const entered = await enter('an.le');
    const visitor = entered.signedIn ? await findVisitor(app, entered.token) : undefined;
    expect(visitor).toMatchObject({ account: { id: own.account.id }, memberships: [{ role: 'approver' }] });
    expect(await actions(app)).toEqual(expect.arrayContaining(['account.identity-on', 'account.password']));
  });

  it('takes no name that is another account’s already', async () => {
    const { app, unitId, put, directory, visitor, host } = await opened();
    put('an.le', { groups: ['staff'] });
    await visitor('an.le');
    const other = await member(app, host, 'binh', { unitId, role: 'reader' });
    await expect(
      moveToDirectory(app, other, { name: 'an.le', password: RIGHT, directory }),
    ).rejects.toMatchObject({
      key: 'identity.taken',
    });
    expect((await findAccount(app.db, other.account.id))?.credentials.passwordHash).toBeDefined();
  });
});

describe('following a directory', () => {
  it('ends what is open of who was shut out or has gone, and lets them in again when it does', async () => {
    const { app, put, drop, enter, directory } = await opened();
    put('an.le', { groups: ['staff'] });
    put('binh', { groups: ['staff'] });
    const tokens = [await enter('an.le'), await enter('binh')].map((each) =>
      each.signedIn ? each.token : '',
    );
    put('an.le', { disabled: true });
    drop('binh');
    expect(await followDirectory(app, directory)).toBe(2);
    for (const token of tokens) expect(await findVisitor(app, token)).toBeUndefined();
    expect(await enter('an.le')).toMatchObject({ refusal: 'wrong' });
    put('an.le', { disabled: false });
    await followDirectory(app, directory);
    expect(await enter('an.le')).toMatchObject({ signedIn: true });
  });

  it('ends the sessions of who is shut out at the next try to sign in, whoever tries', async () => {
    const { app, put, enter } = await opened();
    put('an.le', { groups: ['staff'] });
    const entered = await enter('an.le');
    put('an.le', { disabled: true });
    expect(await enter('an.le', 'đoán mò')).toMatchObject({ refusal: 'wrong' });
    expect(await findVisitor(app, entered.signedIn ? entered.token : '')).toBeUndefined();
  });

  it('does not let in whom an operator has shut out', async () => {
    const { app, put, visitor, enter, directory } = await opened();
    put('an.le', { groups: ['staff'] });
    const { account } = await visitor('an.le');
    await saveDisabledAt(app.db, account.id, app.clock());
    await followDirectory(app, directory);
    expect(await enter('an.le')).toMatchObject({ refusal: 'no-role' });
  });

  it('shuts nobody out when most are gone at once, or when it does not answer', async () => {
    const { app, put, drop, visitor, enter, directory, setDown } = await opened();
    const names = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
    for (const name of names) {
      put(name, { groups: ['staff'] });
      await visitor(name);
    }
    for (const name of names.slice(1)) drop(name);
    await expect(followDirectory(app, directory)).rejects.toMatchObject({
      key: 'directory.emptied',
      params: { missing: 6, of: 7 },
    });
    setDown(true);
    await expect(followDirectory(app, directory)).rejects.toMatchObject({ key: 'directory.unreachable' });
    setDown(false);
    for (const name of names) put(name, { groups: ['staff'] });
    expect(await enter('p7')).toMatchObject({ signedIn: true });
  });
});

describe('roles of groups', () => {
  it('gives the most of each unit', () => {
    const roles: GroupRole[] = [
      { group: 'a', unit: 'u1', role: 'reader' },
      { group: 'b', unit: 'u1', role: 'approver' },
      { group: 'b', unit: 'u2', role: 'technician' },
      { group: 'c', unit: 'u2', role: 'administrator' },
    ];
    expect([...rolesOf(roles, ['b', 'a'])]).toEqual([
      ['u1', 'approver'],
      ['u2', 'technician'],
    ]);
    expect(rolesOf(roles, []).size).toBe(0);
  });
});
