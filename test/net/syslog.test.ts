/** The way to a log server, against real listeners: frames, TLS with a certificate that is asked for, breaks. */

import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSyslog, type LogLine, type SyslogSettings } from '../../src/net/syslog.ts';

const FOLDER = join(import.meta.dirname, 'certificate');
/** Of this test alone; nothing else trusts it. */
const [KEY, CERT] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(FOLDER, name), 'utf8'));

const LINE: LogLine = {
  at: Date.UTC(2027, 0, 20, 1, 2, 3, 4),
  severity: 5,
  kind: 'read.file',
  json: { number: 7, subject: 'Tết\n<0>1 forged' },
};
const JSON_TEXT = '{"number":7,"subject":"T\\u1ebft\\n<0>1 forged"}';

async function listening(tls: boolean) {
  const parts: Buffer[] = [];
  const sockets: Socket[] = [];
  let told = (): void => {};
  const take = (socket: Socket): void => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', (part) => {
      parts.push(part);
      told();
    });
  };
  const server: Server = tls ? createTlsServer({ key: KEY, cert: CERT }, take) : createServer(take);
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const text = (): string => Buffer.concat(parts).toString('latin1');
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    text,
    async until(length: number): Promise<string> {
      while (text().length < length) await new Promise<void>((done) => (told = done));
      return text();
    },
  };
}

function client(settings: Partial<SyslogSettings> & { readonly port: number }) {
  const opened = createSyslog({ host: '127.0.0.1', tls: false, format: 'rfc5424', ...settings }, 'máy chủ 1');
  onTestFinished(() => opened.close());
  return opened;
}

/** MSG-LEN SP SYSLOG-MSG, again and again, and nothing between. */
function unframed(text: string): string[] {
  const messages: string[] = [];
  let rest = text;
  while (rest !== '') {
    const [head = '', length = ''] = /^([1-9]\d*) /.exec(rest) ?? [];
    expect(head).not.toBe('');
    messages.push(rest.slice(head.length, head.length + Number(length)));
    rest = rest.slice(head.length + Number(length));
  }
  return messages;
}

const EXPECTED = `<109>1 2027-01-20T01:02:03.004Z mych1 lich-truc ${process.pid} read.file - ${JSON_TEXT}`;
const FRAME = `${EXPECTED.length} ${EXPECTED}`;

describe('a log server', () => {
  it.each([false, true])('gets whole messages of RFC 5424, counted by octets, over TLS: %s', async (tls) => {
    const server = await listening(tls);
    const syslog = client({ port: server.port, tls, ca: CERT ?? '', host: tls ? 'localhost' : '127.0.0.1' });
    await syslog.send([LINE, LINE]);
    await syslog.send([{ ...LINE, severity: 4 }]);
    const messages = unframed(await server.until(FRAME.length * 3));
    expect(messages).toEqual([EXPECTED, EXPECTED, EXPECTED.replace('<109>', '<108>')]);
    expect(server.sockets).toHaveLength(1);
  });

  it('gets one JSON object a line where that is asked for', async () => {
    const server = await listening(false);
    await client({ port: server.port, format: 'json' }).send([LINE, LINE]);
    expect(await server.until(JSON_TEXT.length * 2 + 2)).toBe(`${JSON_TEXT}\n${JSON_TEXT}\n`);
  });

  it('is told nothing while its certificate is not trusted, or is another’s', async () => {
    const server = await listening(true);
    const untrusted = { code: 'unavailable', key: 'syslog.untrusted' };
    await expect(
      client({ port: server.port, tls: true, host: 'localhost' }).send([LINE]),
    ).rejects.toMatchObject(untrusted);
    expect(server.text()).toBe('');
  });

  it('is tried anew after it was away', async () => {
    const server = await listening(false);
    const syslog = client({ port: server.port });
    await syslog.send([LINE]);
    await server.until(FRAME.length);
    const closed = new Promise((done) => server.sockets[0]?.once('close', done));
    server.sockets[0]?.destroy();
    await closed;
    // The first after the break may still find the old way open: TCP itself tells nobody what arrived.
    const tries = [0, 1, 2, 3, 4];
    for (const _ of tries) await syslog.send([LINE]).catch(() => undefined);
    expect(unframed(await server.until(FRAME.length * 2)).slice(0, 2)).toEqual([EXPECTED, EXPECTED]);
    expect(server.sockets.length).toBeGreaterThan(1);
    await expect(client({ port: 1 }).send([LINE])).rejects.toMatchObject({ key: 'syslog.unreachable' });
  });
});
