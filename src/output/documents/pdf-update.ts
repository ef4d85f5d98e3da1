/** Updates appended to a PDF of our own writer (ISO 32000-2, 7.5.6): its bytes stay as they are, changed objects stand behind them. */

export interface OpenPdf {
  readonly text: string;
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: string;
  readonly startxref: number;
}

const LATIN = new TextDecoder('latin1');

/** Of an object the table that stands last counts (7.5.6). Throws when the file is none of ours. */
export function openPdf(pdf: Uint8Array): OpenPdf {
  const text = LATIN.decode(pdf);
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const offsets = new Map<number, number>();
  const trailers: string[] = [];
  for (let at = startxref; ; ) {
    const trailer = readTable(text.slice(at), offsets);
    trailers.push(trailer);
    const before = Number(/\/Prev (\d+)/.exec(trailer)?.[1]);
    if (Number.isNaN(before)) break;
    if (before >= at) throw new Error('tables of references in a circle');
    at = before;
  }
  return { text, offsets, trailer: trailers[0] ?? '', startxref };
}

/** @returns its trailer; what is known of an object already stays. */
function readTable(text: string, offsets: Map<number, number>): string {
  const table = /^xref\s+((?:\d+ \d+\s+(?:\d{10} \d{5} [nf]\s+)+)+)trailer\s+([\s\S]*?)startxref/.exec(text);
  if (!table) throw new Error('a PDF without a plain table of references');
  const [, rows = '', trailer = ''] = table;
  let number = 0;
  for (const [, first, offset, kind] of rows.matchAll(/(?:(\d+) \d+\s+)?(\d{10}) \d{5} ([nf])/g)) {
    if (first !== undefined) number = Number(first);
    if (kind === 'n' && !offsets.has(number)) offsets.set(number, Number(offset));
    number++;
  }
  return trailer;
}

export function objectText({ text, offsets }: OpenPdf, number: number): string {
  const start = offsets.get(number);
  const end = start === undefined ? -1 : text.indexOf('endobj', start);
  if (start === undefined || end < 0) throw new Error(`no object ${number}`);
  return text.slice(start, end).replace(/^\d+ 0 obj\s*/, '');
}

export function referenceIn(text: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no /${key}`);
  return Number(found);
}

/** As the first of a dictionary that does not have it yet. */
export function withEntry(object: string, entry: string): string {
  if (object.includes(entry.slice(0, entry.indexOf(' ')))) throw new Error(`${entry} a second time`);
  return object.replace('<<', () => `<<\n  ${entry}`);
}

/** A text string that may hold any letter (7.9.2.2). */
export function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('').toUpperCase()}>`;
}

export function appended(
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
  const entries = trailer
    .replace(/\s*\/Prev \d+/, '')
    .replace(/\/Size \d+/, `/Size ${size}\n  /Prev ${startxref}`)
    .trim();
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
