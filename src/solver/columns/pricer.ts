/**
 * Finds one person's cheapest roster under given shift prices, exactly: by branch and bound over counts where that serves,
 * by states that carry them where it does not. See decision 0331.
 */

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
  #counts: CountPricer | 'none' | undefined;
  /** What gives all rosters below a price; the same where counts price anyway. */
  #every: CountPricer | 'none' | undefined;

  constructor(model: PersonModel, shape: PricerShape) {
    this.model = model;
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

  /** All rosters priced below `below`; undefined when there are more than `most` or more than can be looked through. */
  within(
    input: Pick<PricingInput, 'prices' | 'fixed'>,
    below: number,
    most: number,
  ): Int32Array[] | undefined {
    this.#every ??=
      this.#counts instanceof CountPricer
        ? this.#counts
        : (CountPricer.of(this.model, this.#shape, 0) ?? 'none');
    return this.#every === 'none' ? undefined : this.#every.within(input, below, most);
  }

  /** Undefined when the person's rules take more states than can be walked. */
  price(input: PricingInput): PricingResult | undefined {
    this.#counts ??= CountPricer.of(this.model, this.#shape, MANY_COUNTS) ?? 'none';
    const byCounts = this.#counts !== 'none' && this.#counts.serves ? this.#counts.price(input) : undefined;
    return byCounts ?? this.#states.price(input);
  }
}
