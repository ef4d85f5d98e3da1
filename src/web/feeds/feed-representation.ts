/**
 * A calendar as HTTP sends it: one representation a coding, each with its strong entity tag and its heads ready to be
 * written. Made once a document, and gone with it.
 */

import { createHash } from 'node:crypto';
import type { FeedDocument } from '../../app/feeds/feed-cache.ts';
import { onceFor, onceForEach } from '../../kernel/once-for.ts';
import { formatHttpDate } from '../kit/conditional.ts';
import { type Coding, encodeBody } from '../kit/content-coding.ts';
import { MACHINE_HEADERS } from '../kit/machine-endpoint.ts';

export interface FeedRepresentation {
  /** Strong, with its quotes. */
  readonly etag: string;
  readonly lastModified: number;
  readonly body: Buffer;
  /** Header names and values in turn, as `writeHead` takes them without looking at each again. */
  readonly okHead: readonly string[];
  readonly notModifiedHead: readonly string[];
}

/** As many as there are. */
const MOST_CODINGS = 3;
const written = onceFor((document: FeedDocument) =>
  onceForEach(MOST_CODINGS, (coding: Coding) => represent(document, coding)),
);

export function representationOf(document: FeedDocument, coding: Coding): FeedRepresentation {
  return written(document)(coding);
}

function represent({ octets, lastModified }: FeedDocument, coding: Coding): FeedRepresentation {
  const body = encodeBody(octets, coding);
  const etag = entityTag(octets, coding);
  const notModifiedHead = [
    ...MACHINE_HEADERS,
    ...['Cache-Control', 'private, max-age=300', 'Vary', 'Accept-Encoding'],
    ...['ETag', etag, 'Last-Modified', formatHttpDate(lastModified)],
  ];
  const okHead = [
    ...notModifiedHead,
    ...['Content-Type', 'text/calendar; charset=utf-8', 'Content-Length', String(body.length)],
    ...['Content-Disposition', 'inline; filename="lich-truc.ics"'],
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
  ];
  return { etag, lastModified, body, okHead, notModifiedHead };
}

/** A hash of the octets before coding; each coding is a representation of its own (RFC 9110 §8.8.3). */
function entityTag(octets: Buffer, coding: Coding): string {
  const hash = createHash('sha256').update(octets).digest('base64url').slice(0, 27);
  return coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`;
}
