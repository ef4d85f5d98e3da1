/** What keeps the server running is told to those who watch it: readiness, figures, request ids; and slow clients are cut. */

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { issueFeedToken } from '../../../src/app/feeds/issue-feed-token.ts';
import { readConfig } from '../../../src/config.ts';
import { DEFAULT_FEED_OPTIONS } from '../../../src/domain/feed.ts';
import type { WebLog } from '../../../src/web/kit/deps.ts';
import type { Served } from '../../../src/web/kit/trace.ts';
import { openApp } from '../../../src/wiring/open-app.ts';
import { serve } from '../../../src/wiring/serve.ts';
import { loaded, published, seat } from '../../app/sample-app.ts';
import { sampleHolidays } from '../../sample-case.ts';
import { emptyFile, pathOfCopy } from '../../store/temporary-database.ts';
import { openAccessSite } from '../access/access-site.ts';
import { appOf, ask, openSite } from './site.ts';

interface Running {
  readonly url: string;
  readonly served: Served[];
  readonly app: Awaited<ReturnType<typeof openApp>>;
  stop(): Promise<void>;
}

async function running(environment: Record<string, string> = {}): Promise<Running> {
  const path = pathOfCopy(await emptyFile());
  const app = await openApp(path, sampleHolidays());
  const served: Served[] = [];
  const log: WebLog = {
    error: ({ cause }) => expect(cause).toBeUndefined(),
    served: (each) => served.push(each),
  };
  const config = readConfig({ ROTA_DB: path, ROTA_PORT: '0', ...environment }, '/');
  const { port, stop } = await serve(app, config, log);
  onTestFinished(async () => {
    await stop();
    await app.close();
  });
  return { url: `http://127.0.0.1:${port}`, served, app, stop };
}

describe('/readyz', () => {
  it('names what the server needs, all of it there', async () => {
    const { url } = await running();
    const answer = await fetch(`${url}/readyz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      status: 'ready',
      checks: { running: 'ok', database: 'ok', store: 'ok', threads: 'ok', disk: 'ok' },
    });
  });

  it('says 503 and which is missing, and nothing more', async () => {
    const ready = async () => [
      { name: 'store', ok: true },
      { name: 'disk', ok: false },
    ];
    const site = await openSite(appOf([]), { ready });
    onTestFinished(() => site.close());
    const answer = await ask(site, '/readyz');
    expect(answer.status).toBe(503);
    expect(JSON.parse(String(answer.body))).toEqual({
      status: 'unavailable',
      checks: { store: 'ok', disk: 'unavailable' },
    });
  });
});

describe('/metrics', () => {
  it('counts requests by the route’s pattern, polls by status, and tells what the disk holds', async () => {
    const { url, app } = await running();
    await fetch(`${url}/sign-in`, { redirect: 'manual' });
    await fetch(`${url}/no/such/page`, { redirect: 'manual' });
    await fetch(`${url}/join/${'x'.repeat(43)}`);
    await fetch(`${url}/feeds/${'x'.repeat(43)}.ics`);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('rota_http_requests_total{method="GET",route="/sign-in",status="303"} 1');
    expect(text).toContain('rota_http_requests_total{method="GET",route="other",status="404"} 1');
    expect(text).toContain('rota_http_requests_total{method="GET",route="/join/:token",status="404"} 1');
    expect(text).toContain('rota_http_request_seconds_count{route="/sign-in"} 1');
    expect(text).toContain('rota_feed_polls_total{status="404"} 1');
    expect(text).toMatch(/^rota_database_bytes [1-9]\d+$/m);
    expect(text).toMatch(/^rota_backup_age_seconds /m);
    expect(text).toMatch(/^rota_disk_free_bytes [1-9]/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).not.toContain('xxxxxxxx');
    expect(app).toBeDefined();
  });

  it('without a token is for this machine alone, not for what a proxy hands on', async () => {
    const { url } = await running();
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via']) {
      expect((await fetch(`${url}/metrics`, { headers: { [name]: '127.0.0.1' } })).status, name).toBe(403);
    }
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('with a token is for whoever sends it', async () => {
    const token = 'một-mã-dài-cho-prometheus'.normalize('NFKD').replace(/[^\w-]/g, '');
    const { url } = await running({ ROTA_METRICS_TOKEN: token });
    const asked = async (authorization?: string): Promise<number> => {
      const headers = authorization === undefined ? {} : { Authorization: authorization };
      return (await fetch(`${url}/metrics`, { headers: { ...headers, 'X-Forwarded-For': '192.0.2.1' } }))
        .status;
    };
    expect(await asked(`Bearer ${token}`)).toBe(200);
    expect(await asked(`Bearer ${token}x`)).toBe(401);
    expect(await asked('Bearer ')).toBe(401);
    expect(await asked()).toBe(401);
  });
});

describe('a request', () => {
  it('has one id in its answer and in the log', async () => {
    const { url, served } = await running();
    const answer = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ signInName: 'ai.do@a.example', password: 'sai bét cả rồi' }),
    });
    const id = answer.headers.get('x-request-id') ?? '';
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    await answer.text();
    await expect
      .poll(() => served.find(({ requestId }) => requestId === id))
      .toMatchObject({ route: '/sign-in', status: 422 });
  });

  it('comes from where the nearest trusted proxy says, and from nowhere else it says itself', async () => {
    const { url, served } = await running();
    const from = async (forwarded: string): Promise<string | undefined> => {
      served.length = 0;
      await (await fetch(`${url}/healthz`, { headers: { 'X-Forwarded-For': forwarded } })).text();
      await expect.poll(() => served.length).toBe(1);
      return served[0]?.address;
    };
    expect(await from('192.0.2.7')).toBe('192.0.2.7');
    // What stands left of the last address that is no proxy of ours was written by the client.
    expect(await from('198.51.100.1, 192.0.2.7')).toBe('192.0.2.7');
    expect(await from('192.0.2.7, 127.0.0.1')).toBe('192.0.2.7');
  });

  it('for a feed is told by its pattern, and misses are counted by client behind a proxy too', async () => {
    const { app, key, plan } = await loaded();
    await published(app, key, [seat(plan, 0, 0)]);
    const site = await openAccessSite(app);
    const { token } = await issueFeedToken(app, {
      unitId: key.unitId,
      scope: { kind: 'unit' },
      options: DEFAULT_FEED_OPTIONS,
      actor: 'cli',
    });
    const poll = async (path: string, client: string): Promise<number> =>
      (await fetch(`${site}/feeds/${path}.ics`, { headers: { 'X-Forwarded-For': client } })).status;
    let last = 0;
    for (let i = 0; i < 70; i++) last = await poll('x'.repeat(43), '192.0.2.1');
    expect(last).toBe(429);
    expect(await poll('x'.repeat(43), '192.0.2.2')).toBe(404);
    expect(await poll(token, '192.0.2.1')).toBe(200);
  });
});

describe('a slow client', () => {
  const timeouts = { headersMs: 300, requestMs: 600, checkedEveryMs: 50, silenceMs: 900 };

  /** Sends the beginning at once and the rest a letter at a time. */
  async function dribbling(
    beginning: string,
    text: string,
  ): Promise<{ readonly answer: string; readonly sent: number }> {
    const site = await openSite(appOf([]), { timeouts });
    onTestFinished(() => site.close());
    const socket: Socket = connect(Number(new URL(site.url).port), '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.write(beginning);
    let sent = 0;
    const timer = setInterval(() => {
      if (sent < text.length) socket.write(text.charAt(sent++));
    }, 40);
    // `once` of node:events rejects on the reset that may come first.
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(timer);
    return { answer, sent };
  }

  it.each([
    ['who never ends its head', '', `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(10_000)}`],
    [
      'who never ends its form',
      'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n',
      'x'.repeat(9_000),
    ],
  ])('%s is told 408 and dropped, byte after byte or not', async (_, beginning, text) => {
    const { answer, sent } = await dribbling(beginning, text);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(sent).toBeLessThan(text.length);
  });

  it('who says nothing at all is dropped', async () => {
    const { answer } = await dribbling('', '');
    expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });
});
