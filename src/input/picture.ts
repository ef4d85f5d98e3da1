/**
 * Photographs as they come from phones, JPEG (ITU-T T.81) and PNG (ISO/IEC 15948): everything that is not the picture is left
 * out, above all where it was taken (Exif). Which way up it is held stays. Nothing is decoded.
 */

export type PictureReading =
  | { readonly ok: true; readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly key: 'error.picture.type' | 'error.picture.size' | 'error.picture.broken';
    };

export const MOST_PICTURE_BYTES = 4 * 1024 * 1024;
/** A screen that shows it needs memory for all of it. */
const MOST_PIXELS = 50_000_000;

export function readPicture(bytes: Uint8Array): PictureReading {
  if (bytes.length > MOST_PICTURE_BYTES) return { ok: false, key: 'error.picture.size' };
  const octets = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (octets.length > 3 && octets.readUInt16BE(0) === 0xffd8) return strippedJpeg(octets);
  if (octets.subarray(0, 8).equals(PNG_HEAD)) return strippedPng(octets);
  return { ok: false, key: 'error.picture.type' };
}

const BROKEN = { ok: false, key: 'error.picture.broken' } as const;

const START_OF_SCAN = 0xda;
/** Adobe's segment tells how colours are kept: without it they would be others. */
const KEPT_APPLICATION = 0xee;

function strippedJpeg(octets: Buffer): PictureReading {
  const kept: Buffer[] = [octets.subarray(0, 2)];
  let [at, orientation, pixels] = [2, 1, 0];
  for (;;) {
    if (at + 4 > octets.length || octets[at] !== 0xff) return BROKEN;
    const marker = octets[at + 1] ?? 0;
    const length = octets.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > octets.length) return BROKEN;
    const segment = octets.subarray(at, end);
    const isApplication = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (marker === 0xe1) orientation = exifOrientation(segment.subarray(4)) ?? orientation;
    if (isFrame(marker) && length >= 7) pixels = octets.readUInt16BE(at + 5) * octets.readUInt16BE(at + 7);
    if (!isApplication || marker === KEPT_APPLICATION) kept.push(segment);
    at = end;
    if (marker === START_OF_SCAN) break;
  }
  if (pixels === 0) return BROKEN;
  if (pixels > MOST_PIXELS) return { ok: false, key: 'error.picture.size' };
  const image = scanOf(octets, at);
  if (!image) return BROKEN;
  const [start = Buffer.alloc(0), ...rest] = kept;
  const turned = orientation === 1 ? [] : [exifOf(orientation)];
  return { ok: true, type: 'image/jpeg', bytes: Buffer.concat([start, ...turned, ...rest, ...image]) };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/**
 * The scans up to the end of the picture: phones append videos and maps of depth behind it. Between scans of a progressive
 * picture stand tables; application segments there are left out too.
 */
function scanOf(octets: Buffer, from: number): Buffer[] | undefined {
  const kept: Buffer[] = [];
  let [at, begun] = [from, from];
  while (at + 1 < octets.length) {
    const marker = octets[at] === 0xff ? (octets[at + 1] ?? 0) : 0;
    if (marker === 0xd9) return [...kept, octets.subarray(begun, at + 2)];
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at++;
      continue;
    }
    if (at + 4 > octets.length) return undefined;
    const end = at + 2 + octets.readUInt16BE(at + 2);
    if (end > octets.length) return undefined;
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) {
      kept.push(octets.subarray(begun, at));
      begun = end;
    }
    at = end;
  }
  return undefined;
}

const EXIF_HEAD = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION_TAG = 0x0112;

/** From the first directory alone (Exif 2.32, 4.6.4); undefined where it says none. */
function exifOrientation(body: Buffer): number | undefined {
  if (!body.subarray(0, 6).equals(EXIF_HEAD)) return undefined;
  const tiff = body.subarray(6);
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = short(directory);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (short(entry) === ORIENTATION_TAG) {
      const value = short(entry + 8);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  }
  return undefined;
}

/** An Exif segment that says which way up, and nothing else. */
function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + EXIF_HEAD.length + tiff.length]);
  return Buffer.concat([head, EXIF_HEAD, tiff]);
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What the picture looks like; text, times and Exif are left out. */
const KEPT_CHUNKS = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT'];

function strippedPng(octets: Buffer): PictureReading {
  const kept: Buffer[] = [PNG_HEAD];
  let [at, pixels] = [8, 0];
  for (;;) {
    if (at + 12 > octets.length) return BROKEN;
    const end = at + 12 + octets.readUInt32BE(at);
    const type = octets.toString('latin1', at + 4, at + 8);
    if (end > octets.length) return BROKEN;
    if (type === 'IHDR' && end - at >= 25)
      pixels = octets.readUInt32BE(at + 8) * octets.readUInt32BE(at + 12);
    if (KEPT_CHUNKS.includes(type)) kept.push(octets.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  if (pixels === 0) return BROKEN;
  if (pixels > MOST_PIXELS) return { ok: false, key: 'error.picture.size' };
  return { ok: true, type: 'image/png', bytes: Buffer.concat(kept) };
}
