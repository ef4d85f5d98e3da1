/** The rules a period is made under: a profile's rules with the unit's own changes laid over them. */

import type { NamedDay } from '../calendar/named-days.ts';
import type { Presence } from './unit.ts';

/** Hard rules are never broken by the solver; a soft one costs `weight` for each unit it is broken by. */
export type Strength = { readonly kind: 'hard' } | { readonly kind: 'soft'; readonly weight: number };

export interface Rule {
  /** Unique in the set: the constraint's code, with a suffix where the same constraint stands twice. */
  readonly id: string;
  /** Code of the constraint in the catalogue: `minimum-rest`. */
  readonly constraint: string;
  readonly strength: Strength;
  /** Already parsed by the constraint's own schema. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** How many points of burden a shift carries: whole numbers, added. */
export interface PointTable {
  /** For each full or begun 8 hours of the shift. */
  readonly base: Readonly<Record<Presence, number>>;
  /** Added to a night shift. */
  readonly night: number;
  /** Added to a shift on a weekly rest day or holiday that is not a named day. */
  readonly restDay: number;
  /** Added by named day, per 8 hours on site; a standby shift adds half, rounded up. */
  readonly namedDays: Readonly<Partial<Record<NamedDay, number>>>;
}

export interface RuleSet {
  readonly profile: string;
  readonly rules: readonly Rule[];
  readonly points: PointTable;
}
