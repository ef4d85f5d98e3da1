/** Reports under orders. One sent again stands beside the one before; the newest counts. */

import type { Selectable } from 'kysely';
import type { DutyReport } from '../domain/duty-report.ts';
import { fieldsOf } from './columns.ts';
import type { Database } from './database.ts';
import { reportTexts } from './order-records.ts';
import type { DutyReportRow } from './order-tables.ts';
import { readJson } from './records.ts';
import { rowIn } from './rows.ts';

export type KeptReport = DutyReport & { readonly id: number };

/** Its id. */
export async function insertReport(db: Database, report: DutyReport): Promise<number> {
  const { id } = await db
    .insertInto('duty_report')
    .values({
      ...{ order_id: report.orderId, unit_id: report.unitId, duty_id: report.dutyId },
      ...{ due_at: report.dueAt, sent_at: report.sentAt, sent_by: report.sentBy },
      ...{ signer: report.signer, calm: report.calm ? 1 : 0, late: report.late ? 1 : 0 },
      texts: JSON.stringify(report.texts),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findReport(db: Database, id: number): Promise<KeptReport | undefined> {
  const row = await rowIn(db, 'duty_report', { id });
  return row && reportFromRow(row);
}

/** In the order they came. */
export async function listReports(db: Database, orderId: string, unitId?: string): Promise<KeptReport[]> {
  let query = db.selectFrom('duty_report').selectAll().where('order_id', '=', orderId);
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId);
  return (await query.orderBy('id').execute()).map(reportFromRow);
}

function reportFromRow(row: Selectable<DutyReportRow>): KeptReport {
  return {
    ...fieldsOf(row, ['id', 'order_id', 'unit_id', 'duty_id', 'due_at', 'sent_at', 'sent_by', 'signer']),
    ...{ calm: row.calm === 1, late: row.late === 1, texts: readJson(reportTexts, row.texts) },
  };
}
