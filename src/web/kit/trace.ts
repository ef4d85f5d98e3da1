/**
 * What is known of one request besides its answer: its id, the route that answers it, who asks and from where. It is
 * kept beside the response, so that the endpoints before Express and the pages behind it write into the same one.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Trace {
  /** Names the request in the log, in the audit trail and in `X-Request-Id`. */
  readonly id: string;
  /** Where it comes from, as the nearest trusted proxy saw it. */
  readonly address: string;
  /** The route's pattern and never the path: paths hold secrets. Empty where nothing answers. */
  route: string;
  /** Id of the account that is signed in. */
  account?: string;
  /** Message key of what the visitor was told instead of an answer. */
  refusal?: string;
}

/** One request as it is noted when it is over. */
export interface Served {
  readonly requestId: string;
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly address: string;
  readonly account?: string | undefined;
  readonly refusal?: string | undefined;
  /** The reader went away, or was cut off, before the end. */
  readonly broken?: true | undefined;
}

/** Whether an address is that of a proxy whose word on the next one is believed, as Express compiles it. */
export type Trust = (address: string, hop: number) => boolean;

interface Tracing {
  readonly log: { served?(served: Served): void };
  readonly newReference: () => string;
}

const TRACE = Symbol('trace');

/** On the response itself: a weak map of thousands of young keys a second is work for the collector. */
type Traced = ServerResponse & { [TRACE]?: Trace };

export function startTrace(
  { log, newReference }: Tracing,
  trust: Trust,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const trace = new RequestTrace(newReference, trust, request);
  (response as Traced)[TRACE] = trace;
  if (!log.served) return;
  const began = performance.now();
  response.once('close', () => {
    log.served?.(new ServedRequest(trace, request, response, performance.now() - began));
  });
}

/** The trace `startTrace` has begun for this response. */
export function traceOf(response: ServerResponse): Trace {
  const trace = (response as Traced)[TRACE];
  if (!trace) throw new Error('no trace was begun for this request');
  return trace;
}

/** Id and address cost more than a feed's whole answer, and few ask for them. */
class RequestTrace implements Trace {
  readonly #newReference: () => string;
  readonly #trust: Trust;
  readonly #request: IncomingMessage;
  #id: string | undefined;
  route = '';
  account?: string;
  refusal?: string;

  constructor(newReference: () => string, trust: Trust, request: IncomingMessage) {
    this.#newReference = newReference;
    this.#trust = trust;
    this.#request = request;
  }

  get id(): string {
    this.#id ??= this.#newReference();
    return this.#id;
  }

  get address(): string {
    return clientAddress(this.#request, this.#trust);
  }
}

/** The first address that is no trusted proxy's, from this machine outwards; whatever stands behind it may be made up. */
function clientAddress({ socket, headers }: IncomingMessage, trust: Trust): string {
  const nearest = socket.remoteAddress ?? '';
  const told = String(headers['x-forwarded-for'] ?? '');
  if (told === '') return nearest;
  const hops = [
    nearest,
    ...told
      .split(',')
      .reverse()
      .map((each) => each.trim()),
  ];
  return hops.find((address, hop) => !trust(address, hop)) ?? hops.at(-1) ?? nearest;
}

/** Made for every poll of a feed: own fields for what is always asked, getters for what seldom is. */
class ServedRequest implements Served {
  readonly #trace: Trace;
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly broken: true | undefined;

  constructor(trace: Trace, request: IncomingMessage, response: ServerResponse, ms: number) {
    this.#trace = trace;
    this.route = trace.route;
    this.method = request.method ?? '';
    this.status = response.statusCode;
    this.ms = ms;
    this.broken = response.writableFinished ? undefined : true;
  }

  get requestId(): string {
    return this.#trace.id;
  }

  get address(): string {
    return this.#trace.address;
  }

  get account(): string | undefined {
    return this.#trace.account;
  }

  get refusal(): string | undefined {
    return this.#trace.refusal;
  }
}
