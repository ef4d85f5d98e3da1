/** A QR code as a one-bit bitmap file (BMP): the plainest picture that word processors open. */

import type { QrCode } from './document.ts';

/** Light modules around the code, which readers need (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;
const SCALE = 6;
const HEADER = 62;

export function qrBitmap({ rows }: QrCode): Uint8Array {
  const side = (rows.length + 2 * QUIET) * SCALE;
  // Lines are padded to four octets and run from the bottom up.
  const stride = Math.ceil(side / 32) * 4;
  const bytes = new Uint8Array(HEADER + stride * side).fill(0xff, HEADER);
  writeHeader(new DataView(bytes.buffer), side, bytes.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = rows[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET] === '1';
      if (!dark) continue;
      const at = HEADER + (side - 1 - y) * stride + (x >> 3);
      bytes[at] = (bytes[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  return bytes;
}

/** BITMAPFILEHEADER, BITMAPINFOHEADER and a palette of black and white. */
function writeHeader(view: DataView, side: number, length: number): void {
  view.setUint16(0, 0x424d);
  view.setUint32(2, length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, side, true);
  view.setInt32(22, side, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  view.setUint32(46, 2, true);
  view.setUint32(58, 0x00ffffff, true);
}
