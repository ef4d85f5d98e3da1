/** Where a constraint puts its terms: amounts only, since level and weight belong to the rule, not to the constraint. */

import type { FixedDays } from './day-runs.ts';
import type { CounterPrice, WeightedBlock } from './shapes.ts';

export interface TermSink {
  /** The same arrays for everyone and every shift, shared by all who need them. */
  readonly everyone: Int32Array;
  readonly allShifts: Int32Array;
  person(staffId: string): number;
  shift(shiftId: string): number;
  /** Each taken cell of people × shifts counts `amount` (default 1). */
  mask(people: Iterable<number>, shifts: Iterable<number>, amount?: number): void;
  /** The same person taking both shifts counts `amount` (default 1); order does not matter. */
  conflict(a: number, b: number, amount?: number): void;
  counter(counter: { blocks: readonly WeightedBlock[]; offset?: number; price: CounterPrice }): void;
  /** For each of `people` by themselves: the price of how many of `groups` they take a shift of. */
  group(group: {
    people: Iterable<number>;
    groups: readonly (readonly number[])[];
    price: CounterPrice;
  }): void;
  run(run: {
    people: Iterable<number>;
    shifts: Iterable<number>;
    state: 'on' | 'off';
    least?: number;
    most?: number;
    amount?: number;
    /** By person index; of people not named nothing is known beyond the horizon. */
    fixed?: ReadonlyMap<number, FixedDays>;
  }): void;
}
