/**
 * What a form sent. It is read only once it is known who sends it and that they may, never decompressed, and no further than
 * the route admits: a few octets of an anonymous request must not cost the server more than a few.
 */

import express, { type Request, type RequestHandler, type Response } from 'express';
import { type Multipart, parseMultipart } from '../kit/multipart.ts';
import type { Route } from '../kit/route.ts';

const MOST_FORM_BYTES = 256 * 1024;
/** Several times what a list of five thousand people sends. Reading a hundred thousand takes longer than all else of a request. */
const MOST_FIELDS = 10_000;

export const NOTHING_SENT: Multipart = { form: new URLSearchParams(), files: new Map() };

/** A coding of the request is answered 415 (RFC 9110, 8.4). */
const readForm = express.text({
  type: 'application/x-www-form-urlencoded',
  limit: MOST_FORM_BYTES,
  inflate: false,
});

/** Octets as they are. */
function readFiles(limit: number): RequestHandler {
  return express.raw({ type: 'multipart/form-data', limit, inflate: false });
}

/**
 * Rejects with an error of the statuses 413 or 415, and as `turn` does; nothing where a form with files cannot be read: it
 * then lacks its token, too.
 * @param turn waited for once the octets are here, before anything is made of them.
 */
export async function readBody(
  route: Route,
  request: Request,
  response: Response,
  turn: () => Promise<void>,
): Promise<Multipart> {
  if (route.method !== 'post') return NOTHING_SENT;
  // The reader itself would wait for the end of what it refuses.
  if (Number(request.get('content-length') ?? 0) > mostOf(route, request)) throw new TooLarge();
  await run(readForm, request, response);
  if (route.mostUploadBytes !== undefined) await run(readFiles(route.mostUploadBytes), request, response);
  await turn();
  const { body, headers } = request;
  if (body instanceof Uint8Array) {
    return (await parseMultipart(headers['content-type'] ?? '', body)) ?? NOTHING_SENT;
  }
  if (typeof body !== 'string') return NOTHING_SENT;
  if (!hasFewFields(body)) throw new TooLarge();
  return { form: new URLSearchParams(body), files: new Map() };
}

function hasFewFields(body: string): boolean {
  let fields = 0;
  for (let at = body.indexOf('&'); at >= 0 && fields < MOST_FIELDS; at = body.indexOf('&', at + 1)) fields++;
  return fields < MOST_FIELDS;
}

/** Answered like the reader's own refusals, by its status. */
class TooLarge extends Error {
  readonly status = 413;
}

function mostOf({ mostUploadBytes }: Route, request: Request): number {
  return mostUploadBytes !== undefined && request.is('multipart/form-data')
    ? mostUploadBytes
    : MOST_FORM_BYTES;
}

function run(read: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    read(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}
