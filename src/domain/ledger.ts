/** What people carried in earlier periods, by year and named day: the memory that ends the quarrels. */

import { NAMED_DAYS, type NamedDay } from '../calendar/named-days.ts';

/** `points` is burden carried; a named day counts how often that day was stood. */
export const LEDGER_KINDS = ['points', ...NAMED_DAYS] as const;
export type LedgerKind = 'points' | NamedDay;

export interface LedgerEntry {
  readonly staffId: string;
  /** The year the period belongs to: Tết 2026 is 2026. */
  readonly year: number;
  readonly kind: LedgerKind;
  readonly amount: number;
}
