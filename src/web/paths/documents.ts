/** Where the documents of a period live, its unit's Word forms and the slips with links among them. */

import { documentsPath, periodPath } from './periods.ts';

/** A form is sent here to see what it would look like. */
export function previewPath(periodId: string): string {
  return `${documentsPath(periodId)}/preview`;
}

/** New forms are sent here. */
export function formsPath(periodId: string): string {
  return `${documentsPath(periodId)}/forms`;
}

/** A file that replaces the form's is sent here. */
export function formPath(periodId: string, formId: string): string {
  return `${formsPath(periodId)}/${encodeURIComponent(formId)}`;
}

/** `filled` with the period's roster, `original` as it was sent, or where it is removed. */
export function formPartPath(
  periodId: string,
  formId: string,
  part: 'filled.docx' | 'original.docx' | 'remove',
): string {
  return `${formPath(periodId, formId)}/${part}`;
}

/** A copy to sign is given out here. */
export function signingPath(periodId: string): string {
  return `${documentsPath(periodId)}/signing`;
}

/** What is asked to be sealed here. */
export function sealPath(periodId: string): string {
  return `${signingPath(periodId)}/seal`;
}

/** Signed files are sent here. */
export function signedPath(periodId: string): string {
  return `${documentsPath(periodId)}/signed`;
}

export function signedFilePath(periodId: string, copyId: string): string {
  return `${signedPath(periodId)}/${encodeURIComponent(copyId)}/signed.pdf`;
}

/** Personal links are made here, and their slips answered. */
export function slipLinksPath(periodId: string): string {
  return `${periodPath(periodId)}/documents/slips`;
}

/** Where the page asks for what the signing program on its machine is told. */
export function signingTicketsPath(periodId: string): string {
  return `${signingPath(periodId)}/ticket`;
}

/** Where that program fetches the file, and sends the signed one. */
export function signingTicketPath(ticket: string): string {
  return `/signing/${ticket}`;
}
