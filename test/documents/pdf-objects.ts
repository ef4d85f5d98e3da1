/** The objects of a PDF as ISO 32000-2 writes them (7.3, 7.5): what its last table of references and those before it name. */

import { inflateSync } from 'node:zlib';

export interface Name {
  readonly name: string;
}
export interface Reference {
  readonly ref: number;
}
export interface Octets {
  readonly octets: string;
}
export interface Dictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Of a stream, as written, and where it ends by its length. */
  readonly stream?: string;
  readonly streamEnd?: number;
}
export type PdfValue =
  | number
  | boolean
  | null
  | Name
  | Reference
  | Octets
  | Dictionary
  | readonly PdfValue[]
  /** An operator of a content stream. */
  | { readonly operator: string };

export interface PdfFile {
  readonly text: string;
  readonly objects: ReadonlyMap<number, PdfValue>;
  readonly trailer: Dictionary;
}

const WHITE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values one after another from a place on. */
export class PdfReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  skip(): void {
    for (;;) {
      while (WHITE.test(this.#text[this.at] ?? 'x')) this.at++;
      if (this.#text[this.at] !== '%') return;
      while (this.at < this.#text.length && !/[\r\n]/.test(this.#text[this.at] ?? '')) this.at++;
    }
  }

  get done(): boolean {
    this.skip();
    return this.at >= this.#text.length;
  }

  value(): PdfValue {
    this.skip();
    const rest = this.#text[this.at];
    if (rest === undefined) throw new Error('the file ends');
    if (rest === '/') return this.#name();
    if (rest === '(') return this.#literal();
    if (rest === '[') return this.#list();
    if (this.#text.startsWith('<<', this.at)) return this.#dictionary();
    if (rest === '<') return this.#hexadecimal();
    return this.#word();
  }

  #name(): Name {
    let end = this.at + 1;
    while (end < this.#text.length && !DELIMITER.test(this.#text[end] ?? '')) end++;
    const name = this.#text.slice(this.at + 1, end);
    this.at = end;
    return {
      name: name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    };
  }

  #literal(): Octets {
    let depth = 0;
    let octets = '';
    for (; this.at < this.#text.length; this.at++) {
      const character = this.#text[this.at] ?? '';
      if (character === '\\') {
        const [escaped = ''] =
          /^\\(?:[0-7]{1,3}|\r\n|[\s\S])/.exec(this.#text.slice(this.at, this.at + 4)) ?? [];
        octets += unescaped(escaped);
        this.at += escaped.length - 1;
        continue;
      }
      if (character === '(' && depth++ === 0) continue;
      if (character === ')' && --depth === 0) {
        this.at++;
        return { octets };
      }
      octets += character;
    }
    throw new Error('a string without end');
  }

  #hexadecimal(): Octets {
    const end = this.#text.indexOf('>', this.at);
    const hex = this.#text.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    const pairs = (hex.length % 2 === 0 ? hex : `${hex}0`).match(/../g) ?? [];
    return { octets: pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('') };
  }

  #list(): PdfValue[] {
    this.at++;
    const list: PdfValue[] = [];
    for (this.skip(); this.#text[this.at] !== ']'; this.skip()) list.push(this.value());
    this.at++;
    return list;
  }

  #dictionary(): Dictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skip(); !this.#text.startsWith('>>', this.at); this.skip()) {
      const { name } = this.#name();
      entries.set(name, this.value());
    }
    this.at += 2;
    return { entries };
  }

  #word(): PdfValue {
    const reference = /^(\d+) (\d+) R(?![A-Za-z])/.exec(this.#text.slice(this.at, this.at + 24));
    if (reference) {
      this.at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    let end = this.at;
    while (end < this.#text.length && !DELIMITER.test(this.#text[end] ?? '')) end++;
    const word = this.#text.slice(this.at, Math.max(end, this.at + 1));
    this.at += word.length;
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { operator: word };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(escaped: string): string {
  const rest = escaped.slice(1);
  if (/^[0-7]/.test(rest)) return String.fromCharCode(Number.parseInt(rest, 8) & 0xff);
  if (/^[\r\n]/.test(rest)) return '';
  return ESCAPES[rest] ?? rest;
}

/** Throws when it is none. Objects in streams of objects, which this program writes none of, are not read. */
export function readPdf(pdf: Uint8Array): PdfFile {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, PdfValue>();
  let trailer: Dictionary | undefined;
  let start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  while (Number.isFinite(start)) {
    const table = readTable(text, start);
    for (const [number, offset] of table.offsets) {
      if (!objects.has(number)) objects.set(number, readObject(text, number, offset));
    }
    trailer ??= table.trailer;
    const before = table.trailer.entries.get('Prev');
    start = typeof before === 'number' ? before : Number.NaN;
  }
  if (!trailer) throw new Error('no trailer');
  return { text, objects, trailer };
}

function readTable(text: string, start: number): { offsets: Map<number, number>; trailer: Dictionary } {
  if (!text.startsWith('xref', start)) throw new Error('no table of references');
  const offsets = new Map<number, number>();
  const end = text.indexOf('trailer', start);
  const lines = text
    .slice(start + 4, end)
    .trim()
    .split(/\s*[\r\n]+\s*/);
  let next = 0;
  for (const line of lines) {
    const [first = '', second = '', kind] = line.split(' ');
    if (kind === undefined) next = Number(first);
    else {
      if (kind === 'n') offsets.set(next, Number(first));
      next++;
    }
    if (second === '') throw new Error(`a line of references: ${line}`);
  }
  const trailer = new PdfReader(text, end + 'trailer'.length).value();
  if (!isDictionary(trailer)) throw new Error('no trailer');
  return { offsets, trailer };
}

function readObject(text: string, number: number, offset: number): PdfValue {
  const [head = ''] = /^(\d+) \d+ obj/.exec(text.slice(offset, offset + 24)) ?? [];
  if (Number.parseInt(head, 10) !== number) throw new Error(`no object ${number} at ${offset}`);
  const reader = new PdfReader(text, offset + head.length);
  const value = reader.value();
  reader.skip();
  if (!isDictionary(value) || !text.startsWith('stream', reader.at)) return value;
  const begin = reader.at + (text.startsWith('stream\r\n', reader.at) ? 8 : 7);
  const length = value.entries.get('Length');
  const end = typeof length === 'number' ? begin + length : text.indexOf('endstream', begin);
  return { ...value, stream: text.slice(begin, end), streamEnd: end };
}

export function isDictionary(value: PdfValue | undefined): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'entries' in value;
}

export function isReference(value: PdfValue | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

/** What a value is, reference followed; undefined for none. */
export function found(file: PdfFile, value: PdfValue | undefined): PdfValue | undefined {
  return isReference(value) ? file.objects.get(value.ref) : value;
}

export function entry(file: PdfFile, of: PdfValue | undefined, key: string): PdfValue | undefined {
  const dictionary = found(file, of);
  return isDictionary(dictionary) ? found(file, dictionary.entries.get(key)) : undefined;
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
}

export function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  return Array.isArray(value) ? value : [];
}

/** A text string (7.9.2.2). */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || !('octets' in value)) return undefined;
  const { octets } = value;
  if (!octets.startsWith('\xfe\xff')) return octets;
  return Buffer.from(octets.slice(2), 'latin1').swap16().toString('utf16le');
}

/** Decoded; throws for filters that this program does not write. */
export function streamOf(file: PdfFile, value: PdfValue | undefined): string {
  const dictionary = found(file, value);
  if (!isDictionary(dictionary) || dictionary.stream === undefined) throw new Error('no stream');
  const filter = entry(file, dictionary, 'Filter');
  const filters = (Array.isArray(filter) ? filter : filter === undefined ? [] : [filter]).map(nameOf);
  return filters.reduce<string>((text, name) => {
    if (name !== 'FlateDecode') throw new Error(`filter ${name}`);
    return inflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  }, dictionary.stream);
}

/** The tree of pages in its order. */
export function pageObjects(file: PdfFile): Dictionary[] {
  const walk = (value: PdfValue | undefined): Dictionary[] => {
    const node = found(file, value);
    if (!isDictionary(node)) return [];
    const kids = entry(file, node, 'Kids');
    return kids === undefined ? [node] : listOf(kids).flatMap(walk);
  };
  return walk(entry(file, entry(file, file.trailer, 'Root'), 'Pages'));
}
