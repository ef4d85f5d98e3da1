/**
 * The files in a ZIP archive that someone gave us, unpacked within bounds (APPNOTE 6.3.10, 4.3–4.4). What an archive
 * says of its own sizes is not believed; encryption, ZIP64 and multiple disks are refused.
 */

import { inflateRawSync } from 'node:zlib';

export interface ZipLimits {
  readonly mostEntries: number;
  /** Unpacked octets, all files together. */
  readonly mostBytes: number;
}

export type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly reason: 'not-zip' | 'too-large' };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The record's own length, and the longest comment after it. */
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

export function unzip(archive: Uint8Array, limits: ZipLimits): Unzipped {
  try {
    return { ok: true, files: filesOf(archive, limits) };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, reason: 'too-large' };
    // Offsets that lead outside the archive.
    if (error instanceof NotZip || error instanceof RangeError) return { ok: false, reason: 'not-zip' };
    throw error;
  }
}

class TooLarge extends Error {}
class NotZip extends Error {}

function filesOf(archive: Uint8Array, { mostEntries, mostBytes }: ZipLimits): Map<string, Uint8Array> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new TooLarge();
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  let left = mostBytes;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new NotZip();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    if (!name.endsWith('/')) {
      const content = contentOf(archive, view, at, left);
      left -= content.length;
      files.set(name, content);
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new NotZip();
}

function contentOf(archive: Uint8Array, view: DataView, entry: number, most: number): Uint8Array {
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  const encrypted = (view.getUint16(entry + 8, true) & ENCRYPTED) !== 0;
  if (encrypted || view.getUint32(local, true) !== LOCAL_ENTRY) throw new NotZip();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > archive.length) throw new NotZip();
  const packed = archive.subarray(start, start + size);
  if (method === DEFLATED) return inflated(packed, most);
  if (method !== STORED) throw new NotZip();
  if (size > most) throw new TooLarge();
  return packed.slice();
}

/** One octet more than may come out is all that is ever unpacked, so that a bomb is noticed before it has gone off. */
function inflated(packed: Uint8Array, most: number): Uint8Array {
  const whole = inflatedTo(packed, most + 1);
  if (whole.length > most) throw new TooLarge();
  return whole;
}

function inflatedTo(packed: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength }));
  } catch (error) {
    throw error instanceof RangeError ? new TooLarge() : new NotZip();
  }
}
