/**
 * What a form sent. It is read only once it is known who sends it and that they may, never decompressed, and no further than
 * the route admits: a few octets of an anonymous request must not cost the server more than a few.
 */

import express, { type Request, type RequestHandler, type Response } from 'express';
import { type Multipart, parseMultipart } from '../kit/multipart.ts';
import type { Route } from '../kit/route.ts';

const MOST_FORM_BYTES = 256 * 1024;

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

/** Rejects with an error of the statuses 413 or 415; nothing where a form with files cannot be read: it then lacks its token, too. */
export async function readBody(route: Route, request: Request, response: Response): Promise<Multipart> {
  if (route.method !== 'post') return NOTHING_SENT;
  // The reader itself would wait for the end of what it refuses.
  if (Number(request.get('content-length') ?? 0) > mostOf(route, request)) throw new TooLarge();
  await run(readForm, request, response);
  if (route.mostUploadBytes !== undefined) await run(readFiles(route.mostUploadBytes), request, response);
  const { body, headers } = request;
  if (body instanceof Uint8Array) {
    return (await parseMultipart(headers['content-type'] ?? '', body)) ?? NOTHING_SENT;
  }
  return { form: new URLSearchParams(typeof body === 'string' ? body : ''), files: new Map() };
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
