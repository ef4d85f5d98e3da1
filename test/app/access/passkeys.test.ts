/** Passkeys: added, come in by, named, taken off; an odd sign-in is told to its owner. */

import { describe, expect, it } from 'vitest';
import { findVisitor } from '../../../src/app/access/find-visitor.ts';
import { knownDevice } from '../../../src/app/access/known-device.ts';
import { passkeySite } from '../../../src/app/access/passkey-check.ts';
import {
  listOwnPasskeys,
  nameOwnPasskey,
  proposePasskey,
  removeOwnPasskey,
} from '../../../src/app/access/passkeys.ts';
import { askToProve, proveByPasskey } from '../../../src/app/access/prove-by-passkey.ts';
import { countOwnRecoveryCodes } from '../../../src/app/access/recovery-codes.ts';
import { signIn } from '../../../src/app/access/sign-in.ts';
import type { App } from '../../../src/app/app.ts';
import { listOwnNotices } from '../../../src/app/notices/own-notices.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { findAccount } from '../../../src/store/account-store.ts';
import { listStaff } from '../../../src/store/staff-store.ts';
import { loaded } from '../sample-app.ts';
import { Authenticator } from './authenticator.ts';
import { any, enterWith, RELYING, SITE, second, visitorOf, withPasskey } from './passkey-house.ts';
import { CLIENT, from, member, OPERATOR, operator, PASSWORD, signedIn } from './people.ts';

const ENTER = { signInName: OPERATOR.signInName, password: PASSWORD, client: CLIENT };

describe('the address of an installation', () => {
  it.each([
    ['https://truc.lamgiang.gov.vn', { origin: 'https://truc.lamgiang.gov.vn', id: 'truc.lamgiang.gov.vn' }],
    [
      'https://truc.lamgiang.gov.vn:8443/x',
      { origin: 'https://truc.lamgiang.gov.vn:8443', id: 'truc.lamgiang.gov.vn' },
    ],
    ['http://localhost:8027', { origin: 'http://localhost:8027', id: 'localhost' }],
    ['http://127.0.0.1:8027', undefined],
    ['https://10.1.2.3', undefined],
    ['https://[fd00::1]', undefined],
    ['http://truc.lamgiang.gov.vn', undefined],
  ])('%s', (url, site) => {
    expect(passkeySite(url)).toEqual(site);
  });
});

describe('a passkey', () => {
  it('is the second step after the password, and ten recovery codes come with the first', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    const { key, codes } = await withPasskey(app, host);
    expect(codes).toHaveLength(10);
    const asked = await signIn(app, ENTER);
    expect(asked).toMatchObject({ signedIn: false, refusal: 'code-wanted', accountId: host.account.id });
    const question = await second(app, host.account.id);
    const opened = await enterWith(app, question, key.get(question.options, { verified: false }));
    expect((await visitorOf(app, opened))?.account.passkeys).toBe(1);
    const again = await withPasskey(app, host, 'khóa USB');
    expect(again.codes).toEqual([]);
    const byCode = await signIn(app, { ...ENTER, code: codes[0] ?? '' });
    expect(byCode.signedIn).toBe(true);
  });

  it('alone is both steps, where it asked for finger, face or PIN', async () => {
    const { app } = await loaded();
    const { key } = await withPasskey(app, await operator(app));
    const question = await any(app);
    const visitor = await visitorOf(app, await enterWith(app, question, key.get(question.options)));
    expect(visitor?.account.signInName).toBe(OPERATOR.signInName);
  });

  it('proves the session anew in place of the password, for the one who has it and asked with finger or PIN', async () => {
    let later = 0;
    const { app: first } = await loaded();
    const app = { ...first, clock: () => (first.clock() + later) as Instant };
    const host = await operator(app);
    const { key } = await withPasskey(app, host);
    const prove = async (about: object, visitor = host) => {
      const asked = await askToProve(app, host, SITE);
      if (!asked) throw new Error('the account has a key');
      return proveByPasskey(app, visitor, {
        site: SITE,
        sealed: asked.sealed,
        answer: key.get(asked.options, about),
      });
    };
    later = 20 * 60_000;
    const proved = await prove({});
    expect(proved?.visitor.session.provedAt).toBe(app.clock());
    const now = proved && (await findVisitor(app, proved.token));
    expect(now?.session.provedAt).toBe(app.clock());
    expect(await prove({ verified: false }, now)).toBeUndefined();
    // Asked by one session, answered in another.
    const alone = await any(app);
    const elsewhere = await visitorOf(app, await enterWith(app, alone, key.get(alone.options)));
    expect(elsewhere?.account.id).toBe(host.account.id);
    expect(await prove({}, elsewhere)).toBeUndefined();
    const question = await second(app, host.account.id);
    const wrong = { site: SITE, sealed: question.sealed, answer: key.get(question.options) };
    expect(await proveByPasskey(app, host, wrong)).toBeUndefined();
    const twice = await askToProve(app, host, SITE);
    const answer = key.get(twice?.options ?? {});
    const answered = { site: SITE, sealed: twice?.sealed ?? '', answer };
    expect(await proveByPasskey(app, host, answered)).toBeDefined();
    expect(await proveByPasskey(app, host, answered)).toBeUndefined();
  });

  it('of one authenticator is added once, ten at most', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    for (let i = 0; i < 10; i++) await withPasskey(app, host, '');
    const names = (await listOwnPasskeys(app, host)).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(Array.from({ length: 10 }, (_, i) => `#${i + 1}`)));
    await expect(proposePasskey(app, host, SITE)).rejects.toMatchObject({ key: 'passkey.too-many' });
  });

  it('is named by its owner, and taken off by its owner alone', async () => {
    const { app, key: period } = await loaded();
    const host = await operator(app);
    const { key } = await withPasskey(app, host);
    const guest = await member(app, host, 'an', { unitId: period.unitId, role: 'reader' });
    for (const act of [
      removeOwnPasskey(app, guest, key.id),
      nameOwnPasskey(app, guest, { id: key.id, name: 'x' }),
    ])
      await expect(act).rejects.toMatchObject({ code: 'not-found' });
    await nameOwnPasskey(app, host, { id: key.id, name: '  khóa\u202e USB ' });
    expect(await listOwnPasskeys(app, host)).toMatchObject([{ name: 'khóa USB' }]);
    await removeOwnPasskey(app, host, key.id);
    expect(await countOwnRecoveryCodes(app, host)).toBe(0);
    expect((await signIn(app, ENTER)).signedIn).toBe(true);
  });

  it('is asked of after a provider, too', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    const { key } = await withPasskey(app, host);
    const question = await second(app, host.account.id, 'provider');
    expect(await enterWith(app, question, key.get(question.options))).toBeDefined();
  });

  it('wants a password given a short while ago', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    const { key } = await withPasskey(app, host);
    app.setClock('2027-01-20T08:30');
    for (const act of [proposePasskey(app, host, SITE), removeOwnPasskey(app, host, key.id)])
      await expect(act).rejects.toMatchObject({ key: 'error.access.prove-again' });
  });

  it('whose counter counts is kept with it', async () => {
    const { app } = await loaded();
    const host = await operator(app);
    const { key } = await withPasskey(app, host);
    const question = await any(app);
    await enterWith(app, question, key.get(question.options, { counter: 41 }));
    const rows = await app.db.selectFrom('passkey').selectAll().execute();
    expect(rows).toMatchObject([{ counter: 41, used_at: app.clock() }]);
    expect(new Authenticator(RELYING).id).not.toBe(key.id);
  });
});

describe('a sign-in', () => {
  async function someone() {
    const { app, key } = await loaded();
    const host = await operator(app);
    const [person] = await listStaff(app.db, key.unitId);
    const staffId = person?.id ?? '';
    const joining = { unitId: key.unitId, role: 'technician', staffId } as const;
    const guest = await member(from(app, '203.0.113.7'), host, 'an', joining);
    const enter = (here: App, deviceToken?: string) =>
      signIn(here, {
        signInName: guest.account.signInName,
        password: PASSWORD,
        client: 'Firefox',
        ...(deviceToken === undefined ? {} : { deviceToken }),
      });
    const told = async () =>
      (await listOwnNotices(app, { unitId: key.unitId, staffId })).map(({ facts }) => facts);
    return { app, guest, enter, told };
  }

  it('the first of all is told to nobody', async () => {
    const { app, told } = await someone();
    await app.db.deleteFrom('known_device').execute();
    const before = (await told()).length;
    await signedIn(from(app, '192.0.2.1'), 'an@lamgiang.example');
    expect((await told()).length).toBe(before);
  });

  it('from a browser that is known, where it was, is told to nobody', async () => {
    const { app, enter, told } = await someone();
    const here = from(app, '203.0.113.7');
    const first = await enter(here);
    if (!first.signedIn) throw new Error('in');
    const before = (await told()).length;
    await enter(here, first.deviceToken);
    expect((await told()).length).toBe(before);
    expect(await knownDevice(app, first.deviceToken, first.session.accountId)).toBeDefined();
  });

  it('from a new browser, or a new network, is told to its owner', async () => {
    const { app, enter, told } = await someone();
    const before = (await told()).length;
    const first = await enter(from(app, '203.0.113.7'));
    if (!first.signedIn) throw new Error('in');
    expect((await told())[0]).toMatchObject({ kind: 'sign-in', client: 'Firefox', address: '203.0.113.7' });
    await enter(from(app, '198.51.100.9'), first.deviceToken);
    expect((await told())[0]).toMatchObject({ kind: 'sign-in', address: '198.51.100.9' });
    expect(await told()).toHaveLength(before + 2);
  });

  it('by a password link’s account keeps its passkeys until an administrator ends the second step', async () => {
    const { app, guest } = await someone();
    await withPasskey(app, guest);
    expect((await findAccount(app.db, guest.account.id))?.account.passkeys).toBe(1);
    await expect(signedIn(app, guest.account.signInName)).rejects.toThrow('code-wanted');
  });
});
