/** What stands above the room to sign: side by side, all as high as the highest, so that names stand on one line. */

import type { Line, SignatureBlock } from './document.ts';

/** Of each where one or two sign, and between any (`letter.typ`). */
export const SIGNER_MM = 58;
export const SIGNER_GAP_MM = 3;

export function signerHeads(signers: readonly SignatureBlock[]): Line[][] {
  const heads = signers.map(({ office, hint }): Line[] => [
    ...office.map((text) => ({ text, bold: true })),
    ...(hint === undefined ? [] : [{ text: hint, italic: true, scale: 0.9 }]),
  ]);
  const most = Math.max(0, ...heads.map(({ length }) => length));
  return heads.map((head) => [
    ...head,
    ...Array.from({ length: most - head.length }, () => ({ text: '\u00a0' })),
  ]);
}
