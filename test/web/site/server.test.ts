/** What every answer of the server carries: headers, languages, assets, failures. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/kernel/app-error.ts';
import { tetVersion } from '../roster/rosters.ts';
import { appOf, ask, FOLDERS, failing, openSite, type Site } from './site.ts';

describe('the server', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(appOf([tetVersion()]));
  });
  afterAll(() => site.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers });

  it.each([
    '/',
    '/periods',
    '/periods/tet-2027',
    '/periods/tet-2027/people',
    '/periods/tet-2027/print',
    '/nowhere',
    '/healthz',
  ])('%s runs nothing inline and cannot be framed', async (path) => {
    const response = await get(path);
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(html).not.toMatch(/<style|\sstyle="|\son\w+="|<script(?![^>]*\ssrc=)/);
  });

  it('serves the guide, each page led to from its contents, and nothing else of that folder', async () => {
    const contents = await (await get('/huong-dan')).text();
    const links = [...contents.matchAll(/href="(\/huong-dan\/[a-z-]+)"/g)].map(([, path = '']) => path);
    expect(links).toHaveLength(4);
    for (const path of links) {
      const page = await get(path);
      const html = await page.text();
      expect([path, page.status, /\*\*|\]\(|<li>\s*<\/li>/.test(html)]).toEqual([path, 200, false]);
    }
    const pages = await Promise.all(links.map(async (path) => (await get(path)).text()));
    const pictures = pages.flatMap((html) => [
      ...html.matchAll(/src="(\/huong-dan\/[a-z-]+\.png)" alt="[^"]+"/g),
    ]);
    expect(pictures.length).toBeGreaterThan(5);
    for (const [, path = ''] of pictures) {
      const picture = await get(path);
      const start = Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString('latin1');
      expect([path, picture.status, picture.headers.get('content-type'), start]).toEqual([
        path,
        200,
        'image/png',
        'PNG',
      ]);
    }
    expect((await get('/huong-dan/other.png')).status).toBe(404);
    expect((await get('/huong-dan/..%2f..%2fREADME')).status).toBe(404);
    expect((await get('/huong-dan/other')).status).toBe(404);
  });

  it('serves every asset a page names, to be kept for ever, under a name that follows its content', async () => {
    const html = await (await get('/periods/tet-2027/print')).text();
    const home = await (await get('/')).text();
    const paths = new Set([...`${html}${home}`.matchAll(/"(\/assets\/[^"#]+)/g)].map((m) => m[1] ?? ''));
    const css = await (await get([...paths].find((path) => path.includes('app.')) ?? '')).text();
    for (const [, path] of css.matchAll(/url\("(\/assets\/[^"]+)"\)/g)) paths.add(path ?? '');
    expect(paths.size).toBeGreaterThan(12);
    for (const path of paths) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect(path).toMatch(/\.[0-9a-f]{10}\.\w+$/);
    }
  });

  it('has less than 100 kB of script altogether, gzip, so no page can ship more', () => {
    const scripts = readdirSync(FOLDERS.scriptsDir).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    const sizes = scripts.map((name) => gzipSync(readFileSync(join(FOLDERS.scriptsDir, name))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });

  it('names no asset outside its own', async () => {
    for (const path of ['/assets/app.css', '/assets/..%2fpackage.json', '/assets/app.0000000000.css']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('answers a page that has not changed with 304', async () => {
    const first = await ask(site, '/periods/tet-2027');
    const again = await ask(site, '/periods/tet-2027', { 'If-None-Match': String(first.headers.etag) });
    expect(again.status).toBe(304);
  });

  it('speaks Vietnamese first, English when asked, and remembers', async () => {
    const vietnamese = await get('/');
    expect(vietnamese.headers.get('content-language')).toBe('vi');
    expect(await vietnamese.text()).toContain('<html lang="vi">');
    const english = await get('/?lang=en');
    expect(await english.text()).toContain('On duty');
    const cookie = english.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await get('/', { Cookie: cookie })).text()).toContain('On duty');
    const odd = await get('/?lang=xx', { Cookie: 'lang=zz' });
    expect(odd.headers.get('content-language')).toBe('vi');
  });

  it('tells what is missing, and where to go', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('Không có trang nào ở địa chỉ này');
    expect(html).toContain('Về trang chủ');
  });

  it('reads a broken address as the visitor’s mistake', async () => {
    const response = await get('/periods/%E0%A4%A');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('không đọc được địa chỉ');
    expect(site.logged).toEqual([]);
  });
});

describe('addresses and hosts', () => {
  it.each(['//evil.example/x', '/.//evil.example', '/\\evil.example'])(
    'offers no way to another site from %s',
    async (path) => {
      const site = await openSite(appOf([]));
      const { status, body } = await ask(site, path);
      await site.close();
      expect(status).toBe(404);
      const links = [...body.toString().matchAll(/href="([^"]*)"/g)].map((each) => each[1] ?? '');
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) expect(new URL(link, site.url).origin).toBe(site.url);
    },
  );

  it.each([
    ['localhost:8027', 200],
    ['[::1]:8027', 200],
    ['127.0.0.1', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example:8027', 421],
  ])('answers to its own names alone where nobody signs in: %s', async (host, status) => {
    const site = await openSite(appOf([]));
    for (const path of ['/', '/feeds/x.ics']) {
      const got = await ask(site, path, { Host: host });
      expect(got.status === 421).toBe(status === 421);
    }
    await site.close();
  });
});

describe('a failure inside', () => {
  it('is apologised for with a reference, logged whole, and tells nothing', async () => {
    const cause = new Error('secret of the store');
    const site = await openSite(failing(cause));
    const response = await fetch(site.url);
    const html = await response.text();
    await site.close();
    expect(response.status).toBe(500);
    expect(html).toContain('A1B2C3');
    expect(html).not.toContain('secret');
    expect(site.logged).toEqual([{ reference: 'A1B2C3', requestId: 'A1B2C3', path: '/', cause }]);
  });

  it.each([
    ['conflict', 409],
    ['forbidden', 403],
    ['unavailable', 503],
  ] as const)('of the kind %s answers %i and is not logged', async (code, status) => {
    const error = new AppError(code, 'web.failure.no-page');
    const site = await openSite(failing(error));
    const response = await fetch(site.url);
    await response.text();
    await site.close();
    expect(response.status).toBe(status);
    expect(site.logged).toEqual([]);
  });
});

describe('/healthz', () => {
  it('is 200 while the store answers and 503 when it does not', async () => {
    const app = await appOf([]);
    const site = await openSite(app);
    const statuses = [(await fetch(`${site.url}/healthz`)).status];
    await app.db.destroy();
    statuses.push((await fetch(`${site.url}/healthz`)).status);
    await site.close();
    expect(statuses).toEqual([200, 503]);
  });
});
