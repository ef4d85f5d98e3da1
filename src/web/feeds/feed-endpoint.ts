/**
 * Feeds over HTTP (FEEDS.md 20–26), answered on Node's own request before Express sees it. Calendar readers poll day and
 * night, need neither session, form nor page, and Express alone takes as long as all that is done here.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedDocument } from '../../app/feeds/feed-cache.ts';
import { readFeed } from '../../app/feeds/read-feed.ts';
import { translate } from '../../i18n/translate.ts';
import { isNotModified } from '../kit/conditional.ts';
import { chooseCoding } from '../kit/content-coding.ts';
import type { WebDeps } from '../kit/deps.ts';
import { MACHINE_HEADERS, type MachineEndpoint } from '../kit/machine-endpoint.ts';
import { createRateLimit, type RateLimit } from '../kit/rate-limit.ts';
import { traceOf } from '../kit/trace.ts';
import { languageOf } from '../kit/visit.ts';
import { representationOf } from './feed-representation.ts';

/** `/feeds/<token>.ics`, whatever stands where the token should. */
const ADDRESS = /^\/feeds\/([^/?]*)\.ics(?:\?(.*))?$/;

/** The pattern in logs and metrics. */
export const FEED_ROUTE = '/feeds/:token.ics';

const RETRY_AFTER_SECONDS = 300;
/** A person with a mistyped address never gets there; who does is guessing, at 256 bits a guess. */
export const FEED_MISSES = { most: 60, windowMs: 60_000 };

export function createFeedEndpoint(deps: WebDeps): MachineEndpoint {
  const misses = createRateLimit(FEED_MISSES);
  return {
    answers(request, response) {
      const address = request.url?.startsWith('/feeds/') ? ADDRESS.exec(request.url) : null;
      if (!address) return false;
      const [, token = '', query = ''] = address;
      traceOf(response).route = FEED_ROUTE;
      void answer({ request, response, token, query }, deps, misses);
      return true;
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly token: string;
  readonly query: string;
}

async function answer(exchange: Exchange, deps: WebDeps, misses: RateLimit): Promise<void> {
  const { request, response, token } = exchange;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, ['Allow', 'GET, HEAD']);
    return;
  }
  try {
    const client = request.headers['user-agent'] ?? '';
    const document = await readFeed(deps.app, { token, client });
    if (document) send(request, response, document);
    else miss(exchange, deps, misses);
  } catch (cause) {
    // The token stands in the path: it stays out of the log.
    const { id } = traceOf(response);
    deps.log.error({ reference: id, requestId: id, path: '/feeds/…', cause });
    if (response.headersSent) response.destroy();
    else refuse(response, 503, ['Retry-After', String(RETRY_AFTER_SECONDS)]);
  }
}

function send(request: IncomingMessage, response: ServerResponse, document: FeedDocument): void {
  const { headers } = request;
  const representation = representationOf(document, chooseCoding(headers['accept-encoding']));
  const { okHead, notModifiedHead, body } = representation;
  const conditions = {
    ifNoneMatch: headers['if-none-match'],
    ifModifiedSince: headers['if-modified-since'],
  };
  if (isNotModified(representation, conditions)) {
    response.writeHead(304, notModifiedHead as string[]);
    response.end();
  } else {
    response.writeHead(200, okHead as string[]);
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** Unknown, malformed and revoked look the same; a token that opens a feed is never made to wait. */
function miss({ request, response, query }: Exchange, deps: WebDeps, misses: RateLimit): void {
  if (!misses.allows(traceOf(response).address, deps.clock())) {
    refuse(response, 429, ['Retry-After', String(FEED_MISSES.windowMs / 1000)]);
    return;
  }
  const language = languageOf(new URLSearchParams(query), request.headers.cookie, deps.language);
  const text = Buffer.from(`${translate(language, 'web.feed.missing')}\n`);
  const type = ['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(text.length)];
  response.writeHead(404, [...MACHINE_HEADERS, 'Cache-Control', 'no-store', ...type]);
  response.end(request.method === 'HEAD' ? undefined : text);
}

function refuse(response: ServerResponse, status: number, headers: readonly string[]): void {
  response.writeHead(status, [
    ...MACHINE_HEADERS,
    'Cache-Control',
    'no-store',
    'Content-Length',
    '0',
    ...headers,
  ]);
  response.end();
}
