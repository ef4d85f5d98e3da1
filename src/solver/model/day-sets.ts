/**
 * Lines of runs over the same days, gathered: a person's lines that count the same shifts and have the same fixed days turn
 * on and off together, so their days are kept once. What a run costs is a list by its length and the edges it touches.
 */

import { type RunLine, runAmount } from '../../constraints/run-amount.ts';
import { intAt, realAt } from '../../kernel/typed-at.ts';
import type { Model } from './model.ts';
import { type LineTable, lineCost } from './slot-table.ts';

export interface DaySets {
  readonly count: number;
  readonly days: number;
  /** Days of cell c are entries `start[c]` up to `start[c + 1]`: each is set × days + day. */
  readonly start: Int32Array;
  readonly day: Int32Array;
  /** 1 by set × days + day: on whatever is taken. */
  readonly fixedOn: Uint8Array;
  /** Lines of set i are `lines[lineStart[i]]` up to `lineStart[i + 1]`. */
  readonly lineStart: Int32Array;
  readonly lines: Int32Array;
  /** By line: where its list begins in `costs`, and the one of runs that fixed days alone make, which are never too short. */
  readonly costAt: Int32Array;
  readonly fixedCostAt: Int32Array;
  /** By list: (1 when it begins the horizon + 2 when it ends it) × (days + 1) + length. */
  readonly costs: Float64Array;
  /** By line: 1 where days on are fixed, so that its runs are not told by length. */
  readonly isOdd: Uint8Array;
  /** By line: cost of one unit, level weighed in. */
  readonly weight: Float64Array;
  /** By person: what their lines cost when they stand nothing. */
  readonly empty: Float64Array;
}

/** `weights` by level index. */
export function buildDaySets(model: Model, weights: Float64Array): DaySets {
  const { lines } = model.slots;
  const { days } = lines;
  const setOf = setsOf(model);
  const count = setOf.reduce((most, set) => Math.max(most, set + 1), 0);
  const fixedOn = new Uint8Array(count * days);
  const ofSet = Array.from({ length: count }, (): number[] => []);
  const empty = new Float64Array(model.cells.people);
  const weight = Float64Array.from(lines.level, (level) => realAt(weights, level));
  setOf.forEach((set, line) => {
    const own = lines.own[line] as RunLine;
    fixedOn.set(own.fixedOn, set * days);
    ofSet[set]?.push(line);
    const person = intAt(lines.person, line);
    const cost = realAt(weight, line) * lineCost(lines, line, (day) => own.fixedOn[day] === 1);
    empty[person] = realAt(empty, person) + cost;
  });
  const lineStart = new Int32Array(count + 1);
  ofSet.forEach((each, set) => {
    lineStart[set + 1] = intAt(lineStart, set) + each.length;
  });
  return {
    count,
    days,
    ...daysOfCells(model, setOf),
    fixedOn,
    lineStart,
    lines: Int32Array.from(ofSet.flat()),
    ...costsOf(lines, weight),
    isOdd: Uint8Array.from(lines.own, ({ on, fixedOn: fixed }) => (on && fixed.includes(1) ? 1 : 0)),
    weight,
    empty,
  };
}

/** Line → its set. */
function setsOf({ problem, slots }: Model): Int32Array {
  const shiftsKey = problem.runs.map(({ shifts }) => shifts.join());
  const known = new Map<string, number>();
  return Int32Array.from(slots.lines.own, ({ fixedOn }, line) => {
    const shifts = shiftsKey[intAt(slots.lines.term, line)];
    const key = `${slots.lines.person[line]} ${shifts} ${fixedOn.join('')}`;
    const set = known.get(key) ?? known.size;
    known.set(key, set);
    return set;
  });
}

function daysOfCells({ slots, cells }: Model, setOf: Int32Array): Pick<DaySets, 'start' | 'day'> {
  const { days } = slots.lines;
  const start = new Int32Array(cells.count + 1);
  const day: number[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    const first = day.length;
    for (let e = intAt(slots.start, cell); e < intAt(slots.start, cell + 1); e++) {
      const offset = intAt(slots.slot, e) - slots.groupSlots;
      if (offset < 0) continue;
      const at = intAt(setOf, Math.floor(offset / days)) * days + (offset % days);
      if (!day.includes(at, first)) day.push(at);
    }
    start[cell + 1] = day.length;
  }
  return { start, day: Int32Array.from(day) };
}

/** Lines with the same bounds share lists. */
function costsOf(lines: LineTable, weight: Float64Array): Pick<DaySets, 'costAt' | 'fixedCostAt' | 'costs'> {
  const costs: number[] = [];
  const known = new Map<string, number>();
  const listOf = (line: number, least: number): number => {
    const { on, most, before, after } = lines.own[line] as RunLine;
    const unit = realAt(weight, line) * intAt(lines.weight, line);
    const key = [on, least, most, before, after, unit].join(' ');
    const at = known.get(key) ?? costs.length;
    if (at === costs.length) {
      known.set(key, at);
      costs.push(...listed({ ...(lines.own[line] as RunLine), least }, unit));
    }
    return at;
  };
  return {
    costAt: Int32Array.from(lines.own, ({ least }, line) => listOf(line, least)),
    fixedCostAt: Int32Array.from(lines.own, (_, line) => listOf(line, 0)),
    costs: Float64Array.from(costs),
  };
}

function listed(own: RunLine, unit: number): number[] {
  const { days } = own;
  const line = { ...own, fixedOn: new Uint8Array(days) };
  const costs = new Array<number>(4 * (days + 1)).fill(0);
  for (let edges = 0; edges < 4; edges++) {
    for (let length = 0; length <= days; length++) {
      const from = edges === 2 ? days - length : edges === 0 ? 1 : 0;
      const to = from + length - 1;
      const touches = (from === 0 ? 1 : 0) + (to === days - 1 ? 2 : 0);
      if (touches === edges) costs[edges * (days + 1) + length] = unit * runAmount(line, from, to);
    }
  }
  return costs;
}
