/** Reports that come from another installation or program by the unit's token: taken once under each key, and acknowledged. */

import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import { parseReportBody, reportBody } from '../../input/report-body.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findReport } from '../../store/duty-report-store.ts';
import { findReportReceipt, insertReportReceipt } from '../../store/report-upload-store.ts';
import {
  admitMachine,
  type MachineRefused,
  type MachineSending,
  parsedJson,
} from '../answers/machine-answer.ts';
import type { App } from '../app.ts';
import { requireAsked, sendReportWithin } from './send-report.ts';

/** The shape of a body, for the description of the API. */
export { reportBody };

export interface ReportAcknowledged {
  readonly receivedAt: Instant;
  readonly late: boolean;
}

export type MachineReportTaken =
  | ({ readonly kind: 'taken'; readonly repeated: boolean } & ReportAcknowledged)
  | { readonly kind: 'wrong'; readonly wrong: readonly string[] }
  | MachineRefused;

/** Late ones are taken and marked. Throws `not-found` for what the order does not ask of the unit, `invalid` for what says nothing. */
export async function takeMachineReport(app: App, sending: MachineSending): Promise<MachineReportTaken> {
  const { access, refused } = await admitMachine(app, sending);
  if (refused) return refused;
  const { orderId, key, body } = sending;
  const about = { orderId, unitId: access.unitId, key };
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return app.db.transaction().execute(async (trx): Promise<MachineReportTaken> => {
    const known = await findReportReceipt(trx, about);
    const kept = known && (await findReport(trx, known.reportId));
    if (known && kept) {
      if (known.bodyHash !== bodyHash) return { kind: 'refused', why: 'key-reused' };
      return { kind: 'taken', receivedAt: kept.sentAt, late: kept.late, repeated: true };
    }
    const { order, asked } = await requireAsked(trx, about);
    if (order.origin) throw new AppError('not-found', 'overview.failure.no-order');
    const read = parseReportBody(parsedJson(body));
    if (!read.ok) return { kind: 'wrong', wrong: read.wrong };
    const report = { ...read.report, actor: `token:${access.id}` };
    const { id, sentAt, late } = await sendReportWithin(trx, app, { order, asked, ...report });
    await insertReportReceipt(trx, about, { bodyHash, reportId: id });
    return { kind: 'taken', receivedAt: sentAt, late, repeated: false };
  });
}
