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
  const { start, edges } = edgesOf(problem);
  const count = edges.neighbour.length;
  const graph = {
    start,
    neighbour: new Int32Array(count),
    level: new Uint8Array(count),
    cost: new Int32Array(count),
    rule: new Int32Array(count),
    low: new Int32Array(shifts).fill(shifts),
    high: new Int32Array(shifts).fill(-1),
  };
  for (let s = 0; s < shifts; s++) {
    const from = start[s] as number;
    const to = start[s + 1] as number;
    const order = Array.from({ length: to - from }, (_, i) => from + i);
    order.sort((a, b) => (edges.neighbour[a] as number) - (edges.neighbour[b] as number) || a - b);
    order.forEach((edge, i) => {
      const term = conflicts[edges.term[edge] as number];
      const rule = term && rules[term.rule];
      if (!term || !rule) return;
      graph.neighbour[from + i] = edges.neighbour[edge] as number;
      graph.level[from + i] = wallIndex(rule.level);
      graph.cost[from + i] = (term.amount[edges.pair[edge] as number] as number) * rule.weight;
      graph.rule[from + i] = term.rule;
    });
    if (to === from) continue;
    graph.low[s] = graph.neighbour[from] as number;
    graph.high[s] = graph.neighbour[to - 1] as number;
  }
  return graph;
}

/** Both directions of every pair, by the shift they leave from: where they lead, and the term and pair they come from. */
function edgesOf({ shifts, conflicts }: Problem) {
  const start = new Int32Array(shifts + 1);
  for (const { first, second } of conflicts) {
    for (const s of first) start[s + 1] = (start[s + 1] as number) + 1;
    for (const s of second) start[s + 1] = (start[s + 1] as number) + 1;
  }
  for (let s = 0; s < shifts; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const count = start[shifts] as number;
  const edges = {
    neighbour: new Int32Array(count),
    term: new Int32Array(count),
    pair: new Int32Array(count),
  };
  const fill = start.slice();
  conflicts.forEach(({ first, second }, term) => {
    const put = (from: number, to: number, pair: number): void => {
      const place = fill[from] as number;
      fill[from] = place + 1;
      edges.neighbour[place] = to;
      edges.term[place] = term;
      edges.pair[place] = pair;
    };
    first.forEach((a, pair) => {
      put(a, second[pair] as number, pair);
      put(second[pair] as number, a, pair);
    });
  });
  return { start, edges };
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
