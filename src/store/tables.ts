/**
 * The columns of every table, as the newest migration leaves them. What they mean stands in the migrations. Types
 * narrower than SQL's text and integers (a day, a tier) hold because the stores write nothing else.
 */

import type { Generated } from 'kysely';
import type { HolidayKind } from '../calendar/holidays.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Role } from '../domain/account.ts';
import type { AuditAction } from '../domain/audit.ts';
import type { FeedScope } from '../domain/feed.ts';
import type { LedgerKind } from '../domain/ledger.ts';
import type { ListOrder } from '../domain/staff-order.ts';
import type { Language } from '../kernel/languages.ts';
import type { AccessTables } from './access-tables.ts';
import type { DocumentTables } from './document-tables.ts';
import type { DutyTables } from './duty-tables.ts';
import type { IdentityTables } from './identity-tables.ts';
import type { IncidentTables } from './incident-tables.ts';
import type { InputTables, OfPeriod } from './input-tables.ts';
import type { MachineTables } from './machine-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { OrderTables } from './order-tables.ts';
import type { PersonalDataTables } from './personal-data-tables.ts';
import type { StaffRow } from './staff-row.ts';
import type { SwapTables } from './swap-tables.ts';
import type { SystemTables } from './system-tables.ts';
import type { UpkeepTables } from './upkeep-tables.ts';
import type { UpwardTables } from './upward-tables.ts';
import type { WatchTables } from './watch-tables.ts';

export interface Tables
  extends InputTables,
    AccessTables,
    MachineTables,
    IncidentTables,
    DocumentTables,
    DutyTables,
    SwapTables,
    SystemTables,
    IdentityTables,
    NoticeTables,
    OrderTables,
    UpwardTables,
    PersonalDataTables,
    UpkeepTables,
    WatchTables {
  migration: MigrationRow;
  installation: InstallationRow;
  key_proof: KeyProofRow;
  unit: UnitTable;
  staff_member: StaffRow;
  contact_change: ContactChangeRow;
  list_column: ListColumnRow;
  period: PeriodRow;
  period_staff: PeriodStaffRow;
  pin: PinRow;
  ledger_entry: LedgerRow;
  draft: DraftRow;
  draft_step: DraftStepRow;
  version: VersionRow;
  feed_token: FeedTokenRow;
  audit_entry: AuditRow;
  audit_start: AuditStartRow;
  audit_forward: AuditForwardRow;
  holiday_entry: HolidayRow;
  account: AccountRow;
  membership: MembershipRow;
  invitation: InvitationRow;
  session: SessionRow;
  throttle: ThrottleRow;
  setup_code: SetupCodeRow;
}

export interface InstallationRow {
  id: string;
  made_at: Instant;
}

export interface KeyProofRow {
  id: number;
  proof: string;
}

export interface MigrationRow {
  number: number;
  name: string;
  oldest: number | null;
}

export interface UnitRow {
  id: string;
  name: string;
  parent_name: string | null;
  place: string | null;
  zone: string;
  call_note: string | null;
  list_order: ListOrder | null;
}

export interface UnitTable extends UnitRow {
  /** Beside the unit, not part of it: rosters that were published say nothing of it. */
  last_resort: Generated<string | null>;
}

export interface ListColumnRow {
  unit_id: string;
  list: 'staff' | 'leave' | 'roster';
  /** Folded. */
  heading: string;
  /** Empty for a column that is left out. */
  field: string;
}

export interface ContactChangeRow {
  unit_id: string;
  staff_id: string;
  changed_at: Instant;
}

export interface PeriodRow {
  unit_id: string;
  id: string;
  name: string;
  starts_at: Instant;
  ends_at: Instant;
  parts: string | null;
  holidays: string;
  submit_by: Instant | null;
  wishes_until: Instant | null;
  until_lifted: number;
  ceded: string | null;
}

export interface PeriodStaffRow extends OfPeriod {
  staff_id: string;
  position: number;
}

export interface PinRow extends OfPeriod {
  shift_id: string;
  staff_id: string;
  position: number;
}

export interface LedgerRow {
  unit_id: string;
  staff_id: string;
  year: number;
  kind: LedgerKind;
  source: string;
  amount: number;
}

export interface DraftRow extends OfPeriod {
  revision: number;
  assignments: string;
  certificate: string | null;
  updated_at: Instant;
}

export interface DraftStepRow extends OfPeriod {
  number: number;
  kind: string;
  params: string;
  change: string;
  made_at: Instant;
  actor: string;
  undone: number;
}

export interface VersionRow extends OfPeriod {
  number: number;
  published_at: Instant;
  note: string;
  override_reason: string | null;
  withdrawn: number;
  starts_at: Instant;
  ends_at: Instant;
  certificate: string | null;
  snapshot: string;
  rewrites: number;
  uid_scope: string | null;
}

export interface FeedTokenRow {
  id: string;
  token_hash: string;
  unit_id: string;
  scope: Exclude<FeedScope['kind'], 'leaders-below'>;
  subject_id: string | null;
  options: string;
  created_at: Instant;
  last_used_at: Instant | null;
  last_client: string | null;
  revoked_at: Instant | null;
  link_id: string | null;
  made_by: string | null;
  ends_at: Instant | null;
}

export interface AuditRow {
  id: Generated<number>;
  at: Instant;
  actor: string;
  action: AuditAction;
  unit_id: string;
  subject: string;
  details: string;
  address: string | null;
  request_id: string | null;
  link: string | null;
  told: string | null;
  retold: string | null;
}

export interface AuditStartRow {
  id: number;
  number: number;
  link: string;
  proof: string;
}

export interface AuditForwardRow {
  id: number;
  number: number;
}

export interface HolidayRow {
  unit_id: string;
  year: number;
  kind: HolidayKind;
  entry: string;
}

export interface AccountRow {
  id: string;
  sign_in_name: string;
  name: string;
  language: Language;
  operator: number;
  password_hash: string | null;
  totp_secret: string | null;
  totp_proposed: string | null;
  created_at: Instant;
  disabled_at: Instant | null;
}

export interface MembershipRow {
  account_id: string;
  unit_id: string;
  role: Role;
  staff_id: string | null;
}

export interface InvitationRow {
  id: string;
  token_hash: string;
  unit_id: string;
  role: Role;
  staff_id: string | null;
  account_id: string | null;
  invited_by: string;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
  revoked_at: Instant | null;
}

export interface SessionRow {
  id: string;
  token_hash: string;
  account_id: string;
  opened_at: Instant;
  used_at: Instant;
  proved_at: Instant;
  address: string;
  client: string;
}

export interface ThrottleRow {
  key: string;
  failures: number;
  last_at: Instant;
}

export interface SetupCodeRow {
  id: number;
  code_hash: string;
  made_at: Instant;
}
