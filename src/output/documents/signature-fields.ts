/**
 * Empty signature fields in a finished PDF, for whatever program signs it (ISO 32000-2, 12.7.5.5). They are added behind the
 * file, whose bytes stay as they are (7.5.6). It knows the PDFs of this program's own writer: a plain table of references,
 * every page and the catalogue as objects of their own.
 */

import { appended, type OpenPdf, objectText, openPdf, referenceIn, utf16, withEntry } from './pdf-update.ts';

/** In points; `y` from the top of the page, which is counted from 1. */
export interface SigningRoom {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Above the room, and told to who signs. */
  readonly office: string;
}

/** Named `ChuKy1`, `ChuKy2` … in order. Throws when the file is none of ours. */
export function withSignatureFields(pdf: Uint8Array, rooms: readonly SigningRoom[]): Uint8Array {
  if (rooms.length === 0) return pdf;
  const open = openPdf(pdf);
  const root = referenceIn(open.trailer, 'Root');
  const pages = pagesOf(open, root);
  const size = Number(/\/Size (\d+)/.exec(open.trailer)?.[1]);
  const objects = new Map<number, string>();
  const fields = rooms.map((room, i) => {
    const page = pages[room.page - 1];
    if (page === undefined) throw new Error(`no page ${room.page}`);
    const [field, look] = [size + 2 * i, size + 2 * i + 1];
    const [, pageHeight = 0] = mediaBox(objectText(open, page));
    objects.set(field, fieldObject(room, { name: `ChuKy${i + 1}`, page, look, pageHeight }));
    objects.set(look, emptyLook(room));
    return { field, page };
  });
  for (const page of new Set(fields.map((each) => each.page))) {
    const own = fields.filter((each) => each.page === page).map(({ field }) => `${field} 0 R`);
    objects.set(page, withEntry(objectText(open, page), `/Annots [${own.join(' ')}]`));
  }
  const all = fields.map(({ field }) => `${field} 0 R`).join(' ');
  // Signatures there may be, and whoever saves appends (12.7.3, table 225).
  objects.set(root, withEntry(objectText(open, root), `/AcroForm << /Fields [${all}] /SigFlags 3 >>`));
  return appended(pdf, open, { objects, size: size + 2 * rooms.length });
}

/** The tree of pages in its order. */
function pagesOf(open: OpenPdf, root: number): number[] {
  const walk = (number: number): number[] => {
    const text = objectText(open, number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (kids === undefined) return [number];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => walk(Number(kid)));
  };
  return walk(referenceIn(objectText(open, root), 'Pages'));
}

function mediaBox(page: string): [number, number] {
  const found = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page);
  if (!found) throw new Error('no /MediaBox');
  return [Number(found[1]), Number(found[2])];
}

function fieldObject(
  { x, y, width, height, office }: SigningRoom,
  at: { readonly name: string; readonly page: number; readonly look: number; readonly pageHeight: number },
): string {
  const bottom = at.pageHeight - y - height;
  const corners = [x, bottom, x + width, bottom + height].map((each) => each.toFixed(2));
  // Printed and seen, as PDF/A-2 asks of every annotation (ISO 19005-2, 6.3.2–6.3.3).
  return `<<
  /Type /Annot
  /Subtype /Widget
  /FT /Sig
  /T (${at.name})
  /TU ${utf16(office)}
  /F 4
  /Rect [${corners.join(' ')}]
  /P ${at.page} 0 R
  /AP << /N ${at.look} 0 R >>
>>
`;
}

function emptyLook({ width, height }: SigningRoom): string {
  const box = `[0 0 ${width.toFixed(2)} ${height.toFixed(2)}]`;
  return `<<\n  /Type /XObject\n  /Subtype /Form\n  /BBox ${box}\n  /Resources << >>\n  /Length 0\n>>\nstream\n\nendstream\n`;
}
