/**
 * What was added behind a PDF of ours (ISO 32000-2, 7.5.6: an update stands behind the file and its objects replace those
 * of the same number). A signature needs its field, an appearance, a note on the page that there is one; whoever puts other
 * words under what is signed needs more, and that is what is looked for.
 */

import { inflateSync } from 'node:zlib';

/**
 * Whether the update leaves every page as it was given out, but for notes laid on it. False too where it can't be told.
 * @param copy and update: an octet a letter.
 */
export function leavesPages(copy: string, update: string): boolean {
  const own = objectsIn(copy);
  const plain = objectsIn(update);
  const packed = packedObjects([...plain.values()]);
  if (!packed) return false;
  const added = new Map([...plain, ...packed]);
  const root = rootsIn(copy).at(-1);
  if (rootsIn(update).some((each) => each !== root)) return false;
  const mayChange = changeable(copy, own);
  return [...added].every(([number, now]) => {
    const before = own.get(number);
    if (before === undefined || mayChange.has(number)) return true;
    if (isOfType(before, 'Page')) return isOfType(now, 'Page') && samePage(before, now);
    if (isOfType(before, 'Catalog')) return entryOf(before, 'Pages') === entryOf(now, 'Pages');
    return false;
  });
}

/** Each as it stands last, by its number. */
function objectsIn(text: string): Map<string, string> {
  const starts = [...text.matchAll(/(?<!\d)(\d{1,10})\s{1,3}\d{1,5}\s{1,3}obj\b/g)];
  return new Map(
    starts.map((start, i) => [start[1] ?? '', bodyOf(text.slice(start.index, starts[i + 1]?.index))]),
  );
}

function bodyOf(object: string): string {
  const end = object.indexOf('endobj');
  return object.slice(object.indexOf('obj') + 3, end < 0 ? undefined : end);
}

const MOST_PACKED_OCTETS = 4 * 1024 * 1024;

/** Objects packed in streams (7.5.7): pairs of number and place, then the objects. Undefined where one can't be read. */
function packedObjects(bodies: readonly string[]): Map<string, string> | undefined {
  const packed = new Map<string, string>();
  for (const body of bodies) {
    if (!isOfType(body, 'ObjStm')) continue;
    const text = inflated(body);
    const first = Number(entryOf(body, 'First'));
    if (text === undefined || !Number.isSafeInteger(first)) return undefined;
    const places = text.slice(0, first).trim().split(/\s+/);
    for (let i = 0; i + 1 < places.length; i += 2) {
      const [at, next] = [Number(places[i + 1]), Number(places[i + 3])];
      packed.set(places[i] ?? '', text.slice(first + at, Number.isNaN(next) ? undefined : first + next));
    }
  }
  return packed;
}

function inflated(body: string): string | undefined {
  const [, stream] = /stream\r?\n([\s\S]*)endstream/.exec(body) ?? [];
  if (stream === undefined) return undefined;
  const octets = Buffer.from(stream, 'latin1');
  if (entryOf(body, 'Filter') === undefined) return octets.toString('latin1');
  try {
    return inflateSync(octets, { maxOutputLength: MOST_PACKED_OCTETS }).toString('latin1');
  } catch {
    return undefined;
  }
}

/** The fields for signatures with what they look like, and what is said of the file: none of it is a page's content. */
function changeable(copy: string, own: ReadonlyMap<string, string>): Set<string> {
  const numbers = new Set<string>();
  const [, info] = /\/Info\s{1,3}(\d{1,10})\s{1,3}\d/.exec(copy.slice(copy.lastIndexOf('trailer'))) ?? [];
  if (info !== undefined) numbers.add(info);
  for (const [number, body] of own) {
    if (isOfType(body, 'Metadata')) numbers.add(number);
    if (!/\/FT\s*\/Sig\b/.test(body)) continue;
    numbers.add(number);
    for (const each of referencesIn(entryOf(body, 'AP') ?? '')) numbers.add(each);
  }
  return numbers;
}

/** By what it refers to: programs write the same dictionary in another order, and numbers with other digits. */
function samePage(before: string, now: string): boolean {
  const shown = (page: string): string =>
    [...new Set(referencesIn(page.replace(/\/Annots\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/, '')))].sort().join(' ');
  return entryOf(before, 'Contents') === entryOf(now, 'Contents') && shown(before) === shown(now);
}

function referencesIn(text: string): string[] {
  return [...text.matchAll(/(?<!\d)(\d{1,10})\s{1,3}\d{1,5}\s{1,3}R\b/g)].map(([, number]) => number ?? '');
}

function rootsIn(text: string): string[] {
  return [...text.matchAll(/\/Root\s{1,3}(\d{1,10})\s/g)].map(([, number]) => number ?? '');
}

function isOfType(body: string, type: string): boolean {
  return new RegExp(`/Type\\s*/${type}\\b`).test(body);
}

/** What stands behind a key: a reference, a dictionary, a list, a name or a number; blanks as one. */
function entryOf(body: string, key: string): string | undefined {
  const value = '<<[^>]*>>|\\[[^\\]]*\\]|\\d+\\s+\\d+\\s+R|/?[\\w.+-]+';
  return new RegExp(`/${key}\\s*(${value})`).exec(body)?.[1]?.replace(/\s+/g, ' ');
}
