/** The columns of the tables of notices: what people are told, how it goes out, and who has received which roster. */

import type { Generated } from 'kysely';
import type { Instant } from '../calendar/interval.ts';
import type { CheckInWay } from '../domain/check-in.ts';
import type { NoticeChannel, ReceiptWay } from '../domain/delivery.ts';
import type { NoticeKind } from '../domain/notice.ts';

export interface NoticeTables {
  notice: NoticeRow;
  notice_delivery: NoticeDeliveryRow;
  roster_receipt: RosterReceiptRow;
  notice_setting: NoticeSettingRow;
  push_subscription: PushSubscriptionRow;
  check_in: CheckInRow;
  notice_choice: NoticeChoiceRow;
}

interface NoticeRow {
  number: Generated<number>;
  unit_id: string;
  staff_id: string;
  kind: NoticeKind;
  subject: string;
  period_id: string;
  version: number | null;
  facts: string;
  created_at: Instant;
  read_at: Instant | null;
  spread_at: Instant | null;
}

export interface NoticeDeliveryRow {
  number: number;
  channel: NoticeChannel;
  id: string;
  unit_id: string;
  staff_id: string;
  attempts: number;
  next_at: Instant | null;
  sent_at: Instant | null;
  outcome: string;
}

interface RosterReceiptRow {
  unit_id: string;
  period_id: string;
  staff_id: string;
  version: number;
  at: Instant;
  way: ReceiptWay;
  actor: string;
}

interface NoticeSettingRow {
  unit_id: string;
  told: number;
  mail: number;
  push: number;
  reminders: number;
  check_in: number;
  hook_address: string | null;
  hook_secret: string | null;
  hook_header: string | null;
  hook_template: string | null;
}

export interface PushSubscriptionRow {
  id: string;
  unit_id: string;
  staff_id: string;
  link_id: string | null;
  endpoint_hash: string;
  sealed: string;
  created_at: Instant;
}

interface CheckInRow {
  unit_id: string;
  period_id: string;
  shift_id: string;
  staff_id: string;
  at: Instant;
  way: CheckInWay;
  actor: string;
}

export interface NoticeChoiceRow {
  unit_id: string;
  staff_id: string;
  quiet_from: string | null;
  quiet_to: string | null;
  evening: number;
  hour: number;
  off: string;
}
