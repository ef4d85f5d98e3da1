/** Where the documents of a period live, its unit's Word forms and the slips with links among them. */

import { documentsPath, periodPath } from './periods.ts';

/** A form is sent here to see what it would look like. */
export const previewPath = (periodId: string): string => `${documentsPath(periodId)}/preview`;

/** New forms are sent here. */
export const formsPath = (periodId: string): string => `${documentsPath(periodId)}/forms`;

/** A file that replaces the form's is sent here. */
export const formPath = (periodId: string, formId: string): string =>
  `${formsPath(periodId)}/${encodeURIComponent(formId)}`;

/** `filled` with the period's roster, `original` as it was sent, or where it is removed. */
export const formPartPath = (
  periodId: string,
  formId: string,
  part: 'filled.docx' | 'original.docx' | 'remove',
): string => `${formPath(periodId, formId)}/${part}`;

/** A copy to sign is given out here. */
export const signingPath = (periodId: string): string => `${documentsPath(periodId)}/signing`;

/** What is asked to be sealed here. */
export const sealPath = (periodId: string): string => `${signingPath(periodId)}/seal`;

/** Signed files are sent here. */
export const signedPath = (periodId: string): string => `${documentsPath(periodId)}/signed`;
export const signedFilePath = (periodId: string, copyId: string): string =>
  `${signedPath(periodId)}/${encodeURIComponent(copyId)}/signed.pdf`;

/** Personal links are made here, and their slips answered. */
export const slipLinksPath = (periodId: string): string => `${periodPath(periodId)}/documents/slips`;

/** Where the page asks for what the signing program on its machine is told. */
export const signingTicketsPath = (periodId: string): string => `${signingPath(periodId)}/ticket`;

/** Where that program fetches the file, and sends the signed one. */
export const signingTicketPath = (ticket: string): string => `/signing/${ticket}`;
