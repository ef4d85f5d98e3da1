/**
 * Requests to addresses that people gave us, which might point back into our own network (server-side request forgery,
 * ASVS 5.0 1.3.6): only http and https, only public addresses, checked at the address that is then connected to, so that
 * a name cannot change in between; bounded in time, size and redirects.
 */

import { lookup as resolveName } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Outbound, OutboundAnswer, OutboundRequest } from '../app/machines/outbound.ts';
import { AppError } from '../kernel/app-error.ts';
import { isPublicAddress } from './public-address.ts';

export interface OutboundSettings {
  /** True lets requests reach this machine and its network: for units whose own systems are to be told. */
  readonly privateAddresses: boolean;
  /** How names are resolved; the system's way when absent. */
  readonly resolve?: typeof resolveName;
}

export function createOutbound(settings: OutboundSettings): Outbound {
  return async (request) => {
    const signal = AbortSignal.timeout(request.timeoutMs);
    let address = checkedAddress(request.address);
    for (let redirects = 0; ; redirects++) {
      const answer = await ask(address, request, { settings, signal });
      const next = answer.redirect;
      if (next === undefined || request.mostRedirects === 0) return answer;
      if (redirects >= request.mostRedirects) throw refusal('redirects', address);
      const target = checkedAddress(new URL(next, address).href);
      if (address.protocol === 'https:' && target.protocol === 'http:') throw refusal('redirects', address);
      address = target;
    }
  };
}

/** The address parsed; `http://0x7f.1` is `127.0.0.1` from here on. Throws as Outbound does. */
export function checkedAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const known = address?.protocol === 'https:' || address?.protocol === 'http:';
  if (!address || !known || address.username !== '' || address.password !== '') {
    throw new AppError('invalid', 'outbound.address');
  }
  return address;
}

/** What the log and the page may tell: the host, never the path, in which secrets stand. */
function refusal(reason: string, { hostname }: URL): AppError {
  return new AppError('unavailable', `outbound.${reason}`, { host: hostname });
}

interface Bounds {
  readonly settings: OutboundSettings;
  readonly signal: AbortSignal;
}

interface Answer extends OutboundAnswer {
  readonly redirect?: string;
}

function ask(address: URL, request: OutboundRequest, { settings, signal }: Bounds): Promise<Answer> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  // An address instead of a name is connected to without a lookup.
  if (isIP(host) !== 0 && !settings.privateAddresses && !isPublicAddress(host)) {
    return Promise.reject(refusal('private', address));
  }
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(failureOf(cause, address, signal));
    const send = address.protocol === 'https:' ? requestHttps : requestHttp;
    const asked: ClientRequest = send(
      address,
      {
        method: request.method,
        headers: { ...request.headers, 'Accept-Encoding': 'identity' },
        agent: false,
        signal,
        lookup: guardedLookup(settings, address),
      },
      (response) => read(response, request.mostOctets, address).then(resolve, fail),
    );
    asked.on('error', fail);
    asked.end(request.body);
  });
}

/** Every address of the name must be public: which one is connected to is not ours to choose. */
function guardedLookup(
  { privateAddresses, resolve = resolveName }: OutboundSettings,
  address: URL,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) {
        callback(error ?? new Error(`no address for ${hostname}`), []);
      } else if (!privateAddresses && found.some((each) => !isPublicAddress(each.address))) {
        callback(refusal('private', address), []);
      } else if (options.all) {
        callback(null, found);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

async function read(response: IncomingMessage, mostOctets: number, address: URL): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const redirect = status >= 300 && status < 400 ? headers.location : undefined;
  if (redirect !== undefined) {
    response.destroy();
    return { status, body: Buffer.alloc(0), redirect };
  }
  // We asked for none; decoding would let a few kilobytes grow into gigabytes.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    response.destroy();
    throw refusal('encoded', address);
  }
  const chunks: Buffer[] = [];
  let octets = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    octets += chunk.length;
    // Leaving the loop closes the connection.
    if (octets > mostOctets) throw refusal('too-large', address);
    chunks.push(chunk);
  }
  return { status, body: Buffer.concat(chunks) };
}

function failureOf(cause: unknown, address: URL, signal: AbortSignal): unknown {
  if (cause instanceof AppError) return cause;
  return refusal(signal.aborted ? 'timeout' : 'unreachable', address);
}
