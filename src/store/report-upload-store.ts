/** Reports on their way to a superior's installation, and which came from one. */

import type { Instant } from '../calendar/interval.ts';
import type { ReportUpload } from '../domain/answer-receipt.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { changeIn, insertIn, someIn } from './rows.ts';
import type { ReportUploadRow } from './upward-tables.ts';

/** Due at once. Call it inside the transaction that writes the report. */
export async function queueReport(
  trx: Database,
  { reportId, unitId, key }: Pick<ReportUpload, 'reportId' | 'unitId' | 'key'>,
  now: Instant,
): Promise<void> {
  await insertIn(trx, 'report_upload', {
    ...{ report_id: reportId, unit_id: unitId, upload_key: key },
    ...{ attempts: 0, next_at: now, received_at: null, outcome: '' },
  });
}

/** Those whose time has come, in the order they were written. */
export async function listDueReports(db: Database, now: Instant, most: number): Promise<ReportUpload[]> {
  const rows = await db
    .selectFrom('report_upload')
    .selectAll()
    .where('next_at', '<=', now)
    .orderBy('report_id')
    .limit(most)
    .execute();
  return rows.map(uploadFromRow);
}

/** By report. */
export async function listReportUploads(
  db: Database,
  { orderId, unitId }: { readonly orderId: string; readonly unitId: string },
): Promise<Map<number, ReportUpload>> {
  const rows = await db
    .selectFrom('report_upload as upload')
    .innerJoin('duty_report', 'duty_report.id', 'upload.report_id')
    .selectAll('upload')
    .where('duty_report.order_id', '=', orderId)
    .where('duty_report.unit_id', '=', unitId)
    .orderBy('upload.report_id')
    .execute();
  return new Map(rows.map((row) => [row.report_id, uploadFromRow(row)]));
}

export async function saveReportUpload(db: Database, upload: ReportUpload): Promise<void> {
  const { reportId, attempts, nextAt, receivedAt, outcome } = upload;
  await changeIn(db, 'report_upload', { report_id: reportId }).to({
    attempts,
    outcome,
    next_at: nextAt ?? null,
    received_at: receivedAt ?? null,
  });
}

export interface ReportReceipt {
  readonly bodyHash: string;
  readonly reportId: number;
}

export interface ReportReceiptKey {
  readonly orderId: string;
  readonly unitId: string;
  readonly key: string;
}

export async function findReportReceipt(
  db: Database,
  { orderId, unitId, key }: ReportReceiptKey,
): Promise<ReportReceipt | undefined> {
  const row = await someIn(db, 'report_receipt', { order_id: orderId, unit_id: unitId, receipt_key: key })
    .select(['body_hash', 'report_id'])
    .executeTakeFirst();
  return row && { bodyHash: row.body_hash, reportId: row.report_id };
}

export async function insertReportReceipt(
  trx: Database,
  { orderId, unitId, key }: ReportReceiptKey,
  { bodyHash, reportId }: ReportReceipt,
): Promise<void> {
  await insertIn(trx, 'report_receipt', {
    ...{ order_id: orderId, unit_id: unitId, receipt_key: key, body_hash: bodyHash, report_id: reportId },
  });
}

function uploadFromRow(row: ReportUploadRow): ReportUpload {
  const columns = ['report_id', 'unit_id', 'attempts', 'outcome', 'next_at', 'received_at'] as const;
  return { ...fieldsOf(row, columns), key: row.upload_key };
}
