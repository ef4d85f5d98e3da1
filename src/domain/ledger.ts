/** What people carried in earlier periods, by year and kind: the memory that ends the quarrels. */

import { NAMED_DAYS, type NamedDay } from '../calendar/named-days.ts';

/** Kinds of duty that are counted for themselves, beside the points they carry. */
export const DUTY_COUNTS = ['nights', 'weekends', 'holidays'] as const;
export type DutyCount = (typeof DUTY_COUNTS)[number];

/** `points` is burden carried; nights, weekends, holidays and named days count how often they were stood. */
export const LEDGER_KINDS = ['points', ...DUTY_COUNTS, ...NAMED_DAYS] as const;
export type LedgerKind = 'points' | DutyCount | NamedDay;

const NAMED: readonly string[] = NAMED_DAYS;

export function isNamedDay(kind: LedgerKind): kind is NamedDay {
  return NAMED.includes(kind);
}

export interface LedgerEntry {
  readonly staffId: string;
  /** The year the period belongs to: Tết 2026 is 2026. */
  readonly year: number;
  readonly kind: LedgerKind;
  readonly amount: number;
}
