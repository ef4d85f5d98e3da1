/** What the document worker is asked and answers; all of it can be cloned from thread to thread. */

import type { Parsed } from '../kernel/fault.ts';
import type { DocumentOrder, FormOrder, RenderedDocument } from '../output/documents/render-document.ts';

/** A document, a unit's own form filled, or a picture of a document's first page. */
export type DocumentWork =
  | { readonly what: 'document'; readonly order: DocumentOrder }
  | { readonly what: 'form'; readonly order: FormOrder }
  | { readonly what: 'picture'; readonly order: Omit<DocumentOrder, 'format'> };

export interface WorkResults {
  readonly document: RenderedDocument;
  readonly form: Parsed<RenderedDocument>;
  /** SVG. */
  readonly picture: string;
}

export interface DocumentJob {
  readonly id: number;
  readonly work: DocumentWork;
}

export type DocumentAnswer =
  | { readonly id: number; readonly kind: 'done'; readonly result: WorkResults[DocumentWork['what']] }
  /** The stack of what was thrown. */
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
