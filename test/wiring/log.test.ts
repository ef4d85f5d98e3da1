/** The log: one JSON object a line that a program can read, and no secret in any of them. */

import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/kernel/app-error.ts';
import { openLog, type ServerLog } from '../../src/wiring/log.ts';

const TOKEN = 'dGhpcyBpcyBhIHRva2VuIG9mIGEgZmVlZCBvciBsaW5';
const SETUP_CODE = 'YXVT-Y5JD-KX6M-8C9F-VJDR';

function logged(use: (log: ServerLog) => void, logLevel: 'debug' | 'info' | 'warn' = 'debug') {
  const lines: string[] = [];
  use(openLog({ logLevel }, (line) => lines.push(line)));
  return { text: lines.join(''), entries: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const SERVED = {
  requestId: 'r1',
  route: '/periods/:period',
  method: 'GET',
  status: 200,
  ms: 1.26,
  address: '192.0.2.1',
};

describe('a line of the log', () => {
  it('says when in UTC, how grave, what, of which request, from where and by whom', () => {
    const { entries } = logged((log) => log.served({ ...SERVED, account: 'a1' }));
    expect(entries).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        program: 'lich-truc',
        event: 'request',
        ...SERVED,
        ms: 1.3,
        account: 'a1',
      },
    ]);
  });

  it.each([
    [200, '/periods/:period', 'info'],
    [304, '/feeds/:token.ics', 'debug'],
    [404, '/feeds/:token.ics', 'debug'],
    [403, '/periods/:period/draft', 'warn'],
    [401, '/api/v1/now', 'warn'],
    [413, '/sign-in', 'warn'],
    [429, '/sign-in', 'warn'],
    [500, '/', 'error'],
    [503, '/feeds/:token.ics', 'error'],
  ] as const)('of status %i at %s is a matter of level %s', (status, route, level) => {
    const { entries } = logged((log) => log.served({ ...SERVED, status, route }));
    expect(entries[0]?.level).toBe(level);
  });

  it('stays one line, whatever a visitor has put in (ASVS 5.0 16.4.1)', () => {
    const forged = 'x\n{"level":"fatal","event":"forged"}\r\n\u2028\u0000\u001b[31m';
    const { text, entries } = logged((log) => {
      log.error({ reference: 'r1', path: forged, cause: new Error(forged) });
    });
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(entries[0]).toMatchObject({ event: 'failure', path: forged });
  });

  it('is not written below the level asked for', () => {
    expect(logged((log) => log.served(SERVED), 'warn').text).toBe('');
  });
});

describe('secrets', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a cookie', { headers: { cookie: '__Host-session=hush' } }],
    ['a cookie that is set', { headers: { 'Set-Cookie': ['session=hush'] } }],
    ['an authorization', { headers: { Authorization: 'Bearer hush' } }],
    [
      'a form',
      { form: { signInName: 'ha', password: 'hush', currentPassword: 'hush', code: 'hush', token: 'hush' } },
    ],
    ['a setting', { config: { metricsToken: 'hush', oidcSecret: 'hush', sealingKey: 'hush' } }],
    ['a secret far inside', { a: { b: [{ c: { totpSecret: 'hush' } }] } }],
    ['a header in a message', { cause: new Error('refused with cookie: session=hush; Path=/') }],
    ['a bearer in a message', { cause: new Error('sent Authorization: Bearer hush') }],
    ['a password in an address', { cause: new Error('GET https://ha:hush@lam.example/x') }],
    ['a query', { address: 'https://a.example/cb?code=hush&state=hush' }],
    ['an inner cause', { cause: new Error('outer', { cause: new Error('password=hush') }) }],
  ])('in %s are taken out', (_, details) => {
    const { text } = logged((log) => log.note('test', details));
    expect(text).toContain('[redacted]');
    expect(text).not.toContain('hush');
  });

  it.each([
    ['a feed', `/feeds/${TOKEN}.ics`],
    ['a mistyped feed', `/feeds/${TOKEN.slice(0, 20)}`],
    ['an invitation', `/join/${TOKEN}`],
    ['one’s own page', `/me/${TOKEN}/swaps`],
    ['a mistyped own page', `/me/${TOKEN.slice(0, 20)}`],
    ['an API call', `Authorization: Bearer ${TOKEN}`],
    ['the first start', `code ${SETUP_CODE}`],
    ['a web hook', 'whsec_dGhpcyBpcyBhIHNlY3JldA=='],
  ])('of %s are taken out of any text', (_, text) => {
    const { text: written } = logged((log) => {
      log.error({ reference: 'r1', path: text, cause: new Error(`at ${text}`) });
      log.warn('test', { details: [text, { deeper: text }] });
    });
    for (const secret of [TOKEN, TOKEN.slice(0, 20), SETUP_CODE, 'whsec_dGhp'])
      expect(written).not.toContain(secret);
  });

  it('hide nothing one needs: patterns, ids, codes of errors', () => {
    const full = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
    const { entries } = logged((log) => {
      log.served({ ...SERVED, route: '/feeds/:token.ics' });
      log.error({ reference: 'r9', requestId: 'r9', path: '/units/phong-cntt/staff', cause: full });
      log.error({
        reference: '',
        path: 'backups',
        cause: new AppError('unavailable', 'error.database.full', { path: '/srv/rota.db' }),
      });
    });
    expect(entries[0]?.route).toBe('/feeds/:token.ics');
    const own = logged((log) => {
      log.served({ ...SERVED, route: '/me/:token/swaps' });
      log.error({ reference: 'r8', requestId: 'r8', path: '/units/phong-cntt/me/swaps', cause: full });
    });
    expect(own.entries[0]?.route).toBe('/me/:token/swaps');
    expect(own.entries[1]).toMatchObject({ path: '/units/phong-cntt/me/swaps' });
    expect(entries[1]).toMatchObject({ path: '/units/phong-cntt/staff', error: { code: 'SQLITE_FULL' } });
    expect(entries[2]).toMatchObject({
      error: { key: 'error.database.full', params: { path: '/srv/rota.db' } },
    });
  });

  it('and what is huge, circular or odd harm nothing', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const { entries } = logged((log) => {
      log.note('test', {
        circle,
        long: 'á'.repeat(100_000),
        big: 10n,
        bytes: Buffer.alloc(1_000_000),
        list: Array(100_000).fill(1),
      });
      log.error({ reference: '', path: '', cause: undefined });
    });
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries).length).toBeLessThan(20_000);
  });
});
