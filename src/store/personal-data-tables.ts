/** The columns of requests about personal data and of breaches; what they mean stands in migration 0038. */

import type { Instant } from '../calendar/interval.ts';
import type { RequestKind } from '../domain/data-request.ts';

export interface PersonalDataTables {
  data_request: DataRequestRow;
  data_breach: DataBreachRow;
}

export interface DataRequestRow {
  id: string;
  unit_id: string;
  staff_id: string;
  kind: RequestKind;
  words: string;
  asked_at: Instant;
  answered_at: Instant | null;
  done_at: Instant | null;
  answer: string;
}

export interface DataBreachRow {
  id: string;
  unit_id: string;
  found_at: Instant;
  words: string;
  told_at: Instant | null;
}
