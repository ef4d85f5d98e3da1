/** The part of the ledger that still counts: entries of the last years. */

import { yearOf } from '../calendar/day.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Plan } from '../domain/plan.ts';

/**
 * Entries of the `years` years before the plan's own, and of earlier holidays of the same year. The plan's year is that
 * of its last day: a Tết that begins in December or January belongs to the year it leads into.
 */
export function recentLedger(plan: Plan, years: number): LedgerEntry[] {
  const last = plan.days.at(-1);
  if (last === undefined) return [];
  const year = yearOf(last);
  return plan.ledger.filter((entry) => year - years <= entry.year && entry.year <= year);
}

/** Amounts added, by staff id; people without an entry are absent. */
export function sumByStaff(entries: readonly LedgerEntry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { staffId, amount } of entries) sums.set(staffId, (sums.get(staffId) ?? 0) + amount);
  return sums;
}
