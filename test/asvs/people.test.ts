/** ASVS 5.0 chapters 6, 7 and 8: passwords, signing in, sessions, and who may do what, over the real server. */

import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { enterByIdentity } from '../../src/app/access/enter-by-identity.ts';
import { linkNew } from '../../src/app/access/join-by-identity.ts';
import { openSetup } from '../../src/app/access/open-setup.ts';
import { hashPassword, PASSWORD_COST } from '../../src/app/access/password-hash.ts';
import { seal } from '../../src/app/access/secret-box.ts';
import { signIn } from '../../src/app/access/sign-in.ts';
import type { App } from '../../src/app/app.ts';
import { hashOfToken } from '../../src/app/secret-token.ts';
import { translate } from '../../src/i18n/translate.ts';
import { ROUTES } from '../../src/web/site/routes.ts';
import { loaded } from '../app/sample-app.ts';
import { HOST, house, joined, PASSWORD } from '../web/access/access-house.ts';
import { Browser, openAccessSite, type Page } from '../web/access/access-site.ts';

const NEXT = 'năm chiếc xe lăn trên cát';

describe('passwords', () => {
  it('6.2.2, 6.2.3: one changes one’s own, and only with the present one', async () => {
    const { host } = await house();
    await host.get('/account');
    const wrong = await host.post('/account/password', { currentPassword: 'không phải', password: NEXT });
    expect(wrong.status).toBe(422);
    const changed = await host.post('/account/password', { currentPassword: PASSWORD, password: NEXT });
    expect(changed.location).toBe('/account?done=password');
    const again = new Browser(host.site);
    expect((await again.post('/sign-in', HOST)).status).toBe(422);
    expect((await again.post('/sign-in', { ...HOST, password: NEXT })).status).toBe(303);
  });

  it('6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11: only length, common ones and names are looked at', async () => {
    const { app } = await loaded();
    const site = await openAccessSite(app);
    const code = (await openSetup(app)) ?? '';
    const browser = new Browser(site);
    const tried = async (password: string): Promise<string> => {
      const page = await browser.post('/setup', { ...HOST, password, code });
      return page.status === 303
        ? 'taken'
        : (/field-fault" id="fault-(\w+)"/.exec(page.html)?.[1] ?? page.html);
    };
    for (const password of [
      'kpzxwvq',
      'Password123!',
      '1234567890',
      'matkhau2027',
      'vuthanhha',
      'lichtruc1',
    ]) {
      expect(await tried(password), password).toBe('password');
    }
    // Neither capitals nor figures nor signs, and longer than 64.
    expect(await tried('bò cày đồng xa '.repeat(5))).toBe('taken');
  });

  it('6.2.6, 6.2.7: fields hide what is typed, and password programs and pasting work', async () => {
    const { host } = await house();
    for (const [path, name, autocomplete] of [
      ['/sign-in', 'password', 'current-password'],
      ['/account', 'password', 'new-password'],
      ['/account/prove', 'currentPassword', 'current-password'],
    ] as const) {
      const reader = path === '/sign-in' ? new Browser(host.site) : host;
      const { html } = await reader.get(path);
      const [field = ''] = new RegExp(`<input [^>]*name="${name}"[^>]*>`).exec(html) ?? [];
      expect(field, path).toContain('type="password"');
      expect(field, path).toContain(`autocomplete="${autocomplete}"`);
      expect(html, path).not.toMatch(/onpaste|maxlength/i);
    }
  });

  it('6.2.8: a password is taken to the letter', async () => {
    const { host } = await house();
    const exact = '  Bốn Con Vịt\u00a0Xòe 🦆 ';
    await host.get('/account');
    await host.post('/account/password', { currentPassword: PASSWORD, password: exact });
    const tried = async (password: string): Promise<number> =>
      (await new Browser(host.site).post('/sign-in', { ...HOST, password })).status;
    for (const other of [exact.trim(), exact.toLowerCase(), exact.normalize('NFD'), exact.slice(0, -1)]) {
      expect(await tried(other), other).toBe(422);
    }
    expect(await tried(exact)).toBe(303);
  });

  it('6.2.10: a password does not end by the calendar', async () => {
    const { app, host } = await house();
    app.setClock('2036-01-20T08:00');
    expect((await new Browser(host.site).post('/sign-in', HOST)).status).toBe(303);
  });
});

describe('signing in', () => {
  it('6.3.1, 2.4.1: whoever guesses is slowed, name by name and address by address', async () => {
    const { site } = await house();
    const guess = async (signInName: string, client: string): Promise<number> => {
      const headers = { 'X-Forwarded-For': client };
      return (await new Browser(site).post('/sign-in', { signInName, password: 'sai bét' }, headers)).status;
    };
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) statuses.push(await guess(HOST.signInName, `192.0.2.${i}`));
    expect(statuses.at(-1)).toBe(429);
    let last = 0;
    for (let i = 0; i < 40; i++) last = await guess(`ten${i}@a.example`, '198.51.100.9');
    expect(last).toBe(429);
    expect(await guess('khac@a.example', '198.51.100.10')).toBe(422);
  });

  it('6.3.2: there is no account before someone makes one, with a code that is told on the console', async () => {
    const { app } = await loaded();
    const site = await openAccessSite(app);
    await openSetup(app);
    for (const signInName of ['admin', 'root', 'administrator', 'user', 'sa', 'operator']) {
      for (const password of ['', 'admin', 'password', signInName]) {
        const entered = await new Browser(site).post('/sign-in', { signInName, password });
        expect(entered.status).not.toBe(303);
      }
    }
    expect((await new Browser(site).post('/setup', { ...HOST, code: '' })).status).not.toBe(303);
    expect((await app.db.selectFrom('account').selectAll().execute()).length).toBe(0);
  });

  it('6.3.4: no other way in is there than those that are told', () => {
    const open = ROUTES.filter(({ scope }) => scope === 'anyone').map(
      ({ method, path }) => `${method} ${path}`,
    );
    const ways = open.filter((route) => route.startsWith('post '));
    const known =
      /^post \/(setup|sign-in|sign-in\/passkey|sign-in\/provider\/code|join\/:token(\/directory)?|me\/:token\/.+|received\/:token|answer\/:token(\/file)?|signing\/:ticket|take\/:place\/:code)$/;
    expect(ways.filter((route) => !known.test(route))).toEqual([]);
    expect(ways.length).toBeGreaterThan(2);
  });

  describe('6.3.8', () => {
    const bare = ({ status, html, headers }: Page, name: string): unknown => [
      status,
      html.replaceAll(name, '?').replace(/name="token" value="[^"]*"/g, ''),
      headers.get('retry-after'),
      headers.get('set-cookie'),
    ];

    it('6.3.8: names there, disabled, without a password and not there are told the same, again and again', async () => {
      const rooms = await house();
      const { app, site } = rooms;
      await joined(rooms, 'reader');
      await joined(rooms, 'technician');
      await app.db
        .updateTable('account')
        .set({ disabled_at: app.clock() })
        .where('sign_in_name', '=', 'reader@a.example')
        .execute();
      await app.db
        .updateTable('account')
        .set({ password_hash: null })
        .where('sign_in_name', '=', 'technician@a.example')
        .execute();
      const names = [HOST.signInName, 'reader@a.example', 'technician@a.example', 'xx@a.example'];
      // Until each has to wait: from the sixth guess on.
      for (let guess = 0; guess < 8; guess++) {
        const told = await Promise.all(
          names.map(async (signInName, i) => {
            const from = { 'X-Forwarded-For': `192.0.2.${i}` };
            // The one that is disabled is guessed right.
            const password = signInName.startsWith('reader') ? PASSWORD : 'không phải';
            return bare(await new Browser(site).post('/sign-in', { signInName, password }, from), signInName);
          }),
        );
        expect(told, `guess ${guess}`).toEqual(names.map(() => told[0]));
        expect((told[0] as [number])[0]).toBe(guess < 6 ? 422 : 429);
      }
    });

    it('6.3.8: a code asked for says that the password is right, and to nobody else', async () => {
      const { app, site } = await house();
      await app.db
        .updateTable('account')
        .set({ totp_secret: seal(app, await hostId(app), new Uint8Array(20)) })
        .execute();
      const guess = (signInName: string, code: string) =>
        new Browser(site).post('/sign-in', { signInName, password: 'không phải', code });
      const told = [
        bare(await guess(HOST.signInName, '123456'), HOST.signInName),
        bare(await guess('xx@a.example', '123456'), 'xx@a.example'),
      ];
      expect(told[0]).toEqual(told[1]);
      const right = await new Browser(site).post('/sign-in', HOST);
      expect(right.html).toContain(translate('vi', 'signIn.code-wanted'));
    });

    it('6.3.8: whatever the name, as much is worked out before the answer', async () => {
      const rooms = await house();
      const { app } = rooms;
      const slow = { ...app, passwordCost: PASSWORD_COST };
      const hash = await hashPassword(slow, PASSWORD);
      await joined(rooms, 'reader');
      await app.db
        .updateTable('account')
        .set({ password_hash: hash })
        .where('sign_in_name', '=', HOST.signInName)
        .execute();
      await app.db
        .updateTable('account')
        .set({ password_hash: null })
        .where('sign_in_name', '=', 'reader@a.example')
        .execute();
      const names = [HOST.signInName, 'reader@a.example', 'xx@a.example', 'không phải tên'];
      // A fifth of a second each: without the work a name that is not there is told in a thousandth.
      const work = vi.spyOn(crypto, 'scrypt');
      syncBuiltinESMExports();
      onTestFinished(() => {
        work.mockRestore();
        syncBuiltinESMExports();
      });
      const { logN, r, p } = PASSWORD_COST;
      for (const signInName of names) {
        work.mockClear();
        const result = await signIn(slow, { signInName, password: 'không phải', client: '' });
        expect(result).toEqual({ signedIn: false, refusal: 'wrong' });
        const costs = work.mock.calls.map(([, , , cost]) => cost);
        expect(costs, signInName).toEqual([expect.objectContaining({ N: 2 ** logN, r, p })]);
      }
    });

    it('6.3.8: an invitation tells of a few names that they are taken, and then makes one wait', async () => {
      const rooms = await house();
      await rooms.host.get(`/units/${rooms.key.unitId}/members`);
      const invitations = `/units/${rooms.key.unitId}/invitations`;
      const link = await rooms.host.post(invitations, { role: 'reader', staff: '' });
      const path = /(\/join\/[\w-]{43})/.exec(link.html)?.[1] ?? '';
      const taken = { ...HOST, name: 'Đỗ Nam' };
      const tried: number[] = [];
      for (let i = 0; i < 8; i++) {
        const from = { 'X-Forwarded-For': `192.0.2.${i}` };
        tried.push((await new Browser(rooms.site).post(path, taken, from)).status);
      }
      expect(tried).toEqual([422, 422, 422, 422, 422, 422, 429, 429]);
      // Used, revoked and never made links look the same.
      const dead = await Promise.all(
        [`/join/${'x'.repeat(43)}`, '/join/x'].map((each) => new Browser(rooms.site).get(each)),
      );
      expect(dead.map(({ status }) => status)).toEqual([404, 404]);
      const text = ({ html }: Page) => /<main[\s\S]*<\/main>/.exec(html)?.[0];
      expect(text(dead[0] as Page)).toBe(text(dead[1] as Page));
      rooms.app.setClock('2027-03-20T08:00');
      expect(text(await new Browser(rooms.site).get(path))).toBe(text(dead[0] as Page));
    });

    it('6.3.8: a provider’s word for nobody and for somebody disabled are told the same', async () => {
      const { app } = await house();
      const linked = { issuer: 'https://id.a.example', subject: 'ha', name: '', userName: '' };
      const id = await hostId(app);
      await app.db.transaction().execute((trx) => linkNew(trx, app, linked, id));
      await app.db.updateTable('account').set({ disabled_at: app.clock() }).execute();
      const enter = (subject: string) => enterByIdentity(app, { ...linked, subject }, { client: '' });
      expect(await enter('ha')).toEqual(await enter('ai đó'));
    });
  });
});

async function hostId({ db }: Pick<App, 'db'>): Promise<string> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('sign_in_name', '=', HOST.signInName)
    .executeTakeFirst();
  return row?.id ?? '';
}

describe('sessions', () => {
  it('7.2.1, 7.2.2, 7.2.3: are looked up by the server, under 256 bits of chance that say nothing', async () => {
    const { app, host } = await house();
    const token = host.cookie.split('=')[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await app.db.selectFrom('session').select('token_hash').execute();
    expect(rows.map(({ token_hash }) => token_hash)).toEqual([hashOfToken(token)]);
    const changed = new Browser(host.site);
    changed.cookie = `session=${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect((await changed.get('/account')).location).toContain('/sign-in');
    // The session is in the store alone: gone there, gone everywhere.
    await app.db.deleteFrom('session').execute();
    expect((await host.get('/account')).location).toContain('/sign-in');
  });

  it('7.2.4: a new token comes with every sign-in and every proof, and the old one opens nothing', async () => {
    const { host } = await house();
    const tokens = new Set([host.cookie]);
    const renewed = async (act: () => Promise<unknown>): Promise<void> => {
      const old = new Browser(host.site);
      old.cookie = host.cookie;
      await act();
      tokens.add(host.cookie);
      expect((await old.get('/account')).location).toContain('/sign-in');
      expect((await host.get('/account')).status).toBe(200);
    };
    await renewed(() => host.post('/sign-in', HOST));
    await host.get('/account/prove');
    await renewed(() => host.post('/account/prove', { currentPassword: PASSWORD, next: '/account' }));
    await renewed(() => host.post('/account/password', { currentPassword: PASSWORD, password: NEXT }));
    expect(tokens.size).toBe(4);
  });
});

describe('who may do what', () => {
  it('8.2.1, 8.3.1: an action is refused by the server, whatever the page shows', async () => {
    const rooms = await house();
    const reader = await joined(rooms, 'reader');
    const path = `/periods/${rooms.key.periodId}`;
    await reader.get('/account');
    for (const action of ['publish', 'run', 'draft/edit', 'run/take', 'shortage']) {
      expect((await reader.post(`${path}/${action}`, {})).status, action).toBe(403);
    }
    expect((await reader.get('/audit')).status).toBe(403);
    expect((await reader.get(`/units/${rooms.key.unitId}/members`)).status).toBe(403);
  });

  it('8.2.2: what is another unit’s is not there, by whatever id it is asked for', async () => {
    const rooms = await house();
    const administrator = await joined(rooms, 'administrator');
    const there = `/periods/${rooms.other.period.id}`;
    await administrator.get('/account');
    for (const path of ['', '/print', '/draft', '/publish', '/roster.json', '/wall', '/documents']) {
      expect((await administrator.get(there + path)).status, path).toBe(404);
    }
    expect((await administrator.post(`${there}/publish`)).status).toBe(404);
    // Someone else's session cannot be ended by its id.
    const [session] = await rooms.app.db.selectFrom('session').select('id').orderBy('opened_at').execute();
    await administrator.post(`/account/sessions/${session?.id}/end`);
    expect((await rooms.host.get('/account')).status).toBe(200);
  });

  it('8.2.3: phones are shown to those who call, and in no file to others', async () => {
    const rooms = await house();
    const phone = rooms.plan.staff[0]?.phone ?? '';
    expect(phone).not.toBe('');
    const reader = await joined(rooms, 'reader');
    const path = `/periods/${rooms.key.periodId}`;
    for (const file of ['', '/people', '/print', '/roster.json', '/roster.csv', '/roster.txt', '/compare']) {
      expect((await reader.get(path + file)).html, file).not.toContain(phone);
    }
    expect((await rooms.host.get(`${path}/print?phones=1`)).html).toContain(phone);
  });
});
