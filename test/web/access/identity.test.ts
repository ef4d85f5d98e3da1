/** Sign-in by an identity provider, against a real one that runs here: the way there and back, and every way it must not go. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { totpCode, totpStep } from '../../../src/app/access/totp.ts';
import { createIdentityProvider } from '../../../src/net/identity-provider.ts';
import { listAudit } from '../../../src/store/audit-store.ts';
import { loaded } from '../../app/sample-app.ts';
import { HOST, PASSWORD } from './access-house.ts';
import { Browser, openAccessSite, type Page } from './access-site.ts';

const CLIENT = { id: 'lich-truc', secret: 'mot-bi-mat-dai-cho-may-chu-nay' };

/** Signs in whoever the test says, without asking. */
interface OwnProvider {
  readonly issuer: string;
  /** Who sits in front of the browser. */
  login: string;
  claims: Record<string, unknown>;
}

async function openProvider(returnTo: () => string): Promise<OwnProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own: OwnProvider = {
    issuer,
    login: 'u-1',
    claims: { name: 'Lê Thu Cúc', preferred_username: 'cuc.le' },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [returnTo()],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...own.claims }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for a test'] },
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    void (async () => {
      const { params, prompt } = await provider.interactionDetails(request, response);
      if (own.login === '') {
        await provider.interactionFinished(request, response, { error: 'access_denied' });
      } else if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: own.login } });
      } else {
        const grant = new provider.Grant({ accountId: own.login, clientId: String(params.client_id) });
        grant.addOIDCScope('openid profile');
        const grantId = await grant.save();
        await provider.interactionFinished(request, response, { consent: { grantId } });
      }
    })();
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return own;
}

async function house() {
  const { app, key } = await loaded();
  let returnTo = '';
  // The site's port is known once it listens, so the public address is fixed and followed by hand.
  const publicUrl = 'http://127.0.0.1:8027';
  returnTo = `${publicUrl}/sign-in/provider/return`;
  const idp = await openProvider(() => returnTo);
  const identity = createIdentityProvider({
    issuer: idp.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    returnTo,
  });
  const provider = { name: 'SSO tỉnh', identity };
  const site = await openAccessSite(app, publicUrl, 'accounts', { provider });
  const code = (await openSetup(app)) ?? '';
  const host = new Browser(site);
  expect((await host.post('/setup', { ...HOST, code })).status).toBe(303);
  return { app, key, idp, site, host };
}

type House = Awaited<ReturnType<typeof house>>;

/** Follows the redirects of the provider as a browser would; the address it sends back to. */
async function atProvider(
  address: string,
  idp: OwnProvider,
  jar = new Map<string, string>(),
): Promise<string> {
  let at = address;
  for (let hops = 0; hops < 12; hops++) {
    if (!at.startsWith(idp.issuer)) return at;
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { Cookie: cookies } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    at = new URL(response.headers.get('location') ?? `${idp.issuer}/lost`, at).href;
  }
  throw new Error('the provider sends round in circles');
}

/** There and back; what stands in between is for the test to change. */
async function through(
  browser: Browser,
  idp: OwnProvider,
  options: Record<string, string> = {},
  change: (back: string) => string = (back) => back,
): Promise<Page> {
  const away = await browser.get(`/sign-in/provider?${new URLSearchParams(options)}`);
  expect(away.status).toBe(303);
  const back = new URL(change(await atProvider(away.location, idp)));
  return browser.get(back.pathname + back.search);
}

async function invitationOf({ host, key }: House, role = 'technician'): Promise<string> {
  await host.get(`/units/${key.unitId}/members`);
  const link = await host.post(`/units/${key.unitId}/invitations`, { role, staff: '' });
  return /\/join\/([\w-]{43})/.exec(link.html)?.[1] ?? '';
}

// The provider says at length that it should not be used like this outside of tests.
beforeAll(() => {
  for (const name of ['info', 'warn'] as const) vi.spyOn(console, name).mockImplementation(() => {});
});
afterAll(() => vi.restoreAllMocks());

describe('the way there', () => {
  it('asks for a code with PKCE, state and nonce, and tells the provider no secret', async () => {
    const { site, idp } = await house();
    const browser = new Browser(site);
    const page = await browser.get('/sign-in');
    expect(page.html).toContain('Đăng nhập bằng SSO tỉnh');
    const { location, headers } = await browser.get('/sign-in/provider');
    const { origin, searchParams } = new URL(location);
    expect(origin).toBe(idp.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.id,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      scope: 'openid profile',
    });
    expect(location).not.toContain(CLIENT.secret);
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^provider=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    expect(cookie).not.toContain(searchParams.get('state'));
  });
});

describe('someone whom the provider knows', () => {
  it('and nobody here is not let in, though the name is that of an account', async () => {
    const rooms = await house();
    rooms.idp.claims = {
      name: HOST.name,
      preferred_username: HOST.signInName,
      email: HOST.signInName,
      email_verified: true,
    };
    const browser = new Browser(rooms.site);
    const back = await through(browser, rooms.idp);
    expect(back.status).toBe(403);
    expect(back.html).toContain('Chưa có tài khoản nào gắn với danh tính này');
    expect((await browser.get('/account')).status).toBe(303);
    const [refused] = await listAudit(rooms.app.db, { unitId: '' }, 1);
    expect(refused).toMatchObject({
      action: 'session.refuse',
      details: { refusal: 'identity', by: 'provider' },
    });
  });

  it('joins by an invitation, without a password, and comes in from then on', async () => {
    const rooms = await house();
    const invitation = await invitationOf(rooms);
    const browser = new Browser(rooms.site);
    expect((await browser.get(`/join/${invitation}`)).html).toContain('Vào bằng SSO tỉnh');
    const back = await through(browser, rooms.idp, { for: 'join', invitation });
    expect([back.status, back.location]).toEqual([303, '/']);
    const account = await browser.get('/account');
    expect(account.html).toContain('Lê Thu Cúc');
    const again = new Browser(rooms.site);
    const entered = await through(again, rooms.idp, { next: `/periods/${rooms.key.periodId}` });
    expect(entered.location).toBe(`/periods/${rooms.key.periodId}`);
    // Another subject of the same name is someone else.
    rooms.idp.login = 'u-2';
    expect((await through(new Browser(rooms.site), rooms.idp)).status).toBe(403);
    // Once used, the link is used.
    expect((await through(new Browser(rooms.site), rooms.idp, { for: 'join', invitation })).status).toBe(404);
    const opened = await listAudit(rooms.app.db, { unitId: '' }, 9);
    expect(opened.find(({ action }) => action === 'session.open')?.details).toEqual({ by: 'provider' });
  });

  it('takes over no account that has the sign-in name already', async () => {
    const rooms = await house();
    rooms.idp.claims = { name: 'Ai Đó', preferred_username: HOST.signInName };
    const browser = new Browser(rooms.site);
    const invitation = await invitationOf(rooms, 'reader');
    expect((await through(browser, rooms.idp, { for: 'join', invitation })).location).toBe('/');
    const page = await browser.get('/account');
    expect(page.html).not.toContain(HOST.signInName);
    expect(page.html).not.toContain('Vận hành hệ thống');
    expect((await browser.get('/audit')).status).toBe(403);
  });

  it('links an account of one’s own by a button of one’s own, and unlinks it again', async () => {
    const rooms = await house();
    const { host, idp, site } = rooms;
    const back = await through(host, idp, { for: 'link' });
    expect(back.location).toBe('/account/provider');
    const confirm = await host.get('/account/provider');
    expect(confirm.html).toContain('cuc.le');
    expect((await host.post('/account/provider', { token: 'x' })).status).toBe(403);
    expect((await through(new Browser(site), idp)).status).toBe(403);
    await through(host, idp, { for: 'link' });
    await host.get('/account/provider');
    expect((await host.post('/account/provider')).location).toBe('/account?done=provider');
    expect((await host.get('/account')).html).toContain('Tài khoản đã gắn với danh tính của bạn');
    const other = new Browser(site);
    expect((await through(other, idp)).status).toBe(303);
    expect((await other.get('/account')).html).toContain(HOST.name);
    await host.get('/account');
    expect((await host.post('/account/provider/remove')).location).toBe('/account?done=no-provider');
    expect((await through(new Browser(site), idp)).status).toBe(403);
  });

  it('is asked for the code too where the account has two steps', async () => {
    const { app, host, idp, site } = await house();
    await through(host, idp, { for: 'link' });
    await host.get('/account/provider');
    await host.post('/account/provider');
    await host.get('/account');
    const shown = await host.post('/account/two-step');
    const base32 = (/access-secret">([A-Z2-7 ]+)</.exec(shown.html)?.[1] ?? '').replaceAll(' ', '');
    const bits = [...base32]
      .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    const secret = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
    await host.post('/account/two-step/confirm', { code: totpCode(secret, totpStep(app.clock())) });
    const browser = new Browser(site);
    expect((await through(browser, idp)).location).toBe('/sign-in/provider/code');
    expect((await browser.get('/account')).status).toBe(303);
    await browser.get('/sign-in/provider/code');
    expect((await browser.post('/sign-in/provider/code', { code: '000000' })).status).toBe(422);
    const next = totpCode(secret, totpStep(app.clock()) + 1);
    expect((await browser.post('/sign-in/provider/code', { code: next })).status).toBe(303);
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('proves who it is once more at the provider, and only as the same one', async () => {
    const rooms = await house();
    const browser = new Browser(rooms.site);
    await through(browser, rooms.idp, {
      for: 'join',
      invitation: await invitationOf(rooms, 'administrator'),
    });
    const members = `/units/${rooms.key.unitId}/members`;
    rooms.app.setClock('2027-01-20T08:30');
    await browser.get(members);
    const refused = await browser.post(`/units/${rooms.key.unitId}/invitations`, {
      role: 'reader',
      staff: '',
    });
    expect(refused.location).toContain('/account/prove');
    expect((await browser.get(refused.location)).html).toContain('Xác nhận bằng SSO tỉnh');
    rooms.idp.login = 'u-2';
    expect((await through(browser, rooms.idp, { for: 'prove', next: members })).status).toBe(403);
    rooms.idp.login = 'u-1';
    const proved = await through(browser, rooms.idp, { for: 'prove', next: members });
    expect(proved.location).toBe(members);
    await browser.get(members);
    const made = await browser.post(`/units/${rooms.key.unitId}/invitations`, { role: 'reader', staff: '' });
    expect(made.status).toBe(200);
  });
});

describe('the way back', () => {
  const swapped = (name: string, value: string) => (back: string) => {
    const url = new URL(back);
    url.searchParams.set(name, value);
    return url.href;
  };

  it.each([
    ['another state', swapped('state', 'x'.repeat(43))],
    ['another code', swapped('code', 'x'.repeat(43))],
    ['another issuer', swapped('iss', 'https://evil.example')],
    ['no state', (back: string) => back.replace(/state=[^&]*/, '')],
    ['an error in place of a code', (back: string) => back.replace(/code=[^&]*/, 'error=access_denied')],
  ])('with %s lets nobody in', async (_, change) => {
    const rooms = await house();
    const browser = new Browser(rooms.site);
    await through(browser, rooms.idp, { for: 'join', invitation: await invitationOf(rooms) });
    const other = new Browser(rooms.site);
    expect((await through(other, rooms.idp, {}, change)).status).toBe(403);
    expect((await other.get('/account')).status).toBe(303);
  });

  it('is good in the browser that went, once, and not for long', async () => {
    const rooms = await house();
    const first = new Browser(rooms.site);
    await through(first, rooms.idp, { for: 'join', invitation: await invitationOf(rooms) });
    let kept = '';
    const browser = new Browser(rooms.site);
    expect((await through(browser, rooms.idp, {}, (back) => (kept = back))).status).toBe(303);
    const { pathname, search } = new URL(kept);
    // Of another browser; again in the same one; after a quarter of an hour.
    expect((await new Browser(rooms.site).get(pathname + search)).status).toBe(403);
    expect((await browser.get(pathname + search)).status).toBe(403);
    const late = new Browser(rooms.site);
    const away = await late.get('/sign-in/provider');
    const back = new URL(await atProvider(away.location, rooms.idp));
    rooms.app.setClock('2027-01-20T08:15');
    expect((await late.get(back.pathname + back.search)).status).toBe(403);
  });

  it('after someone said no there says so in words', async () => {
    const rooms = await house();
    rooms.idp.login = '';
    const back = await through(new Browser(rooms.site), rooms.idp);
    expect(back.status).toBe(403);
    expect(back.html).toContain('access_denied');
  });
});

describe('a provider that is down', () => {
  it('is told as such, and passwords go on', async () => {
    const { app } = await loaded();
    const identity = createIdentityProvider({
      issuer: 'http://127.0.0.1:1',
      clientId: 'x',
      clientSecret: 'x',
      returnTo: 'http://127.0.0.1:8027/sign-in/provider/return',
    });
    const site = await openAccessSite(app, undefined, 'accounts', { provider: { name: 'SSO', identity } });
    const code = (await openSetup(app)) ?? '';
    expect((await new Browser(site).post('/setup', { ...HOST, code })).status).toBe(303);
    const away = await new Browser(site).get('/sign-in/provider');
    expect(away.status).toBe(503);
    expect(away.html).toContain('Không liên lạc được với hệ thống định danh');
    expect((await new Browser(site).post('/sign-in', { ...HOST, password: PASSWORD })).status).toBe(303);
  });
});
