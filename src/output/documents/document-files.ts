/** What documents are written as: pages name the formats without loading what writes them. */

export const DOCUMENT_FORMATS = ['pdf', 'docx', 'xlsx', 'html', 'csv', 'text'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export const DOCUMENT_FILES: Readonly<
  Record<DocumentFormat, { readonly mediaType: string; readonly extension: string }>
> = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html' },
  csv: { mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  text: { mediaType: 'text/plain; charset=utf-8', extension: 'txt' },
};
