/**
 * A look over XML that somebody gave us, before any library reads it: one pass, so that what follows may trust its form.
 * It knows no schema.
 */

/** Word nests tables in tables; nobody nests as deep. */
const MOST_DEPTH = 256;
/** Of one element. The root of a Word document declares about forty namespaces. */
const MOST_ATTRIBUTES = 200;
const NAME = /[\p{L}_][\p{L}\p{N}_:.-]*/uy;

/**
 * True when tags are closed, balanced and not too deep, and no value of an attribute holds `<` or `>`, which writers of
 * Office files spell as entities. A document type is refused: with one, entities could grow without end.
 */
export function isSoundXml(text: string): boolean {
  const open: string[] = [];
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const passed = passedOver(text, at);
    if (passed !== undefined) {
      if (passed < 0) return false;
      at = passed;
      continue;
    }
    const end = text.indexOf('>', at);
    if (end < 0) return false;
    const closing = text[at + 1] === '/';
    NAME.lastIndex = at + (closing ? 2 : 1);
    const [name] = NAME.exec(text) ?? [];
    if (name === undefined) return false;
    if (closing) {
      if (open.pop() !== name) return false;
    } else {
      const empty = text[end - 1] === '/';
      if (!hasSoundAttributes(text, NAME.lastIndex, empty ? end - 1 : end)) return false;
      if (!empty && open.push(name) > MOST_DEPTH) return false;
    }
    elements++;
    at = end + 1;
  }
  return elements > 0 && open.length === 0;
}

/** Where a comment, CDATA or instruction that begins here ends; below zero when it never does; undefined for a tag. */
function passedOver(text: string, at: number): number | undefined {
  const second = text[at + 1];
  if (second !== '!' && second !== '?') return undefined;
  const ends: readonly (readonly [string, string])[] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ];
  const found = ends.find(([begin]) => text.startsWith(begin, at));
  if (!found) return -1;
  const [begin, end] = found;
  const last = text.indexOf(end, at + begin.length);
  return last < 0 ? -1 : last + end.length;
}

/** Quotes close within the tag, no other tag begins in it, and there are not too many attributes. */
function hasSoundAttributes(text: string, from: number, to: number): boolean {
  let quote = '';
  let count = 0;
  for (let at = from; at < to; at++) {
    const sign = text[at] ?? '';
    if (sign === '<') return false;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '=' && ++count > MOST_ATTRIBUTES) return false;
  }
  return quote === '';
}
