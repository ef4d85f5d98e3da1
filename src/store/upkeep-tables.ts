/** The columns of what a unit keeps up by hand and of what is kept of searches; what they mean stands in migrations 0009, 0010 and 0057. */

import type { Generated } from 'kysely';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Nearness, RunPurpose, RunState } from '../domain/kept-run.ts';
import type { LedgerKind } from '../domain/ledger.ts';

export interface UpkeepTables {
  ledger_edit: LedgerEditRow;
  contact_entry: ContactRow;
  kept_run: KeptRunRow;
}

export interface LedgerEditRow {
  id: Generated<number>;
  unit_id: string;
  staff_id: string;
  year: number;
  kind: LedgerKind;
  change: number;
  reason: string;
  actor: string;
  made_at: Instant;
}

export interface ContactRow {
  unit_id: string;
  id: string;
  name: string;
  role: string;
  phone: string;
  email: string;
  stand_in: string;
  channel: string;
  note: string;
  as_of: Day;
  source: string;
  replaces: string | null;
}

export interface KeptRunRow {
  unit_id: string;
  period_id: string;
  id: string;
  purpose: RunPurpose;
  started_at: Instant;
  seconds: number;
  elapsed_ms: number;
  seed: number;
  revision: number;
  actor: string;
  ended: 0 | 1;
  assignments: string | null;
  state: Generated<RunState>;
  stopping: Generated<0 | 1>;
  claims: Generated<number>;
  claimed_by: string | null;
  free_at: Instant | null;
  mend_from: Instant | null;
  near: Nearness | null;
  history: string | null;
  problem: string | null;
}
