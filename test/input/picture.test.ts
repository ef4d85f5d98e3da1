/** What is left of a photograph: the picture, and which way up. Not where it was taken. */

import { describe, expect, it } from 'vitest';
import { MOST_PICTURE_BYTES, readPicture } from '../../src/input/picture.ts';

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Little-endian, as phones write it: orientation, then a pointer to where it was taken. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(60);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.writeUInt16LE(0x8825, 22);
  tiff.write('21.0285N', 40, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

const FRAME = segment(0xc0, Buffer.from([8, 0, 100, 0, 200, 1, 1, 0x11, 0]));
const SCAN = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
const PIXELS = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
const END = Buffer.from([0xff, 0xd9]);

function jpeg(...between: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...between, FRAME, SCAN, PIXELS, END]);
}

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};
const SIZE = Buffer.from([0, 0, 0, 10, 0, 0, 0, 10, 8, 2, 0, 0, 0]);
const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
function png(...between: readonly Buffer[]): Buffer {
  return Buffer.concat([
    PNG_HEAD,
    chunk('IHDR', SIZE),
    ...between,
    chunk('IDAT', Buffer.from('x')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function bytesOf(given: Buffer): Buffer {
  const read = readPicture(given);
  if (!read.ok) throw new Error(read.key);
  return Buffer.from(read.bytes);
}

describe('a photograph', () => {
  it('loses where it was taken, what took it and what stands behind it, and keeps which way up it is', () => {
    const given = Buffer.concat([
      jpeg(segment(0xe1, exif(6)), segment(0xe2, Buffer.from('ICC')), segment(0xfe, Buffer.from('Hà Nội'))),
      Buffer.from('a video with 21.0285N in it'),
    ]);
    const kept = bytesOf(given);
    expect(kept.includes('21.0285N')).toBe(false);
    expect(kept.includes('Hà Nội')).toBe(false);
    expect(kept.subarray(-PIXELS.length - 2)).toEqual(Buffer.concat([PIXELS, END]));
    expect(kept.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe1]));
    expect(kept.readUInt16BE(30)).toBe(6);
    // What is clean stays as it is.
    expect(bytesOf(kept)).toEqual(kept);
    expect(bytesOf(jpeg())).toEqual(jpeg());
  });

  it('loses the text of a PNG', () => {
    expect(bytesOf(png(chunk('tEXt', Buffer.from('GPS 21.0285N')), chunk('eXIf', Buffer.from('x'))))).toEqual(
      png(),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'error.picture.type'],
    ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'error.picture.type'],
    ['one cut short', jpeg().subarray(0, 16), 'error.picture.broken'],
    ['one without an end', jpeg().subarray(0, -2), 'error.picture.broken'],
    [
      'one without a size',
      Buffer.concat([Buffer.from([0xff, 0xd8]), SCAN, PIXELS, END]),
      'error.picture.broken',
    ],
    ['a PNG cut short', png().subarray(0, 20), 'error.picture.broken'],
    ['one too large', Buffer.alloc(MOST_PICTURE_BYTES + 1), 'error.picture.size'],
    ['a bomb', png().fill(0x7f, 16, 24), 'error.picture.size'],
  ])('is refused: %s', (_, given, key) => {
    expect(readPicture(given)).toEqual({ ok: false, key });
  });
});
