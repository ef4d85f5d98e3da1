/** The columns of the tables by which answers and reports go from one installation to another; what they mean stands in migrations 0054 and 0058. */

import type { Instant } from '../calendar/interval.ts';

export interface UpwardTables {
  upward_link: UpwardLinkRow;
  answer_upload: AnswerUploadRow;
  answer_receipt: AnswerReceiptRow;
  report_upload: ReportUploadRow;
  report_receipt: ReportReceiptRow;
}

export interface UpwardLinkRow {
  unit_id: string;
  address: string;
  secret: string;
  superior_name: string;
  unit_name: string;
  saved_at: Instant;
  asked_at: Instant | null;
  read_at: Instant | null;
  outcome: string;
}

export interface AnswerUploadRow {
  answer_id: number;
  unit_id: string;
  upload_key: string;
  created_at: Instant;
  attempts: number;
  next_at: Instant | null;
  received_at: Instant | null;
  outcome: string;
  receipt: string | null;
}

interface AnswerReceiptRow {
  order_id: string;
  unit_id: string;
  receipt_key: string;
  body_hash: string;
  answer_id: number;
  receipt: string;
}

export interface ReportUploadRow {
  report_id: number;
  unit_id: string;
  upload_key: string;
  attempts: number;
  next_at: Instant | null;
  received_at: Instant | null;
  outcome: string;
}

interface ReportReceiptRow {
  order_id: string;
  unit_id: string;
  receipt_key: string;
  body_hash: string;
  report_id: number;
}
