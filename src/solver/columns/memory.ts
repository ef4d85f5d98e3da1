/**
 * What of the past still matters at the end of a day: shifts taken that clash with later ones, days in a row, groups
 * already touched. Each kind of memory is numbered, and its next number is worked out once.
 */

import { type RunLine, sparedAt } from '../../constraints/run-amount.ts';
import { intAt } from '../../kernel/typed-at.ts';
import { clashCost, type DayOptions, type DayPattern, type Measure } from './day-patterns.ts';
import type { Clashes, OwnRun } from './split-problem.ts';

/** `cost` is Infinity when the pattern may not follow. */
export interface MemoryStep {
  readonly next: number;
  readonly cost: number;
}

/** Numbers distinct values by their text, as they come. */
export class Numbering<T> {
  readonly #ids = new Map<string, number>();
  readonly #values: T[] = [];

  get values(): readonly T[] {
    return this.#values;
  }

  idOf(text: string, value: T): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, this.#values.length);
    return this.#values.push(value) - 1;
  }

  value(id: number): T {
    return this.#values[id] as T;
  }
}

/** What later classes cost. */
interface Pending {
  readonly costs: ReadonlyMap<number, number>;
  /** Of the last of them. */
  readonly lastDay: number;
}

const NONE_PENDING: Pending = { costs: new Map(), lastDay: -1 };

/** Remembers which later classes the shifts taken so far clash with, and at what cost. */
export class ClashMemory {
  readonly #pending = new Numbering<Pending>();
  readonly #later: readonly Pending[];
  /** By class: the number of what it alone leaves pending. */
  readonly #alone: number[] = [];
  readonly #options: DayOptions;

  constructor(options: DayOptions, clashes: Clashes) {
    this.#options = options;
    this.#pending.idOf('', NONE_PENDING);
    this.#later = options.classes.map((one) => {
      const costs = new Map<number, number>();
      for (let at = intAt(clashes.starts, one.sample); at < intAt(clashes.starts, one.sample + 1); at++) {
        const other = options.classes[intAt(options.classOf, intAt(clashes.others, at))];
        if (other && other.day > one.day) costs.set(other.id, clashCost(clashes, one.sample, other.sample));
      }
      return this.#sorted(costs);
    });
  }

  step(from: number, day: number, { classes }: DayPattern): MemoryStep {
    const pending = this.#pending.value(from);
    let cost = 0;
    for (const { id } of classes) cost += pending.costs.get(id) ?? 0;
    if (cost === Number.POSITIVE_INFINITY) return { next: 0, cost };
    const [only] = classes;
    // Nearly always: nothing reaches beyond the day, and one shift is taken at most.
    if (pending.lastDay <= day && classes.length < 2)
      return { next: only ? this.#idAlone(only.id) : 0, cost };
    const merged = new Map<number, number>();
    for (const [classId, price] of pending.costs) {
      if ((this.#options.classes[classId]?.day ?? 0) > day) merged.set(classId, price);
    }
    for (const taken of classes) {
      for (const [classId, price] of this.#later[taken.id]?.costs ?? []) {
        merged.set(classId, (merged.get(classId) ?? 0) + price);
      }
    }
    return { next: this.#idOf(this.#sorted(merged)), cost };
  }

  #idAlone(classId: number): number {
    this.#alone[classId] ??= this.#idOf(this.#later[classId] ?? NONE_PENDING);
    return this.#alone[classId] ?? 0;
  }

  #idOf(pending: Pending): number {
    return this.#pending.idOf([...pending.costs].join(), pending);
  }

  /** By class, so that equal ones read alike. */
  #sorted(costs: ReadonlyMap<number, number>): Pending {
    const entries = [...costs].sort((a, b) => a[0] - b[0]);
    const lastDay = Math.max(-1, ...entries.map(([id]) => this.#options.classes[id]?.day ?? 0));
    return { costs: new Map(entries), lastDay };
  }
}

/**
 * State of one run: days in a row, nought when outside the run. `spared` while fixed days alone make it, `open` when it
 * may have begun before what is known: neither is ever too short. Lengths stop at the last one that matters.
 */
interface RunState {
  readonly length: number;
  readonly kind: 'inside' | 'open' | 'spared';
}

/** Remembers the days in a row of every run rule at once. */
export class RunMemory {
  readonly #states = new Numbering<readonly RunState[]>();
  readonly #runs: readonly OwnRun[];
  readonly start: number;

  constructor(runs: readonly OwnRun[]) {
    this.#runs = runs;
    this.start = this.#idOf(runs.map(({ line }) => startOfRun(line)));
  }

  step(from: number, day: number, pattern: DayPattern): MemoryStep {
    let cost = 0;
    const next = this.#states.value(from).map((state, index) => {
      const { line, weight } = this.#runs[index] as OwnRun;
      const isOn = (pattern.runs & (1 << index)) !== 0 || line.fixedOn[day] === 1;
      const step = isOn === line.on ? dayInside(line, day, state) : dayOutside(line, day, state);
      if (step.amount > 0) cost += step.amount * weight;
      return step.next;
    });
    return { next: this.#idOf(next), cost };
  }

  #idOf(states: readonly RunState[]): number {
    return this.#states.idOf(states.map(({ length, kind }) => `${length}${kind}`).join(), states);
  }
}

const OUTSIDE: RunState = { length: 0, kind: 'inside' };

interface RunStep {
  readonly next: RunState;
  readonly amount: number;
}

function startOfRun({ before }: RunLine): RunState {
  return before < 0 ? { length: 0, kind: 'open' } : { length: before, kind: 'spared' };
}

/** One day more, and what the run then costs at the end of the horizon. */
function dayInside(line: RunLine, day: number, state: RunState): RunStep {
  const { least, most, before, after, days } = line;
  const excess = Math.max(0, state.length + 1 - most);
  // Days before the horizon are too many only once the run goes on within it.
  let amount = (day === 0 && before > 0 ? excess : Math.min(1, excess)) - sparedAt(line, day);
  const furthest = Math.max(1, least, most === Number.POSITIVE_INFINITY ? 0 : most);
  const length = Math.min(state.length + 1, furthest);
  const kind = length < least ? kindOn(line, day, state) : 'inside';
  if (day === days - 1) {
    const whole = length + Math.max(0, after);
    amount += Math.max(0, whole - most) - Math.max(0, length - most);
    if (after >= 0 && kind === 'inside') amount += Math.max(0, least - whole);
  }
  return { next: { length, kind }, amount };
}

/** An on-run is spared while all its days are fixed; an off-run when the day before it is. */
function kindOn({ on, fixedOn }: RunLine, day: number, { length, kind }: RunState): RunState['kind'] {
  if (length === 0 && day > 0) return fixedOn[on ? day : day - 1] === 1 ? 'spared' : 'inside';
  return kind === 'spared' && on && fixedOn[day] === 0 ? 'inside' : kind;
}

/** The run before the day is over; one that begins after the last day is judged as well. */
function dayOutside(line: RunLine, day: number, { length, kind }: RunState): RunStep {
  const { on, least, after, days, fixedOn } = line;
  const isSpared = kind === 'open' || (kind === 'spared' && (on || fixedOn[day] === 1));
  let amount = length > 0 && !isSpared ? Math.max(0, least - length) : 0;
  if (day === days - 1 && after > 0 && !on && fixedOn[day] === 0) amount += Math.max(0, least - after);
  return { next: OUTSIDE, amount };
}

type TouchedGroup = readonly [measure: number, group: number];

/** Remembers which groups are touched that later days can still touch. */
export class GroupMemory {
  readonly #touched = new Numbering<readonly TouchedGroup[]>();
  readonly #measures: readonly Measure[];
  /** By measure and group: the last day on which the person can touch it. */
  readonly #lastDay: readonly ReadonlyMap<number, number>[];

  constructor(options: DayOptions, measures: readonly Measure[]) {
    this.#measures = measures;
    this.#touched.idOf('', []);
    this.#lastDay = measures.map((measure) => {
      const last = new Map<number, number>();
      if (measure.kind === 'counter') return last;
      for (const one of options.classes) {
        const group = intAt(measure.groupOf, one.sample);
        if (group >= 0) last.set(group, Math.max(one.day, last.get(group) ?? 0));
      }
      return last;
    });
  }

  /** `added[m]`: what the pattern adds to measure m. */
  step(from: number, day: number, pattern: DayPattern): { next: number; added: readonly number[] } {
    const touched = new Map(this.#touched.value(from).map((entry) => [entry.join(), entry]));
    const added = this.#measures.map((measure, index) => {
      let sum = 0;
      for (const { sample } of pattern.classes) {
        if (measure.kind === 'counter') {
          sum += intAt(measure.coefficientOf, sample);
          continue;
        }
        const entry: TouchedGroup = [index, intAt(measure.groupOf, sample)];
        if (entry[1] < 0 || touched.has(entry.join())) continue;
        touched.set(entry.join(), entry);
        sum++;
      }
      return sum;
    });
    const kept = [...touched.values()]
      .filter(([measure, group]) => (this.#lastDay[measure]?.get(group) ?? 0) > day)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return { next: this.#touched.idOf(kept.join(';'), kept), added };
  }
}
