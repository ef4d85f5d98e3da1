/** Sends reports on to superiors' installations, as answers go: signed, under a key that stays, until acknowledged. */

import { formatTimestamp } from '../../calendar/zone.ts';
import type { ReportUpload } from '../../domain/answer-receipt.ts';
import { parseReportReceipt } from '../../input/upward-orders.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findReport, type KeptReport } from '../../store/duty-report-store.ts';
import { findOrder } from '../../store/order-store.ts';
import { listDueReports, saveReportUpload } from '../../store/report-upload-store.ts';
import { findUpwardLink } from '../../store/upward-store.ts';
import { requireMachine } from '../access/authorise.ts';
import { signatureOf } from '../answers/machine-answer.ts';
import type { App } from '../app.ts';
import type { Outbound } from '../machines/outbound.ts';
import { askSuperior, tokenOf } from './ask-superior.ts';
import { attempted } from './send-up.ts';

const AT_ONCE = 16;

/** In the order they were written. How many were attempted. */
export async function sendReportsUp(app: App, send: Outbound): Promise<number> {
  requireMachine(app);
  const due = await listDueReports(app.db, app.clock(), AT_ONCE);
  for (const upload of due)
    await saveReportUpload(app.db, await attempted(app, upload, () => deliver(app, send, upload)));
  return due.length;
}

async function deliver(app: App, send: Outbound, { reportId, unitId, key }: ReportUpload) {
  const link = await findUpwardLink(app.db, unitId);
  const report = await findReport(app.db, reportId);
  const order = report && (await findOrder(app.db, report.orderId));
  if (!link || !report || !order?.origin) throw new AppError('invalid', 'upward.outcome.ended');
  const token = tokenOf(app, link);
  const body = bodyOf(report, order.zone);
  const read = await askSuperior(
    send,
    { address: link.address, token },
    {
      path: `/api/v1/orders/${encodeURIComponent(order.origin.orderId)}/report`,
      headers: { 'Idempotency-Key': key, 'X-Signature': signatureOf({ token, key, body }) },
      body,
    },
  );
  const receivedAt = parseReportReceipt(read);
  if (receivedAt === undefined) throw new AppError('unavailable', 'upward.outcome.no-receipt');
  return { receivedAt };
}

/** The same bytes every time: a key goes with one body. */
function bodyOf({ dutyId, dueAt, signer, texts }: KeptReport, zone: string): string {
  return JSON.stringify({
    ...{ duty: dutyId, due: dueAt === 0 ? null : formatTimestamp(dueAt, zone), signer, texts },
  });
}
