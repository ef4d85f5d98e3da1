/** The summary of all reports under an order, drafted as a document. */

import { readReports } from '../../app/reports/read-reports.ts';
import { AppError } from '../../kernel/app-error.ts';
import { reportSummary, type SummarySource } from '../../output/documents/report-summary.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';

const FORMATS = ['pdf', 'docx'] as const;

export async function showSummary(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, documents } = deps;
  const format = FORMATS.find((each) => each === visit.param('format'));
  if (!format) throw new AppError('not-found', 'web.failure.no-page');
  if (!documents) throw new AppError('unavailable', 'document.failure.busy');
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const source = sourceOf(visit, await readReports(app, key));
  const written = await documents.write({ document: reportSummary(source), format }, askerOf(visit, deps));
  return fileReply(written);
}

function sourceOf(
  { language, now }: Visit,
  { order, moments, units }: Awaited<ReturnType<typeof readReports>>,
): SummarySource {
  const moment = moments.findLast((each) => each < now);
  const cells = units.flatMap(({ unit, cells: own }) => own.map((cell) => ({ unit, cell })));
  const at = cells.filter(({ cell }) => cell.dueAt === moment);
  const reports = units.flatMap(({ unit, arisen, cells: own }) =>
    [...arisen, ...own.flatMap(({ report }) => (report && !report.calm ? [report] : []))].map((report) => ({
      ...{ unit: unit.name, at: report.sentAt },
      text: report.texts.map(({ text }) => text).join('\n'),
    })),
  );
  return {
    ...{
      language,
      zone: order.zone,
      superior: order.superiorName,
      title: order.content.name,
      at: now,
      id: order.id,
    },
    ...{ asked: units.length, ...(moment === undefined ? {} : { moment }) },
    calm: at.filter(({ cell }) => cell.state === 'calm').length,
    told: reports.toSorted((a, b) => a.at - b.at),
    missing: at.filter(({ cell }) => cell.state === 'overdue').map(({ unit }) => unit.name),
  };
}
