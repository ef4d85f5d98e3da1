/**
 * A small proxy before several servers, as nginx or Caddy would be: in turn, to those that say they are ready, and on to the next
 * where one cannot be reached. What may have been taken in already is asked again only where asking twice is harmless.
 */

import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_MS = 200;
const READY_MS = 1_000;

export interface SmallProxy {
  readonly port: number;
  /** Whether it sends visits to the server now. */
  sendsTo(port: number): boolean;
  stop(): Promise<void>;
}

export async function startProxy(ports: readonly number[]): Promise<SmallProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ready = new Map(ports.map((port) => [port, false]));
  const look = async (port: number): Promise<void> => {
    const signal = AbortSignal.timeout(READY_MS);
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).then(
      async (answer) => (await answer.text()) !== '' && answer.ok,
      () => false,
    );
    ready.set(port, isReady);
  };
  const timer = setInterval(() => void Promise.all(ports.map(look)), LOOK_MS);
  await Promise.all(ports.map(look));
  let turn = 0;
  /** Those that are ready, the next in turn first; where none is, all: they tell why. */
  const inTurn = (): number[] => {
    turn += 1;
    const able = ports.filter((port) => ready.get(port));
    const all = able.length > 0 ? able : ports;
    return all.map((_, i) => all[(turn + i) % all.length] ?? 0);
  };
  const server = createServer((asked, reply) => {
    void bodyOf(asked).then((body) => {
      const way = { agent, ready, body };
      pass(asked, reply, { ...way, ports: inTurn() });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sendsTo: (port) => ready.get(port) === true,
    async stop() {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
      agent.destroy();
      await once(server, 'close');
    },
  };
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Way {
  readonly ports: readonly number[];
  readonly agent: Agent;
  readonly ready: Map<number, boolean>;
  readonly body: Buffer;
}

function pass(asked: IncomingMessage, reply: ServerResponse, way: Way): void {
  const [port = 0, ...others] = way.ports;
  const { method, url, headers } = asked;
  const out = request({ port, method, path: url, headers, agent: way.agent, host: '127.0.0.1' }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(reply);
    answer.on('error', () => reply.destroy());
  });
  out.on('error', (error: NodeJS.ErrnoException) => {
    way.ready.set(port, false);
    const isUntaken = error.code === 'ECONNREFUSED' || method === 'GET' || method === 'HEAD';
    if (reply.headersSent) reply.destroy();
    else if (isUntaken && others.length > 0) pass(asked, reply, { ...way, ports: others });
    else reply.writeHead(502, { 'Content-Length': 0 }).end();
  });
  out.end(way.body);
}
