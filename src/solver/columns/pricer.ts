/**
 * Finds one person's cheapest roster under given shift prices, exactly: by branch and bound over counts where that serves,
 * by states that carry them where it does not. See decisions 0331 and 0452.
 */

import type { LayersRoom } from './count-layers.ts';
import { CountPricer } from './count-pricer.ts';
import type { MeasureId } from './measures.ts';
import type { PricerShape, PricingResult } from './priced-roster.ts';
import type { PersonModel } from './split-problem.ts';
import { StatePricer } from './state-pricer.ts';
import type { PricingInput } from './walk.ts';

/** With fewer counts the states that carry them are soon walked. */
const MANY_COUNTS = 10;

export class Pricer {
  readonly model: PersonModel;
  readonly #shape: PricerShape;
  readonly #states: StatePricer;
  readonly #room: LayersRoom;
  #counts: CountPricer | 'none' | undefined;
  /** What gives all rosters below a price; the same where counts price anyway. */
  #every: CountPricer | 'none' | undefined;

  /** @param room for one search after another, of everyone. */
  constructor(model: PersonModel, shape: PricerShape, room: LayersRoom) {
    this.model = model;
    this.#room = room;
    this.#shape = shape;
    this.#states = new StatePricer(model, shape);
  }

  /**
   * When the person's rules took more states than can be walked: the carried count, not always carried, that reaches
   * highest, by its number. −1 when dropping a count would not help.
   */
  get heaviest(): MeasureId {
    return this.#states.heaviest;
  }

  /** Lets go of what prices that drove rosters to odd extremes made it carry. */
  forget(): void {
    this.#states.forget();
  }

  /** Whether the cheapest roster could not be told at some prices. */
  get gaveUp(): boolean {
    return this.#counts instanceof CountPricer && this.#counts.failures > 0;
  }

  /** All rosters priced below `below`; undefined when there are more than `most` or more than can be looked through. */
  within(
    input: Pick<PricingInput, 'prices' | 'fixed'>,
    below: number,
    most: number,
  ): Int32Array[] | undefined {
    this.#every ??= this.#counts instanceof CountPricer ? this.#counts : this.#countPricer(0);
    return this.#every === 'none' ? undefined : this.#every.within(input, below, most);
  }

  /**
   * Undefined when the person's rules take more states than can be walked. Where that is so and branch and bound has given up
   * too, its bound holds and what it met is dearer.
   */
  price(input: PricingInput): PricingResult | undefined {
    this.#counts ??= this.#countPricer(MANY_COUNTS);
    const counts = this.#counts === 'none' ? undefined : this.#counts;
    const serves = counts !== undefined && (counts.serves || this.#states.isTooLarge);
    const byCounts = serves ? counts.price(input) : undefined;
    if (byCounts && (byCounts.isExact || byCounts.rosters.length > 0)) return byCounts;
    if (byCounts && (input.effort ?? 'full') !== 'full') return this.price({ ...input, effort: 'full' });
    return this.#states.price(input) ?? (serves ? undefined : counts?.price(input));
  }

  #countPricer(leastCounts: number): CountPricer | 'none' {
    return CountPricer.of(this.model, this.#shape, { leastCounts, room: this.#room }) ?? 'none';
  }
}
