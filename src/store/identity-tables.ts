/** The columns of what links accounts to identity providers and directories; meanings stand in migrations 0008 and 0056. */

import type { Instant } from '../calendar/interval.ts';

export interface IdentityTables {
  account_identity: AccountIdentityRow;
  directory_membership: DirectoryMembershipRow;
  directory_leaver: DirectoryLeaverRow;
}

export interface AccountIdentityRow {
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Instant;
}

export interface DirectoryMembershipRow {
  account_id: string;
  unit_id: string;
}

export interface DirectoryLeaverRow {
  account_id: string;
}
