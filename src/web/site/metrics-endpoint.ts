/**
 * What Prometheus reads. With a token, whoever sends it; without one, this machine alone and nothing that a proxy hands
 * on: a proxy on this machine looks like this machine, but says that it speaks for someone else.
 */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebLog } from '../kit/deps.ts';
import { MACHINE_HEADERS, type MachineEndpoint } from '../kit/machine-endpoint.ts';
import { traceOf } from '../kit/trace.ts';

export interface MetricsDeps {
  /** Absent: this machine alone. */
  readonly token?: string;
  read(): Promise<{ readonly type: string; readonly text: string }>;
  readonly log: WebLog;
}

const PATH = '/metrics';
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const HANDED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

export function createMetricsEndpoint(deps: MetricsDeps): MachineEndpoint {
  return {
    answers(request, response) {
      const path = request.url?.split('?', 1)[0];
      if (path !== PATH) return false;
      traceOf(response).route = PATH;
      void answer(request, response, deps);
      return true;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, deps: MetricsDeps): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return say(response, 405, { Allow: 'GET, HEAD' });
  if (deps.token !== undefined && !isBearer(request, deps.token)) {
    return say(response, 401, { 'WWW-Authenticate': 'Bearer' });
  }
  if (deps.token === undefined && !isFromHere(request)) return say(response, 403, {});
  try {
    const { type, text } = await deps.read();
    say(response, 200, { 'Content-Type': type }, request.method === 'HEAD' ? '' : text);
  } catch (cause) {
    const { id } = traceOf(response);
    deps.log.error({ reference: id, requestId: id, path: PATH, cause });
    say(response, 503, {});
  }
}

function isBearer({ headers }: IncomingMessage, token: string): boolean {
  const given = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function isFromHere({ socket, headers }: IncomingMessage): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? '') && HANDED_ON.every((name) => headers[name] === undefined);
}

function say(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text = '',
): void {
  const own = Object.entries({ 'Cache-Control': 'no-store', ...headers }).flat();
  response.writeHead(status, [...MACHINE_HEADERS, ...own]);
  response.end(text);
}
