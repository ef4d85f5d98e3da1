/**
 * `proxy.ts PORT…`, a process that tells its own port: a small proxy before several servers, as nginx or Caddy would be: in turn, to those that say they are ready, and on to the next
 * where one cannot be reached. What may have been taken in already is asked again only where asking twice is harmless.
 */

import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_MS = 200;
const READY_MS = 2_000;

/** Which servers are ready, as they say themselves, or as was just found. */
const ready = new Map<number, boolean>();
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const ports = process.argv.slice(2).map(Number);
let turn = 0;

async function look(port: number): Promise<void> {
  const signal = AbortSignal.timeout(READY_MS);
  const isReady = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).then(
    async (answer) => (await answer.text()) !== '' && answer.ok,
    () => false,
  );
  ready.set(port, isReady);
}

/** Those that are ready, the next in turn first; where none is, all: they tell why. */
function inTurn(): number[] {
  turn += 1;
  const able = ports.filter((port) => ready.get(port));
  const all = able.length > 0 ? able : ports;
  return all.map((_, i) => all[(turn + i) % all.length] ?? 0);
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Way {
  readonly ports: readonly number[];
  readonly body: Buffer;
}

function pass(asked: IncomingMessage, reply: ServerResponse, { ports, body }: Way): void {
  const [port = 0, ...others] = ports;
  const { method, url, headers } = asked;
  const out = request({ port, method, path: url, headers, agent, host: '127.0.0.1' }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(reply);
    answer.on('error', () => reply.destroy());
  });
  out.on('error', (error: NodeJS.ErrnoException) => {
    ready.set(port, false);
    const isUntaken = error.code === 'ECONNREFUSED' || method === 'GET' || method === 'HEAD';
    if (reply.headersSent) reply.destroy();
    else if (isUntaken && others.length > 0) pass(asked, reply, { ports: others, body });
    else reply.writeHead(502, { 'Content-Length': 0 }).end();
  });
  out.end(body);
}

await Promise.all(ports.map(look));
setInterval(() => void Promise.all(ports.map(look)), LOOK_MS);
const server = createServer((asked, reply) => {
  void bodyOf(asked).then((body) => pass(asked, reply, { ports: inTurn(), body }));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
