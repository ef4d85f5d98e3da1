/** Which shifts exclude each other for the same person, and at what price: a sparse symmetric graph over shifts. */

import type { Problem } from '../../constraints/shapes.ts';
import { intAt } from '../../kernel/typed-at.ts';
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
    const from = intAt(start, s);
    const to = intAt(start, s + 1);
    const order = Array.from({ length: to - from }, (_, i) => from + i);
    order.sort((a, b) => intAt(edges.neighbour, a) - intAt(edges.neighbour, b) || a - b);
    order.forEach((edge, i) => {
      const term = conflicts[intAt(edges.term, edge)];
      const rule = term && rules[term.rule];
      if (!term || !rule) return;
      graph.neighbour[from + i] = intAt(edges.neighbour, edge);
      graph.level[from + i] = wallIndex(rule.level);
      graph.cost[from + i] = intAt(term.amount, intAt(edges.pair, edge)) * rule.weight;
      graph.rule[from + i] = term.rule;
    });
    if (to === from) continue;
    graph.low[s] = intAt(graph.neighbour, from);
    graph.high[s] = intAt(graph.neighbour, to - 1);
  }
  return graph;
}

/** Both directions of every pair, by the shift they leave from: where they lead, and the term and pair they come from. */
function edgesOf({ shifts, conflicts }: Problem) {
  const start = new Int32Array(shifts + 1);
  for (const { first, second } of conflicts) {
    for (const s of first) start[s + 1] = intAt(start, s + 1) + 1;
    for (const s of second) start[s + 1] = intAt(start, s + 1) + 1;
  }
  for (let s = 0; s < shifts; s++) start[s + 1] = intAt(start, s + 1) + intAt(start, s);
  const count = intAt(start, shifts);
  const edges = {
    neighbour: new Int32Array(count),
    term: new Int32Array(count),
    pair: new Int32Array(count),
  };
  const fill = start.slice();
  conflicts.forEach(({ first, second }, term) => {
    const put = (from: number, to: number, pair: number): void => {
      const place = intAt(fill, from);
      fill[from] = place + 1;
      edges.neighbour[place] = to;
      edges.term[place] = term;
      edges.pair[place] = pair;
    };
    first.forEach((a, pair) => {
      put(a, intAt(second, pair), pair);
      put(intAt(second, pair), a, pair);
    });
  });
  return { start, edges };
}

/** First edge from shift a to shift b, or −1; more may follow while the neighbour stays b. */
function findEdge(graph: ConflictGraph, a: number, b: number): number {
  let from = intAt(graph.start, a);
  let to = intAt(graph.start, a + 1);
  const end = to;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (intAt(graph.neighbour, middle) < b) from = middle + 1;
    else to = middle;
  }
  return from < end && graph.neighbour[from] === b ? from : -1;
}

/** True when no person may take both. */
export function isWallBetween(graph: ConflictGraph, a: number, b: number): boolean {
  let edge = findEdge(graph, a, b);
  if (edge < 0) return false;
  const end = intAt(graph.start, a + 1);
  for (; edge < end && graph.neighbour[edge] === b; edge++) if (graph.level[edge] === WALL) return true;
  return false;
}
