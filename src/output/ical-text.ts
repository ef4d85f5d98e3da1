/** iCalendar's text layer (RFC 5545 §3.1 and §3.3.11): escaping and folding. It knows characters, not events. */

/** Longest line in octets, the line break excluded (RFC 5545 §3.1). */
const MOST_OCTETS = 75;

/** A TEXT value of cleaned text (`plain-text.ts`). */
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
