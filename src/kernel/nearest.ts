/** The closest of some known words to a mistyped one, for "có thể là …". It compares without diacritics or case. */

import type { Params } from './app-error.ts';
import { foldForSearch } from './names.ts';

const MOST_CANDIDATES = 2_000;
const MOST_LENGTH = 80;

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours, each costs 1 (Damerau 1964). */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The candidate nearest to `text`, as it is spelt; the first one wins a tie. Undefined when none is within a third
 * of its length (at least one letter): a far guess would mislead more than none.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = foldForSearch(text).slice(0, MOST_LENGTH);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    const folded = foldForSearch(candidate).slice(0, MOST_LENGTH);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(wanted.length - folded.length) > allowed) continue;
    const distance = editDistance(wanted, folded);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** An unknown word's fault: `key`, or `key-near` with `suggestion` where something known is near. */
export function unknownWord(
  key: string,
  value: string,
  known: Iterable<string>,
  params: Params = {},
): { readonly key: string; readonly params: Params; readonly value: string } {
  const suggestion = nearest(value, known);
  return suggestion === undefined
    ? { key, params: { ...params, value }, value }
    : { key: `${key}-near`, params: { ...params, value, suggestion }, value };
}
