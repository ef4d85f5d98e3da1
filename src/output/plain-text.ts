/** People's text made fit for any output: one normal form, no invisible trouble. It knows no format's own escapes. */

/**
 * NFC, line breaks of every kind as LF, no control character but TAB, no byte order mark, no half of a surrogate pair
 * (it has no UTF-8 form), no white space around.
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
