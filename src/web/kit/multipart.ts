/**
 * What a form with files sends (`multipart/form-data`, RFC 7578), read by Node itself from octets that are bounded: so many
 * parts, heads so long. It decodes nothing of a file and trusts no name in it.
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

const MOST_PARTS = 600;
const MOST_HEAD_BYTES = 4 * 1024;
/** RFC 2046, 5.1.1. */
const BOUNDARY =
  /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;",]{1,70}))\s*(?:;|$)/i;

const BLANK_LINE = Buffer.from('\r\n\r\n');

/** Undefined when it is no such form, is cut short, or has more parts or longer heads than any form of ours. */
export async function parseMultipart(contentType: string, body: Uint8Array): Promise<Multipart | undefined> {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  const octets = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (boundary === undefined || !isBounded(octets, Buffer.from(`--${boundary}`, 'latin1'))) return undefined;
  const headers = { 'Content-Type': contentType };
  const read = await new Response(octets, { headers }).formData().catch(() => undefined);
  if (!read) return undefined;
  const form = new URLSearchParams();
  const files = new Map<string, UploadedFile>();
  for (const [field, value] of read) {
    if (typeof value === 'string') form.append(field, value);
    // Browsers send a field whose file was not chosen as an empty one without a name.
    else if ((value.name !== '' || value.size > 0) && !files.has(field)) {
      const bytes = new Uint8Array(await value.arrayBuffer());
      files.set(field, { name: plainName(value.name), mediaType: value.type, bytes });
    }
  }
  return { form, files };
}

/** Looked over before anything is made of it. */
function isBounded(octets: Buffer, delimiter: Buffer): boolean {
  let parts = 0;
  for (let at = octets.indexOf(delimiter); at >= 0; at = octets.indexOf(delimiter, at + delimiter.length)) {
    const isLast = octets.toString('latin1', at + delimiter.length, at + delimiter.length + 2) === '--';
    if (isLast) return true;
    const headEnd = octets.indexOf(BLANK_LINE, at);
    if (++parts > MOST_PARTS || headEnd < 0 || headEnd - at > MOST_HEAD_BYTES) return false;
  }
  return false;
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
