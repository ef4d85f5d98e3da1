/** The columns of what links accounts to identity providers; meanings stand in migration 0008. */

import type { Instant } from '../calendar/interval.ts';

export interface IdentityTables {
  account_identity: AccountIdentityRow;
}

export interface AccountIdentityRow {
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Instant;
}
