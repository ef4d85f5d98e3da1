/** The columns of what is kept of signing in beside accounts and sessions; meanings stand in the migrations. */

import type { Generated } from 'kysely';

export interface AccessTables {
  totp_use: TotpUseRow;
}

export interface TotpUseRow {
  id: Generated<number>;
  account_id: string;
  step: number;
}
