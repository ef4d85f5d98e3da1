/**
 * Bounds on runs of days as a flow: for each person a path through the horizon, a column a block of days on or off. A
 * sliding window sees only its own few days; a path prices whole blocks, and its relaxation is far tighter.
 */

import { sparedAt } from '../../constraints/run-amount.ts';
import { byteAt, intAt } from '../../kernel/typed-at.ts';
import { type LineTable, runCost } from '../model/slot-table.ts';
import { type Draft, programLevel } from './draft.ts';
import { FREE, type LevelCosts } from './program-builder.ts';

/** The lines of one person over the same shifts: bounds on days on and on days off together make one flow. */
interface Flow {
  readonly person: number;
  readonly lines: readonly number[];
  /** By day: free cells of the person that begin on it, and whether a pin or a fixed duty makes the day on. */
  readonly cellsOfDay: readonly (readonly number[])[];
  readonly alwaysOn: readonly boolean[];
}

export function addRunFlows(draft: Draft): void {
  for (const flow of flowsOf(draft)) new FlowWriter(draft, flow).write();
}

function flowsOf({ model, level }: Draft): Flow[] {
  const { lines } = model.slots;
  const keyOfTerm = model.problem.runs.map((term) => term.shifts.join());
  const keyOf = (line: number): string =>
    [lines.person[line], keyOfTerm[intAt(lines.term, line)], lines.own[line]?.fixedOn.join('')].join(':');
  const flows = new Map<string, number[]>();
  for (let line = 0; line < lines.count; line++) {
    if (programLevel(byteAt(lines.level, line)) > level) continue;
    const key = keyOf(line);
    flows.set(key, [...(flows.get(key) ?? []), line]);
  }
  return [...flows.values()].map((own) => flowOf(model, own));
}

function flowOf({ cells, problem, slots }: Draft['model'], own: readonly number[]): Flow {
  const [line = 0] = own;
  const person = intAt(slots.lines.person, line);
  const cellsOfDay = Array.from({ length: problem.days }, (): number[] => []);
  const fixedOn = slots.lines.own[line]?.fixedOn ?? new Uint8Array(problem.days);
  const alwaysOn = Array.from(fixedOn, (fixed) => fixed === 1);
  for (const s of problem.runs[intAt(slots.lines.term, line)]?.shifts ?? []) {
    const cell = intAt(cells.at, person * cells.shifts + s);
    const day = intAt(problem.shiftDay, s);
    if (cell < 0) continue;
    if (cells.pinned[cell] === 1) alwaysOn[day] = true;
    else cellsOfDay[day]?.push(cell);
  }
  return { person, lines: own, cellsOfDay, alwaysOn };
}

const OFF = 0;
const ON = 1;

/**
 * Nodes: a run of a state begins on a day; a run has reached the length beyond which only the price of each further day
 * matters (`long`). Balance rows are written at the end, when all arcs are known.
 */
class FlowWriter {
  readonly #draft: Draft;
  readonly #flow: Flow;
  readonly #days: number;
  readonly #lines: LineTable;
  /** By node: arcs out (+1) and in (−1). */
  readonly #arcs: { column: number; sign: number }[][];
  /** By day: arcs on which the day is on. */
  readonly #onArcs: number[][];

  constructor(draft: Draft, flow: Flow) {
    this.#draft = draft;
    this.#flow = flow;
    this.#lines = draft.model.slots.lines;
    this.#days = this.#lines.days;
    this.#arcs = Array.from({ length: 4 * this.#days }, () => []);
    this.#onArcs = Array.from({ length: this.#days }, () => []);
  }

  write(): void {
    for (const state of [OFF, ON]) {
      const reach = this.#reachOf(state);
      for (let day = 0; day < this.#days; day++) {
        this.#addBlocks(state, day, reach);
        this.#addLongArcs(state, day, reach);
      }
    }
    this.#writeBalances();
    for (let day = 0; day < this.#days; day++) this.#linkDay(day);
  }

  #begin(state: number, day: number): number {
    return (state * 2 + 0) * this.#days + day;
  }

  #long(state: number, day: number): number {
    return (state * 2 + 1) * this.#days + day;
  }

  #linesOf(state: number): number[] {
    return this.#flow.lines.filter((line) => this.#lines.on[line] === state);
  }

  /** Days after which a run of the state is long: neither too short nor within its most. */
  #reachOf(state: number): number {
    let reach = 1;
    for (const line of this.#linesOf(state)) {
      const least = intAt(this.#lines.least, line);
      const most = intAt(this.#lines.most, line);
      const { before = 0, after = 0 } = this.#lines.own[line] ?? {};
      const longest = this.#days + Math.max(0, before) + Math.max(0, after);
      reach = Math.max(reach, least, most < longest ? most : 0);
    }
    return Math.min(reach, this.#days);
  }

  /** A day can be in the state: on needs a cell, off forbids what is always on. */
  #allows(state: number, day: number): boolean {
    const always = this.#flow.alwaysOn[day] === true;
    return state === OFF ? !always : always || (this.#flow.cellsOfDay[day]?.length ?? 0) > 0;
  }

  #addBlocks(state: number, day: number, reach: number): void {
    for (let length = 1; length <= reach && day + length <= this.#days; length++) {
      if (!this.#allows(state, day + length - 1)) return;
      const next = day + length;
      const target = length === reach ? this.#long(state, next) : this.#begin(1 - state, next);
      this.#addArc({
        state,
        from: this.#begin(state, day),
        to: next < this.#days ? target : undefined,
        days: [day, next],
        costs: this.#costsOf(state, day, next - 1),
      });
    }
  }

  /** From a long run one more day, or the other state. */
  #addLongArcs(state: number, day: number, reach: number): void {
    if (day < reach) return;
    const from = this.#long(state, day);
    this.#addArc({ state, from, to: this.#begin(1 - state, day), days: [day, day], costs: FREE });
    if (!this.#allows(state, day)) return;
    const to = day + 1 < this.#days ? this.#long(state, day + 1) : undefined;
    this.#addArc({ state, from, to, days: [day, day + 1], costs: this.#longCosts(state, day) });
  }

  /** One day more of a run that is long: too many by one, unless fixed days alone are; at the end by what follows too. */
  #longCosts(state: number, day: number): LevelCosts {
    const costs: [number, number, number] = [0, 0, 0];
    const isLast = day === this.#days - 1;
    for (const line of this.#linesOf(state)) {
      const own = this.#lines.own[line];
      if (!own || intAt(this.#lines.most, line) >= this.#days) continue;
      const days = 1 - sparedAt(own, day) + (isLast ? Math.max(0, own.after) : 0);
      this.#add(costs, line, days * intAt(this.#lines.weight, line));
    }
    return isLast ? this.#withEdge(costs, state, this.#days) : costs;
  }

  /** Costs of the block [first, last], and of runs of the other state that end just before the horizon or begin after. */
  #costsOf(state: number, first: number, last: number): LevelCosts {
    let costs: [number, number, number] = [0, 0, 0];
    for (const line of this.#linesOf(state)) this.#add(costs, line, runCost(this.#lines, line, first, last));
    if (first === 0) costs = this.#withEdge(costs, state, 0);
    return last === this.#days - 1 ? this.#withEdge(costs, state, this.#days) : costs;
  }

  #withEdge(costs: LevelCosts, state: number, edge: number): [number, number, number] {
    const all: [number, number, number] = [...costs];
    for (const line of this.#linesOf(1 - state))
      this.#add(all, line, runCost(this.#lines, line, edge, edge - 1));
    return all;
  }

  #add(costs: [number, number, number], line: number, cost: number): void {
    const level = programLevel(byteAt(this.#lines.level, line));
    costs[level] = (costs[level] ?? 0) + cost;
  }

  /** `days` is half-open; without `to` the arc ends the horizon. */
  #addArc(arc: {
    state: number;
    from: number;
    to: number | undefined;
    days: readonly [number, number];
    costs: LevelCosts;
  }): void {
    const column = this.#draft.builder.column(arc.costs, 1);
    this.#arcs[arc.from]?.push({ column, sign: 1 });
    if (arc.to !== undefined) this.#arcs[arc.to]?.push({ column, sign: -1 });
    if (arc.state === OFF) return;
    for (let day = arc.days[0]; day < arc.days[1]; day++) this.#onArcs[day]?.push(column);
  }

  /** What comes in goes out; one unit begins on day 0, on or off. */
  #writeBalances(): void {
    const { builder } = this.#draft;
    const first = [this.#begin(OFF, 0), this.#begin(ON, 0)];
    for (const node of first) for (const { column } of this.#arcs[node] ?? []) builder.entry(column, 1);
    builder.row(1, 1);
    this.#arcs.forEach((arcs, node) => {
      if (first.includes(node) || arcs.length === 0) return;
      for (const { column, sign } of arcs) builder.entry(column, sign);
      builder.row(0, 0);
    });
  }

  /** The day is on exactly when one of its cells is taken. */
  #linkDay(day: number): void {
    const { builder, columnOf } = this.#draft;
    const members = this.#flow.cellsOfDay[day] ?? [];
    if (members.length === 0 || this.#flow.alwaysOn[day] === true) return;
    const arcs = this.#onArcs[day] ?? [];
    const write = (cells: readonly number[], low: number, high: number): void => {
      for (const cell of cells) builder.entry(intAt(columnOf, cell), 1);
      for (const column of arcs) builder.entry(column, -1);
      builder.row(low, high);
    };
    const parts = this.#cliquesWithin(members);
    write(members, 0, parts.length === 1 ? 0 : Infinity);
    if (parts.length > 1) for (const part of parts) write(part, -Infinity, 0);
  }

  /** The cells split into cliques of which at most one is taken. */
  #cliquesWithin(members: readonly number[]): number[][] {
    const left = new Set(members);
    const parts: number[][] = [];
    for (const clique of this.#draft.cliques[this.#flow.person] ?? []) {
      const part = [...clique].filter((cell) => left.has(cell));
      if (part.length < 2) continue;
      parts.push(part);
      for (const cell of part) left.delete(cell);
    }
    return [...parts, ...[...left].map((cell) => [cell])];
  }
}
