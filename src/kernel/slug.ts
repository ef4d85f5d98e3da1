/** Ids made from what people call things: `Quốc khánh 2027` → `quoc-khanh-2027`. */

import { foldForSearch } from './names.ts';

/** Lower case without diacritics, gaps as hyphens, at most `most` characters; `fallback` where nothing is left. */
export function slugOf(
  text: string,
  { most, fallback }: { readonly most: number; readonly fallback: string },
): string {
  const slug = foldForSearch(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}

/** The slug itself, or the first of `-2`, `-3` … that nothing has yet. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(id)) return id;
  }
}
