/** A report of an incident as a file to sign: PDF, or DOCX to go on writing in. */

import { findUnitOf } from '../../app/incidents/read-incidents.ts';
import { incidentCode } from '../../domain/incident.ts';
import { AppError } from '../../kernel/app-error.ts';
import { DOCUMENT_FILES } from '../../output/documents/document-files.ts';
import { formatDocx } from '../../output/documents/docx-file.ts';
import { incidentReport } from '../../output/documents/incident-report.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { fieldText, openReport } from './report-page.ts';

export async function downloadReport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const format = (['pdf', 'docx'] as const).find((each) => each === visit.param('format'));
  if (!format) throw new AppError('not-found', 'web.failure.no-page');
  const report = await openReport(visit, deps);
  const { incident } = report.open;
  const { duty } = report.owed;
  const document = incidentReport({
    language: visit.language,
    unit: await findUnitOf(deps.app, visit.param('unit')),
    incident: `${incidentCode(incident)} · ${incident.title}`,
    code: incidentCode(incident),
    name: duty.name,
    recipient: duty.recipient,
    source: duty.source,
    at: report.owed.sent?.sentAt ?? visit.now,
    fields: duty.fields.map((field) => ({
      label: visit.say(`incidents.report.field.${field}`),
      text: fieldText(visit, report, field, deps.zone),
    })),
  });
  const { mediaType, extension } = DOCUMENT_FILES[format];
  const body = format === 'docx' ? await formatDocx(document) : await pdfOf(visit, deps, document);
  return fileReply({ content: body, mediaType, fileName: `${document.stem}-${duty.id}.${extension}` });
}

/** In the threads that write documents. */
function pdfOf(
  visit: Visit,
  deps: WebDeps,
  document: ReturnType<typeof incidentReport>,
): Promise<Uint8Array> {
  if (!deps.documents) throw new AppError('unavailable', 'document.failure.busy');
  return deps.documents.pdf(document, askerOf(visit, deps));
}
