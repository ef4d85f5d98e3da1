/**
 * The JSON API over HTTP: a token in `Authorization: Bearer`, JSON answers, problem+json refusals. It takes no cookies, so
 * pages, sessions and forms are not its business and it stands before them. It changes nothing but for alerts and answers it takes.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../../app/app.ts';
import { openApiToken } from '../../app/machines/open-api-token.ts';
import type { Instant } from '../../calendar/interval.ts';
import { VIETNAM } from '../../calendar/zone.ts';
import type { Language } from '../../i18n/translate.ts';
import { isLanguage } from '../../kernel/languages.ts';
import type { WebLog } from '../kit/deps.ts';
import { MACHINE_HEADERS, type MachineEndpoint } from '../kit/machine-endpoint.ts';
import { createRateLimit } from '../kit/rate-limit.ts';
import { traceOf } from '../kit/trace.ts';
import { readAlerts } from './alert-reception.ts';
import { readAnswer } from './answer-reception.ts';
import { bearerOf, challengeOf, type Reception } from './json-body.ts';
import { API_PATH, openApiDocument } from './openapi.ts';
import { type Operation, readQuery } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { problemOf, thrownProblem } from './problem.ts';
import { readReport } from './report-reception.ts';
import type { Problem } from './shapes.ts';

export interface ApiDeps {
  readonly app: App;
  readonly clock: () => Instant;
  readonly log: WebLog;
  readonly newReference: () => string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly language: Language;
}

const MISSES = { most: 60, windowMs: 60_000 };
const RETRY_AFTER_SECONDS = 60;

/** Below `/api/v1/`. */
const ALERTS = 'alerts';
const OF_ORDER = /^orders\/([\w-]{1,100})\/(answer|report)$/;
const READERS = { answer: readAnswer, report: readReport } as const;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly language: Language;
}

/** False when whoever asked has guessed too often. */
type MayMiss = (response: ServerResponse) => boolean;

export function createApiEndpoint(deps: ApiDeps): MachineEndpoint {
  const misses = createRateLimit(MISSES);
  const mayMiss: MayMiss = (response) => misses.allows(traceOf(response).address, deps.clock());
  return {
    answers(request, response) {
      if (!request.url?.startsWith('/api/')) return false;
      const language = languageOf(request.headers['accept-language'], deps.language);
      void answer({ request, response, language }, deps, mayMiss);
      return true;
    },
  };
}

async function answer(exchange: Exchange, deps: ApiDeps, mayMiss: MayMiss): Promise<void> {
  const { request, language } = exchange;
  traceOf(exchange.response).route = API_PATH;
  try {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://api');
    const name = pathname.startsWith(`${API_PATH}/`) ? pathname.slice(API_PATH.length + 1) : '';
    const operation = OPERATIONS.find((each) => each.name === name);
    if (name === ALERTS) {
      traceOf(exchange.response).route = `${API_PATH}/${ALERTS}`;
      await receive(exchange, { mayMiss, read: () => readAlerts(deps.app, request) });
    } else if (OF_ORDER.test(name)) {
      const [, orderId = '', what] = OF_ORDER.exec(name) ?? [];
      const kind = what === 'report' ? 'report' : 'answer';
      traceOf(exchange.response).route = `${API_PATH}/orders/{order}/${kind}`;
      await receive(exchange, {
        ...{ mayMiss, read: () => READERS[kind](deps.app, request, { orderId, zone: VIETNAM }) },
      });
    } else if (!operation && name !== 'openapi.json') {
      refuse(exchange, problemOf(404, 'api.refused.address', language));
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(exchange, problemOf(405, 'api.refused.method', language), ['Allow', 'GET, HEAD']);
    } else if (!operation) {
      send(exchange, openApiDocument(deps.publicUrl, language));
    } else {
      traceOf(exchange.response).route = `${API_PATH}/${name}`;
      await run({ ...exchange, operation, searchParams }, deps, mayMiss);
    }
  } catch (error) {
    const { id } = traceOf(exchange.response);
    const problem = thrownProblem(error, language, () => id);
    if (problem.reference !== undefined) {
      deps.log.error({ reference: problem.reference, requestId: id, path: API_PATH, cause: error });
    }
    refuse(exchange, problem, problem.status === 503 ? ['Retry-After', String(RETRY_AFTER_SECONDS)] : []);
  }
}

interface Asking extends Exchange {
  readonly operation: Operation;
  readonly searchParams: URLSearchParams;
}

interface Receiving {
  readonly mayMiss: MayMiss;
  readonly read: () => Promise<Reception>;
}

/** The token is asked first: nobody else's body is read. */
async function receive(exchange: Exchange, { mayMiss, read }: Receiving): Promise<void> {
  const { request, response, language } = exchange;
  if (request.method !== 'POST') {
    refuse(exchange, problemOf(405, 'api.refused.post-only', language), ['Allow', 'POST']);
    return;
  }
  const received = await read();
  if (received.kind === 'taken') return send(exchange, received.taken);
  const { status, key, params, headers } = received;
  if (status === 401 && !mayMiss(response)) {
    const wait = ['Retry-After', String(MISSES.windowMs / 1000)];
    return refuse(exchange, problemOf(429, 'api.refused.too-many', language), wait);
  }
  refuse(exchange, problemOf(status, key, language, params), headers);
}

async function run(asking: Asking, deps: ApiDeps, mayMiss: MayMiss): Promise<void> {
  const { request, operation, language } = asking;
  const { 'user-agent': client = '' } = request.headers;
  const { mays = ['read'] } = operation;
  const token = bearerOf(request);
  const unit = token === undefined ? undefined : await openApiToken(deps.app, { token, client, mays });
  if (!unit) {
    if (!mayMiss(asking.response)) {
      const wait = ['Retry-After', String(MISSES.windowMs / 1000)];
      refuse(asking, problemOf(429, 'api.refused.too-many', language), wait);
      return;
    }
    refuse(asking, problemOf(401, 'api.refused.token', language), challengeOf(token));
    return;
  }
  const query = readQuery(operation, asking.searchParams);
  send(asking, await operation.find({ unit, now: deps.clock(), app: deps.app }, query));
}

function refuse(exchange: Exchange, problem: Problem, headers: readonly string[] = []): void {
  send(exchange, problem, { status: problem.status, type: 'application/problem+json', headers });
}

interface Head {
  readonly status: number;
  readonly type: string;
  readonly headers: readonly string[];
}

const ANSWERED: Head = { status: 200, type: 'application/json', headers: [] };

function send({ request, response, language }: Exchange, content: object, head: Head = ANSWERED): void {
  const { status, type, headers } = head;
  const body = Buffer.from(`${JSON.stringify(content)}\n`);
  response.writeHead(status, [
    ...MACHINE_HEADERS,
    ...['Content-Type', `${type}; charset=utf-8`, 'Content-Length', String(body.length)],
    ...['Content-Language', language, 'Vary', 'Accept-Language', 'Cache-Control', 'no-store'],
    ...headers,
  ]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The first language of the header that we speak; weights are not worth the reading for so few languages. */
function languageOf(accepted: string | undefined, standard: Language): Language {
  const asked: readonly string[] = (accepted ?? '').toLowerCase().match(/\b[a-z]{2}\b/g) ?? [];
  return asked.find(isLanguage) ?? standard;
}
