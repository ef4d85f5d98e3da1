/** Characters that have no place in anything read here: they print as nothing or turn the text around them. */

/** Control characters but tab and line breaks; noncharacters and the replacement character of a broken encoding. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff]/u;

/** Directional marks: a name could be made to read as another on the printed sheet (Unicode TR 36, 3.1). */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The first such character as `U+202E`; undefined when the text is clean. */
export function unwantedMark(text: string): string | undefined {
  const found = CONTROL.exec(text) ?? DIRECTION.exec(text);
  return found
    ? `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : undefined;
}
