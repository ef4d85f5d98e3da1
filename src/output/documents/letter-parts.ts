/** The blocks that letters and annexes share, in the decree's sizes. */

import type { Line, Signatures, Title } from './document.ts';
import type { Letter } from './letter.ts';

/** Body, title and office of the signer (Phụ lục I, II.5–8). */
export const LETTER_SIZE = 14;
/** Room for signature, seal and the mark of a digital signature. */
const SIGNATURE_ROOM_MM = 30;

export function titleBlock(lines: readonly Line[], rule = false): Title {
  return { kind: 'title', lines: lines.map((line) => ({ ...line, sizePt: LETTER_SIZE })), rule };
}

export function signatureBlock({ recipients, signer }: Letter): Signatures {
  return {
    kind: 'signatures',
    sizePt: LETTER_SIZE,
    roomMm: SIGNATURE_ROOM_MM,
    recipients,
    notes: [],
    signers: [signer],
  };
}
