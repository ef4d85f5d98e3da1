/** Search filters with what people typed put in as values, never as filter (RFC 4515, 3). */

/** `a*)(uid=*` → `a\2a\29\28uid=\2a`. */
function escapeFilterValue(text: string): string {
  return [...text]
    .map((sign) =>
      '*()\\\0'.includes(sign) ? `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}` : sign,
    )
    .join('');
}

/** @param template with `{name}`, `{dn}` where a value goes; other braces stay. */
export function fillFilter(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : escapeFilterValue(value);
  });
}
