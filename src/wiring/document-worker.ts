/** The thread that writes documents, one after another in the order they were asked for. */

import { parentPort } from 'node:worker_threads';
import { renderDocument, renderForm, renderPicture } from '../output/documents/render-document.ts';
import { createPdfWriter } from '../output/documents/typst-pdf.ts';
import type { DocumentAnswer, DocumentJob, DocumentWork, WorkResults } from './document-job.ts';
import { readPdfSources } from './pdf-sources.ts';

const writers = { pdf: createPdfWriter(readPdfSources()) };

async function resultOf(work: DocumentWork): Promise<WorkResults[DocumentWork['what']]> {
  switch (work.what) {
    case 'document':
      return renderDocument(work.order, writers);
    case 'form':
      return renderForm(work.order);
    case 'picture':
      return renderPicture(work.order, writers.pdf);
  }
}

async function answerTo({ id, work }: DocumentJob): Promise<DocumentAnswer> {
  try {
    return { id, kind: 'done', result: await resultOf(work) };
  } catch (error) {
    return {
      id,
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.on('message', async (job: DocumentJob) => parentPort?.postMessage(await answerTo(job)));
