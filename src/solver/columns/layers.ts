/**
 * The graph that pricing walks: for each day rows of states, each row a vector over one count, and arcs that shift one
 * vector onto another. Only states that can be reached and completed are kept, which is what makes pricing quick.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { DayArc, DayAutomaton } from './automaton.ts';
import type { CarriedMeasure } from './measures.ts';

/** Arcs of one day, grouped by the row they leave. */
export interface LayerArcs {
  /** First and one past the last state an arc may leave from. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Target state − source state. */
  readonly shift: Int32Array;
  readonly choice: Int32Array;
  /** Arcs of row r: `starts[r]` up to `starts[r + 1]`. */
  readonly starts: Int32Array;
  /** States of row r: `states[r]` up to `states[r + 1]`. */
  readonly states: Int32Array;
  /** By choice: the pattern taken and the cost besides its shifts. */
  readonly pattern: Int32Array;
  readonly cost: Float64Array;
}

export interface LayeredGraph {
  readonly days: readonly LayerArcs[];
  /** States over all days, day after day. */
  readonly size: number;
  /** First state after the last day, and the end cost of each state from there. */
  readonly endStart: number;
  readonly endCost: Float64Array;
}

const MOST_STATES = 6_000_000;
const MOST_ROWS_A_DAY = 60_000;

/** Undefined when the counts multiply to more states than pricing can walk. */
export function layeredGraph(
  automaton: DayAutomaton,
  digits: readonly CarriedMeasure[],
  along: CarriedMeasure | undefined,
): LayeredGraph | undefined {
  const days: Layer[] = [new Layer()];
  (days[0] as Layer).rowOf(0, 0, 0);
  for (let day = 0; day < automaton.arcs.length; day++) {
    const next = new Layer();
    walkDay({ day, automaton, digits, along }, days[day] as Layer, next);
    if (next.keys.length > MOST_ROWS_A_DAY) return undefined;
    days.push(next);
  }
  completeWindows(days, along);
  return assemble(days, along);
}

interface RowArc {
  readonly from: number;
  readonly to: number;
  readonly added: number;
  readonly pattern: number;
  readonly cost: number;
}

/** Rows of states between two days, with the window of counts that each can hold. */
class Layer {
  readonly keys: { node: number; digits: number }[] = [];
  readonly low: number[] = [];
  readonly high: number[] = [];
  readonly arcs: RowArc[] = [];
  readonly #index = new Map<number, number>();

  rowOf(node: number, digits: number, count: number): number {
    const key = digits * 65536 + node;
    let row = this.#index.get(key);
    if (row === undefined) {
      row = this.keys.push({ node, digits }) - 1;
      this.#index.set(key, row);
      this.low.push(count);
      this.high.push(count);
    }
    return row;
  }

  widen(row: number, low: number, high: number): void {
    if (low < numberAt(this.low, row)) this.low[row] = low;
    if (high > numberAt(this.high, row)) this.high[row] = high;
  }
}

interface Walk {
  readonly day: number;
  readonly automaton: DayAutomaton;
  readonly digits: readonly CarriedMeasure[];
  readonly along: CarriedMeasure | undefined;
}

function walkDay({ day, automaton, digits, along }: Walk, layer: Layer, next: Layer): void {
  const most = along?.most ?? 0;
  layer.keys.forEach(({ node, digits: code }, from) => {
    for (const arc of automaton.arcs[day]?.[node] ?? []) {
      const step = stepDigits(digits, code, arc, day);
      if (!step) continue;
      const added = along ? numberAt(arc.added, digits.length) / along.unit : 0;
      const low = numberAt(layer.low, from) + added;
      if (low > most) continue;
      const to = next.rowOf(arc.to, step.code, low);
      next.widen(to, low, Math.min(most, numberAt(layer.high, from) + added));
      layer.arcs.push({ from, to, added, pattern: arc.pattern, cost: arc.cost + step.cost });
    }
  });
}

/** Carries the counts one day on; undefined when one is forbidden. Measures are in the order of `arc.added`. */
function stepDigits(
  digits: readonly CarriedMeasure[],
  code: number,
  arc: DayArc,
  day: number,
): { code: number; cost: number } | undefined {
  let next = 0;
  let cost = 0;
  let rest = code;
  let radix = 1;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits[index] as CarriedMeasure;
    const size = digit.most + 1;
    let count = (rest % size) + numberAt(arc.added, index) / digit.unit;
    rest = Math.floor(rest / size);
    if (count > digit.most) {
      if (digit.strict) return undefined;
      cost += (count - digit.most) * digit.slope;
      count = digit.most;
    }
    if (day === digit.lastDay) {
      const end = realAt(digit.endCost, count);
      if (end === Number.POSITIVE_INFINITY) return undefined;
      cost += end;
      count = 0;
    }
    next += count * radix;
    radix *= size;
  }
  return { code: next, cost };
}

/** Narrows every window to the counts from which an allowed end can still be reached; empty ones get high < low. */
function completeWindows(days: readonly Layer[], along: CarriedMeasure | undefined): void {
  const last = days[days.length - 1] as Layer;
  const ends = along?.endCost ?? Float64Array.of(0);
  const lowest = ends.findIndex((cost) => cost < Number.POSITIVE_INFINITY);
  const highest = ends.findLastIndex((cost) => cost < Number.POSITIVE_INFINITY);
  last.keys.forEach((_, row) => {
    clip(last, row, lowest < 0 ? 1 : lowest, lowest < 0 ? 0 : highest);
  });
  for (let day = days.length - 2; day >= 0; day--) {
    const layer = days[day] as Layer;
    const next = days[day + 1] as Layer;
    const low = new Float64Array(layer.keys.length).fill(Number.POSITIVE_INFINITY);
    const high = new Float64Array(layer.keys.length).fill(Number.NEGATIVE_INFINITY);
    for (const { from, to, added } of layer.arcs) {
      if (numberAt(next.low, to) > numberAt(next.high, to)) continue;
      low[from] = Math.min(realAt(low, from), numberAt(next.low, to) - added);
      high[from] = Math.max(realAt(high, from), numberAt(next.high, to) - added);
    }
    layer.keys.forEach((_, row) => {
      clip(layer, row, realAt(low, row), realAt(high, row));
    });
  }
}

function clip(layer: Layer, row: number, low: number, high: number): void {
  layer.low[row] = Math.max(numberAt(layer.low, row), low);
  layer.high[row] = Math.min(numberAt(layer.high, row), high);
}

function assemble(days: readonly Layer[], along: CarriedMeasure | undefined): LayeredGraph | undefined {
  let size = 0;
  const offsets = days.map((layer) => {
    const starts = new Int32Array(layer.keys.length + 1);
    layer.keys.forEach((_, row) => {
      starts[row] = size;
      size += Math.max(0, numberAt(layer.high, row) - numberAt(layer.low, row) + 1);
    });
    starts[layer.keys.length] = size;
    return starts;
  });
  if (size > MOST_STATES) return undefined;
  const layers = days
    .slice(0, -1)
    .map((layer, day) =>
      layerArcs(layer, days[day + 1] as Layer, offsets[day] as Int32Array, offsets[day + 1] as Int32Array),
    );
  const last = days[days.length - 1] as Layer;
  const endStart = offsets[days.length - 1]?.[0] ?? size;
  const endCost: number[] = [];
  last.keys.forEach((_, row) => {
    for (let count = numberAt(last.low, row); count <= numberAt(last.high, row); count++) {
      endCost.push(along ? realAt(along.endCost, count) : 0);
    }
  });
  return { days: layers, size, endStart, endCost: Float64Array.from(endCost) };
}

function layerArcs(layer: Layer, next: Layer, states: Int32Array, nextStates: Int32Array): LayerArcs {
  const starts = new Int32Array(layer.keys.length + 1);
  const from: number[] = [];
  const until: number[] = [];
  const shift: number[] = [];
  const choice: number[] = [];
  const pattern: number[] = [];
  const cost: number[] = [];
  const choices = new Map<string, number>();
  // Arcs were found row by row, so they already stand grouped by the row they leave.
  for (const arc of layer.arcs) {
    const first = Math.max(numberAt(layer.low, arc.from), numberAt(next.low, arc.to) - arc.added);
    const last = Math.min(numberAt(layer.high, arc.from), numberAt(next.high, arc.to) - arc.added);
    if (first > last) continue;
    const source = intAt(states, arc.from) + first - numberAt(layer.low, arc.from);
    const target = intAt(nextStates, arc.to) + first + arc.added - numberAt(next.low, arc.to);
    const key = `${arc.pattern},${arc.cost}`;
    let index = choices.get(key);
    if (index === undefined) {
      index = pattern.push(arc.pattern) - 1;
      cost.push(arc.cost);
      choices.set(key, index);
    }
    from.push(source);
    until.push(source + last - first + 1);
    shift.push(target - source);
    choice.push(index);
    starts[arc.from + 1] = from.length;
  }
  for (let row = 0; row < layer.keys.length; row++) {
    starts[row + 1] = Math.max(intAt(starts, row + 1), intAt(starts, row));
  }
  return {
    from: Int32Array.from(from),
    until: Int32Array.from(until),
    shift: Int32Array.from(shift),
    choice: Int32Array.from(choice),
    starts,
    states,
    pattern: Int32Array.from(pattern),
    cost: Float64Array.from(cost),
  };
}
