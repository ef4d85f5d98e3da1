/** A form with files, as a browser sends it. */

export interface Uploaded {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

/** @param fields a `File` is sent as one; the same name may come several times. */
export async function upload(
  url: string,
  fields: readonly (readonly [string, string | File])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Uploaded> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const response = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: new URL(url).origin, ...headers },
  });
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location') ?? '',
  };
}

/** The fields a page's form would send as it stands: hidden ones, inputs, the chosen options. */
export function fieldsOf(html: string): [string, string][] {
  const plain = (text: string): string =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '=')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#x60;', '`')
      .replaceAll('&amp;', '&');
  const inputs = [...html.matchAll(/<input(?=[^>]*\bname="([^"]+)")(?=[^>]*\bvalue="([^"]*)")[^>]*>/g)]
    .filter(([tag]) => !/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag))
    .map(([, name = '', value = '']): [string, string] => [name, plain(value)]);
  const selects = [...html.matchAll(/<select[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']): [string, string] => [
      name,
      plain(/<option value="([^"]*)" selected>/.exec(options)?.[1] ?? ''),
    ],
  );
  return [...inputs, ...selects];
}
