/**
 * One person's days over a long horizon, laid flat to be walked many times. Patterns of a day that lead the same way from
 * everywhere are one choice, of which only the cheapest matters, so a year with thirty kinds of shift stays small. Counts
 * are not multiplied into the nodes: `person-relaxation.ts` charges them.
 */

import { numberAt } from '../../kernel/typed-at.ts';
import { type DayOptions, type DayPattern, dayOptions } from '../columns/day-patterns.ts';
import { carriedMeasure, measureCount, measureOf } from '../columns/measures.ts';
import { ClashMemory, GroupMemory, type MemoryStep, Numbering, RunMemory } from '../columns/memory.ts';
import type { PricerShape } from '../columns/priced-roster.ts';
import type { PersonModel } from '../columns/split-problem.ts';

/** Units added to counts. */
export interface Addition {
  readonly counts: readonly number[];
  readonly amounts: readonly number[];
}

export interface SeasonPattern {
  readonly cost: number;
  /** The shifts of each class it takes: the cheapest of each is meant. */
  readonly classes: readonly Int32Array[];
  /** Index among the graph's additions. */
  readonly addition: number;
}

/** What a way costs beside its pattern, with the groups it is the first to touch. */
export interface WayCost extends Addition {
  readonly cost: number;
}

export interface SeasonGraph {
  /** By day, by choice: the patterns that behave alike. */
  readonly choices: readonly (readonly (readonly SeasonPattern[])[])[];
  readonly additions: readonly Addition[];
  readonly wayCosts: readonly WayCost[];
  /** First node of each day and, last, one past the ends; node 0 is the start. */
  readonly nodeStarts: Int32Array;
  /** First way out of each node and, last, one past them all. */
  readonly wayStarts: Int32Array;
  readonly to: Int32Array;
  /** By way: index among the day's choices. */
  readonly choice: Int32Array;
  /** By way: index among `wayCosts`. */
  readonly wayCost: Int32Array;
  /** By count: what each number of units costs, from none to the most that can be reached. */
  readonly ends: readonly Float64Array[];
}

/** One person of a year has some sixteen thousand, whatever the kinds of shift. */
const MOST_WAYS = 400_000;

/** Undefined when the person's days have too many ways to walk. */
export function seasonGraph(
  model: PersonModel,
  shape: Pick<PricerShape, 'days' | 'shiftDay' | 'clashes'>,
): SeasonGraph | undefined {
  const measures = Array.from({ length: measureCount(model) }, (_, id) => measureOf(model, id));
  const options = dayOptions({ ...shape, shifts: model.shifts, runs: model.runs, measures });
  return options && new Builder(model, shape, options).build();
}

interface Node {
  readonly clash: number;
  readonly run: number;
  readonly group: number;
}

/** Where a pattern leads from each state of each memory. */
interface Steps {
  readonly pattern: DayPattern;
  readonly clash: ReadonlyMap<number, MemoryStep>;
  readonly run: ReadonlyMap<number, MemoryStep>;
  readonly group: ReadonlyMap<number, { readonly next: number; readonly added: readonly number[] }>;
}

class Builder {
  readonly #options: DayOptions;
  readonly #clashes: ClashMemory;
  readonly #runs: RunMemory;
  readonly #groups: GroupMemory;
  /** By count. */
  readonly #isGroup: readonly boolean[];
  readonly #groupIds: readonly number[];
  readonly #units: readonly number[];
  readonly #endCosts: readonly Float64Array[];
  readonly #most: number[];
  readonly #additions = new Numbering<Addition>();
  readonly #wayCosts = new Numbering<WayCost>();
  readonly #wayStarts: number[] = [];
  readonly #to: number[] = [];
  readonly #choice: number[] = [];
  readonly #wayCost: number[] = [];

  constructor(model: PersonModel, { clashes }: Pick<PricerShape, 'clashes'>, options: DayOptions) {
    const ids = Array.from({ length: measureCount(model) }, (_, id) => id);
    const measures = ids.map((id) => measureOf(model, id));
    const carried = ids.map((id) => carriedMeasure(model, id, options, false));
    this.#options = options;
    this.#clashes = new ClashMemory(options, clashes);
    this.#runs = new RunMemory(model.runs);
    this.#groups = new GroupMemory(options, measures);
    this.#isGroup = measures.map(({ kind }) => kind === 'groups');
    this.#groupIds = ids.filter((id) => this.#isGroup[id]);
    this.#units = carried.map(({ unit }) => unit);
    this.#endCosts = carried.map(({ endCost }) => endCost);
    this.#most = ids.map(() => 0);
  }

  build(): SeasonGraph | undefined {
    const choices: SeasonPattern[][][] = [];
    const nodeStarts = [0];
    let nodes: readonly Node[] = [{ clash: 0, run: this.#runs.start, group: 0 }];
    let first = 0;
    for (const [day, patterns] of this.#options.patterns.entries()) {
      const alike = this.#alike(patterns.map((pattern) => this.#steps(nodes, day, pattern)));
      choices.push(alike.map((members) => members.map((steps) => this.#pattern(steps))));
      this.#raiseMost(alike.flat());
      const next = first + nodes.length;
      nodes = this.#lead(
        nodes,
        alike.map(([steps]) => steps as Steps),
        next,
      );
      first = next;
      nodeStarts.push(first);
      if (this.#to.length > MOST_WAYS) return undefined;
    }
    const ends = first + nodes.length;
    while (this.#wayStarts.length <= ends) this.#wayStarts.push(this.#to.length);
    return {
      choices,
      additions: this.#additions.values,
      wayCosts: this.#wayCosts.values,
      nodeStarts: Int32Array.from([...nodeStarts, ends]),
      wayStarts: Int32Array.from(this.#wayStarts),
      to: Int32Array.from(this.#to),
      choice: Int32Array.from(this.#choice),
      wayCost: Int32Array.from(this.#wayCost),
      ends: this.#endCosts.map((costs, id) => padded(costs, numberAt(this.#most, id))),
    };
  }

  #steps(nodes: readonly Node[], day: number, pattern: DayPattern): Steps {
    const stepsOf = <T>(ids: readonly number[], step: (id: number) => T): Map<number, T> =>
      new Map([...new Set(ids)].map((id) => [id, step(id)]));
    return {
      pattern,
      clash: stepsOf(
        nodes.map(({ clash }) => clash),
        (id) => this.#clashes.step(id, day, pattern),
      ),
      run: stepsOf(
        nodes.map(({ run }) => run),
        (id) => this.#runs.step(id, day, pattern),
      ),
      group: stepsOf(
        nodes.map(({ group }) => group),
        (id) => this.#groups.step(id, day, pattern),
      ),
    };
  }

  #alike(all: readonly Steps[]): Steps[][] {
    const alike = new Map<string, Steps[]>();
    for (const steps of all) {
      const { clash, run, group } = steps;
      const told = [
        ...[...clash.values(), ...run.values()].map(({ next, cost }) => `${next}:${cost}`),
        ...[...group.values()].map(({ next, added }) => `${next}:${this.#groupIds.map((id) => added[id])}`),
      ].join();
      const known = alike.get(told);
      if (known) known.push(steps);
      else alike.set(told, [steps]);
    }
    return [...alike.values()];
  }

  #pattern({ pattern, group }: Steps): SeasonPattern {
    const [step] = group.values();
    const addition = this.#addition(step?.added ?? [], false);
    return {
      cost: pattern.cost,
      classes: pattern.classes.map(({ shifts }) => shifts),
      addition: this.#additions.idOf(`${addition.counts};${addition.amounts}`, addition),
    };
  }

  /** What is added to counts of groups, or to the others. */
  #addition(added: readonly number[], ofGroups: boolean): Addition {
    const counts: number[] = [];
    const amounts: number[] = [];
    for (let id = 0; id < added.length; id++) {
      if (numberAt(added, id) === 0 || this.#isGroup[id] !== ofGroups) continue;
      counts.push(id);
      amounts.push(numberAt(added, id) / numberAt(this.#units, id));
    }
    return { counts, amounts };
  }

  #raiseMost(all: readonly Steps[]): void {
    this.#most.forEach((before, id) => {
      let most = 0;
      for (const { group } of all)
        for (const { added } of group.values()) most = Math.max(most, numberAt(added, id));
      this.#most[id] = before + most / numberAt(this.#units, id);
    });
  }

  /** Adds the ways out of each node; `next` is the number of the first node they lead to. */
  #lead(nodes: readonly Node[], choices: readonly Steps[], next: number): readonly Node[] {
    const following = new Numbering<Node>();
    for (const node of nodes) {
      this.#wayStarts.push(this.#to.length);
      choices.forEach((steps, place) => {
        const clash = steps.clash.get(node.clash) as MemoryStep;
        const run = steps.run.get(node.run) as MemoryStep;
        const group = steps.group.get(node.group) as { next: number; added: readonly number[] };
        const cost = clash.cost + run.cost;
        if (cost === Number.POSITIVE_INFINITY) return;
        const reached = { clash: clash.next, run: run.next, group: group.next };
        const touched = this.#addition(group.added, true);
        const key = `${cost};${touched.counts};${touched.amounts}`;
        this.#to.push(next + following.idOf(`${clash.next},${run.next},${group.next}`, reached));
        this.#choice.push(place);
        this.#wayCost.push(this.#wayCosts.idOf(key, { cost, ...touched }));
      });
    }
    return following.values;
  }
}

/** Beyond a strict limit a count may still be reached, at no finite cost. */
function padded(costs: Float64Array, most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, value) => costs[value] ?? Number.POSITIVE_INFINITY);
}
