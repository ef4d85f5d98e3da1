/**
 * What a form with files sends (`multipart/form-data`, RFC 7578), read whole from octets that are already bounded. It
 * bounds parts and heads, decodes nothing of a file and trusts no name in it.
 */

/** A file as its sender calls it: only to be shown, never a path. */
export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Multipart {
  /** Fields that are no files, in their order. */
  readonly form: URLSearchParams;
  /** The first file of each field; a field whose file was not chosen is absent. */
  readonly files: ReadonlyMap<string, UploadedFile>;
}

const MOST_PARTS = 200;
const MOST_HEAD_BYTES = 4 * 1024;
/** RFC 2046, 5.1.1. */
const BOUNDARY =
  /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;",]{1,70}))\s*(?:;|$)/i;

const CRLF = Buffer.from('\r\n');
const BLANK_LINE = Buffer.from('\r\n\r\n');

/** Undefined when it is no such form, is cut short, or has more parts or longer heads than any form of ours. */
export function parseMultipart(contentType: string, body: Uint8Array): Multipart | undefined {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const octets = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const form = new URLSearchParams();
  const files = new Map<string, UploadedFile>();
  const parts = partsOf(octets, Buffer.from(`--${boundary}`, 'latin1'));
  if (!parts) return undefined;
  for (const part of parts) {
    const headEnd = part.indexOf(BLANK_LINE);
    if (headEnd < 0 || headEnd > MOST_HEAD_BYTES) return undefined;
    const head = headOf(part.subarray(0, headEnd).toString('utf8'));
    if (head === undefined) return undefined;
    const content = part.subarray(headEnd + BLANK_LINE.length);
    if (head.fileName === undefined) form.append(head.field, content.toString('utf8'));
    // Browsers send a field whose file was not chosen as an empty one without a name.
    else if ((head.fileName !== '' || content.length > 0) && !files.has(head.field)) {
      files.set(head.field, { name: head.fileName, mediaType: head.mediaType, bytes: content });
    }
  }
  return { form, files };
}

/** What stands between the delimiter lines, head and content together. */
function partsOf(octets: Buffer, delimiter: Buffer): Buffer[] | undefined {
  const inner = Buffer.concat([CRLF, delimiter]);
  const parts: Buffer[] = [];
  if (octets.indexOf(delimiter) !== 0) return undefined;
  let at = delimiter.length;
  while (octets.toString('latin1', at, at + 2) !== '--') {
    if (parts.length >= MOST_PARTS || octets.indexOf(CRLF, at) !== at) return undefined;
    const end = octets.indexOf(inner, at);
    if (end < 0) return undefined;
    parts.push(octets.subarray(at + CRLF.length, Math.max(end, at + CRLF.length)));
    at = end + inner.length;
  }
  return parts;
}

interface Head {
  readonly field: string;
  /** Absent for a field that is no file. */
  readonly fileName?: string;
  readonly mediaType: string;
}

function headOf(head: string): Head | undefined {
  const lines = head.split('\r\n');
  const headerOf = (name: string): string | undefined =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const disposition = headerOf('content-disposition');
  const field = /;\s*name="([^"]*)"/i.exec(disposition ?? '')?.[1];
  if (disposition === undefined || !/^form-data\b/i.test(disposition) || field === undefined)
    return undefined;
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return {
    field: unescaped(field),
    ...(fileName === undefined ? {} : { fileName: plainName(unescaped(fileName)) }),
    mediaType: headerOf('content-type') ?? 'text/plain',
  };
}

/** Browsers escape these three in names and nothing else (HTML Living Standard, "multipart form data"). */
function unescaped(name: string): string {
  return name.replace(/%22|%0D|%0A/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

const MOST_NAME = 120;

/** Without folders, which some browsers send along, and without what no file is called. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .normalize('NFC')
    .slice(-MOST_NAME)
    .trim();
}
