/**
 * Empty signature fields in a finished PDF, for whatever program signs it (ISO 32000-2, 12.7.5.5). They are added behind the
 * file, whose bytes stay as they are (7.5.6). It knows the PDFs of this program's own writer: a plain table of references,
 * every page and the catalogue as objects of their own.
 */

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

interface OpenPdf {
  readonly text: string;
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: string;
  readonly startxref: number;
}

/** Named `ChuKy1`, `ChuKy2` … in order. Throws when the file is none of ours. */
export function withSignatureFields(pdf: Uint8Array, rooms: readonly SigningRoom[]): Uint8Array {
  if (rooms.length === 0) return pdf;
  const open = opened(pdf);
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

const LATIN = new TextDecoder('latin1');

function opened(pdf: Uint8Array): OpenPdf {
  const text = LATIN.decode(pdf);
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s+)+)trailer\s+([\s\S]*?)startxref/.exec(
    text.slice(startxref),
  );
  const [, , rows = '', trailer = ''] = table ?? [];
  if (!table) throw new Error('a PDF without a plain table of references');
  const offsets = new Map<number, number>();
  [...rows.matchAll(/(\d{10}) \d{5} ([nf])/g)].forEach(([, offset, kind], number) => {
    if (kind === 'n') offsets.set(number, Number(offset));
  });
  return { text, offsets, trailer, startxref };
}

function objectText({ text, offsets }: OpenPdf, number: number): string {
  const start = offsets.get(number);
  const end = start === undefined ? -1 : text.indexOf('endobj', start);
  if (start === undefined || end < 0) throw new Error(`no object ${number}`);
  return text.slice(start, end).replace(/^\d+ 0 obj\s*/, '');
}

function referenceIn(text: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no /${key}`);
  return Number(found);
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

/** As the first of a dictionary that does not have it yet. */
function withEntry(object: string, entry: string): string {
  if (object.includes(entry.slice(0, entry.indexOf(' ')))) throw new Error(`${entry} a second time`);
  return object.replace('<<', () => `<<\n  ${entry}`);
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

/** A text string that may hold any letter (7.9.2.2). */
function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('').toUpperCase()}>`;
}

function appended(
  pdf: Uint8Array,
  { trailer, startxref }: OpenPdf,
  { objects, size }: { readonly objects: ReadonlyMap<number, string>; readonly size: number },
): Uint8Array {
  let body = '\n';
  const rows = [...objects]
    .sort(([a], [b]) => a - b)
    .map(([number, object]) => {
      const offset = pdf.length + body.length;
      body += `${number} 0 obj\n${object}endobj\n`;
      return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
    });
  const start = pdf.length + body.length;
  const entries = trailer.replace(/\/Size \d+/, `/Size ${size}\n  /Prev ${startxref}`).trim();
  body += `xref\n${rows.join('')}trailer\n${entries}\nstartxref\n${start}\n%%EOF\n`;
  const whole = new Uint8Array(pdf.length + body.length);
  whole.set(pdf);
  // Latin letters only: every character is an octet.
  whole.set(
    Uint8Array.from(body, (character) => character.charCodeAt(0)),
    pdf.length,
  );
  return whole;
}
