/** A report of a unit under an order: “bình thường” in one touch, or in words under the order's headings. Late ones are taken. */

import type { Instant } from '../../calendar/interval.ts';
import type { ReportUpload } from '../../domain/answer-receipt.ts';
import { type DutyReport, type ReportText, reportsDue } from '../../domain/duty-report.ts';
import type { Incident } from '../../domain/incident.ts';
import { callOrder } from '../../domain/on-duty-below.ts';
import { type Order, type ReportDuty, reportsFor } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findAnswer } from '../../store/answer-store.ts';
import type { Database } from '../../store/database.ts';
import { insertReport, type KeptReport, listReports } from '../../store/duty-report-store.ts';
import { listIncidents } from '../../store/incident-store.ts';
import { type AskedRow, findAsked, findOrder } from '../../store/order-store.ts';
import { listReportUploads, queueReport } from '../../store/report-upload-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { OrderKey } from '../overview/open-order.ts';
import { record } from '../record.ts';
import { newId } from '../secret-token.ts';

export interface OwnReports {
  readonly order: Order;
  readonly duties: readonly ReportDuty[];
  /** What is owed at fixed moments, with what was sent for it; by moment. */
  readonly moments: readonly {
    readonly dutyId: string;
    readonly dueAt: Instant;
    readonly report?: KeptReport;
  }[];
  /** Because something arose, in the order they came. */
  readonly arisen: readonly KeptReport[];
  /** By report, where the superior is on another installation. */
  readonly uploads: ReadonlyMap<number, ReportUpload>;
  /** Incidents the unit has seen since it last reported, the oldest first: what a report begins with. */
  readonly happened: readonly Incident[];
  /** Who leads the duty now, by what the unit sent up; empty for nobody. */
  readonly leader: string;
}

/** Of the unit that is asked. Throws `not-found`, `forbidden`. */
export async function openOwnReports(app: App, key: OrderKey): Promise<OwnReports> {
  allow(app, 'report.send', { unitId: key.unitId });
  const { order, asked } = await requireAsked(app.db, key);
  const reports = await listReports(app.db, order.id, key.unitId);
  const due = reportsDue(order, asked.kind, app.clock());
  return {
    ...{ order, duties: reportsFor(order.content, asked.kind) },
    moments: due.map(({ dutyId, dueAt }) => {
      const report = reports.findLast((each) => each.dutyId === dutyId && each.dueAt === dueAt);
      return { dutyId, dueAt, ...(report ? { report } : {}) };
    }),
    arisen: reports.filter((each) => each.dueAt === 0),
    uploads: order.origin ? await listReportUploads(app.db, key) : new Map(),
    happened: await happenedSince(app, key.unitId, reports.at(-1)?.sentAt ?? order.sentAt ?? app.clock()),
    leader: await leaderNow(app, asked),
  };
}

async function happenedSince({ db }: App, unitId: string, since: Instant): Promise<Incident[]> {
  const seen = (await listIncidents(db, unitId)).filter(({ detectedAt }) => detectedAt >= since);
  return seen.toSorted((a, b) => a.detectedAt - b.detectedAt);
}

export interface ReportSending {
  readonly key: OrderKey;
  readonly dutyId: string;
  /** 0 because something arose. */
  readonly dueAt: Instant;
  /** None of them filled: nothing arose. */
  readonly texts: readonly ReportText[];
  /** Who is on duty and signs; empty takes who leads by what was sent up. */
  readonly signer: string;
  readonly actor: string;
}

const MOST_TEXT = 4_000;

/** Throws `not-found`; `invalid`, `reports.fault.…`. */
export async function sendReport(app: App, sending: ReportSending): Promise<void> {
  const { key, ...report } = sending;
  allow(app, 'report.send', { unitId: key.unitId });
  await app.db.transaction().execute(async (trx) => {
    await sendReportWithin(trx, app, { ...(await requireAsked(trx, key)), ...report });
  });
}

export interface AskedReport extends Omit<ReportSending, 'key'> {
  readonly order: Order;
  readonly asked: AskedRow;
}

/** The one way a report comes to be, whichever way it came. Call it inside a transaction. Throws as `sendReport`. */
export async function sendReportWithin(trx: Database, app: App, sending: AskedReport): Promise<KeptReport> {
  const { order, asked, dutyId, dueAt, actor } = sending;
  const { unitId } = asked;
  const texts = sending.texts
    .map(({ heading, text }) => ({ heading, text: text.trim().slice(0, MOST_TEXT) }))
    .filter(({ text }) => text !== '');
  const sentAt = app.clock();
  const duty = reportsFor(order.content, asked.kind).find(({ id }) => id === dutyId);
  const isOwed = reportsDue(order, asked.kind, sentAt).some(
    (each) => each.dutyId === dutyId && each.dueAt === dueAt,
  );
  if (!duty || !(isOwed || dueAt === 0)) throw new AppError('not-found', 'reports.fault.not-owed');
  if (dueAt === 0 && texts.length === 0) throw new AppError('invalid', 'reports.fault.empty');
  const signer = sending.signer.trim().slice(0, 120) || (await leaderNow({ ...app, db: trx }, asked));
  if (signer === '') throw new AppError('invalid', 'reports.fault.no-signer');
  const report: DutyReport = {
    ...{ orderId: order.id, unitId, dutyId, dueAt, sentAt, sentBy: actor, signer, texts },
    ...{ calm: texts.length === 0, late: dueAt > 0 && sentAt > dueAt },
  };
  const id = await insertReport(trx, report);
  // The superior is on another installation: what was written is on its way, and received once that says so.
  if (order.origin) await queueReport(trx, { reportId: id, unitId, key: newId(app) }, sentAt);
  const details = { duty: dutyId, calm: texts.length === 0 ? 1 : 0 };
  await record(trx, app, { actor, action: 'report.send', unitId, subject: order.id }, details);
  return { ...report, id };
}

export async function requireAsked(
  db: App['db'],
  { unitId, orderId }: OrderKey,
): Promise<{ readonly order: Order; readonly asked: AskedRow }> {
  const order = await findOrder(db, orderId);
  const asked = order && (await findAsked(db, { orderId, unitId }));
  if (!order || !asked || order.state === 'draft')
    throw new AppError('not-found', 'overview.failure.no-order');
  return { order, asked };
}

async function leaderNow(app: Pick<App, 'db' | 'clock'>, { answerId }: AskedRow): Promise<string> {
  const answer = answerId === undefined ? undefined : await findAnswer(app.db, answerId);
  const now = app.clock();
  const standing = (answer?.duties ?? []).filter(({ span }) => span.start <= now && now < span.end);
  return callOrder(standing)[0]?.name ?? '';
}
