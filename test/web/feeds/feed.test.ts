/** Feeds over HTTP: rows 20–26 of RFC 9110's and our own list, against a real socket. */

import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import { tetVersion } from '../roster/rosters.ts';
import { appOf, ask, openSite, type Site } from '../site/site.ts';

const PUBLISHED = Date.UTC(2027, 0, 25, 2, 0, 0);

/** A version published at that time, and the path of a feed of its unit. */
async function feedOf(app: App): Promise<string> {
  const issuing = { unitId: 'lam-giang', scope: { kind: 'unit' }, options: DEFAULT_FEED_OPTIONS } as const;
  const { token } = await issueFeedToken(app, { ...issuing, actor: 'test' });
  return `/feeds/${token}.ics`;
}

describe('a feed', () => {
  let site: Site;
  let app: App;
  let path = '';
  let text = '';
  beforeAll(async () => {
    app = await appOf([tetVersion()]);
    path = await feedOf(app);
    site = await openSite(app);
    text = (await ask(site, path)).body.toString();
  });
  afterAll(() => site.close());
  const get = (headers: Record<string, string> = {}, method = 'GET') => ask(site, path, headers, method);

  it('row 20: the same bytes and the same strong ETag, made from the bytes', async () => {
    const first = await get();
    const second = await get();
    expect(first.status).toBe(200);
    expect(first.body.toString()).toBe(text);
    expect(text).toContain('NAME:');
    expect(second.body.equals(first.body)).toBe(true);
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 27);
    expect([first.headers.etag, second.headers.etag]).toEqual([`"${hash}"`, `"${hash}"`]);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
  });

  it.each([
    ['the tag', (tag: string) => tag],
    ['a weak form of it', (tag: string) => `W/${tag}`],
    ['a list that holds it', (tag: string) => `"a", W/"b,c" , ${tag}`],
    ['a star', () => '*'],
  ])('row 21: 304 without a body for %s', async (_what, form) => {
    const tag = String((await get()).headers.etag);
    const answer = await get({ 'If-None-Match': form(tag) });
    expect(answer.status).toBe(304);
    expect(answer.body).toHaveLength(0);
    expect(answer.headers.etag).toBe(tag);
    expect(answer.headers['cache-control']).toBe('private, max-age=300');
    expect(answer.headers.vary).toContain('Accept-Encoding');
  });

  it('row 21: another tag gets the calendar, whatever If-Modified-Since says', async () => {
    const since = new Date(PUBLISHED + 1000).toUTCString();
    expect((await get({ 'If-None-Match': '"other"', 'If-Modified-Since': since })).status).toBe(200);
    expect((await get({ 'If-Modified-Since': since })).status).toBe(304);
    const before = new Date(PUBLISHED - 1000).toUTCString();
    expect((await get({ 'If-Modified-Since': before })).status).toBe(200);
    expect((await get({ 'If-Modified-Since': 'yesterday' })).status).toBe(200);
  });

  it('row 21: HEAD is GET without the body', async () => {
    const whole = await get();
    const head = await get({}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of ['etag', 'last-modified', 'cache-control', 'content-type', 'content-length', 'vary']) {
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    }
  });

  it('row 22: says when it changed', async () => {
    const { headers } = await get();
    expect(headers['last-modified']).toBe('Mon, 25 Jan 2027 02:00:00 GMT');
  });

  it('row 23: stays out of shared caches, of search and of other sites, whatever the answer', async () => {
    const tag = String((await get()).headers.etag);
    const answers = [
      [await get(), 'private, max-age=300'],
      [await get({ 'If-None-Match': tag }), 'private, max-age=300'],
      [await ask(site, '/feeds/unknown.ics'), 'no-store'],
      [await get({}, 'POST'), 'no-store'],
    ] as const;
    expect(answers.map(([{ status }]) => status)).toEqual([200, 304, 404, 405]);
    for (const [{ headers }, caching] of answers) {
      expect(headers['cache-control']).toBe(caching);
      expect(headers['x-robots-tag']).toBe('noindex');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('row 2: is sent as a calendar in UTF-8 without a byte order mark', async () => {
    const { headers, body } = await get();
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(body.subarray(0, 3)).toEqual(Buffer.from('BEG'));
  });

  it('row 25: what opens nothing is 404, never an empty calendar', async () => {
    for (const path of ['/feeds/unknown.ics', `/feeds/${'y'.repeat(43)}.ics`, '/feeds/%00.ics']) {
      const answer = await ask(site, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body.toString()).not.toContain('VCALENDAR');
      expect(answer.headers.etag).toBeUndefined();
    }
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('row 26: %s on request, as a representation of its own', async (coding, decode) => {
    const plain = await get();
    const coded = await get({ 'Accept-Encoding': coding });
    expect(coded.headers['content-encoding']).toBe(coding);
    expect(decode(coded.body).toString()).toBe(text);
    expect(coded.headers.etag).not.toBe(plain.headers.etag);
    const again = await get({ 'Accept-Encoding': coding, 'If-None-Match': String(coded.headers.etag) });
    expect(again.status).toBe(304);
  });

  it('row 25: whoever only guesses is told to wait; who has the token is not', async () => {
    for (let guess = 0; guess < 70; guess++) await ask(site, `/feeds/${'z'.repeat(43)}.ics`);
    const answer = await ask(site, `/feeds/${'z'.repeat(43)}.ics`);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '60']);
    expect((await get()).status).toBe(200);
  });

  it('takes no other method', async () => {
    const answer = await get({}, 'POST');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('notes what the client calls itself', async () => {
    await ask(site, await feedOf(app), { 'User-Agent': 'Thunderbird' });
    expect([...app.feeds.uses.values()].map(({ client }) => client)).toContain('Thunderbird');
  });
});

describe('a feed that cannot be read', () => {
  it('row 26: is 503 with Retry-After, never half a calendar, and its token is not logged', async () => {
    const app = await appOf([tetVersion()]);
    const path = await feedOf(app);
    const site = await openSite(app);
    await app.db.destroy();
    const answer = await ask(site, path);
    await site.close();
    expect(answer.status).toBe(503);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.body).toHaveLength(0);
    expect(site.logged).toHaveLength(1);
    expect(JSON.stringify(site.logged)).not.toContain(path.slice(7, -4));
  });
});
