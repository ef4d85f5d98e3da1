/** What operators copy: each file read by the program it is for, and the two proxies run for real. */

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createMetrics } from '../../src/wiring/metrics.ts';
import { freePort } from '../bench/feeds/processes.ts';
import { describeWith, pathOf } from '../programs.ts';
import { caddy, nginx } from './proxies.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const TOKEN = 'n'.repeat(43);
/** The largest body the program takes, and what is around it. */
const LARGEST = 12_000_000 + 64 * 1024;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith(['systemd-analyze'], 'the systemd units', () => {
  it.each(['lich-truc.service', 'lich-truc-worker.service'])(
    '%s is sound, its sandbox rated well',
    async (name) => {
      const unit = join(folder, name);
      copyFileSync(join(ROOT, 'deploy', name), unit);
      const analyze = pathOf('systemd-analyze') ?? '';
      // Only what is wrong with the file itself: node and the account are another machine's.
      const { stderr } = await run(analyze, ['verify', '--man=no', unit]).catch(
        (error: { stderr: string }) => error,
      );
      expect(stderr.split('\n').filter((line) => line.includes(`${name}:`))).toEqual([]);
      const { stdout } = await run(analyze, ['security', '--offline=true', unit]);
      const [, exposure = '10'] = /Overall exposure level.*: ([\d.]+)/.exec(stdout) ?? [];
      expect(Number(exposure)).toBeLessThan(2.5);
    },
  );
});

describeWith(['promtool'], 'alert rules and dashboard', () => {
  it('are read by Prometheus, and ask for figures that there are', async () => {
    const rules = join(ROOT, 'deploy/prometheus-rules.yml');
    await run(pathOf('promtool') ?? '', ['check', 'rules', rules]);
    const config = { databasePath: join(folder, 'rota.db'), backupFolder: folder };
    const { text } = await createMetrics({ config, clock: () => 0 } as Parameters<
      typeof createMetrics
    >[0]).read();
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const asked = [rules, join(ROOT, 'deploy/grafana-dashboard.json')].flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\b(?:rota|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !known.has(name.replace(/_bucket$/, '')))).toEqual([]);
  });
});

/** In place of the program: says what it was sent, and what a proxy may spoil. */
function upstream(asked: IncomingMessage, reply: ServerResponse): void {
  if (asked.url === '/events') {
    reply.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    reply.write('data: first\n\n');
    asked.on('close', () => reply.end());
    return;
  }
  if (asked.url?.startsWith('/feeds/')) {
    const tag = '"abc"';
    const isKnown = asked.headers['if-none-match']?.replace(/^W\//, '') === tag;
    reply.writeHead(isKnown ? 304 : 200, { ETag: tag, 'Content-Type': 'text/calendar; charset=utf-8' });
    reply.end(isKnown ? undefined : 'BEGIN:VCALENDAR\r\n'.repeat(200));
    return;
  }
  let octets = 0;
  asked.on('data', (chunk: Buffer) => {
    octets += chunk.length;
  });
  asked.on('end', () => {
    reply.writeHead(200, { 'Content-Type': 'application/json' });
    reply.end(JSON.stringify({ octets, headers: asked.headers }));
  });
}

describe('the files for compose', () => {
  it.each(['compose.yaml', 'compose.postgresql.yaml'])('%s names settings that there are', (name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    // Those of Caddy's are its own.
    const names = [...text.matchAll(/^ +(ROTA_\w+):/gm)].map(([, each = '']) => each);
    const own = names.filter((each) => !['ROTA_DOMAIN', 'ROTA_SERVERS'].includes(each));
    expect(own.length).toBeGreaterThan(1);
    const faults = own.map((each) => {
      try {
        readConfig({ [each]: '1' }, '/');
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(faults.filter((fault) => fault.includes('unknown'))).toEqual([]);
  });
});

describeWith(['caddy'], 'caddy before two servers', () => {
  it('goes by one that answers when the other does not', async () => {
    const server = createServer(upstream);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const proxy = await caddy({ folder, ports: [await freePort(), port] });
    try {
      for (let visit = 0; visit < 5; visit++) {
        const feed = await fetch(`${proxy.url}/feeds/${TOKEN}.ics`);
        expect([feed.status, (await feed.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
      }
    } finally {
      await proxy.close();
      server.closeAllConnections();
      server.close();
    }
  });
});

for (const [name, start] of [
  ['nginx', nginx],
  ['caddy', caddy],
] as const) {
  describeWith([name], `${name} as it is shipped`, () => {
    it('hands on progress as it happens, large uploads, unchanged calendars and the reader’s address', async () => {
      const server = createServer(upstream);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const proxy = await start({ folder, ports: [(server.address() as AddressInfo).port] });
      try {
        const { url } = proxy;
        expect((await fetch(`${url}/metrics`)).status).toBe(404);
        expect((await fetch(`${url}/readyz`)).status).toBe(404);

        // The upstream never ends by itself: what was buffered would never come.
        const events = await fetch(`${url}/events`);
        const reader = events.body?.getReader();
        expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: first\n\n');
        await reader?.cancel();

        const sent = await fetch(`${url}/units/x/staff/import`, {
          method: 'POST',
          body: Buffer.alloc(LARGEST),
          headers: { 'Content-Type': 'application/octet-stream' },
        });
        const told = (await sent.json()) as { octets: number; headers: Record<string, string> };
        expect([sent.status, told.octets]).toEqual([200, LARGEST]);
        expect(told.headers['x-forwarded-for']).toBe('127.0.0.1');
        expect(told.headers['x-forwarded-proto']).toBe('http');
        expect(told.headers.host).toBe(new URL(url).host);

        const feed = await fetch(`${url}/feeds/${TOKEN}.ics`);
        expect(await feed.text()).toContain('BEGIN:VCALENDAR');
        const again = await askedAgain(`${url}/feeds/${TOKEN}.ics`, feed.headers.get('etag') ?? '');
        expect(again).toBe(304);

        await fetch(`${url}/wall/${TOKEN}/now`);
        await expect.poll(() => proxy.log()).toContain('/wall/');
        expect(proxy.log()).not.toContain(TOKEN);
      } finally {
        await proxy.close();
        server.closeAllConnections();
        server.close();
      }
    });
  });
}

/** By Node's own client: fetch keeps no header of an unchanged answer. */
function askedAgain(url: string, tag: string): Promise<number | undefined> {
  return new Promise((done, failed) => {
    request(url, { headers: { 'If-None-Match': tag } }, (reply) => {
      reply.resume();
      done(reply.statusCode);
    })
      .on('error', failed)
      .end();
  });
}
