/** The body of what another program posts: bounded, and read as JSON. */

import type { IncomingMessage } from 'node:http';
import type { MessageParams } from '../../i18n/translate.ts';

/** Undefined for one that is too long. */
export async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a reception comes to. */
export type Reception = { readonly kind: 'taken'; readonly taken: object } | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly key: string;
  readonly params?: MessageParams;
  readonly headers?: readonly string[];
}

export function refused(
  status: number,
  key: string,
  more: { readonly params?: MessageParams; readonly headers?: readonly string[] } = {},
): Refused {
  return { kind: 'refused', status, key, ...more };
}

export function bearerOf(request: IncomingMessage): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** RFC 6750 §3.1: whoever sent no token is told of no error. */
export function challengeOf(token: string | undefined): readonly string[] {
  return [
    'WWW-Authenticate',
    ['Bearer', ...(token === undefined ? [] : ['error="invalid_token"'])].join(' '),
  ];
}
