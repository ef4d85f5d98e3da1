/** Distinguished names held side by side: two that mean the same entry read the same (RFC 4514; attribute values by case alone). */

const SPECIAL = /[",+;<>\\=#]/;

/** `CN=Trực ban\, ca 1, OU=Nhóm` and `cn=trực ban\2c ca 1,ou=nhóm` → one text. */
export function sameName(name: string): string {
  return splitParts(name)
    .map((part) => {
      const at = part.indexOf('=');
      if (at < 0) return part.trim().toLowerCase();
      return `${part.slice(0, at).trim().toLowerCase()}=${escaped(unescaped(part.slice(at + 1)))}`;
    })
    .join(',');
}

/** At commas that are not escaped; RDNs of several values (`+`) stay as they are. */
function splitParts(name: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < name.length; i++) {
    const sign = name[i] ?? '';
    if (sign === ',' || sign === ';') {
      parts.push(part);
      part = '';
      continue;
    }
    part += sign === '\\' ? sign + (name[++i] ?? '') : sign;
  }
  return [...parts, part];
}

/** Octets written as `\xx` and signs written as `\,`; white space around it means nothing. */
function unescaped(value: string): string {
  const octets: number[] = [];
  const text = value.trim();
  for (let i = 0; i < text.length; ) {
    const hex = /^\\([0-9a-fA-F]{2})/.exec(text.slice(i, i + 3));
    const sign = String.fromCodePoint(text.codePointAt(text[i] === '\\' && !hex ? i + 1 : i) ?? 0x5c);
    if (hex?.[1] !== undefined) octets.push(Number.parseInt(hex[1], 16));
    else octets.push(...new TextEncoder().encode(sign));
    i += hex ? 3 : sign.length + (text[i] === '\\' ? 1 : 0);
  }
  return new TextDecoder().decode(new Uint8Array(octets)).normalize('NFC').trim().toLowerCase();
}

function escaped(value: string): string {
  return [...value].map((sign) => (SPECIAL.test(sign) ? `\\${sign}` : sign)).join('');
}
