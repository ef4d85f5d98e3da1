/** The columns of the tables of swaps, of approval, and of people's own pages. */

import type { Instant } from '../calendar/interval.ts';
import type { CallAnswer } from '../domain/seat-call.ts';
import type { SubmissionState } from '../domain/submission.ts';
import type { ExpiryCause, SwapState } from '../domain/swap.ts';

export interface SwapTables {
  swap: SwapRow;
  replacement: ReplacementRow;
  seat_call: SeatCallRow;
  seat_call_person: SeatCallPersonRow;
  submission: SubmissionRow;
  duty_flow: DutyFlowRow;
  personal_link: PersonalLinkRow;
}

export interface SwapRow {
  id: string;
  unit_id: string;
  period_id: string;
  asker_id: string;
  shift_id: string;
  place: number;
  partner_id: string | null;
  other_shift_id: string | null;
  other_place: number | null;
  message: string;
  state: SwapState;
  asked_at: Instant;
  expires_at: Instant;
  answered_at: Instant | null;
  decided_at: Instant | null;
  note: string | null;
  cause: ExpiryCause | null;
  version: number | null;
  /** JSON: ids of shifts. */
  wanted: string | null;
  arranged_by: string | null;
}

export interface SubmissionRow {
  unit_id: string;
  period_id: string;
  number: number;
  revision: number;
  note: string;
  submitted_by: string;
  submitted_at: Instant;
  state: SubmissionState;
  decided_by: string | null;
  decided_at: Instant | null;
  reason: string | null;
}

export interface DutyFlowRow {
  unit_id: string;
  approve_publishing: number | null;
  approve_swaps: number;
  leave_waits: number;
  replace_at_once: number;
}

export interface PersonalLinkRow {
  id: string;
  token_hash: string;
  unit_id: string;
  staff_id: string;
  created_at: Instant;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
  ends_at: Instant | null;
}

export interface ReplacementRow {
  id: string;
  unit_id: string;
  period_id: string;
  version: number;
  shift_id: string;
  place: number;
  from_id: string;
  to_id: string;
  replaced_by: string;
  replaced_at: Instant;
  approval: 'waiting' | 'approved' | 'refused' | null;
  decided_by: string | null;
  decided_at: Instant | null;
  reason: string | null;
}

export interface SeatCallRow {
  id: string;
  unit_id: string;
  period_id: string;
  shift_id: string;
  place: number;
  from_id: string;
  called_by: string;
  called_at: Instant;
  ends_at: Instant;
  taken_by: string | null;
}

export interface SeatCallPersonRow {
  call_id: string;
  unit_id: string;
  staff_id: string;
  answer: CallAnswer | null;
  answered_at: Instant | null;
}
