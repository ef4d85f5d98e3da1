/** The thread that writes documents. */

import { renderDocument, renderPicture, writeDocument } from '../output/documents/render-document.ts';
import { createPdfWriter } from '../output/documents/typst-pdf.ts';
import { serveThread } from '../thread-host/serve-thread.ts';
import type { DocumentWork, WorkResults } from './document-job.ts';
import { readPdfSources } from './pdf-sources.ts';

const writers = { pdf: createPdfWriter(readPdfSources()) };

serveThread(async (work: DocumentWork): Promise<WorkResults[DocumentWork['what']]> => {
  switch (work.what) {
    case 'document':
      return renderDocument(work.order, writers);
    case 'picture':
      return renderPicture(work.order, writers.pdf);
    case 'pdf':
      return writers.pdf.write(work.document);
    case 'written':
      return writeDocument(work.order, writers);
  }
});
