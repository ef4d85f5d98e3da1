/**
 * Days of a long horizon, laid flat to be walked many times: what may follow what, by shifts, days in a row and groups
 * touched. Patterns of a day that lead the same way from everywhere are one choice, of which only the cheapest matters. What
 * shifts cost and count is not in it, so people under equal rules share one, and thirty kinds of shift are no more to walk
 * than the few that unlike kinds may follow.
 */

import { intAt, numberAt } from '../../kernel/typed-at.ts';
import { type DayOptions, type DayPattern, dayOptions } from '../columns/day-patterns.ts';
import { measureOf } from '../columns/measures.ts';
import { ClashMemory, GroupMemory, type MemoryStep, Numbering, RunMemory } from '../columns/memory.ts';
import type { PricerShape } from '../columns/priced-roster.ts';
import type { PersonModel } from '../columns/split-problem.ts';

export interface SeasonPattern {
  /** Soft clashes inside the day. */
  readonly cost: number;
  /** Of each the cheapest shift is meant. */
  readonly classes: readonly number[];
}

/** What a way costs beside its pattern, and the groups it is the first to touch, by number among the person's. */
export interface WayCost {
  readonly cost: number;
  readonly groups: readonly number[];
  readonly amounts: readonly number[];
}

export interface SeasonGraph {
  /** Class c has the shifts `classShifts[classStarts[c]]` up to `classStarts[c + 1]`: nothing but costs and counts tells them apart. */
  readonly classStarts: Int32Array;
  readonly classShifts: Int32Array;
  /** By choice: the patterns that behave alike. */
  readonly choices: readonly (readonly SeasonPattern[])[];
  /** First choice of each day and, last, one past them all. */
  readonly choiceStarts: Int32Array;
  readonly wayCosts: readonly WayCost[];
  /** First node of each day and, last, one past the ends; node 0 is the start. */
  readonly nodeStarts: Int32Array;
  /** First leg of each day and, last, one past them all: what ways out of several nodes share. */
  readonly legStarts: Int32Array;
  /** By leg: a choice, where it leads, and what it costs beside, among `wayCosts`. */
  readonly choice: Int32Array;
  readonly to: Int32Array;
  readonly wayCost: Int32Array;
  /** First way out of each node and, last, one past them all. */
  readonly wayStarts: Int32Array;
  /** By way. */
  readonly leg: Int32Array;
}

/** A year has some sixteen thousand, whatever the kinds of shift. */
const MOST_WAYS = 400_000;

export function shiftsOfClass({ classStarts, classShifts }: SeasonGraph, id: number): Int32Array {
  return classShifts.subarray(intAt(classStarts, id), intAt(classStarts, id + 1));
}

/**
 * @param model one of those who share it.
 * @param shifts those that any of them may take, ascending.
 * @returns undefined when the days have too many ways to walk.
 */
export function seasonGraph(
  model: PersonModel,
  shifts: Int32Array,
  shape: Pick<PricerShape, 'days' | 'shiftDay' | 'clashes'>,
): SeasonGraph | undefined {
  const measures = model.groups.map((_, group) => measureOf(model, model.counters.length + group));
  const options = dayOptions({ ...shape, shifts, runs: model.runs, measures });
  if (!options) return undefined;
  return new Builder(options, {
    clashes: new ClashMemory(options, shape.clashes),
    runs: new RunMemory(model.runs),
    groups: new GroupMemory(options, measures),
  }).build();
}

interface Memories {
  readonly clashes: ClashMemory;
  readonly runs: RunMemory;
  readonly groups: GroupMemory;
}

interface Node {
  readonly clash: number;
  readonly run: number;
  readonly group: number;
}

interface Leg {
  readonly choice: number;
  readonly to: number;
  readonly wayCost: number;
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
  readonly #memories: Memories;
  readonly #wayCosts = new Numbering<WayCost>();
  readonly #legs: Leg[] = [];
  readonly #wayStarts: number[] = [];
  readonly #ways: number[] = [];

  constructor(options: DayOptions, memories: Memories) {
    this.#options = options;
    this.#memories = memories;
  }

  build(): SeasonGraph | undefined {
    const choices: SeasonPattern[][] = [];
    const choiceStarts = [0];
    const nodeStarts = [0];
    const legStarts = [0];
    let nodes: readonly Node[] = [{ clash: 0, run: this.#memories.runs.start, group: 0 }];
    let first = 0;
    for (const [day, patterns] of this.#options.patterns.entries()) {
      const alike = alikeOf(patterns.map((pattern) => this.#steps(nodes, day, pattern)));
      const next = first + nodes.length;
      nodes = this.#lead(
        nodes,
        alike.map(([steps]) => steps as Steps),
        { next, firstChoice: choices.length },
      );
      choices.push(...alike.map((members) => members.map(({ pattern }) => patternOf(pattern))));
      choiceStarts.push(choices.length);
      first = next;
      nodeStarts.push(first);
      legStarts.push(this.#legs.length);
      if (this.#ways.length > MOST_WAYS) return undefined;
    }
    const classStarts = [0];
    for (const { shifts } of this.#options.classes)
      classStarts.push((classStarts.at(-1) ?? 0) + shifts.length);
    const ends = first + nodes.length;
    while (this.#wayStarts.length <= ends) this.#wayStarts.push(this.#ways.length);
    return {
      classStarts: Int32Array.from(classStarts),
      classShifts: Int32Array.from(this.#options.classes.flatMap(({ shifts }) => [...shifts])),
      choices,
      choiceStarts: Int32Array.from(choiceStarts),
      wayCosts: this.#wayCosts.values,
      nodeStarts: Int32Array.from([...nodeStarts, ends]),
      legStarts: Int32Array.from(legStarts),
      choice: Int32Array.from(this.#legs, ({ choice }) => choice),
      to: Int32Array.from(this.#legs, ({ to }) => to),
      wayCost: Int32Array.from(this.#legs, ({ wayCost }) => wayCost),
      wayStarts: Int32Array.from(this.#wayStarts),
      leg: Int32Array.from(this.#ways),
    };
  }

  #steps(nodes: readonly Node[], day: number, pattern: DayPattern): Steps {
    const stepsOf = <T>(ids: readonly number[], step: (id: number) => T): Map<number, T> =>
      new Map([...new Set(ids)].map((id) => [id, step(id)]));
    const { clashes, runs, groups } = this.#memories;
    return {
      pattern,
      clash: stepsOf(
        nodes.map(({ clash }) => clash),
        (id) => clashes.step(id, day, pattern),
      ),
      run: stepsOf(
        nodes.map(({ run }) => run),
        (id) => runs.step(id, day, pattern),
      ),
      group: stepsOf(
        nodes.map(({ group }) => group),
        (id) => groups.step(id, day, pattern),
      ),
    };
  }

  /** Adds the ways out of each node; `next` is the number of the first node they lead to. */
  #lead(
    nodes: readonly Node[],
    choices: readonly Steps[],
    { next, firstChoice }: { next: number; firstChoice: number },
  ): readonly Node[] {
    const following = new Numbering<Node>();
    const legs = new Numbering<Leg>();
    const firstLeg = this.#legs.length;
    for (const node of nodes) {
      this.#wayStarts.push(this.#ways.length);
      choices.forEach((steps, place) => {
        const clash = steps.clash.get(node.clash) as MemoryStep;
        const run = steps.run.get(node.run) as MemoryStep;
        const group = steps.group.get(node.group) as { next: number; added: readonly number[] };
        const cost = clash.cost + run.cost;
        if (cost === Number.POSITIVE_INFINITY) return;
        const reached = { clash: clash.next, run: run.next, group: group.next };
        const touched = [...group.added.keys()].filter((of) => numberAt(group.added, of) > 0);
        const amounts = touched.map((of) => numberAt(group.added, of));
        const leg = {
          choice: firstChoice + place,
          to: next + following.idOf(`${clash.next},${run.next},${group.next}`, reached),
          wayCost: this.#wayCosts.idOf(`${cost};${touched};${amounts}`, { cost, groups: touched, amounts }),
        };
        this.#ways.push(firstLeg + legs.idOf(`${place},${leg.to},${leg.wayCost}`, leg));
      });
    }
    this.#legs.push(...legs.values);
    return following.values;
  }
}

function patternOf({ cost, classes }: DayPattern): SeasonPattern {
  return { cost, classes: classes.map(({ id }) => id) };
}

function alikeOf(all: readonly Steps[]): Steps[][] {
  const alike = new Map<string, Steps[]>();
  for (const steps of all) {
    const { clash, run, group } = steps;
    const told = [
      ...[...clash.values(), ...run.values()].map(({ next, cost }) => `${next}:${cost}`),
      ...[...group.values()].map(({ next, added }) => `${next}:${added}`),
    ].join();
    const known = alike.get(told);
    if (known) known.push(steps);
    else alike.set(told, [steps]);
  }
  return [...alike.values()];
}
