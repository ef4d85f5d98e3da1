/** The first account, signing in, sessions, and those who guess. */

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { changePassword } from '../../../src/app/access/change-password.ts';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { listSessions } from '../../../src/app/access/list-sessions.ts';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { proveAgain } from '../../../src/app/access/prove-again.ts';
import { setUpFirstAccount } from '../../../src/app/access/set-up-first-account.ts';
import { openSession, signIn } from '../../../src/app/access/sign-in.ts';
import { signOut, signOutEverywhere } from '../../../src/app/access/sign-out.ts';
import type { App } from '../../../src/app/app.ts';
import { recordUses } from '../../../src/app/record-uses.ts';
import { insertAccount, saveDisabledAt } from '../../../src/store/account-store.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { deleteMembership, saveMembership } from '../../../src/store/membership-store.ts';
import { saveUnit } from '../../../src/store/unit-store.ts';
import { at, sampleApp } from '../sample-app.ts';
import { CLIENT, from, OPERATOR, operator, PASSWORD, signedIn } from './people.ts';

const GOOD = { signInName: OPERATOR.signInName, password: PASSWORD, client: CLIENT };
const FORM = { ...OPERATOR, password: PASSWORD, language: 'vi' as const };

const enter = (app: App, change: Partial<typeof GOOD & { code: string; previousToken: string }> = {}) =>
  signIn(app, { ...GOOD, ...change });

describe('the first account', () => {
  it('is made with the code on the console, however it is typed, and is an operator', async () => {
    const app = await sampleApp();
    const code = (await openSetup(app)) ?? '';
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await setUpFirstAccount(app, { ...FORM, code: typed })).toMatchObject({ done: true });
    expect((await signedIn(app, OPERATOR.signInName)).account).toMatchObject({
      operator: true,
      name: OPERATOR.name,
    });
  });

  it('is refused with a wrong code, a poor password or an odd name, and nothing is made', async () => {
    const app = await sampleApp();
    const code = (await openSetup(app)) ?? '';
    const refusals = [
      await setUpFirstAccount(app, { ...FORM, code: 'AAAA' }),
      await setUpFirstAccount(app, { ...FORM, code, password: 'matkhau123' }),
      await setUpFirstAccount(app, { ...FORM, code, signInName: 'hà vũ' }),
      await setUpFirstAccount(app, { ...FORM, code, name: ' ' }),
    ];
    expect(refusals.map((each) => !each.done && each.field)).toEqual([
      'code',
      'password',
      'signInName',
      'name',
    ]);
    expect(await enter(app)).toMatchObject({ signedIn: false });
  });

  it('is made once: a second start tells no code, an old code opens nothing', async () => {
    const app = await sampleApp();
    const first = await openSetup(app);
    const second = await openSetup(app);
    expect(await setUpFirstAccount(app, { ...FORM, code: first ?? '' })).toMatchObject({
      done: false,
      field: 'code',
    });
    expect(await setUpFirstAccount(app, { ...FORM, code: second ?? '' })).toMatchObject({ done: true });
    expect(await openSetup(app)).toBeUndefined();
    expect(await setUpFirstAccount(app, { ...FORM, code: second ?? '' })).toMatchObject({
      key: 'error.access.setup-closed',
    });
  });

  it('goes to one of two who come at the same moment', async () => {
    const app = await sampleApp();
    const code = (await openSetup(app)) ?? '';
    const results = await Promise.all([
      setUpFirstAccount(app, { ...FORM, code }),
      setUpFirstAccount(app, { ...FORM, code, signInName: 'khac@lamgiang.example' }),
    ]);
    expect(results.map(({ done }) => done).sort()).toEqual([false, true]);
  });

  it('cannot be guessed: codes tried over and over must wait', async () => {
    const app = await sampleApp();
    await openSetup(app);
    const guess = () => setUpFirstAccount(app, { ...FORM, code: 'AAAA-AAAA-AAAA-AAAA-AAAA' });
    for (let i = 0; i < 6; i++) expect(await guess()).toMatchObject({ key: 'error.access.setup-code' });
    await expect(guess()).rejects.toMatchObject({ key: 'error.access.throttled' });
  });
});

describe('signing in', () => {
  it('takes the sign-in name in any case, the password exactly as typed', async () => {
    const app = await sampleApp();
    await operator(app);
    expect(await enter(app, { signInName: ` ${OPERATOR.signInName.toUpperCase()} ` })).toMatchObject({
      signedIn: true,
    });
    for (const password of [` ${PASSWORD}`, PASSWORD.toUpperCase(), PASSWORD.slice(0, -1), '']) {
      expect(await enter(app, { password })).toEqual({ signedIn: false, refusal: 'wrong' });
    }
  });

  it('says the same of a name nobody has as of a wrong password', async () => {
    const app = await sampleApp();
    await operator(app);
    const wrong = { signedIn: false, refusal: 'wrong' };
    expect(await enter(app, { signInName: 'nobody@lamgiang.example' })).toEqual(wrong);
    expect(await enter(app, { signInName: "' OR 1=1 --" })).toEqual(wrong);
    expect(await enter(app, { password: 'x' })).toEqual(wrong);
  });

  it('gives each session a token of its own, of which the store keeps only the hash', async () => {
    const app = await sampleApp();
    await operator(app);
    const [one, two] = [await enter(app), await enter(app)];
    if (!one.signedIn || !two.signedIn) throw new Error('both are in');
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(one.token).not.toBe(two.token);
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM session`.execute(app.db);
    expect(JSON.stringify(rows)).not.toContain(one.token);
    const { rows: accounts } = await sql<{ password_hash: string }>`SELECT * FROM account`.execute(app.db);
    expect(accounts[0]?.password_hash).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$/);
    expect(JSON.stringify(accounts)).not.toContain(PASSWORD);
  });

  it('ends the session the browser came with', async () => {
    const app = await sampleApp();
    await operator(app);
    const before = await enter(app);
    if (!before.signedIn) throw new Error('in');
    const after = await enter(app, { previousToken: before.token });
    expect(await findVisitor(app, before.token)).toBeUndefined();
    expect(after.signedIn && (await findVisitor(app, after.token))).toMatchObject({ account: OPERATOR });
  });

  it('hashes anew what was hashed at another cost', async () => {
    const app = await sampleApp();
    await operator(app);
    const dearer = { ...app, passwordCost: { logN: 5, r: 1, p: 1 } };
    expect(await enter(dearer)).toMatchObject({ signedIn: true });
    const { rows } = await sql<{ password_hash: string }>`SELECT password_hash FROM account`.execute(app.db);
    expect(rows[0]?.password_hash).toMatch(/^\$scrypt\$ln=5/);
    expect(await enter(dearer)).toMatchObject({ signedIn: true });
  });

  it('is in the audit trail with the address it came from, refused or not', async () => {
    const app = await sampleApp();
    await operator(app);
    await enter(from(app, '192.0.2.7'), { password: 'wrong' });
    await enter(from(app, '192.0.2.7'));
    const trail = await listAudit(app.db, { unitId: '' }, 2);
    expect(trail.map(({ action, address, requestId }) => [action, address, requestId])).toEqual([
      ['session.open', '192.0.2.7', 'r-192.0.2.7'],
      ['session.refuse', '192.0.2.7', 'r-192.0.2.7'],
    ]);
    expect(JSON.stringify(trail)).not.toContain(OPERATOR.signInName);
  });
});

describe('who guesses', () => {
  const wrong = { password: 'not this one' };

  it('at one account from one network waits longer and longer, and the right password waits too', async () => {
    const app = await sampleApp();
    await operator(app);
    for (let i = 0; i < 6; i++) expect(await enter(app, wrong)).toMatchObject({ refusal: 'wrong' });
    expect(await enter(app)).toMatchObject({ refusal: 'throttled', retryAt: app.clock() + 30_000 });
    expect(await enter(from(app, '192.0.2.99'))).toMatchObject({ signedIn: true });
    app.setClock('2027-01-20T08:01');
    expect(await enter(app, wrong)).toMatchObject({ refusal: 'wrong' });
    expect(await enter(app)).toMatchObject({ refusal: 'throttled', retryAt: app.clock() + 60_000 });
    app.setClock('2027-01-20T08:03');
    expect(await enter(app)).toMatchObject({ signedIn: true });
    expect(await enter(app, wrong)).toMatchObject({ refusal: 'wrong' });
  });

  it('at one account from many networks waits as well', async () => {
    const app = await sampleApp();
    await operator(app);
    for (let i = 0; i < 21; i++) {
      expect(await enter(from(app, `192.0.2.${i}`), wrong)).toMatchObject({ refusal: 'wrong' });
    }
    const held = await enter(from(app, '192.0.2.99'));
    expect(held).toMatchObject({ refusal: 'throttled', retryAt: app.clock() + 30_000 });
  });

  it('never waits longer than a quarter of an hour, also when the clock is set back', async () => {
    const app = await sampleApp();
    await operator(app);
    await enter(app, wrong);
    await sql`UPDATE throttle SET failures = 1000`.execute(app.db);
    expect(await enter(app)).toMatchObject({ retryAt: app.clock() + 900_000 });
    app.setClock('2026-06-01T00:00');
    expect(await enter(app)).toMatchObject({ retryAt: app.clock() + 900_000 });
  });

  it('from one address at many names waits; from another address others go on', async () => {
    const app = await sampleApp();
    await operator(app);
    const guessing = from(app, '2001:db8::7');
    for (let i = 0; i < 31; i++) await enter(guessing, { ...wrong, signInName: `name${i}@example.org` });
    expect(await enter(guessing)).toMatchObject({ refusal: 'throttled' });
    expect(await enter(from(app, '2001:db8::ffff:1'))).toMatchObject({ refusal: 'throttled' });
    expect(await enter(from(app, '2001:db8:1::7'))).toMatchObject({ signedIn: true });
  });

  it('a hundred at once gets no more tries than one after the other', async () => {
    const app = await sampleApp();
    await operator(app);
    const results = await Promise.all(Array.from({ length: 100 }, () => enter(app, wrong)));
    const tried = results.filter((each) => !each.signedIn && each.refusal === 'wrong');
    expect(tried).toHaveLength(6);
  });

  it('leaves counts that are forgotten after a day', async () => {
    const app = await sampleApp();
    await operator(app);
    for (let i = 0; i < 6; i++) await enter(app, wrong);
    app.setClock('2027-01-21T08:01');
    await enter(app);
    const { rows } = await sql`SELECT * FROM throttle`.execute(app.db);
    expect(rows).toEqual([]);
  });
});

describe('a session', () => {
  it('ends when left alone for two hours, and after twelve in any case', async () => {
    const app = await sampleApp();
    await operator(app);
    const { token } = (await enter(app)) as { token: string };
    for (const time of ['09:59', '11:58', '13:57', '15:56', '17:55', '19:54']) {
      app.setClock(`2027-01-20T${time}`);
      expect(await findVisitor(app, token), time).toBeDefined();
    }
    app.setClock('2027-01-20T20:00');
    expect(await findVisitor(app, token)).toBeUndefined();

    const { token: idle } = (await enter(app)) as { token: string };
    app.setClock('2027-01-20T22:00');
    expect(await findVisitor(app, idle)).toBeUndefined();
    app.setClock('2027-01-20T20:01');
    expect(await findVisitor(app, idle)).toBeUndefined();
  });

  it('in use notes it without writing, and is not cleared out by who signs in before it is written down', async () => {
    const app = await sampleApp();
    await operator(app);
    const { token } = (await enter(app)) as { token: string };
    const stamp = app.stamp();
    app.setClock('2027-01-20T08:50');
    expect((await findVisitor(app, token))?.session.usedAt).toBe(at('2027-01-20T08:00'));
    expect(await findVisitor(app, token)).toMatchObject({ session: { usedAt: app.clock() } });
    expect(app.stamp()).toBe(stamp);
    app.setClock('2027-01-20T09:59');
    await findVisitor(app, token);
    app.setClock('2027-01-20T10:01');
    await enter(app);
    const visitor = await findVisitor(app, token);
    expect(visitor).toBeDefined();
    if (visitor) expect(await listSessions(app, visitor)).toHaveLength(2);
    await recordUses(app);
    expect(app.sessionUses.size).toBe(0);
    expect((await findVisitor(app, token))?.session.usedAt).toBe(app.clock());
  });

  it('opens the own account alone, with what it may do at that moment, however often and by whom it was asked for', async () => {
    const app = await sampleApp();
    const one = await operator(app);
    const { token } = (await enter(app)) as { token: string };
    const id = 'other';
    await insertAccount(
      app.db,
      { ...one.account, id, signInName: 'other@example.org', operator: false },
      null,
    );
    const unit = { id: 'u', name: 'Đơn vị', zone: 'Asia/Ho_Chi_Minh' };
    await saveUnit(app.db, unit);
    const opened = await app.db
      .transaction()
      .execute((trx) => openSession(trx, app, { accountId: id, client: '', by: 'password' }));
    for (let i = 0; i < 2; i++) {
      expect((await findVisitor(app, token))?.account.id).toBe(one.account.id);
      expect(await findVisitor(app, opened.token)).toMatchObject({ account: { id }, memberships: [] });
    }
    await saveMembership(app.db, { accountId: id, unitId: unit.id, role: 'manager' });
    expect((await findVisitor(app, opened.token))?.memberships).toMatchObject([{ role: 'manager' }]);
    await deleteMembership(app.db, { accountId: id, unitId: unit.id });
    expect((await findVisitor(app, opened.token))?.memberships).toEqual([]);
    await saveDisabledAt(app.db, id, app.clock());
    expect(await findVisitor(app, opened.token)).toBeUndefined();
  });

  it('ends when the clock is set back far, and lives through a small step', async () => {
    const app = await sampleApp();
    await operator(app);
    const { token } = (await enter(app)) as { token: string };
    app.setClock('2027-01-20T07:59');
    expect(await findVisitor(app, token)).toBeDefined();
    app.setClock('2026-01-20T08:00');
    expect(await findVisitor(app, token)).toBeUndefined();
  });

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(10_000), '%00'])('is not found by %j', async (token) => {
    const app = await sampleApp();
    await operator(app);
    expect(await findVisitor(app, token)).toBeUndefined();
  });

  it('is listed, and ended one by one or all together, but never someone else’s', async () => {
    const app = await sampleApp();
    const here = await operator(app);
    app.setClock('2027-01-20T08:01');
    const { token: there } = (await enter(app)) as { token: string };
    const [newest] = await listSessions(app, here);
    expect(await listSessions(app, here)).toHaveLength(2);
    const stranger = { ...here, account: { ...here.account, id: 'stranger' } };
    await signOut(app, stranger, newest?.id);
    expect(await findVisitor(app, there)).toBeDefined();
    await signOut(app, here, newest?.id);
    expect(await findVisitor(app, there)).toBeUndefined();
    expect(await signOutEverywhere(app, here)).toBe(1);
    expect(await listSessions(app, here)).toEqual([]);
  });

  it('is proved again with the password only', async () => {
    const app = await sampleApp();
    const visitor = await operator(app);
    app.setClock('2027-01-20T09:00');
    expect(await proveAgain(app, visitor, 'wrong')).toBeUndefined();
    expect((await proveAgain(app, visitor, PASSWORD))?.visitor.session.provedAt).toBe(app.clock());
  });
});

describe('a new password', () => {
  const NEXT = 'bảy nồi cơm nguội 2 quả cà';

  it('needs the old one, signs out everywhere else, and is the only one that works', async () => {
    const app = await sampleApp();
    const visitor = await operator(app);
    const { token: elsewhere } = (await enter(app)) as { token: string };
    const change = (currentPassword: string, password: string) =>
      changePassword(app, visitor, { currentPassword, password });
    expect(await change('wrong', NEXT)).toMatchObject({ field: 'currentPassword' });
    expect(await change(PASSWORD, 'thanhha@lamgiang')).toMatchObject({
      field: 'password',
      key: 'password.context',
    });
    expect(await findVisitor(app, elsewhere)).toBeDefined();
    expect(await change(PASSWORD, NEXT)).toMatchObject({ done: true });
    expect(await findVisitor(app, elsewhere)).toBeUndefined();
    expect(await listSessions(app, visitor)).toHaveLength(1);
    expect(await enter(app)).toMatchObject({ refusal: 'wrong' });
    expect(await enter(app, { password: NEXT })).toMatchObject({ signedIn: true });
  });
});
