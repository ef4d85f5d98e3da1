/** What the document worker is asked and answers; all of it can be cloned from thread to thread. */

import type { DutyDocument } from '../output/documents/document.ts';
import type { DocumentOrder, RenderedDocument, WrittenOrder } from '../output/documents/render-document.ts';

/** A roster's document, or a picture of its first page; a document that is no roster's. */
export type DocumentWork =
  | { readonly what: 'document'; readonly order: DocumentOrder }
  | { readonly what: 'picture'; readonly order: Omit<DocumentOrder, 'format'> }
  | { readonly what: 'pdf'; readonly document: DutyDocument }
  | { readonly what: 'written'; readonly order: WrittenOrder };

export interface WorkResults {
  readonly document: RenderedDocument;
  readonly written: RenderedDocument;
  /** SVG. */
  readonly picture: string;
  readonly pdf: Uint8Array;
}
