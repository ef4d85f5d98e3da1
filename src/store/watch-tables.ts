/** The columns of what a unit writes while it watches; what they mean stands in the migrations. */

import type { Instant } from '../calendar/interval.ts';
import type { LogKind, Severity } from '../domain/log-entry.ts';

export interface WatchTables {
  watch_setting: WatchSettingRow;
  log_entry: LogEntryRow;
  log_picture: LogPictureRow;
  log_chain: LogChainRow;
  watch_check: WatchCheckRow;
}

interface WatchSettingRow {
  unit_id: string;
  parts: string;
  kept_months: number;
  kept_long_months: number;
}

export interface LogEntryRow {
  unit_id: string;
  number: number;
  entry_key: string;
  written_at: Instant;
  received_at: Instant;
  kind: LogKind;
  severity: Severity;
  actor: string;
  staff_id: string | null;
  period_id: string | null;
  shift_id: string | null;
  post_id: string | null;
  system: string;
  words: string;
  folded: string;
  subject: string | null;
  facts: string;
  open: number;
  wanted_from: string;
  wanted_by: Instant | null;
  closes: number | null;
  corrects: number | null;
  pictures: string;
  purged: number;
  told: string;
  link: string;
  retold: string | null;
}

export interface LogPictureRow {
  unit_id: string;
  entry_number: number;
  place: number;
  type: string;
  bytes: Uint8Array;
}

export interface LogChainRow {
  unit_id: string;
  start_number: number;
  start_link: string;
  start_proof: string;
  head_number: number;
  head_proof: string;
}

interface WatchCheckRow {
  unit_id: string;
  id: string;
  post_id: string;
  position: number;
  system: string;
  name: string;
  times: string;
  asks: string;
  phrases: string;
  severity: Exclude<Severity, 'normal'>;
  within_minutes: number;
  since: Instant;
}
