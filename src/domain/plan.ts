/**
 * Everything one period's roster is made from and judged against: demand, people, availability, rules and memory.
 * A plan is complete and consistent: every id in it resolves.
 */

import type { Day } from '../calendar/day.ts';
import { breakOf, type HolidayBreak } from '../calendar/holidays.ts';
import type { Leave, Wish } from './availability.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Period } from './period.ts';
import type { Pin } from './roster.ts';
import type { RuleSet } from './rule-set.ts';
import type { Shift } from './shift.ts';
import type { StaffMember } from './staff.ts';
import type { Post, Unit } from './unit.ts';

export interface Plan {
  readonly unit: Unit;
  readonly period: Period;
  /** Sorted by given name; the solver's person indices follow this order. */
  readonly staff: readonly StaffMember[];
  readonly posts: readonly Post[];
  /** Civil days from the first to the last on which a shift begins, without gaps. */
  readonly days: readonly Day[];
  /** Sorted by start, then post order, then pattern order; the solver's shift indices follow this order. */
  readonly shifts: readonly Shift[];
  /** By first day: those of its days, and those around that its rules can reach. */
  readonly breaks: readonly HolidayBreak[];
  readonly leave: readonly Leave[];
  readonly wishes: readonly Wish[];
  readonly ruleSet: RuleSet;
  readonly ledger: readonly LedgerEntry[];
  readonly pins: readonly Pin[];
  /** Of everyone, by start: those typed by hand, and what other periods of the unit have published within reach of the rules. */
  readonly fixed: readonly FixedDuty[];
}

/** The breaks that the period names or that a shift begins in. */
export function breaksServed({ breaks, period, days }: Plan): HolidayBreak[] {
  const touched = new Set(days.map((day) => breakOf(day, breaks)));
  return breaks.filter((each) => period.holidays.includes(each.key) || touched.has(each));
}

/** Why someone is away is not kept for good with a version; when is what it was judged by. */
export function withoutLeaveNotes(plan: Plan): Plan {
  return { ...plan, leave: plan.leave.map((each) => ({ ...each, note: '' })) };
}
