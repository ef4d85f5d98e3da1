/** The columns of the tables of the unit tree, of duty orders and of answers; what they mean stands in migration 0044. */

import type { Generated } from 'kysely';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { AnswerSource } from '../domain/answer.ts';
import type { OrderState } from '../domain/order.ts';
import type { ReminderWay } from '../domain/order-reminder.ts';
import type { Tier } from '../domain/unit.ts';

export interface OrderTables {
  unit_place: UnitPlaceRow;
  unit_move: UnitMoveRow;
  duty_order: OrderRow;
  order_revision: OrderRevisionRow;
  order_file: OrderFileRow;
  answer: AnswerRow;
  answer_duty: AnswerDutyRow;
  answer_count: AnswerCountRow;
  answer_day: AnswerDayRow;
  answer_document: AnswerDocumentRow;
  asked_unit: AskedUnitRow;
  duty_report: DutyReportRow;
  answer_link: AnswerLinkRow;
  order_reminder: OrderReminderRow;
  order_setting: OrderSettingRow;
}

export interface UnitPlaceRow {
  unit_id: string;
  superior_id: string | null;
  kind: string;
  branch: string;
  contact_name: string;
  contact_title: string;
  contact_phone: string;
  contact_email: string;
}

interface UnitMoveRow {
  id: Generated<number>;
  unit_id: string;
  superior_id: string | null;
  at: Instant;
}

export interface OrderRow {
  id: string;
  unit_id: string | null;
  superior_name: string;
  zone: string;
  content: string;
  state: OrderState;
  revision: number;
  updated_at: Instant;
  sent_at: Instant | null;
  changed_at: Instant | null;
  lifted_at: Instant | null;
  origin_address: string | null;
  origin_id: string | null;
}

interface OrderRevisionRow {
  order_id: string;
  revision: number;
  content: string;
  sent_at: Instant;
  sent_by: string;
}

interface OrderFileRow {
  order_id: string;
  id: string;
  file_name: string;
  bytes: number;
  content: string;
  saved_at: Instant;
}

export interface AnswerRow {
  id: Generated<number>;
  order_id: string;
  unit_id: string;
  number: number;
  sent_at: Instant;
  sent_by: string;
  source: AnswerSource;
  period_id: string | null;
  version: number | null;
  revision: number;
  late: number;
}

export interface AnswerDutyRow {
  answer_id: number;
  position: number;
  tier: Tier;
  label: string;
  demand_id: string | null;
  starts_at: Instant;
  ends_at: Instant;
  name: string;
  title: string;
  phone: string;
  staff_id: string | null;
}

interface AnswerCountRow {
  answer_id: number;
  /** Of the order, by which it was judged. */
  revision: number;
  people: number;
  asked_minutes: number;
  covered_minutes: number;
  short_minutes: number;
  phones_missing: number;
}

export interface AnswerDayRow {
  answer_id: number;
  day: Day;
  demand_id: string;
  tier: Tier;
  starts_at: Instant;
  ends_at: Instant;
  asked_minutes: number;
  covered_minutes: number;
  short_minutes: number;
  phones_missing: number;
  gaps: string;
}

interface AnswerDocumentRow {
  answer_id: number;
  number: string;
  day: Day | null;
  signer: string;
  file_name: string | null;
  content: string | null;
  saved_at: Instant;
}

export interface AskedUnitRow {
  order_id: string;
  unit_id: string;
  kind: string;
  branch: string;
  deadline: Instant;
  opened_at: Instant | null;
  period_id: string | null;
  answer_id: number | null;
  outdated_at: Instant | null;
}

export interface DutyReportRow {
  id: Generated<number>;
  order_id: string;
  unit_id: string;
  duty_id: string;
  due_at: Instant;
  sent_at: Instant;
  sent_by: string;
  signer: string;
  calm: number;
  late: number;
  texts: string;
}

interface AnswerLinkRow {
  id: string;
  order_id: string;
  unit_id: string;
  token_hash: string;
  created_at: Instant;
  last_used_at: Instant | null;
  last_client: string | null;
  revoked_at: Instant | null;
  ends_at: Instant | null;
}

interface OrderSettingRow {
  unit_id: string;
  /** After an order's end. */
  phones_days: number;
}

interface OrderReminderRow {
  id: Generated<number>;
  order_id: string;
  unit_id: string;
  way: ReminderWay;
  about: Generated<string>;
  address: string;
  reminded_at: Instant;
  reminded_by: string;
  attempts: number;
  next_at: Instant | null;
  sent_at: Instant | null;
  outcome: string;
}
