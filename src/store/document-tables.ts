/** The columns of what units keep to make documents with. */

import type { Instant } from '../calendar/interval.ts';
import type { LetterType } from '../domain/document-fields.ts';

export interface DocumentTables {
  document_fields: DocumentFieldsRow;
  document_number: DocumentNumberRow;
  word_form: WordFormRow;
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
