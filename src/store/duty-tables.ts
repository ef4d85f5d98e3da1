/** The columns of duties beside a plan: the unit's stream, explained in migration 0015, and what was typed by hand. */

import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { NamedDay } from '../calendar/named-days.ts';
import type { Presence, Tier } from '../domain/unit.ts';

export interface DutyTables {
  duty: DutyRow;
  past_duty: PastDutyRow;
}

export interface DutyRow extends PastDutyRow {
  shift_id: string;
  pattern_id: string;
  label: string;
  named_day: NamedDay | null;
  post_id: string;
  post_name: string;
  tier: Tier;
  presence: Presence;
}

export interface PastDutyRow {
  unit_id: string;
  period_id: string;
  position: number;
  staff_id: string;
  day: Day;
  starts_at: Instant;
  ends_at: Instant;
  night: number;
}
