/** The columns of what a unit keeps up by hand; what they mean stands in migration 0009. */

import type { Generated } from 'kysely';
import type { Day } from '../calendar/day.ts';
import type { Instant } from '../calendar/interval.ts';
import type { LedgerKind } from '../domain/ledger.ts';

export interface UpkeepTables {
  ledger_edit: LedgerEditRow;
  contact_entry: ContactRow;
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
  note: string;
  as_of: Day;
  source: string;
  replaces: string | null;
}
