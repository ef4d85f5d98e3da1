/** The fields of an official document as someone typed them, checked as `document.json` is. */

import type { DocumentFields } from '../../domain/document-fields.ts';
import { parseDocumentFields } from '../../input/document-file.ts';
import type { Parsed } from '../../kernel/fault.ts';

/** Keys are those of `document.json`; what is left out is for the document itself to fill. */
export function readDocumentFields(typed: object): Parsed<DocumentFields> {
  return parseDocumentFields(new TextEncoder().encode(JSON.stringify(typed)));
}
