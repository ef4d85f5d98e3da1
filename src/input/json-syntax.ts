/** Where a text stops being JSON (RFC 8259). `JSON.parse` refuses too, but says where only sometimes. */

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 keeps them out of strings
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;

/** What may come next: a value, the first thing in a list or an object, or what follows a value. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'after';

/** Offset of the first character at fault; the text's length when it ends too early or holds no fault. */
export function jsonFaultOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') return false;
    at += match[0].length;
    return true;
  };
  for (;;) {
    take(SPACE);
    const sign = text[at];
    if (sign === undefined) return at;
    const inside = open.at(-1);
    if (expected === 'after') {
      if (inside === undefined) return at;
      if (sign === ',') expected = inside === '{' ? 'key' : 'value';
      else if (sign === (inside === '{' ? '}' : ']')) open.pop();
      else return at;
      at++;
    } else if ((expected === 'value-or-end' && sign === ']') || (expected === 'key-or-end' && sign === '}')) {
      open.pop();
      expected = 'after';
      at++;
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (!take(STRING)) return at;
      take(SPACE);
      if (text[at] !== ':') return at;
      at++;
      expected = 'value';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      expected = sign === '{' ? 'key-or-end' : 'value-or-end';
      at++;
    } else {
      if (!take(STRING) && !take(LITERAL)) return at;
      expected = 'after';
    }
  }
}
