/** The columns of the tables that other machines use: the JSON API, web hooks, busy calendars. */

import type { Generated } from 'kysely';
import type { Instant } from '../calendar/interval.ts';

export interface MachineTables {
  api_token: ApiTokenRow;
  display_link: DisplayLinkRow;
  web_hook: WebHookRow;
  web_hook_message: WebHookMessageRow;
  busy_calendar: BusyCalendarRow;
}

/** To read what is published, to send alerts, or to answer duty orders. */
export type ApiRight = 'read' | 'alert' | 'answer';

export interface ApiTokenRow {
  id: string;
  may: Generated<ApiRight>;
  token_hash: string;
  unit_id: string;
  name: string;
  created_at: Instant;
  last_used_at: Instant | null;
  last_client: string | null;
  revoked_at: Instant | null;
  ends_at: Instant | null;
}

export interface DisplayLinkRow {
  id: string;
  unit_id: string;
  token_hash: string;
  name: string;
  phones: number;
  dims: number;
  below: Generated<number>;
  created_at: Instant;
  last_used_at: Instant | null;
  last_client: string | null;
  revoked_at: Instant | null;
  ends_at: Instant | null;
}

export interface WebHookRow {
  id: string;
  unit_id: string;
  address: string;
  secret: string;
  created_at: Instant;
  ended_at: Instant | null;
}

export interface WebHookMessageRow {
  id: string;
  hook_id: string;
  body: string;
  created_at: Instant;
  attempts: number;
  next_at: Instant | null;
  delivered_at: Instant | null;
  outcome: string | null;
}

export interface BusyCalendarRow {
  unit_id: string;
  staff_id: string;
  address: string;
  created_at: Instant;
  asked_at: Instant | null;
  read_at: Instant | null;
  outcome: string | null;
}
