/** The columns of what plans are made from: posts, shift patterns and rules, of periods and of units; leave and wishes. */

import type { Generated } from 'kysely';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { ClockTime } from '../calendar/zone.ts';
import type { LineOrigin, LineState } from '../domain/availability-line.ts';
import type { AvailabilityKind } from '../domain/case.ts';
import type { LeaveKind } from '../domain/leave-kind.ts';
import type { DayChoice, Presence, Tier } from '../domain/unit.ts';

export interface InputTables {
  rule_set: RuleSetRow;
  post: PostRow;
  shift_pattern: PatternRow;
  unit_rule_set: Omit<RuleSetRow, 'period_id'>;
  unit_post: Omit<PostRow, 'period_id'>;
  unit_shift_pattern: Omit<PatternRow, 'period_id'>;
  availability: AvailabilityRow;
}

/** Columns of everything that belongs to one period. */
export interface OfPeriod {
  unit_id: string;
  period_id: string;
}

export interface RuleSetRow extends OfPeriod {
  profile: string;
  rules: string;
  points: string;
}

export interface PostRow extends OfPeriod {
  id: string;
  position: number;
  name: string;
  short_name: string;
  tier: Tier;
  presence: Presence;
  skills: string;
  cover_minimum: number;
  cover_target: number;
  systems: string;
  contacts: string;
}

export interface PatternRow extends OfPeriod {
  post_id: string;
  id: string;
  position: number;
  label: string;
  rrule: string;
  start_time: ClockTime;
  duration_minutes: number;
  days: DayChoice | null;
  from_day: Day | null;
  cover_minimum: number | null;
  cover_target: number | null;
}

export interface AvailabilityRow {
  id: Generated<number>;
  unit_id: string;
  staff_id: string;
  kind: AvailabilityKind;
  from_day: Day;
  to_day: Day;
  start_time: ClockTime | '';
  end_time: ClockTime | '';
  rrule: string;
  post_id: string;
  weight: number;
  note: string;
  leave_kind: LeaveKind | null;
  state: LineState;
  origin: LineOrigin;
  period_id: string | null;
  entered_at: Instant | null;
  answered_at: Instant | null;
}
