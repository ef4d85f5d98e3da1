/** The columns of what is kept of signing in beside accounts and sessions; meanings stand in the migrations. */

import type { Generated } from 'kysely';
import type { Instant } from '../calendar/interval.ts';

export interface AccessTables {
  totp_use: TotpUseRow;
  known_device: KnownDeviceRow;
  held_form: HeldFormRow;
  revocation_count: RevocationCountRow;
  recovery_code: RecoveryCodeRow;
  unit_security: UnitSecurityRow;
  mention: MentionRow;
  passkey: PasskeyRow;
  passkey_answer: PasskeyAnswerRow;
  safety: SafetyRow;
}

export interface TotpUseRow {
  id: Generated<number>;
  account_id: string;
  step: number;
}

export interface KnownDeviceRow {
  account_id: string;
  token_hash: string;
  used_at: Instant;
  network: string;
}

export interface HeldFormRow {
  id_hash: string;
  account_id: string;
  until: Instant;
  sealed: string;
}

export interface RevocationCountRow {
  id: number;
  number: number;
}

export interface RecoveryCodeRow {
  account_id: string;
  code_hash: string;
}

export interface UnitSecurityRow {
  unit_id: string;
  long_passwords: number;
}

export interface MentionRow {
  number: Generated<number>;
  unit_id: string;
  ghost_id: string;
  place: string;
  row_key: string;
  starts_at: number;
  stops_at: number;
  seal: string;
}

export interface PasskeyRow {
  id: string;
  account_id: string;
  public_key: string;
  counter: number;
  transports: string;
  name: string;
  added_at: Instant;
  used_at: Instant | null;
}

export interface PasskeyAnswerRow {
  challenge_hash: string;
  at: Instant;
}

export interface SafetyRow {
  id: number;
  level: number;
  since: Instant;
  chosen: string;
}
