/**
 * iCalendar's text layer (RFC 5545 §3.1 and §3.3.11): cleaning, escaping, folding. It knows characters and octets, not
 * events.
 */

/** Longest line in octets, the line break excluded (RFC 5545 §3.1). */
const MOST_OCTETS = 75;

/**
 * What a calendar file may hold of someone's text: NFC, line breaks of every kind as LF, no control character but TAB,
 * no byte order mark, no half of a surrogate pair (it has no UTF-8 form).
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\ufeff/gu, '')
    .normalize('NFC')
    .trim();
}

/** As `cleanText`, on one line: for titles, names and whatever stands inside a sentence. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/** A TEXT value, for the properties that `ics` leaves unescaped. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** The content lines of a stream, unfolded: a line break followed by a space or TAB is no break. */
export function contentLines(stream: string): string[] {
  return stream
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A content line cut at 75 octets, never inside a character; each continuation begins with a space. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return folded;
}
