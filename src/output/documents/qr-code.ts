/** The only adapter to `qrcode`: an address as a square of dark and light modules, for writers to draw. */

import { create } from 'qrcode';
import type { QrCode } from './document.ts';

/** Level M mends 15 % of damage: paper on a wall gets creased. Throws when the address is over about 2,300 octets. */
export function qrCode(url: string): QrCode {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (modules.get(row, column) ? '1' : '0')).join(''),
  );
  return { rows, url };
}
