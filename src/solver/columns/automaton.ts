/**
 * A person's rules as a day automaton: a node is all of the past that still matters, an arc is one day's pattern. It
 * knows clashes, runs and open groups; counts are carried beside it.
 */

import type { DayOptions, Measure } from './day-patterns.ts';
import { ClashMemory, GroupMemory, RunMemory } from './memory.ts';
import type { Clashes, OwnRun } from './split-problem.ts';

export interface DayArc {
  readonly from: number;
  readonly to: number;
  /** Index among the day's patterns. */
  readonly pattern: number;
  readonly cost: number;
  /** What is added to each measure. */
  readonly added: readonly number[];
}

export interface DayAutomaton {
  /** Arcs of each day by node; nodes are numbered anew each day, and day 0 has only node 0. */
  readonly arcs: readonly (readonly (readonly DayArc[])[])[];
  /** Nodes after the last day. */
  readonly ends: number;
}

const MOST_NODES_A_DAY = 4000;

/** Undefined when the past takes more nodes than pricing can walk. */
export function dayAutomaton(
  options: DayOptions,
  rules: { clashes: Clashes; runs: readonly OwnRun[]; measures: readonly Measure[] },
): DayAutomaton | undefined {
  const clashes = new ClashMemory(options, rules.clashes);
  const runs = new RunMemory(rules.runs);
  const groups = new GroupMemory(options, rules.measures);
  let nodes: Node[] = [{ clash: 0, run: runs.start, group: 0 }];
  const arcs: DayArc[][][] = [];
  for (let day = 0; day < options.patterns.length; day++) {
    const following = new NodeList();
    const patterns = options.patterns[day] ?? [];
    const clashSteps = memo((id, index) => clashes.step(id, day, at(patterns, index)));
    const runSteps = memo((id, index) => runs.step(id, day, at(patterns, index)));
    const groupSteps = memo((id, index) => groups.step(id, day, at(patterns, index)));
    arcs.push(
      nodes.map((node, from) => {
        const out: DayArc[] = [];
        patterns.forEach((pattern, index) => {
          const clash = clashSteps(node.clash, index);
          const run = runSteps(node.run, index);
          const cost = pattern.cost + clash.cost + run.cost;
          if (cost === Number.POSITIVE_INFINITY) return;
          const group = groupSteps(node.group, index);
          const to = following.indexOf({ clash: clash.next, run: run.next, group: group.next });
          out.push({ from, to, pattern: index, cost, added: group.added });
        });
        return out;
      }),
    );
    nodes = following.nodes;
    if (nodes.length > MOST_NODES_A_DAY) return undefined;
  }
  return { arcs, ends: nodes.length };
}

interface Node {
  readonly clash: number;
  readonly run: number;
  readonly group: number;
}

class NodeList {
  readonly nodes: Node[] = [];
  readonly #index = new Map<string, number>();

  indexOf(node: Node): number {
    const key = `${node.clash},${node.run},${node.group}`;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.nodes.length);
    return this.nodes.push(node) - 1;
  }
}

function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}

/** Remembers answers by a pair of small whole numbers. */
function memo<T>(compute: (id: number, index: number) => T): (id: number, index: number) => T {
  const known: T[][] = [];
  return (id, index) => {
    let row = known[id];
    if (!row) {
      row = [];
      known[id] = row;
    }
    let answer = row[index];
    if (answer === undefined) {
      answer = compute(id, index);
      row[index] = answer;
    }
    return answer;
  };
}
