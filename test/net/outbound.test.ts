/** Requests to the outside: what is refused before a byte is sent, and what is cut off. Nothing leaves this machine. */

import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutboundRequest } from '../../src/app/machines/outbound.ts';
import { createOutbound, type OutboundSettings } from '../../src/net/outbound.ts';

async function listening(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const request = (address: string, changes: Partial<OutboundRequest> = {}): OutboundRequest => ({
  ...{ method: 'GET', address, headers: {}, timeoutMs: 2_000, mostOctets: 1_000, mostRedirects: 2 },
  ...changes,
});

/** A resolver that knows names of its own: addresses by turns, one list a question. */
function names(answers: Record<string, readonly string[][]>): NonNullable<OutboundSettings['resolve']> {
  const asked = new Map<string, number>();
  const resolve = (
    name: string,
    _options: object,
    callback: (error: Error | null, found: LookupAddress[]) => void,
  ): void => {
    const turn = asked.get(name) ?? 0;
    asked.set(name, turn + 1);
    const found = answers[name]?.[turn] ?? answers[name]?.at(-1);
    if (!found) callback(new Error('no such name'), []);
    else
      callback(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  };
  return resolve as NonNullable<OutboundSettings['resolve']>;
}

const refused = (reason: string) => ({ key: `outbound.${reason}` });

describe('a request to the outside', () => {
  const strict = createOutbound({ privateAddresses: false });
  const lenient = createOutbound({ privateAddresses: true });

  it.each([
    ...['http://127.0.0.1/', 'http://0x7f.1/', 'http://2130706433/', 'http://0/', 'http://[::1]/'],
    ...['http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest/meta-data/', 'https://10.0.0.1:8443/'],
  ])('does not reach %s', async (address) => {
    await expect(strict(request(address))).rejects.toMatchObject(refused('private'));
  });

  it('is refused by the address a name resolves to, even when only one of them is private', async () => {
    let visits = 0;
    const port = await listening((_, response) => {
      visits++;
      response.end();
    });
    for (const addresses of [['127.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['::1']]) {
      const send = createOutbound({
        privateAddresses: false,
        resolve: names({ 'inside.example': [addresses] }),
      });
      await expect(send(request(`http://inside.example:${port}/`))).rejects.toMatchObject(refused('private'));
    }
    expect(visits).toBe(0);
  });

  it('connects to the address that was checked: a name is asked for once a connection', async () => {
    // The second answer would be the harmless one; the first is what counts.
    const resolve = names({ 'turns.example': [['10.0.0.1'], ['1.1.1.1']] });
    const send = createOutbound({ privateAddresses: false, resolve });
    await expect(send(request('http://turns.example/'))).rejects.toMatchObject(refused('private'));
  });

  it('is checked again after every redirect', async () => {
    const target = await listening((_, response) => response.end('inside'));
    const resolve = names({ 'outside.example': [['127.0.0.1']] });
    const port = await listening((_, response) => {
      response.writeHead(302, { Location: `http://127.0.0.1:${target}/secret` }).end();
    });
    // The first hop is allowed by its name here, so that the second is what is refused.
    const hop = createOutbound({ privateAddresses: true, resolve });
    expect((await hop(request(`http://outside.example:${port}/`))).body.toString()).toBe('inside');
    await expect(strict(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject(refused('private'));
  });

  it('follows few redirects, and none to what is no web address', async () => {
    const port = await listening((asked, response) => {
      const to = asked.url === '/file' ? 'file:///etc/passwd' : '/again';
      response.writeHead(302, { Location: to }).end();
    });
    await expect(lenient(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject(refused('redirects'));
    await expect(lenient(request(`http://127.0.0.1:${port}/file`))).rejects.toMatchObject(refused('address'));
    const none = await lenient(request(`http://127.0.0.1:${port}/`, { mostRedirects: 0 }));
    expect(none.status).toBe(302);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'http://user:secret@example.org/', 'nothing', ''])(
    'goes to no such address: %s',
    async (address) => {
      await expect(lenient(request(address))).rejects.toMatchObject(refused('address'));
    },
  );

  it('stops at the size it was given, told beforehand or not', async () => {
    const port = await listening((_, response) => {
      response.write('x'.repeat(900));
      response.end('x'.repeat(900));
    });
    await expect(lenient(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject(refused('too-large'));
  });

  it('unpacks nothing', async () => {
    const port = await listening((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000)));
    });
    await expect(lenient(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject(refused('encoded'));
  });

  it('gives up on whoever drips: the time is for all of it', async () => {
    const port = await listening((_, response) => {
      response.write('a');
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const slow = request(`http://127.0.0.1:${port}/`, { timeoutMs: 150 });
    await expect(lenient(slow)).rejects.toMatchObject(refused('timeout'));
  });

  it('tells host but no path when nobody answers', async () => {
    const failed = lenient(request('http://127.0.0.1:1/secret-path'));
    await expect(failed).rejects.toMatchObject({ ...refused('unreachable'), params: { host: '127.0.0.1' } });
    await expect(failed).rejects.not.toThrow(/secret-path/);
  });
});
