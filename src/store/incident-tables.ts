/** The columns of the tables of incidents and alerts; what they mean stands in their migrations. */

import type { Instant } from '../calendar/interval.ts';
import type { Severity } from '../domain/log-entry.ts';

export interface IncidentTables {
  incident_rules: { unit_id: string; rules: string };
  incident: IncidentRow;
  incident_report: IncidentReportRow;
  alert: AlertRow;
  alert_told: AlertToldRow;
  alert_source: { unit_id: string; name: string; last_at: Instant };
  alert_setting: { unit_id: string; next_minutes: number; silent_minutes: number };
}

export interface IncidentRow {
  unit_id: string;
  number: number;
  title: string;
  kind: string;
  level: string;
  systems: string;
  detected_at: Instant;
  opened_at: Instant;
  personal_data: number;
  origin: number;
  rules: string;
  closed_at: Instant | null;
  cause: string;
  remaining: string;
}

export interface IncidentReportRow {
  unit_id: string;
  incident: number;
  number: number;
  duty: string;
  content: string;
  saved_at: Instant;
  sent_at: Instant | null;
  receipt: string;
}

export interface AlertRow {
  unit_id: string;
  number: number;
  source: string;
  alert_key: string;
  title: string;
  severity: Severity;
  system: string;
  fired_at: Instant;
  entry: number;
  times: number;
  taken_at: Instant | null;
  resolved_at: Instant | null;
}

export interface AlertToldRow {
  unit_id: string;
  alert: number;
  staff_id: string;
  at: Instant;
  took: number;
}
