/** What the document worker is asked and answers; all of it can be cloned from thread to thread. */

import type { DocumentOrder, RenderedDocument } from '../output/documents/render-document.ts';

export interface DocumentJob {
  readonly id: number;
  readonly order: DocumentOrder;
}

export type DocumentAnswer =
  | { readonly id: number; readonly kind: 'done'; readonly document: RenderedDocument }
  /** The stack of what was thrown. */
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
