/** Addresses of a period's documents, its unit's Word forms and the slips with links, one line each. */

import type { Route } from '../kit/route.ts';
import { saveDocuments, showDocument, showDocuments } from './documents.ts';
import { previewDocument } from './preview.ts';
import { sealPart } from './seal.ts';
import { MOST_SIGNED_UPLOAD, sendSignedFile, showSignedFile, takeSigningCopy } from './signing.ts';
import { askForSigning, giveToProgram, takeFromProgram } from './signing-program.ts';
import { printSlipLinks } from './slip-links.ts';
import {
  dropWordForm,
  MOST_UPLOAD_BYTES,
  sendWordForm,
  showFilledForm,
  showOriginalForm,
} from './word-forms.ts';

const DOCUMENTS = '/periods/:period/documents';
const FORM = `${DOCUMENTS}/forms/:form`;
const UPLOAD = { action: 'period.edit', mostUploadBytes: MOST_UPLOAD_BYTES } as const;

export const DOCUMENT_ROUTES: readonly Route[] = [
  { method: 'get', path: DOCUMENTS, show: showDocuments, action: 'roster.view' },
  { method: 'post', path: DOCUMENTS, show: saveDocuments, action: 'period.edit' },
  { method: 'post', path: `${DOCUMENTS}/preview`, show: previewDocument, action: 'period.edit' },
  { method: 'get', path: `${DOCUMENTS}/:kind.:format`, show: showDocument, action: 'roster.view' },
  { method: 'post', path: `${DOCUMENTS}/slips`, show: printSlipLinks, action: 'feed.edit' },
  { method: 'post', path: `${DOCUMENTS}/signing`, show: takeSigningCopy, action: 'period.edit' },
  { method: 'post', path: `${DOCUMENTS}/signing/seal`, show: sealPart, action: 'period.edit' },
  { method: 'post', path: `${DOCUMENTS}/signing/ticket`, show: askForSigning, action: 'period.edit' },
  { method: 'get', path: '/signing/:ticket', show: giveToProgram, scope: 'anyone' },
  {
    method: 'post',
    path: '/signing/:ticket',
    show: takeFromProgram,
    scope: 'anyone',
    byProgram: true,
    mostUploadBytes: MOST_SIGNED_UPLOAD,
  },
  {
    method: 'post',
    path: `${DOCUMENTS}/signed`,
    show: sendSignedFile,
    action: 'period.edit',
    mostUploadBytes: MOST_SIGNED_UPLOAD,
  },
  {
    method: 'get',
    path: `${DOCUMENTS}/signed/:copy/signed.pdf`,
    show: showSignedFile,
    action: 'roster.view',
  },
  { method: 'post', path: `${DOCUMENTS}/forms`, show: sendWordForm, ...UPLOAD },
  { method: 'post', path: FORM, show: sendWordForm, ...UPLOAD },
  { method: 'get', path: `${FORM}/filled.docx`, show: showFilledForm, action: 'roster.view' },
  { method: 'get', path: `${FORM}/original.docx`, show: showOriginalForm, action: 'period.edit' },
  { method: 'post', path: `${FORM}/remove`, show: dropWordForm, action: 'period.edit' },
];
