/** Photographs made to cost more than they weigh, or to bring along what a picture is not. */

import { hostileFiles } from './hostile-file.ts';

const MOST = 4 * 1024 * 1024;
const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);

const segment = (marker: number, body: Buffer = Buffer.alloc(0)): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const FRAME = segment(0xc0, Buffer.from([8, 0, 100, 0, 200, 1, 1, 0x11, 0]));
const SCAN = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
const jpeg = (...parts: readonly Buffer[]): Buffer => Buffer.concat([START, ...parts, END]);
const many = (octets: Buffer, room = MOST - 100): Buffer => {
  const all = Buffer.alloc(Math.floor(room / octets.length) * octets.length);
  return all.fill(octets);
};

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const chunk = (type: string, body: Buffer = Buffer.alloc(0)): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};
const size = (width: number, height: number): Buffer => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  return chunk('IHDR', body);
};

/** A directory that says it has 65,535 entries, in a segment of 60,000. */
function wideExif(): Buffer {
  const tiff = Buffer.alloc(60_000);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(0xffff, 8);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

export const PICTURES = hostileFiles('pictures', { kind: 'picture', options: async () => ({}) }, [
  {
    name: 'a picture that is one',
    short: true,
    ends: 'read',
    bytes: () => jpeg(FRAME, SCAN, Buffer.from([1, 2, 3])),
  },
  {
    name: 'four gigapixels in 100 octets',
    short: true,
    ends: 'refused',
    bytes: () => Buffer.concat([PNG_HEAD, size(65_535, 65_535), chunk('IEND')]),
  },
  { name: 'a million empty segments', bytes: () => jpeg(many(segment(0xe2)), FRAME, SCAN) },
  {
    name: 'a million segments between scans',
    bytes: () => jpeg(FRAME, SCAN, many(segment(0xe2))),
  },
  { name: '350,000 empty chunks', bytes: () => Buffer.concat([PNG_HEAD, size(9, 9), many(chunk('IDAT'))]) },
  { name: '4 MB of signs that fill', bytes: () => jpeg(FRAME, SCAN, many(Buffer.from([0xff]))) },
  {
    name: '65,535 entries told, 69 directories',

    bytes: () => jpeg(many(wideExif()), FRAME, SCAN),
  },
  { name: 'cut off in the scan', ends: 'refused', bytes: () => Buffer.concat([START, FRAME, SCAN]) },
  {
    name: 'more than are taken',
    ends: 'refused',
    bytes: () => Buffer.alloc(MOST + 1, START),
  },
  {
    name: 'a page called a picture',

    ends: 'refused',
    bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  },
]);
