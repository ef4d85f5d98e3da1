/** Paths that one pricing has come by, the cheapest first. */

import type { CountPath } from './count-search.ts';

/** Of a cost, less than this is rounding. */
const ROUNDING = 1e-9;

export function isMet(cost: number, bound: number): boolean {
  return cost - bound <= ROUNDING * Math.max(1, Math.abs(bound));
}

/** Of the cheapest; `Infinity` when none is known. */
export function costOf(paths: readonly CountPath[]): number {
  return paths[0]?.cost ?? Number.POSITIVE_INFINITY;
}

/** Keeps the paths by cost, each once; what no rule allows is left out. */
export function insert(paths: CountPath[], { path, cost }: CountPath): void {
  if (cost === Number.POSITIVE_INFINITY) return;
  let place = 0;
  while (place < paths.length && (paths[place]?.cost ?? 0) < cost) place++;
  for (let i = place; i < paths.length && paths[i]?.cost === cost; i++) {
    if (paths[i]?.path.every((arc, day) => arc === path[day])) return;
  }
  paths.splice(place, 0, { path, cost });
}
