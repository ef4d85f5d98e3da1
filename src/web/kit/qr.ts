/** An address as a picture a phone can read. */

import { openElsewhere } from '../../kernel/loopback.ts';
import { qrCode } from '../../output/documents/qr-code.ts';
import { Markup } from './render.ts';
import type { Visit } from './visit.ts';

/** An SVG without a quiet zone: whatever surrounds it must be white, four modules wide (ISO/IEC 18004). */
export function qrPicture(text: string, label: string): Markup {
  const { rows } = qrCode(text);
  const size = rows.length;
  const path = rows
    .map((row, y) => row.replace(/./g, (module, x) => (module === '1' ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const safeLabel = safe(label);
  return new Markup(
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${safeLabel}" shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  );
}

/** An address of this server for other devices: the picture, or why there is none while only this machine can open it. */
export function addressPicture({ say }: Pick<Visit, 'say'>, address: string, label: string): Markup {
  if (openElsewhere(address) !== undefined) return qrPicture(address, label);
  return new Markup(`<p class="qr-none">${safe(say('site.qr.none'))}</p>`);
}

function safe(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
