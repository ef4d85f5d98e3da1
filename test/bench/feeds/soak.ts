/** Many subscribers poll a server and check every answer by its hash; what they expect is told from outside. */

import { createHash } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Subscriber {
  readonly path: string;
  /** What a poll must bring now: the SHA-256 of the octets, or `gone` for 404. */
  expected: string;
  /** What the last 200 brought. */
  kept?: { readonly etag: string; readonly hash: string };
}

export interface PollTally {
  fresh: number;
  notModified: number;
  gone: number;
  readonly wrong: string[];
}

export interface PollingOrder {
  readonly port: number;
  readonly subscribers: readonly Subscriber[];
  readonly polls: number;
  readonly connections: number;
}

const MOST_WRONG_TOLD = 20;

export function hashOf(octets: Buffer): string {
  return createHash('sha256').update(octets).digest('hex');
}

/** Polls in a fixed order that visits every subscriber again and again; one poll in ten asks for the whole calendar. */
export async function poll(
  { port, subscribers, polls, connections }: PollingOrder,
  tally: PollTally = { fresh: 0, notModified: 0, gone: 0, wrong: [] },
): Promise<PollTally> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let turn = next++; turn < polls; turn = next++) {
      const subscriber = subscribers[(turn * 7919) % subscribers.length];
      if (subscriber) await pollOnce({ agent, port }, subscriber, { whole: turn % 10 === 0, tally });
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  agent.destroy();
  return tally;
}

async function pollOnce(
  server: { readonly agent: Agent; readonly port: number },
  subscriber: Subscriber,
  { whole, tally }: { readonly whole: boolean; readonly tally: PollTally },
): Promise<void> {
  const { kept } = subscriber;
  const headers = kept && !whole ? { 'If-None-Match': kept.etag } : {};
  const { status, headers: told, body } = await get(server, subscriber.path, headers);
  const brought = status === 304 ? kept?.hash : status === 200 ? hashOf(body) : 'gone';
  if (status === 200) {
    tally.fresh++;
    subscriber.kept = { etag: String(told.etag), hash: hashOf(body) };
  } else if (status === 304) {
    tally.notModified++;
  } else if (status === 404) {
    tally.gone++;
  }
  if (brought !== subscriber.expected || ![200, 304, 404].includes(status)) {
    if (tally.wrong.length < MOST_WRONG_TOLD)
      tally.wrong.push(`${status} ${brought} ≠ ${subscriber.expected}`);
  }
}

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function get(
  { agent, port }: { readonly agent: Agent; readonly port: number },
  path: string,
  headers: Record<string, string>,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject).end();
  });
}
