/** A file to be kept by whoever asked for it. */

import type { BytesReply } from './visit.ts';

export interface DownloadedFile {
  /** Text is UTF-8. */
  readonly content: Uint8Array | string;
  readonly mediaType: string;
  /** Extension included; anything but letters of ASCII, digits, `.`, `_` and `-` becomes `-`. */
  readonly fileName: string;
}

/** @param caching for what may be asked for again and be found unchanged (RFC 9111): `private, no-cache`. */
export function fileReply(
  { content, mediaType, fileName }: DownloadedFile,
  caching: 'no-store' | 'private, no-cache' = 'no-store',
): BytesReply {
  return {
    kind: 'bytes',
    status: 200,
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`,
      'Cache-Control': caching,
    },
    body: typeof content === 'string' ? content : Buffer.from(content),
  };
}
