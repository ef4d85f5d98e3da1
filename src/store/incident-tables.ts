/** The columns of the tables of incidents and alerts; what they mean stands in their migrations. */

import type { Instant } from '../calendar/interval.ts';

export interface IncidentTables {
  incident_rules: { unit_id: string; rules: string };
  incident: IncidentRow;
  incident_report: IncidentReportRow;
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
