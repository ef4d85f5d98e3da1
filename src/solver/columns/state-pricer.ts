/**
 * Finds one person's cheapest roster by dynamic programming over days, counts carried in the states. Counts that
 * were never exceeded are left out until a cheapest roster exceeds one (decremental state space, Righini and Salani
 * 2008), so what it calls cheapest is always a true lower bound and a roster allowed by every rule.
 */

import { numberAt, realAt } from '../../kernel/typed-at.ts';
import { dayAutomaton } from './automaton.ts';
import { dayOptions } from './day-patterns.ts';
import { layeredGraph } from './layers.ts';
import {
  alwaysMatters,
  carriedMeasure,
  type MeasureId,
  measureCost,
  measureCount,
  measureOf,
} from './measures.ts';
import { type PricedRoster, type PricerShape, type PricingResult, pricedRoster } from './priced-roster.ts';
import type { PersonModel } from './split-problem.ts';
import { type BuiltGraph, type PricingInput, walkForward } from './walk.ts';

export class StatePricer {
  readonly model: PersonModel;
  readonly #shape: PricerShape;
  readonly #carried = new Set<MeasureId>();
  #built: BuiltGraph | undefined;
  #tooLarge = false;

  constructor(model: PersonModel, shape: PricerShape) {
    this.model = model;
    this.#shape = shape;
    for (let id = 0; id < measureCount(model); id++) if (alwaysMatters(model, id)) this.#carried.add(id);
  }

  /**
   * When the person's rules took more states than can be walked: the carried count, not always carried, that reaches
   * highest, by its number. −1 when dropping a count would not help.
   */
  get heaviest(): MeasureId {
    let heaviest = -1;
    let most = 0;
    for (const id of this.#carried) {
      const own = this.model.counters[id]?.curve ?? [];
      const above = Math.max(0, ...own.map(({ price }) => (price.kind === 'range' ? (price.above ?? 0) : 0)));
      if (alwaysMatters(this.model, id) || above <= most) continue;
      heaviest = id;
      most = above;
    }
    return heaviest;
  }

  get isTooLarge(): boolean {
    return this.#tooLarge;
  }

  /** Carries only what is always carried again, after prices that drove rosters to odd extremes. */
  forget(): void {
    this.#carried.clear();
    for (let id = 0; id < measureCount(this.model); id++)
      if (alwaysMatters(this.model, id)) this.#carried.add(id);
    this.#built = undefined;
  }

  /** Undefined when the person's rules take more states than can be walked. */
  price(input: PricingInput): PricingResult | undefined {
    for (;;) {
      const built = this.#build();
      if (!built) return undefined;
      const walk = walkForward(built, this.model, input);
      if (walk.ends.length === 0)
        return { bound: Number.POSITIVE_INFINITY, rosters: [], cheapest: new Int32Array(0) };
      const rosters = walk.ends.map((end) =>
        pricedRoster(this.model, this.#shape, walk.trace(end), input.prices),
      );
      const best = rosters[0] as PricedRoster;
      const bound = realAt(walk.costs, numberAt(walk.ends, 0)) + this.model.constant;
      const exact = best.priced - bound < 1e-6 * Math.max(1, Math.abs(bound));
      if (exact || input.relaxed || !this.#carryMore(best.shifts)) {
        const allowed = rosters.filter((roster) => roster.own < Number.POSITIVE_INFINITY);
        return { bound, rosters: allowed, cheapest: best.shifts };
      }
    }
  }

  /** Adds the counts that this roster is charged for but that were not carried; false when there is none. */
  #carryMore(shifts: Int32Array): boolean {
    let more = false;
    for (let id = 0; id < measureCount(this.model); id++) {
      if (this.#carried.has(id) || measureCost(this.model, id, shifts) === 0) continue;
      this.#carried.add(id);
      more = true;
    }
    if (more) this.#built = undefined;
    return more;
  }

  #build(): BuiltGraph | undefined {
    if (this.#built || this.#tooLarge) return this.#built;
    const { model } = this;
    const ids = [...this.#carried].sort((a, b) => a - b);
    const measures = ids.map((id) => measureOf(model, id));
    const options = dayOptions({ ...this.#shape, shifts: model.shifts, runs: model.runs, measures });
    if (options) {
      // The longest count runs along the vectors, the others are digits of the row.
      const reach = ids.map((id) => carriedMeasure(model, id, options, true).most);
      const along = reach.length === 0 ? -1 : reach.indexOf(Math.max(...reach));
      const order = ids.filter((_, index) => index !== along);
      if (along >= 0) order.push(ids[along] as MeasureId);
      const ordered = order.map((id) => measureOf(model, id));
      const automaton = dayAutomaton(options, {
        clashes: this.#shape.clashes,
        runs: model.runs,
        measures: ordered,
      });
      const digitIds = along < 0 ? order : order.slice(0, -1);
      const alongId = along < 0 ? undefined : order[order.length - 1];
      const graph =
        automaton &&
        layeredGraph(
          automaton,
          digitIds.map((id) => carriedMeasure(model, id, options, true)),
          alongId === undefined ? undefined : carriedMeasure(model, alongId, options, false),
        );
      if (graph) this.#built = { options, graph };
    }
    this.#tooLarge = this.#built === undefined;
    return this.#built;
  }
}
