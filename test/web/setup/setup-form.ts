/** Forms as a browser would send them back: every field of a page as it stands, with some of them typed over. */

/** The fields of the form that posts to `action`, in their order. */
export function formIn(html: string, action: string): URLSearchParams {
  const forms = html.split('<form ').slice(1);
  const form = forms.find((each) => each.includes('method="post"') && each.includes(`action="${action}"`));
  if (!form) throw new Error(`no form posts to ${action}`);
  const body = form.slice(0, form.indexOf('</form>'));
  const values = new URLSearchParams();
  const controls = /<input\b[^>]*>|<textarea\b[\s\S]*?<\/textarea>|<select\b[\s\S]*?<\/select>/g;
  for (const [tag] of body.matchAll(controls)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined) continue;
    if (tag.startsWith('<select')) {
      const chosen = /<option value="([^"]*)" selected/.exec(tag) ?? /<option value="([^"]*)"/.exec(tag);
      if (chosen) values.append(name, unescaped(chosen[1] ?? ''));
    } else if (tag.startsWith('<textarea')) {
      values.append(name, unescaped(/<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(tag)?.[1] ?? ''));
    } else if (!/type="(checkbox|radio)"/.test(tag) || /\schecked/.test(tag)) {
      values.append(name, unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''));
    }
  }
  return values;
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** The same fields with some of them typed over. */
export function typed(
  values: URLSearchParams,
  changes: Record<string, string | string[]>,
): [string, string][] {
  const copy = new URLSearchParams(values);
  for (const [name, value] of Object.entries(changes)) {
    copy.delete(name);
    for (const each of [value].flat()) copy.append(name, each);
  }
  return [...copy];
}
