/** The columns of what units keep to make documents with. */

import type { Instant } from '../calendar/interval.ts';
import type { LetterType } from '../domain/document-fields.ts';
import type { SigningPart } from '../domain/signed-document.ts';

export interface DocumentTables {
  document_fields: DocumentFieldsRow;
  document_number: DocumentNumberRow;
  word_form: WordFormRow;
  signed_document: SignedDocumentRow;
}

export interface DocumentFieldsRow {
  unit_id: string;
  period_id: string;
  fields: string;
  saved_at: Instant;
}

export interface DocumentNumberRow {
  unit_id: string;
  period_id: string;
  type: LetterType;
  year: number;
  number: number;
}

export interface WordFormRow {
  unit_id: string;
  id: string;
  name: string;
  file_name: string;
  bytes: number;
  content: string;
  saved_at: Instant;
}

export interface SignedDocumentRow {
  unit_id: string;
  id: string;
  period_id: string;
  version: number;
  part: SigningPart;
  issued_at: Instant;
  issued_bytes: number;
  sha256: string;
  signed_at: Instant | null;
  signed_bytes: number | null;
  signatures: string | null;
  content: string | null;
}
