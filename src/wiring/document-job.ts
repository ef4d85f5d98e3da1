/** What the document worker is asked and answers; all of it can be cloned from thread to thread. */

import type { DocumentOrder, RenderedDocument } from '../output/documents/render-document.ts';

/** A document, or a picture of a document's first page. */
export type DocumentWork =
  | { readonly what: 'document'; readonly order: DocumentOrder }
  | { readonly what: 'picture'; readonly order: Omit<DocumentOrder, 'format'> };

export interface WorkResults {
  readonly document: RenderedDocument;
  /** SVG. */
  readonly picture: string;
}
