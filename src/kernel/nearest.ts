/** "Perhaps you meant …": the known word nearest to one that is unknown, without regard to case and diacritics. */

import { foldForSearch } from './names.ts';

/** The nearest of `known` within a third of its length in edits; undefined when nothing is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const folded = foldForSearch(word.slice(0, 100));
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const target = foldForSearch(candidate);
    const distance = editDistance(folded, target);
    if (distance < bestDistance && distance <= Math.max(1, Math.floor(target.length / 3))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance in characters, one row at a time. */
export function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const left = row[j - 1] ?? 0;
      const replaced = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(above + 1, left + 1, replaced);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
