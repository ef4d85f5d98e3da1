/** The thread that writes documents, one after another in the order they were asked for. */

import { parentPort } from 'node:worker_threads';
import { renderDocument } from '../output/documents/render-document.ts';
import { createPdfWriter } from '../output/documents/typst-pdf.ts';
import type { DocumentAnswer, DocumentJob } from './document-job.ts';
import { readPdfSources } from './pdf-sources.ts';

const writers = { pdf: createPdfWriter(readPdfSources()) };

async function answerTo({ id, order }: DocumentJob): Promise<DocumentAnswer> {
  try {
    return { id, kind: 'done', document: await renderDocument(order, writers) };
  } catch (error) {
    return {
      id,
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

parentPort?.on('message', async (job: DocumentJob) => parentPort?.postMessage(await answerTo(job)));
