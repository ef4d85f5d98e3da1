/**
 * A case: what a unit hands over before anything is worked out. Recurrences are still rules, holidays still keys.
 * `buildPlan` turns it into a plan.
 */

import type { Day } from '../calendar/day.ts';
import type { HolidayBreak } from '../calendar/holidays.ts';
import type { ClockTime } from '../calendar/zone.ts';
import type { FixedDuty } from './duty-stream.ts';
import type { LeaveKind } from './leave-kind.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Period } from './period.ts';
import type { Pin } from './roster.ts';
import type { RuleSet } from './rule-set.ts';
import type { StaffMember } from './staff.ts';
import type { Post, Unit } from './unit.ts';

export const AVAILABILITY_KINDS = ['leave', 'wish-for', 'wish-against'] as const;
export type AvailabilityKind = (typeof AVAILABILITY_KINDS)[number];

/** One line of leave or wish: whole days, or a stretch of the clock on each day, once or recurring. */
export interface AvailabilityEntry {
  readonly staffId: string;
  readonly kind: AvailabilityKind;
  /** Of leave, where it was said. */
  readonly leaveKind?: LeaveKind;
  /** [from, to): a single day has `to` = the day after. With `rrule`, the span in which it recurs. */
  readonly from: Day;
  readonly to: Day;
  /** Clock times on each day; absent together means whole days. An end at or before the start is the next day's. */
  readonly startTime?: ClockTime;
  readonly endTime?: ClockTime;
  readonly rrule?: string;
  readonly postId?: string;
  /** 1–10; wishes only. */
  readonly weight: number;
  readonly note: string;
}

export interface Case {
  readonly unit: Unit;
  readonly posts: readonly Post[];
  readonly staff: readonly StaffMember[];
  readonly availability: readonly AvailabilityEntry[];
  readonly ruleSet: RuleSet;
  readonly period: Period;
  readonly ledger: readonly LedgerEntry[];
  readonly pins: readonly Pin[];
  /** Duties before the period, typed by hand: where rest and runs of days carry over from what no roster here shows. */
  readonly past: readonly FixedDuty[];
  /** The unit's own entries, over those that ship with the program; absent when it has none. */
  readonly holidayOverrides?: readonly HolidayBreak[];
}
