/** Documents of a published version: the page with the fields of a letter, and each kind as a file. */

import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import { DOCUMENT_KINDS } from '../../output/documents/document.ts';
import { formatSampleForm } from '../../output/documents/docx-form-sample.ts';
import { DOCUMENT_FILES, DOCUMENT_FORMATS } from '../../output/documents/render-document.ts';
import { rosterPath } from '../addresses.ts';
import type { WebDeps } from '../deps.ts';
import { readDocumentQuery } from '../models/document-query.ts';
import { documentsPage } from '../models/documents-page.ts';
import type { OpenVersion } from '../models/period-bar.ts';
import { sheetSource } from '../models/sheet-source.ts';
import type { Reply, Visit } from '../visit.ts';
import { openVersion } from './open-version.ts';

/** The name under which the sample of a Word form stands among the kinds. */
const SAMPLE_FORM = 'form';

export async function showDocuments(visit: Visit, deps: WebDeps): Promise<Reply> {
  return pageOf(visit, await openVersion(visit, deps), []);
}

/** The file; or the page again with every fault of the fields. */
export async function showDocument(visit: Visit, deps: WebDeps): Promise<Reply> {
  if (visit.param('kind') === SAMPLE_FORM && visit.param('format') === 'docx') return sampleForm(visit);
  const kind = DOCUMENT_KINDS.find((each) => each === visit.param('kind'));
  const format = DOCUMENT_FORMATS.find((each) => DOCUMENT_FILES[each].extension === visit.param('format'));
  if (!kind || !format) throw new AppError('not-found', 'web.failure.no-page');
  if (!deps.documents) throw new AppError('unavailable', 'document.failure.busy');
  const open = await openVersion(visit, deps);
  const { plan, periodId } = open.version;
  const asked = readDocumentQuery(visit.query, new Set(plan.staff.map(({ id }) => id)));
  if (!asked.ok) return pageOf(visit, open, asked.faults);
  const { fields, options } = asked;
  const phones = visit.query.get('no-phones') !== '1';
  const { content, mediaType, fileName } = await deps.documents.render({
    kind,
    format,
    source: sheetSource(open, { language: visit.language, phones }),
    fields,
    options: { ...options, currentUrl: `${deps.publicUrl}${rosterPath(periodId)}` },
  });
  return fileOf(content, mediaType, fileName);
}

async function sampleForm({ language }: Visit): Promise<Reply> {
  return fileOf(await formatSampleForm(language), DOCUMENT_FILES.docx.mediaType, `${SAMPLE_FORM}.docx`);
}

function fileOf(content: Uint8Array | string, mediaType: string, fileName: string): Reply {
  return {
    kind: 'bytes',
    status: 200,
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-cache',
    },
    body: typeof content === 'string' ? content : Buffer.from(content),
  };
}

function pageOf(visit: Visit, open: OpenVersion, faults: readonly Fault[]): Reply {
  const { plan } = open.version;
  return {
    kind: 'page',
    view: 'documents',
    title: visit.say('document.page.title', { period: plan.period.name }),
    unitName: plan.unit.name,
    model: documentsPage(visit, open, faults),
    status: faults.length > 0 ? 400 : 200,
  };
}
