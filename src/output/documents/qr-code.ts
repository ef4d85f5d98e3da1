/** The only adapter to `uqr`: an address as a square of dark and light modules, for writers and pages to draw. */

import { encode } from 'uqr';
import type { QrCode } from './document.ts';

/** Level M mends 15 % of damage: paper on a wall gets creased. Throws when the address is over about 2,300 octets. */
export function qrCode(url: string): QrCode {
  const { data } = encode(url, { ecc: 'M', border: 0 });
  return { rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')), url };
}
