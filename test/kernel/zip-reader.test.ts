/** An archive is unpacked within its bounds, to the octet. */

import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { unzip } from '../../src/kernel/zip-reader.ts';

const archive = new PizZip()
  .file('a.txt', 'aaaa')
  .file('b.txt', 'b'.repeat(5_000))
  .file('empty.txt', '')
  .generate({ type: 'uint8array', compression: 'DEFLATE' });

describe('an archive of 5,004 octets', () => {
  it.each([5_004, 5_005, 1_000_000])('is unpacked where %i may come out', (mostBytes) => {
    const unzipped = unzip(archive, { mostEntries: 3, mostBytes });
    const sizes = unzipped.ok ? [...unzipped.files].map(([name, bytes]) => [name, bytes.length]) : [];
    expect(sizes).toEqual([
      ['a.txt', 4],
      ['b.txt', 5_000],
      ['empty.txt', 0],
    ]);
  });

  it.each([0, 3, 4, 5_003])('is too large where %i may', (mostBytes) => {
    expect(unzip(archive, { mostEntries: 3, mostBytes })).toEqual({ ok: false, reason: 'too-large' });
  });

  it('is no archive once a packed octet is another', () => {
    const spoilt = Buffer.from(archive);
    spoilt.fill(0xff, 35, 39);
    expect(unzip(spoilt, { mostEntries: 3, mostBytes: 9_000 })).toEqual({ ok: false, reason: 'not-zip' });
  });
});
