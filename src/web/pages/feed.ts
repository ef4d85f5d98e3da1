/** A subscriber's calendar over HTTP. FEEDS: strong ETag, 304, codings, 404 for what opens nothing, 503 on failure. */

import { createHash } from 'node:crypto';
import { formatHttpDate, isNotModified } from '../conditional.ts';
import { chooseCoding, encodeBody } from '../content-coding.ts';
import type { WebDeps } from '../deps.ts';
import type { BytesReply, Visit } from '../visit.ts';

const RETRY_AFTER_SECONDS = 300;

/** Feeds are personal: no shared cache keeps them, no search engine lists them. */
const PRIVATE_HEADERS = {
  'Cache-Control': 'private, max-age=300',
  'X-Robots-Tag': 'noindex',
  Vary: 'Accept-Encoding',
} as const;

export async function showFeed(visit: Visit, deps: WebDeps): Promise<BytesReply> {
  const reading = { token: visit.param('token'), client: visit.header('user-agent') ?? '' };
  const read = await deps.app.readFeed(reading).then(
    (document) => ({ document }),
    (cause: unknown) => ({ cause }),
  );
  if ('cause' in read) return unavailable(deps, read.cause);
  if (!read.document) return missing(visit);
  const { text, lastModified } = read.document;
  const body = Buffer.from(text);
  const coding = chooseCoding(visit.header('accept-encoding'));
  const etag = entityTag(body, coding);
  const headers = { ...PRIVATE_HEADERS, ETag: etag, 'Last-Modified': formatHttpDate(lastModified) };
  const conditions = {
    ifNoneMatch: visit.header('if-none-match'),
    ifModifiedSince: visit.header('if-modified-since'),
  };
  if (isNotModified({ etag, lastModified }, conditions)) return { kind: 'bytes', status: 304, headers };
  const encoded = encodeBody(body, coding);
  return {
    kind: 'bytes',
    status: 200,
    headers: {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="lich-truc.ics"',
      'Content-Length': String(encoded.length),
      ...(coding !== 'identity' && { 'Content-Encoding': coding }),
    },
    body: encoded,
  };
}

/** A hash of the bytes before coding; each coding is a representation of its own (RFC 9110 §8.8.3). */
function entityTag(body: Buffer, coding: string): string {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`;
}

function missing(visit: Visit): BytesReply {
  return {
    kind: 'bytes',
    status: 404,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
    body: `${visit.say('web.feed.missing')}\n`,
  };
}

/** The token stands in the path: it stays out of the log. */
function unavailable(deps: WebDeps, cause: unknown): BytesReply {
  deps.log.error({ reference: deps.newReference(), path: '/feeds/…', cause });
  return {
    kind: 'bytes',
    status: 503,
    headers: {
      'Retry-After': String(RETRY_AFTER_SECONDS),
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  };
}
