/** Which shifts exclude each other for the same person, and at what price: a sparse symmetric graph over shifts. */

import type { Problem } from '../../constraints/shapes.ts';
import { WALL, wallIndex } from './levels.ts';

export interface ConflictGraph {
  /** Edges of shift s are `start[s]` up to `start[s + 1]`, ascending by neighbour; a neighbour may stand twice. */
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly level: Uint8Array;
  /** Amount × weight. */
  readonly cost: Int32Array;
  readonly rule: Int32Array;
  /** Lowest and highest neighbour of each shift; low > high where there is none. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export function buildConflictGraph(problem: Problem): ConflictGraph {
  const { shifts, rules, conflicts } = problem;
  const start = new Int32Array(shifts + 1);
  for (const term of conflicts) {
    for (const s of term.first) start[s + 1] = (start[s + 1] as number) + 1;
    for (const s of term.second) start[s + 1] = (start[s + 1] as number) + 1;
  }
  for (let s = 0; s < shifts; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const edges = start[shifts] as number;
  const unsorted = {
    neighbour: new Int32Array(edges),
    term: new Int32Array(edges),
    pair: new Int32Array(edges),
  };
  const fill = start.slice();
  const put = (s: number, other: number, term: number, pair: number): void => {
    const place = fill[s] as number;
    fill[s] = place + 1;
    unsorted.neighbour[place] = other;
    unsorted.term[place] = term;
    unsorted.pair[place] = pair;
  };
  conflicts.forEach((term, t) => {
    for (let i = 0; i < term.first.length; i++) {
      put(term.first[i] as number, term.second[i] as number, t, i);
      put(term.second[i] as number, term.first[i] as number, t, i);
    }
  });
  const graph = {
    start,
    neighbour: new Int32Array(edges),
    level: new Uint8Array(edges),
    cost: new Int32Array(edges),
    rule: new Int32Array(edges),
    low: new Int32Array(shifts).fill(shifts),
    high: new Int32Array(shifts).fill(-1),
  };
  for (let s = 0; s < shifts; s++) {
    const from = start[s] as number;
    const to = start[s + 1] as number;
    const order = Array.from({ length: to - from }, (_, i) => from + i);
    order.sort((a, b) => (unsorted.neighbour[a] as number) - (unsorted.neighbour[b] as number) || a - b);
    order.forEach((edge, i) => {
      const term = conflicts[unsorted.term[edge] as number];
      const rule = term && rules[term.rule];
      if (!term || !rule) return;
      graph.neighbour[from + i] = unsorted.neighbour[edge] as number;
      graph.level[from + i] = wallIndex(rule.level);
      graph.cost[from + i] = (term.amount[unsorted.pair[edge] as number] as number) * rule.weight;
      graph.rule[from + i] = term.rule;
    });
    if (to > from) {
      graph.low[s] = graph.neighbour[from] as number;
      graph.high[s] = graph.neighbour[to - 1] as number;
    }
  }
  return graph;
}

/** First edge from shift a to shift b, or −1; more may follow while the neighbour stays b. */
export function findEdge(graph: ConflictGraph, a: number, b: number): number {
  let from = graph.start[a] as number;
  let to = graph.start[a + 1] as number;
  const end = to;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((graph.neighbour[middle] as number) < b) from = middle + 1;
    else to = middle;
  }
  return from < end && graph.neighbour[from] === b ? from : -1;
}

/** True when no person may take both. */
export function isWallBetween(graph: ConflictGraph, a: number, b: number): boolean {
  let edge = findEdge(graph, a, b);
  if (edge < 0) return false;
  const end = graph.start[a + 1] as number;
  for (; edge < end && graph.neighbour[edge] === b; edge++) if (graph.level[edge] === WALL) return true;
  return false;
}
