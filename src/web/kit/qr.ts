/** The one adapter to `qrcode`: an address as a picture a phone can read. */

import { create } from 'qrcode';
import { Markup } from './render.ts';

/** An SVG without a quiet zone: whatever surrounds it must be white, four modules wide (ISO/IEC 18004). */
export function qrPicture(text: string, label: string): Markup {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  const safeLabel = label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return new Markup(
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${safeLabel}" shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  );
}
