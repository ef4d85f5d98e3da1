/** A document's PDF, the words on its pages and what is wrong with them, each made once for all that asks for them. */

import { onceFor } from '../../src/kernel/once-for.ts';
import type { DutyDocument } from '../../src/output/documents/document.ts';
import { createPdfWriter } from '../../src/output/documents/typst-pdf.ts';
import { EDGE_MM, pageFaults } from './page-faults.ts';
import { nearestToEdge, pagesWithWords } from './poppler.ts';
import { pdfSources } from './sample-documents.ts';

const WRITER = createPdfWriter(pdfSources());

const pdfOf = onceFor((document: DutyDocument) => WRITER.write(document));
export const wordPagesOf = onceFor((document: DutyDocument) => pagesWithWords(pdfOf(document)));

/** What a clerk would send back, by its words alone or by all its ink. */
export function faultsOf(document: DutyDocument, { ink }: { readonly ink: boolean }): string[] {
  const nearest = ink ? nearestToEdge(pdfOf(document)) : EDGE_MM;
  return [
    ...pageFaults(document, wordPagesOf(document)),
    ...(nearest < EDGE_MM ? [`ink ${nearest.toFixed(1)} mm from an edge`] : []),
  ];
}
