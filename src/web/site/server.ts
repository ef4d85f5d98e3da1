/** The server: feeds and other endpoints for machines first, then the Express application with assets, pages, and an apology for what went wrong. */

import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { dayOf } from '../../calendar/zone.ts';
import { translate } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { isSecure } from '../access/session-cookie.ts';
import { createFeedEndpoint } from '../feeds/feed-endpoint.ts';
import { type Assets, loadAssets } from '../kit/assets.ts';
import type { RequestTimeouts, WebDeps } from '../kit/deps.ts';
import { failureOf } from '../kit/failure.ts';
import type { MachineEndpoint } from '../kit/machine-endpoint.ts';
import { withMoments } from '../kit/moment-fields.ts';
import { REFUSED } from '../kit/refusal.ts';
import { type Renderer, rendererOf } from '../kit/render.ts';
import type { Route } from '../kit/route.ts';
import { SECURITY_HEADERS, TLS_ONLY } from '../kit/security-headers.ts';
import { startTrace, type Trust, traceOf } from '../kit/trace.ts';
import { languageOf, type Visit } from '../kit/visit.ts';
import { enter } from './enter.ts';
import { isOwnPost } from './form-guard.ts';
import { heldUntilProven } from './hold.ts';
import { isOwnHost } from './host-guard.ts';
import { noteReading } from './note-reading.ts';
import { NOTHING_SENT, readBody } from './read-body.ts';
import { ROUTES } from './routes.ts';
import { sendReply, TLS } from './send-reply.ts';
import { createTurns, type Turns, takingTurns } from './turns.ts';

const YEAR_IN_SECONDS = 31_536_000;
const MOST_HEAD_BYTES = 16 * 1024;
/**
 * Who sends a byte a second holds a connection no longer than this. Silence is longer than the longest document takes,
 * and event streams are never silent.
 */
const TIMEOUTS: RequestTimeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkedEveryMs: 2_000,
  silenceMs: 120_000,
};
/** Longer than proxies keep theirs (Caddy two minutes, nginx one), so that it is never we who close under a request. */
const KEPT_ALIVE_MS = 125_000;
/** Who did it, while nobody signs in. */
const ACTOR = 'web';

/** Express keeps what it has compiled this setting to beside it. */
const TRUST_PROXY = 'trust proxy';

/** Under one name for ever: the worker from the root, so that it may serve people's pages, and what a manifest names. */
const AT_ROOT = ['service-worker.js', 'icon-192.png', 'icon-512.png'];

interface PageContext {
  readonly deps: WebDeps;
  readonly renderer: Renderer;
  readonly turns: Turns;
}

/** Reads templates and assets now, so that a fault in them stops the start and not a visit. */
export function createServer(deps: WebDeps, endpoints: readonly MachineEndpoint[] = []): Server {
  const first = [createFeedEndpoint(deps), ...endpoints];
  const application = createApplication(deps);
  const trust = application.get(`${TRUST_PROXY} fn`) as Trust;
  const { headersMs, requestMs, checkedEveryMs, silenceMs } = deps.timeouts ?? TIMEOUTS;
  const options = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkedEveryMs,
    keepAliveTimeout: KEPT_ALIVE_MS,
    maxHeaderSize: MOST_HEAD_BYTES,
  };
  const { catchUp } = deps.app;
  const server = createHttpServer(options, (request, response) => {
    startTrace(deps, trust, request, response);
    const answered = (): void => {
      if (!first.some((endpoint) => endpoint.answers(request, response))) application(request, response);
    };
    if (deps.isStopping?.()) response.setHeader('Connection', 'close');
    if (deps.access === 'open' && !isOwnHost(request.headers.host, deps.publicUrl)) misdirected(response);
    else if (!catchUp || isAlwaysSame(request.url)) answered();
    else void catchUp().then(answered);
  });
  server.setTimeout(silenceMs);
  return server;
}

/** What is in no database, and what tells whether the database is there. */
function isAlwaysSame(url = ''): boolean {
  return /^\/(assets\/|healthz|readyz|metrics)/.test(url);
}

/** RFC 9110, 15.5.20. */
function misdirected(response: ServerResponse): void {
  traceOf(response).refusal = 'host';
  response.writeHead(421, { ...SECURITY_HEADERS, 'Cache-Control': 'no-store', 'Content-Length': 0 });
  response.end();
}

function createApplication(deps: WebDeps): Express {
  const assets = loadAssets(deps.folders);
  const context: PageContext = { deps, renderer: rendererOf(deps.folders), turns: createTurns() };
  const server = express();
  server.disable('x-powered-by');
  server.set(TRUST_PROXY, deps.trustedProxies ?? false);
  const secure = isSecure(deps.publicUrl);
  server.set(TLS, secure);
  const headers = secure ? { ...SECURITY_HEADERS, ...TLS_ONLY } : SECURITY_HEADERS;
  server.use((_request, response, next) => {
    response.set(headers).set('X-Request-Id', traceOf(response).id);
    next();
  });
  server.use(takingTurns(context.turns));
  server.get('/assets/:file', (request, response) => sendAsset(assets, request, response, context));
  for (const name of AT_ROOT) {
    server.get(`/${name}`, (_request, response) => sendNamed(assets, name, response));
  }
  for (const route of ROUTES) {
    server[route.method](route.path, (request: Request, response: Response) =>
      answer(context, route, { request, response }),
    );
  }
  server.use((request, response) => sendFailure(context, request, response, undefined));
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) next(error);
    else sendFailure(context, request, response, error);
  };
  server.use(onError);
  return server;
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

async function answer(context: PageContext, route: Route, { request, response }: Exchange): Promise<void> {
  const { deps, renderer, turns } = context;
  const trace = traceOf(response);
  trace.route = route.path;
  if (route.method === 'post' && !route.byProgram) refuseForeignPost(deps, request);
  const app = { ...deps.app, origin: { address: trace.address, requestId: trace.id } };
  const visit = visitOf(deps, request);
  const entry = await enter(
    route,
    visit,
    { ...deps, app },
    {
      recognise({ account }) {
        trace.account = account.id;
      },
      async read() {
        const { form, files } = await readBody(route, request, response, () => turns(trace.address));
        return { form: withMoments(form, visit.today), files };
      },
    },
  );
  const shown = entry.reply ?? (await route.show(entry.visit, entry.deps));
  const asksProof = shown.kind === 'redirect' && shown.holds === true && route.method === 'post';
  const reply = asksProof ? await heldUntilProven(entry.visit, entry.deps, shown) : shown;
  noteReading(route, entry.visit, entry.deps, reply);
  sendReply(renderer, entry.visit, response, reply);
}

function refuseForeignPost({ publicUrl }: WebDeps, request: Request): void {
  const origin = {
    fetchSite: request.get('sec-fetch-site'),
    origin: request.get('origin'),
    host: request.get('host'),
  };
  if (!isOwnPost(origin, publicUrl)) throw new AppError('forbidden', 'editor.failure.foreign-post');
}

function sendAsset(assets: Assets, request: Request, response: Response, context: PageContext): void {
  traceOf(response).route = '/assets/:file';
  const asset = assets.find(String(request.params.file));
  if (!asset) {
    sendFailure(context, request, response, undefined);
    return;
  }
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': `public, max-age=${YEAR_IN_SECONDS}, immutable`,
  });
  response.send(asset.body);
}

function sendNamed(assets: Assets, name: string, response: Response): void {
  traceOf(response).route = `/${name}`;
  const asset = assets.find(assets.pathOf(name).replace('/assets/', ''));
  response.set({ 'Content-Type': asset?.type ?? '', 'Cache-Control': 'no-cache' }).send(asset?.body);
}

function sendFailure(context: PageContext, request: Request, response: Response, error: unknown): void {
  const visit = visitOf(context.deps, request);
  const trace = traceOf(response);
  // What the reader is told to give names the same request everywhere.
  const failure = failureOf(error, () => trace.id);
  const isForm = request.method === 'POST' && error instanceof AppError && error.code === 'invalid';
  trace.refusal = failure.textKey;
  if (failure.reference !== '') {
    const { reference } = failure;
    const path = withoutTokens(visit.path);
    context.deps.log.error({ reference, requestId: trace.id, path, cause: error });
  }
  const words = {
    title: visit.say(failure.titleKey),
    text: visit.say(failure.textKey, { ...failure.params, reference: failure.reference }),
  };
  sendReply(context.renderer, visit, response, {
    kind: 'page',
    view: 'site/failure',
    title: words.title,
    // An address that names nothing is one thing, a form that was read and will not do another.
    status: isForm ? REFUSED : failure.status,
    ...(failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
    model: words,
  });
}

/** A secret that stands in a path stays out of the log. */
function withoutTokens(path: string): string {
  return path.replace(/[\w-]{43,}/g, '…');
}

function visitOf(deps: WebDeps, request: Request): Visit {
  const [path = '/', search = ''] = request.originalUrl.split('?', 2);
  const query = new URLSearchParams(search);
  const language = languageOf(query, request.headers.cookie, deps.language);
  const now = deps.clock();
  return {
    language,
    now,
    today: dayOf(now, deps.zone),
    method: request.method,
    path,
    query,
    param: (name) => String(request.params[name] ?? ''),
    header: (name) => request.get(name),
    ...NOTHING_SENT,
    actor: ACTOR,
    formToken: '',
    say: (key: string, params) => translate(language, key, params),
  };
}
