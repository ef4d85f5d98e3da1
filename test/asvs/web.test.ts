/** ASVS 5.0 chapter 3: cookies, headers and the origins of requests, over the real server. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/web/site/routes.ts';
import { HOST, house } from '../web/access/access-house.ts';
import { Browser } from '../web/access/access-site.ts';

const TLS = 'https://truc.lamgiang.example';

describe('cookies', () => {
  it('3.3.1, 3.3.2, 3.3.3, 3.3.4, 3.3.5: the session’s is Secure, SameSite, __Host-, HttpOnly and short', async () => {
    const { host } = await house(TLS);
    const entered = await host.post('/sign-in', HOST);
    const [cookie = ''] = entered.headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-session=[\w-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(Buffer.byteLength(pair)).toBeLessThan(4096);
    expect(entered.headers.getSetCookie()[1]).toMatch(
      /^__Host-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure$/,
    );
    const language = await host.get('/account?lang=en');
    const [kept = ''] = language.headers.getSetCookie();
    expect(kept).toMatch(/^lang=en; .*HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('headers', () => {
  it('3.4.1, 3.4.2, 3.4.3, 3.4.4, 3.4.5, 3.4.6, 3.4.8: stand on pages, refusals, files, feeds and the API alike', async () => {
    const { host, site, key } = await house(TLS);
    const page = await host.get(`/periods/${key.periodId}`);
    const asset = /\/assets\/app\.[\w.]+css/.exec(page.html)?.[0] ?? '';
    const paths = [
      `/periods/${key.periodId}`,
      `/periods/${key.periodId}/roster.csv`,
      '/no/such/page',
      '/sign-in',
      asset,
      `/feeds/${'x'.repeat(43)}.ics`,
      '/api/v1/now',
    ];
    for (const path of paths) {
      const { headers } = await host.get(path, { Origin: 'https://evil.example' });
      const policy = headers.get('content-security-policy') ?? '';
      const parts = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
      expect(parts.get('default-src'), path).toEqual(["'none'"]);
      expect(parts.get('base-uri'), path).toEqual(["'none'"]);
      expect(parts.get('frame-ancestors'), path).toEqual(["'none'"]);
      expect(parts.get('script-src'), path).toEqual(["'self'"]);
      expect(policy, path).not.toMatch(/unsafe|\*|http:|data:/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toMatch(/^(same-origin|no-referrer)$/);
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
    const { headers } = await host.get('/account');
    const [, seconds] =
      /^max-age=(\d+); includeSubDomains$/.exec(headers.get('strict-transport-security') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
    expect(
      (await fetch(`${site}/`, { method: 'OPTIONS' })).headers.get('access-control-allow-methods'),
    ).toBeNull();
  });
});

/** Messages between windows. A page and the worker of its own origin may talk: nobody else can (Service Workers, 3.4). */
const FROM_ELSEWHERE =
  /(?<!\b(?:active|ports\[0\])\?\.)postMessage|(window|self|^)\.?addEventListener\('message'|eval\(/;

describe('origins', () => {
  it('3.5.1, 3.5.2: a change needs a page of ours and the token of this session, whatever its content type', async () => {
    const { host, site } = await house();
    await host.get('/account');
    const body = new URLSearchParams({ token: host.formToken });
    const post = async (
      headers: Record<string, string>,
      sent: string | URLSearchParams = body,
    ): Promise<number> => {
      const init = { method: 'POST', redirect: 'manual', body: sent } as const;
      return (await fetch(`${site}/sign-out`, { ...init, headers: { Cookie: host.cookie, ...headers } }))
        .status;
    };
    expect(await post({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await post({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await post({ Origin: 'https://evil.example' })).toBe(403);
    expect(await post({ Origin: 'null' })).toBe(403);
    expect(await post({})).toBe(403);
    // What a browser sends without asking first (a "simple request") is read as no form at all.
    const own = { 'Sec-Fetch-Site': 'same-origin' };
    expect(await post({ ...own, 'Content-Type': 'text/plain' }, String(body))).toBe(403);
    expect(
      await post({ ...own, 'Content-Type': 'application/json' }, JSON.stringify({ token: host.formToken })),
    ).toBe(403);
    expect(await post(own, new URLSearchParams({ token: 'x'.repeat(43) }))).toBe(403);
    expect((await host.get('/account')).status).toBe(200);
    expect(await post(own)).toBe(303);
    expect((await host.get('/account')).status).toBe(303);
  });

  it('3.5.3: nothing changes by GET, and each address that changes takes nothing else', async () => {
    const { host, app } = await house();
    const changes = ROUTES.filter(({ method }) => method === 'post').map(({ path }) => path);
    const reads = new Set(ROUTES.filter(({ method }) => method === 'get').map(({ path }) => path));
    const count = async (): Promise<number> =>
      Number(
        (
          await app.db
            .selectFrom('audit_entry')
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirst()
        )?.n,
      );
    const before = await count();
    const asked = changes.filter((path) => !reads.has(path)).map((path) => path.replace(/:\w+/g, 'x'));
    expect(asked.length).toBeGreaterThan(15);
    for (const path of asked) expect((await host.get(path)).status, path).toBe(404);
    expect(await count()).toBe(before);
  });

  it('3.5.5, 3.5.6, 3.5.7: no message, no JSONP and no script carries what is behind the sign-in', async () => {
    const folder = join(import.meta.dirname, '../../src/browser');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    expect(scripts.length).toBeGreaterThan(3);
    for (const name of scripts) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).not.toMatch(FROM_ELSEWHERE);
    }
    const { host, key } = await house();
    const json = await host.get(`/periods/${key.periodId}/roster.json?callback=steal&jsonp=steal`);
    expect(json.html.startsWith('{')).toBe(true);
    expect(json.headers.get('content-type')).toMatch(/^application\/json/);
    // Scripts are the same for everyone: one session's differ in no letter from nobody's.
    const page = await host.get(`/periods/${key.periodId}/draft`);
    const stranger = new Browser(host.site);
    for (const [path = ''] of page.html.matchAll(/\/assets\/[\w.-]+\.js/g)) {
      expect((await stranger.get(path)).html).toBe((await host.get(path)).html);
    }
  });

  it('3.5.8: nothing is loaded into pages of other origins', async () => {
    const { host, key } = await house();
    for (const path of [`/periods/${key.periodId}`, `/periods/${key.periodId}/roster.json`, '/account']) {
      const { headers } = await host.get(path);
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    }
  });
});
