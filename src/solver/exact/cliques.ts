/**
 * Cliques of shifts of which one person may take at most one. Rest and overlap are intervals, and then the maximal
 * cliques are those at each shift's start over [start, end + rest); other walls are covered greedily.
 */

import { intAt, numberAt } from '../../kernel/typed-at.ts';
import { type ConflictGraph, isWallBetween } from '../model/conflict-graph.ts';
import { WALL } from '../model/levels.ts';

/** A clique is dropped when one of so many later ones holds it: in time order they stand close together. */
const LOOK_AHEAD = 60;

/** Cliques that cover every wall between two shifts, each ascending; a shift without walls stands in none. */
export function wallCliques(graph: ConflictGraph, shifts: number): Int32Array[] {
  const cliques: Int32Array[] = [];
  for (let s = 0; s < shifts; s++) {
    const earlier = wallNeighbours(graph, s).filter((t) => t < s);
    let uncovered = earlier;
    while (uncovered.length > 0) {
      const clique = grow(graph, uncovered, earlier);
      const inside = new Set(clique);
      uncovered = uncovered.filter((t) => !inside.has(t));
      cliques.push(Int32Array.from([...clique, s]).sort());
    }
  }
  return maximalOf(cliques);
}

/** Those of the sets (each ascending) that no set a little later in the list holds. */
export function maximalOf(sets: readonly Int32Array[]): Int32Array[] {
  return sets.filter(
    (set, i) => !sets.slice(i + 1, i + 1 + LOOK_AHEAD).some((later) => isSubset(set, later)),
  );
}

function isSubset(small: Int32Array, large: Int32Array): boolean {
  if (small.length > large.length) return false;
  let i = 0;
  for (const member of small) {
    while (i < large.length && intAt(large, i) < member) i++;
    if (large[i] !== member) return false;
  }
  return true;
}

function wallNeighbours(graph: ConflictGraph, s: number): number[] {
  const found: number[] = [];
  for (let e = intAt(graph.start, s); e < intAt(graph.start, s + 1); e++) {
    const other = intAt(graph.neighbour, e);
    if (graph.level[e] === WALL && found.at(-1) !== other) found.push(other);
  }
  return found;
}

/** A clique among the earlier neighbours of a shift, latest first, that begins with an uncovered one. */
function grow(graph: ConflictGraph, uncovered: readonly number[], earlier: readonly number[]): number[] {
  const clique: number[] = [];
  const tryEach = (candidates: readonly number[]): void => {
    for (let i = candidates.length - 1; i >= 0; i--) {
      const t = numberAt(candidates, i);
      if (clique.every((member) => member !== t && isWallBetween(graph, member, t))) clique.push(t);
    }
  };
  tryEach(uncovered);
  if (uncovered.length < earlier.length) tryEach(earlier);
  return clique;
}
