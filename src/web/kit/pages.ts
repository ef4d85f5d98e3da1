/** A long list by the page, so that none is an arm long on a phone. Without more than one page there are no links. */

import type { Visit } from './visit.ts';

export interface PageLink {
  /** `51–100`. */
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface Paged<T> {
  readonly shown: readonly T[];
  readonly pages: readonly PageLink[];
}

const PAGE_SIZE = 36;

/** `?page=2` asks for the second; one there is not, for the first. */
export function paged<T>(
  { path, query }: Pick<Visit, 'path' | 'query'>,
  all: readonly T[],
  size = PAGE_SIZE,
): Paged<T> {
  const count = Math.ceil(all.length / size);
  if (count <= 1) return { shown: all, pages: [] };
  const asked = Number(query.get('page') ?? '1');
  const current = Number.isInteger(asked) && asked >= 1 && asked <= count ? asked : 1;
  return {
    shown: all.slice((current - 1) * size, current * size),
    pages: Array.from({ length: count }, (_, i) => {
      const search = new URLSearchParams(query);
      search.delete('done');
      search.set('page', String(i + 1));
      const last = Math.min(all.length, (i + 1) * size);
      return { label: `${i * size + 1}–${last}`, href: `${path}?${search}`, current: i + 1 === current };
    }),
  };
}
