/**
 * A signature laid into an empty field of a PDF of ours, behind the file (ISO 32000-2, 12.8): the file with room for it, what it
 * covers, and the file with it. Who signs, and how, is not known here.
 */

import { appended, objectText, openPdf, utf16, withEntry } from './pdf-update.ts';
import { withSignatureFields } from './signature-fields.ts';

export interface SealRoom {
  readonly pdf: Uint8Array;
  /** Of the signature between its angle brackets: all else is covered. */
  readonly gap: readonly [from: number, to: number];
}

/** Whose seal it is and when, as programs show it that do not open the certificate; `at` in milliseconds. */
export interface SealWords {
  readonly name: string;
  readonly at: number;
}

/** Of a signature with its certificates. */
const MOST_OCTETS = 16_384;
const RANGE = '[0 0000000000 0000000000 0000000000]';

/** In the last field, which is the head's; in one that is not seen where there is none. Throws when the file is none of ours. */
export function roomForSeal(given: Uint8Array, { name, at }: SealWords): SealRoom {
  const pdf = withField(given, name);
  const open = openPdf(pdf);
  const field = fieldsIn(pdf).at(-1) ?? 0;
  const size = Number(/\/Size (\d+)/.exec(open.trailer)?.[1]);
  const when = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  const signature = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Name ${utf16(name)} /M (D:${when}Z) /ByteRange ${RANGE} /Contents <${'0'.repeat(2 * MOST_OCTETS)}> >>\n`;
  const objects = new Map([
    [field, withEntry(objectText(open, field), `/V ${size} 0 R`)],
    [size, signature],
  ]);
  const whole = Buffer.from(appended(pdf, open, { objects, size: size + 1 }));
  const rangeAt = whole.indexOf(RANGE, pdf.length);
  const from = whole.indexOf('<', rangeAt);
  const to = from + 2 * MOST_OCTETS + 2;
  whole.write(`[0 ${from} ${to} ${whole.length - to}]`.padEnd(RANGE.length), rangeAt, 'latin1');
  return { pdf: whole, gap: [from, to] };
}

function withField(pdf: Uint8Array, office: string): Uint8Array {
  if (fieldsIn(pdf).length > 0) return pdf;
  return withSignatureFields(pdf, [{ page: 1, x: 0, y: 0, width: 0, height: 0, office }]);
}

/** By their numbers, in the order of their names. */
function fieldsIn(pdf: Uint8Array): number[] {
  const [, fields = ''] =
    /\/AcroForm << \/Fields \[([^\]]*)\]/.exec(Buffer.from(pdf).toString('latin1')) ?? [];
  return [...fields.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

export function coveredBySeal({ pdf, gap: [from, to] }: SealRoom): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)]));
}

/** @param cms DER (RFC 5652). */
export function withSeal({ pdf, gap: [from] }: SealRoom, cms: Uint8Array): Uint8Array {
  if (cms.length > MOST_OCTETS) throw new Error(`a signature of ${cms.length} octets`);
  const whole = Buffer.from(pdf);
  whole.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return whole;
}
