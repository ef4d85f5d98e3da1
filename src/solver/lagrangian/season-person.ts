/**
 * One person's days with what they cost: the cheapest shift of each class and the cheapest pattern of each choice at given
 * prices. Pinned shifts are taken, whatever they cost.
 */

import { intAt, numberAt, realAt } from '../../kernel/typed-at.ts';
import type { PersonModel } from '../columns/split-problem.ts';
import { chargesOf, type SeasonCounts, seasonCounts } from './season-counts.ts';
import { type SeasonGraph, type SeasonPattern, shiftsOfClass } from './season-graph.ts';

const NOTHING = Number.POSITIVE_INFINITY;

export class SeasonPerson {
  readonly model: PersonModel;
  readonly graph: SeasonGraph;
  readonly counts: SeasonCounts;
  /** Shifts that pins of the same class rule out. */
  readonly #shut: readonly number[];
  /** Patterns of days with pins that lack one of them; undefined where there are no pins. */
  readonly #lacking: ReadonlySet<SeasonPattern> | undefined;

  /** @param pins shifts of this person. */
  constructor(model: PersonModel, graph: SeasonGraph, pins: readonly number[]) {
    this.model = model;
    this.graph = graph;
    this.counts = seasonCounts(model, graph);
    const isPinned = new Set(pins);
    const pinned = [...Array(graph.classStarts.length - 1).keys()].filter((id) =>
      shiftsOfClass(graph, id).some((of) => isPinned.has(of)),
    );
    this.#shut = pinned.flatMap((id) => [...shiftsOfClass(graph, id)].filter((of) => !isPinned.has(of)));
    this.#lacking = pins.length === 0 ? undefined : patternsWithout(graph, new Set(pinned));
  }

  get days(): number {
    return this.graph.choiceStarts.length - 1;
  }

  /** What a number of units of each count is charged, added to prices and to what the shifts cost by themselves. */
  priceShifts(prices: Float64Array, charges: Float64Array, into: Float64Array): void {
    const { cellCost } = this.model;
    const { classShifts } = this.graph;
    const { additionOf } = this.counts;
    const charged = chargesOf(this.counts, charges);
    for (let at = 0; at < classShifts.length; at++) {
      const shift = intAt(classShifts, at);
      into[shift] =
        realAt(cellCost, shift) + realAt(prices, shift) + realAt(charged, intAt(additionOf, shift));
    }
    for (const shift of this.#shut) into[shift] = NOTHING;
  }

  /** By what ways cost beside: that, and what the groups touched are charged. */
  chargeWays(charges: Float64Array): Float64Array {
    const first = this.model.counters.length;
    return Float64Array.from(this.graph.wayCosts, ({ cost, groups, amounts }) =>
      groups.reduce((sum, group, i) => sum + realAt(charges, first + group) * numberAt(amounts, i), cost),
    );
  }

  isOpen(pattern: SeasonPattern): boolean {
    return this.#lacking === undefined || !this.#lacking.has(pattern);
  }
}

/** Of the days on which one of the classes lies, those that lack one. */
function patternsWithout(graph: SeasonGraph, pinned: ReadonlySet<number>): ReadonlySet<SeasonPattern> {
  const lacking = new Set<SeasonPattern>();
  for (let day = 0; day + 1 < graph.choiceStarts.length; day++) {
    const from = intAt(graph.choiceStarts, day);
    const patterns = graph.choices.slice(from, intAt(graph.choiceStarts, day + 1)).flat();
    const asked = new Set(patterns.flatMap(({ classes }) => classes.filter((id) => pinned.has(id))));
    for (const pattern of patterns)
      if (pattern.classes.filter((id) => asked.has(id)).length < asked.size) lacking.add(pattern);
  }
  return lacking;
}

/** The cheapest of each class and of each choice, at prices that everything is included in. */
export class Cheapest {
  /** By class; −1 where none may be taken. */
  readonly shift: Int32Array;
  /** By choice. */
  readonly cost: Float64Array;
  readonly pattern: SeasonPattern[] = [];

  constructor(person: SeasonPerson, prices: Float64Array) {
    const { classStarts, classShifts, choices } = person.graph;
    this.shift = new Int32Array(classStarts.length - 1).fill(-1);
    const classCost = new Float64Array(this.shift.length);
    for (let id = 0; id < classCost.length; id++) {
      let least = NOTHING;
      const past = intAt(classStarts, id + 1);
      for (let at = intAt(classStarts, id); at < past; at++) {
        const shift = intAt(classShifts, at);
        if (realAt(prices, shift) >= least) continue;
        least = realAt(prices, shift);
        this.shift[id] = shift;
      }
      classCost[id] = least;
    }
    this.cost = new Float64Array(choices.length);
    choices.forEach((patterns, choice) => {
      let least = NOTHING;
      let best = patterns[0] as SeasonPattern;
      for (const pattern of patterns) {
        let { cost } = pattern;
        for (const id of pattern.classes) cost += realAt(classCost, id);
        if (cost >= least || !person.isOpen(pattern)) continue;
        least = cost;
        best = pattern;
      }
      this.cost[choice] = least;
      this.pattern.push(best);
    });
  }

  /** Adds the shifts of the choice to the list. */
  addShifts(choice: number, to: number[]): void {
    for (const id of this.pattern[choice]?.classes ?? []) to.push(intAt(this.shift, id));
  }
}
